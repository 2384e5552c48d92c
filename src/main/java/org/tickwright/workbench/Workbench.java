package org.tickwright.workbench;

import java.nio.file.Path;
import org.tickwright.engine.RunSettings;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.StoreException;

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

    /// Settings of a run over a stored series, with the splits and dividends that the store knows of it where the
    /// settings state none.
    public RunSettings knowing(RunSettings settings, MarketSeries base) throws StoreException {
        EventLibrary events = series.events();
        return events == null
                ? settings
                : StoredTerms.of(settings)
                        .acting(events, base.key().symbol(), base.bars(), null)
                        .settings();
    }
}
