package org.tickwright.command;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `SYMBOL [--timeframe TF]`: a series of the store.
final class SeriesArgument {
    @Parameters(paramLabel = "SYMBOL", description = "symbol in the store")
    private String symbol = "";

    @Option(names = "--timeframe", paramLabel = "TF", description = "where the store has several: 1d, 5m, 1h")
    private @Nullable String timeframe;

    SeriesInfo find(Workbench workbench) throws StoreException {
        return DataSource.find(workbench, symbol, timeframe);
    }
}
