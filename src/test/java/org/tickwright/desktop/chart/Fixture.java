package org.tickwright.desktop.chart;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.function.Consumer;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.chart.plot.RecordingSurface;
import org.tickwright.desktop.chart.plot.Samples;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// Series, use cases in memory and work done at once.
final class Fixture {
    static final SeriesKey DAILY = new SeriesKey("ACME", Timeframe.DAY);
    static final SeriesKey SIMULATED = new SeriesKey("SIM-A", Timeframe.MINUTE);

    final MemoryBarStore store = new MemoryBarStore();
    final Workbench workbench;

    /// Does work at once, unless it is held back to be done later.
    static final class Tasks implements BackgroundTasks {
        private boolean held;
        private Runnable waiting = () -> {};

        /// Holds back what comes next.
        void hold() {
            held = true;
        }

        /// Does what was held back, in order.
        void release() {
            held = false;
            Runnable now = waiting;
            waiting = () -> {};
            now.run();
        }

        @Override
        public <T> Handle run(
                String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            return quietly(work, done, failed);
        }

        @Override
        public <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            boolean[] cancelled = new boolean[1];
            Runnable all = () -> {
                if (!cancelled[0]) {
                    perform(work, done, failed);
                }
            };
            if (held) {
                Runnable before = waiting;
                waiting = () -> {
                    before.run();
                    all.run();
                };
            } else {
                all.run();
            }
            return () -> cancelled[0] = true;
        }

        private static <T> void perform(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            T result;
            try {
                result = work.run(Progress.NONE);
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(result);
        }
    }

    Fixture(Path home) {
        store.save(DAILY, daily(600, 7), "acme.csv", false);
        store.save(SIMULATED, minutes(4000), "generator seed 1", true);
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        workbench = new Workbench(
                home,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
    }

    /// A random walk over trading days in cents.
    static Bars daily(int n, long seed) {
        return walk(Samples.days(n), Timeframe.DAY, Samples.NEW_YORK, seed, 80);
    }

    private static Bars minutes(int n) {
        return walk(Samples.minutes(n), Timeframe.MINUTE, Samples.NEW_YORK, 3, 120);
    }

    static Bars walk(long[] time, Timeframe timeframe, ZoneId zone, long seed, double start) {
        Random random = new Random(seed);
        Bars bars = new Bars(timeframe, zone, time.length);
        double price = start;
        for (long at : time) {
            double close = cents(price * Math.exp(0.012 * random.nextGaussian()));
            double high = cents(Math.max(price, close) + random.nextDouble());
            double low = cents(Math.min(price, close) - random.nextDouble());
            bars.append(at, price, high, low, close, 1000 + random.nextInt(9000));
            price = close;
        }
        return bars;
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    static long nanos(int year, int month, int day) {
        return ZonedDateTime.of(year, month, day, 0, 0, 0, 0, Samples.NEW_YORK).toEpochSecond() * 1_000_000_000L;
    }

    /// Draws a frame, as the control would.
    static RecordingSurface draw(ChartModel model) {
        RecordingSurface surface = new RecordingSurface(1);
        model.draw(surface, Samples.INK, 1000, 600);
        return surface;
    }
}
