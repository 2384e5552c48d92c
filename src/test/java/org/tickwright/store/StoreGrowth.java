package org.tickwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.workbench.SeriesLibrary;

/// How a store grows: so many millions of bars and of trades are generated, appended and asked about. Prints a row of
/// figures for docs/performance.md. Arguments: millions of bars, millions of trades.
public final class StoreGrowth {
    private static final int PART = 1_000_000;
    private static final SeriesKey KEY = new SeriesKey("GROWN", Timeframe.MINUTE);
    private static final long START = 1_000_000_020_000_000_000L;

    private StoreGrowth() {}

    private interface Work {
        long run() throws StoreException;
    }

    /// What a question may take, in milliseconds.
    static final long LIMIT = 1_000;

    /// Generates, asks, and prints.
    public static void main(String[] args) throws IOException, StoreException {
        Path folder = Files.createTempDirectory("store-growth");
        try {
            run(folder, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// The longest of the questions, in milliseconds.
    static long run(Path folder, int bars, int trades) throws IOException, StoreException {
        long began = System.nanoTime();
        try (H2Store store = H2Store.open(folder, false)) {
            for (int part = 0; part < bars; part++) {
                Bars more = bars(part);
                if (part == 0) {
                    store.bars().save(KEY, more, "generated", true);
                } else {
                    store.bars().append(KEY, more);
                }
            }
            System.out.printf("%d M bars in: %d ms%n", bars, (System.nanoTime() - began) / 1_000_000);
            began = System.nanoTime();
            for (int part = 0; part < trades; part++) {
                TradeTicks more = trades(part);
                if (part == 0) {
                    store.ticks().save("GROWN", more, new TickOrigin(ZoneOffset.UTC, "generated", true));
                } else {
                    store.ticks().append("GROWN", more);
                }
            }
            System.out.printf("%d M trades in: %d ms%n", trades, (System.nanoTime() - began) / 1_000_000);
        }
        System.out.printf("file: %d MB%n", Files.size(folder.resolve(H2Store.FILE)) >> 20);
        return ask(folder, bars, trades);
    }

    private static long ask(Path folder, int bars, int trades) throws StoreException {
        long longest = 0;
        long began = System.nanoTime();
        try (H2Store store = H2Store.open(folder, false)) {
            longest = Math.max(longest, told("open", System.nanoTime() - began));
            longest = Math.max(
                    longest,
                    timed(
                            "list",
                            () -> store.bars().list().size()
                                    + store.ticks().list().size()));
            longest = Math.max(
                    longest,
                    timed(
                            "search",
                            () -> new SeriesLibrary(store.bars()).search("gro").size()));
            if (bars > 0) {
                SeriesInfo info = store.bars().list().getFirst();
                long middle = info.from() + (info.to() - info.from()) / 2;
                long month = 30L * 86_400 * 1_000_000_000L;
                longest = Math.max(
                        longest,
                        timed(
                                "a month of bars",
                                () -> store.bars()
                                        .load(KEY, middle, middle + month)
                                        .orElseThrow()
                                        .size()));
                long million = (info.to() - info.from()) / bars;
                longest = Math.max(
                        longest,
                        timed(
                                "a million bars",
                                () -> store.bars()
                                        .load(KEY, middle, middle + million)
                                        .orElseThrow()
                                        .size()));
            }
            if (trades > 0) {
                TickInfo info = store.ticks().find(TickKey.trades("GROWN")).orElseThrow();
                long middle = info.from() + (info.to() - info.from()) / 2;
                long some = (info.to() - info.from()) / trades;
                longest = Math.max(
                        longest,
                        timed(
                                "a million trades",
                                () -> store.ticks()
                                        .trades("GROWN", middle, middle + some)
                                        .orElseThrow()
                                        .size()));
            }
        }
        return longest;
    }

    private static long timed(String what, Work work) throws StoreException {
        long start = System.nanoTime();
        long rows = work.run();
        return told(what + " (" + rows + ")", System.nanoTime() - start);
    }

    private static long told(String what, long nanos) {
        System.out.printf("%s: %d ms%n", what, nanos / 1_000_000);
        return nanos / 1_000_000;
    }

    private static Bars bars(int part) {
        SplittableRandom random = new SplittableRandom(part);
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, PART);
        long close = 1_000_000;
        for (int i = 0; i < PART; i++) {
            long open = close;
            close = Math.max(10_000, close + random.nextInt(41) - 20);
            long high = Math.max(open, close) + random.nextInt(10);
            long low = Math.min(open, close) - random.nextInt(10);
            long time = START + ((long) part * PART + i) * 60_000_000_000L;
            bars.append(time, open / 100.0, high / 100.0, low / 100.0, close / 100.0, random.nextInt(100_000));
        }
        return bars;
    }

    private static TradeTicks trades(int part) {
        SplittableRandom random = new SplittableRandom(part);
        TradeTicks.Builder trades = new TradeTicks.Builder(PART);
        long time = START + part * 2_000_000_000_000L;
        long cents = 10_000;
        for (int i = 0; i < PART; i++) {
            time += random.nextInt(4) * 1_000_000L;
            cents = Math.max(100, cents + random.nextInt(3) - 1);
            trades.append(
                    time,
                    cents / 100.0,
                    (1 + random.nextInt(20)) * 100,
                    random.nextBoolean() ? TradeTicks.Aggressor.BUYER : TradeTicks.Aggressor.SELLER);
        }
        return trades.build();
    }
}
