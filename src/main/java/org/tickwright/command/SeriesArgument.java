package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `SYMBOL [--timeframe TF]`: a series of the store, or a file where the command reads files too.
final class SeriesArgument {
    @Parameters(index = "0", paramLabel = "SYMBOL|FILE", description = "symbol in the store, or a file")
    private String symbol = "";

    @Option(names = "--timeframe", paramLabel = "TF", description = "where the store has several: 1d, 5m, 1h")
    private @Nullable String timeframe;

    /// The file that is named, null where it is a symbol.
    @Nullable
    Path file() {
        Path path = Path.of(symbol);
        return Files.isRegularFile(path) ? path : null;
    }

    /// How to read the file.
    ImportOptions options(Path file) {
        return new ImportOptions(
                DataSource.symbolOf(file),
                timeframe == null ? null : DataSource.timeframe(timeframe),
                null,
                "auto",
                Map.of(),
                null,
                Set.of());
    }

    SeriesInfo find(Workbench workbench) throws StoreException {
        return DataSource.find(workbench, symbol, timeframe);
    }
}
