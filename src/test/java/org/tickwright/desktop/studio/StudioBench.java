package org.tickwright.desktop.studio;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.Consumer;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// A workbench in memory with two generated daily series, for tests and pictures of Studio.
final class StudioBench {
    private static final long DAY = 86_400L * 1_000_000_000L;

    private StudioBench() {}

    static Workbench in(Path home, Consumer<MemoryBarStore> more) {
        MemoryBarStore store = new MemoryBarStore();
        more.accept(store);
        store.save(new SeriesKey("WAVE", Timeframe.DAY), wave(1500, 7), "generated, seed 7", true);
        store.save(new SeriesKey("TIDE", Timeframe.DAY), wave(800, 11), "generated, seed 11", true);
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        return new Workbench(
                home,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
    }

    /// A random walk with slow swings, so that averages cross.
    static Bars wave(int count, long seed) {
        Random random = new Random(seed);
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, count);
        double close = 100;
        for (int i = 0; i < count; i++) {
            double open = close;
            double drift = 0.004 * StrictMath.sin(i / 40.0);
            close = Math.max(1, open * (1 + drift + 0.012 * random.nextGaussian()));
            double high = Math.max(open, close) * (1 + 0.004 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.004 * random.nextDouble());
            bars.append((16_000L + i) * DAY, open, high, low, close, 1000 + random.nextInt(500));
        }
        return bars;
    }
}
