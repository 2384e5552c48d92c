package org.tickwright.desktop.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.recording.Recording;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.Workbench;
import org.tickwright.workbench.live.StoredFeeds;

/// Finds what can be told again: the recordings of the home, the newest first, then the trades and the series of bars
/// of
/// the store. Reads files and the store; call it in the background.
record ReplayShelf(Workbench workbench) {
    static final String SUFFIX = ".feed";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    Path folder() {
        return workbench.home().resolve("recordings");
    }

    List<Replayable> all() throws IOException, StoreException {
        List<Replayable> all = new ArrayList<>(recordings());
        SeriesLibrary series = workbench.series();
        EventLibrary events = series.events();
        if (events != null) {
            for (TickInfo info : events.ticks().list()) {
                if (info.key().kind() == TickKey.Kind.TRADES) {
                    all.add(trades(series, info));
                }
            }
        }
        for (SeriesInfo info : series.list()) {
            if (info.key().timeframe().timed()) {
                all.add(bars(series, info));
            }
        }
        return all;
    }

    private List<Replayable> recordings() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        List<Replayable> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                found.add(new Replayable(
                        Replayable.Kind.RECORDING,
                        String.valueOf(file.getFileName()),
                        String.format(Locale.ROOT, "%,d kB", (Files.size(file) + 999) / 1000),
                        TIME.format(Files.getLastModifiedTime(file).toInstant()),
                        () -> Recording.open(file)));
            }
        }
        found.sort(Comparator.comparing(Replayable::name).reversed());
        return found;
    }

    private static Replayable bars(SeriesLibrary series, SeriesInfo info) {
        return new Replayable(
                Replayable.Kind.BARS,
                info.key().toString(),
                String.format(Locale.ROOT, "%,d bars", info.bars()),
                span(info.from(), info.to()),
                () -> StoredFeeds.bars(
                        series, info.key(), StoredFeeds.AGAIN + info.key().symbol()));
    }

    private static Replayable trades(SeriesLibrary series, TickInfo info) {
        String symbol = info.key().symbol();
        return new Replayable(
                Replayable.Kind.TRADES,
                symbol,
                String.format(Locale.ROOT, "%,d trades", info.ticks()),
                span(info.from(), info.to()),
                () -> StoredFeeds.trades(series, symbol, StoredFeeds.AGAIN + symbol));
    }

    private static String span(long from, long to) {
        return day(from) + " – " + day(to);
    }

    private static String day(long nanos) {
        return DAY.format(Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)));
    }
}
