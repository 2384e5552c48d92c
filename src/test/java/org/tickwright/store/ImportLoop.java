package org.tickwright.store;

import java.io.IOException;
import java.nio.file.Path;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportReport;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.workbench.SeriesLibrary;

/// A program to be killed: imports files, appends bars and prints a line for each once it is said to be saved.
public final class ImportLoop {
    private static final int ROUNDS = 200;

    private ImportLoop() {}

    /// Arguments: directory of the store, directory for files, a name for the series.
    public static void main(String[] args) throws IOException, StoreException, ImportException {
        Path files = Path.of(args[1]);
        try (H2Store store = H2Store.open(Path.of(args[0]), false)) {
            SeriesLibrary library = new SeriesLibrary(store.bars());
            System.out.println("ready");
            for (int i = 0; i < ROUNDS; i++) {
                String symbol = args[2] + "-" + i;
                Path file = files.resolve("f" + i % 3 + ".csv");
                ImportReport report = library.importFile(file, ImportOptions.forSymbol(symbol), Progress.NONE);
                System.out.println("saved " + symbol + " " + report.rowsStored());
                var bars = RandomWalk.minutes(report.rowsStored() + 5_000, i % 3);
                SeriesKey key = new SeriesKey(symbol, Timeframe.MINUTE);
                store.bars().append(key, bars.slice(report.rowsStored(), bars.size()));
                System.out.println("appended " + symbol + " " + bars.size());
            }
        }
    }
}
