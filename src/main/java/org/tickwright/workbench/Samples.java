package org.tickwright.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.SimulatedMarket;

/// The sample series, and putting them into a store that does not have them.
final class Samples {
    private static final LocalDate MINUTES_FROM = LocalDate.of(2022, 1, 3);

    private final BarStore store;
    private final Progress progress;
    private final List<SeriesInfo> added = new ArrayList<>();

    private Samples(BarStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    private interface Source {
        Bars bars() throws StoreException;
    }

    /// Adds what is missing; returns what was added. A cancelled installation keeps what it has saved so far.
    static List<SeriesInfo> install(BarStore store, Progress progress) throws StoreException {
        Samples samples = new Samples(store, progress);
        samples.simulated(SimulatedMarket.ALPHA, 0.0);
        samples.simulated(SimulatedMarket.BETA, 0.4);
        samples.real(0.8, "AAPL", Timeframe.DAY, SampleData.APPLE, SampleData::apple);
        samples.real(0.85, "BTCUSD", SampleData.FIVE_MINUTES, SampleData.BITCOIN, SampleData::bitcoin);
        samples.real(0.95, "ETHUSD", SampleData.FIVE_MINUTES, SampleData.ETHER, SampleData::ether);
        progress.report(1, "Sample data is ready");
        return List.copyOf(samples.added);
    }

    private void simulated(SimulatedMarket market, double done) throws StoreException {
        SeriesKey days = new SeriesKey(market.symbol(), Timeframe.DAY);
        SeriesKey minutes = new SeriesKey(market.symbol(), Timeframe.MINUTE);
        if (store.find(days).isPresent() && store.find(minutes).isPresent()) {
            return;
        }
        step(done, "Simulating " + market.symbol());
        SimulatedMarket.Series series = market.generate(MINUTES_FROM);
        save(days, series.days(), market.source(), true);
        save(minutes, series.minutes(), market.source(), true);
    }

    private void real(double done, String symbol, Timeframe timeframe, String resource, Source source)
            throws StoreException {
        SeriesKey key = new SeriesKey(symbol, timeframe);
        if (store.find(key).isEmpty()) {
            step(done, "Adding " + key);
            save(key, source.bars(), SampleData.source(resource), false);
        }
    }

    private void save(SeriesKey key, Bars bars, String source, boolean simulated) throws StoreException {
        if (store.find(key).isEmpty()) {
            added.add(store.save(key, bars, source, simulated));
        }
    }

    private void step(double done, String activity) {
        if (progress.cancelled()) {
            throw new CancellationException("Installing the samples was cancelled");
        }
        progress.report(done, activity);
    }
}
