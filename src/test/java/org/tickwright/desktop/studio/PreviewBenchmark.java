package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.chart.PreviewDrawing;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;

/// From the edit of a parameter in Studio to the commands that draw the result, over 250,000 minutes: the document
/// and its problems, the run, the marks of its trades, a frame of the chart on a real canvas.
///
/// Turning commands into pixels, handing work from one thread to the other and waiting for the toolkit's pulse are not
/// in it. The peer is the same with nothing kept from the run before.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx2g", "-Dglass.platform=Headless", "-Dprism.order=sw"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class PreviewBenchmark {
    /// Bars of the preview.
    public static final int BARS = 250_000;

    private static final int FASTEST = 5;
    private static final int VALUES = 20;

    private final MemoryBarStore store = new MemoryBarStore();
    private final StudioModel studio = Sketch.model(Sketch.smaCross());
    private final SettingActions settings = new SettingActions(studio);
    private Backtests backtests = backtests();
    private PreviewModel preview = preview();
    private PreviewDrawing drawing = new PreviewDrawing();
    private int edits;
    private boolean anew;

    private Backtests backtests() {
        return new Backtests(store, new MemoryRunArchive(), IndicatorCatalogue.builtIn());
    }

    private PreviewModel preview() {
        return new PreviewModel(new Source(), new AtOnce(), studio);
    }

    /// Starts the toolkit, which measures text, and shows the preview.
    @Setup
    public void open() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        started.await();
        Bars bars = SyntheticBars.minutes(42, BARS);
        SeriesKey key = new SeriesKey("BENCH", bars.timeframe());
        store.save(key, bars, "generated", true);
        preview.refresh();
        drawing.show(key, bars);
    }

    /// A value of a parameter, with the columns of the run before.
    @Benchmark
    public RunResult edit() {
        anew = false;
        return edited();
    }

    /// The same with nothing left from the run before.
    @Benchmark
    public RunResult editAnew() {
        anew = true;
        return edited();
    }

    private RunResult edited() {
        settings.parameterValue("fast", FASTEST + edits++ % VALUES);
        RunResult result = preview.state().result();
        if (result == null || preview.state().condition() != PreviewModel.Condition.CURRENT) {
            throw new IllegalStateException("No preview: " + preview.state().message());
        }
        drawing.draw(result);
        return result;
    }

    /// Makes sure that both ways give the same figures after every edit.
    public static String sameResults() throws InterruptedException {
        PreviewBenchmark kept = new PreviewBenchmark();
        PreviewBenchmark fresh = new PreviewBenchmark();
        kept.open();
        fresh.open();
        for (int i = 0; i < VALUES; i++) {
            RunResult a = kept.edit();
            RunResult b = fresh.editAnew();
            if (!a.summary().equals(b.summary())
                    || !java.util.Arrays.equals(a.equity(), b.equity())
                    || !a.trades().equals(b.trades())) {
                throw new IllegalStateException("Edit " + i + " differs: " + a.summary() + " and " + b.summary());
            }
        }
        return "the same trades and equity after " + VALUES + " edits";
    }

    private final class Source implements PreviewModel.Source {
        @Override
        public List<SeriesInfo> series() {
            return store.list();
        }

        @Override
        public Optional<Bars> load(SeriesKey key) {
            return store.load(key);
        }

        @Override
        public RunResult run(StrategyDocument document, PreviewModel.Market market, RunSettings run, Progress progress)
                throws Exception {
            if (anew) {
                backtests = backtests();
            }
            SeriesInfo series = market.series();
            return backtests.preview(document, series.key(), series.simulated(), market.bars(), run, progress);
        }
    }

    /// Work at once, on the thread that asks for it.
    private static final class AtOnce implements BackgroundTasks {
        @Override
        public <T> Handle run(
                String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            return quietly(work, done, failed);
        }

        @Override
        public <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            T result;
            try {
                result = work.run(Progress.NONE);
            } catch (Exception e) {
                failed.accept(e);
                return () -> {};
            }
            done.accept(result);
            return () -> {};
        }
    }
}
