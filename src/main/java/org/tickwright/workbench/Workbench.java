package org.tickwright.workbench;

import java.nio.file.Path;
import org.tickwright.indicator.IndicatorCatalogue;

/// Everything a person can ask for, in one place for the screen and the command line.
///
/// All calls may block; the screen makes them on its background executor. Safe for use by several threads.
public record Workbench(
        Path home,
        boolean readOnly,
        CatalogueSource catalogues,
        SeriesLibrary series,
        StrategyLibrary strategies,
        Backtests backtests,
        Sweeps sweeps,
        Storage storage) {

    /// A workbench without a store on disk.
    public Workbench(
            Path home,
            boolean readOnly,
            CatalogueSource catalogues,
            SeriesLibrary series,
            StrategyLibrary strategies,
            Backtests backtests,
            Sweeps sweeps) {
        this(home, readOnly, catalogues, series, strategies, backtests, sweeps, new Storage(home));
    }

    /// A workbench whose sweeps run on the thread that asks for them and are kept in memory.
    public Workbench(
            Path home,
            boolean readOnly,
            CatalogueSource catalogues,
            SeriesLibrary series,
            StrategyLibrary strategies,
            Backtests backtests) {
        this(
                home,
                readOnly,
                catalogues,
                series,
                strategies,
                backtests,
                new Sweeps(backtests, backtests.recorder(), new MemorySweepArchive(), Runnable::run));
    }

    /// A workbench without plug-ins.
    public Workbench(
            Path home,
            boolean readOnly,
            IndicatorCatalogue indicators,
            SeriesLibrary series,
            StrategyLibrary strategies,
            Backtests backtests) {
        this(home, readOnly, CatalogueSource.of(Catalogues.of(indicators)), series, strategies, backtests);
    }

    /// The indicators that were there at the last look.
    public IndicatorCatalogue indicators() {
        return catalogues.known().indicators();
    }
}
