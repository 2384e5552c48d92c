package org.tickwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.StoreException;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.recording.RecordingHeader;
import org.tickwright.market.recording.RecordingWriter;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.ImportOutcome;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.SeriesLibrary;

/// A program to be killed: imports trades, quotes, actions and messages, or records a feed, and prints a line for
/// each step once it is said to be done.
public final class EventLoop {
    static final String[] KINDS = {"trades", "quotes", "actions", "messages"};
    private static final int ROUNDS = 200;
    private static final int GROUP = 40;

    private EventLoop() {}

    /// Arguments: `import`, directory of the store, directory of the files, name of the series; or `record`, a file.
    public static void main(String[] args) throws IOException, StoreException, ImportException {
        if (args[0].equals("record")) {
            record(Path.of(args[1]));
        } else {
            imports(Path.of(args[1]), Path.of(args[2]), args[3]);
        }
    }

    private static void imports(Path directory, Path files, String name)
            throws IOException, StoreException, ImportException {
        try (H2Store store = H2Store.open(directory, false)) {
            SeriesLibrary library = new SeriesLibrary(
                    store.bars(),
                    SeriesFiles.TEXT,
                    new Instruments(store.instruments(), ExchangeCalendars.shipped()),
                    store.rawFiles(),
                    new EventLibrary(store.ticks(), store.actions(), store.rawFiles(), files.resolve("recordings")));
            System.out.println("ready");
            for (int i = 0; i < ROUNDS; i++) {
                String kind = KINDS[i % KINDS.length];
                ImportOptions options = ImportOptions.forSymbol(name + "-" + i);
                ImportOutcome outcome = library.imports()
                        .all(files.resolve(kind + (kind.equals("messages") ? ".log" : ".csv")), options, Progress.NONE)
                        .getFirst();
                if (outcome.failed()) {
                    throw new IllegalStateException(outcome.refusal());
                }
                System.out.println(kind + " " + name + "-" + i + " "
                        + outcome.events().getFirst().rowsStored());
            }
        }
    }

    /// Event `i` of what is recorded.
    static FeedEvent event(long i) {
        long time = 1_700_000_000_000_000_000L + i * 1_000_000L;
        double price = 100 + i % 97 / 8.0;
        return i % 3 == 0
                ? new FeedEvent.Quote("ABC", time, time + 5, price, i % 11, price + 0.25, i % 7)
                : new FeedEvent.Trade(
                        "ABC", time, time + 5, price, i % 13, org.tickwright.market.TradeTicks.Aggressor.BUYER, i);
    }

    private static void record(Path file) throws IOException {
        RecordingHeader header = new RecordingHeader(
                "loop",
                false,
                0,
                java.util.Set.of(org.tickwright.market.feed.Channel.TRADES, org.tickwright.market.feed.Channel.QUOTES),
                java.util.List.of(new org.tickwright.market.feed.FeedInstrument("ABC", "ABC", 2, 0, "24/7")));
        Files.createDirectories(file.toAbsolutePath().getParent());
        RecordingWriter writer = new RecordingWriter(file, header, RecordingWriter.LONGEST_WAIT);
        System.out.println("ready");
        for (long i = 0; i < Long.MAX_VALUE; i++) {
            writer.append(event(i));
            if (i % GROUP == 0) {
                System.out.println("safe " + writer.safe());
            }
        }
    }
}
