package org.tickwright.desktop.chart;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.canvas.Canvas;
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
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.MinMaxTree;
import org.tickwright.desktop.chart.plot.Samples;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// Our own work per frame of a chart of a million bars with five overlays and two panes: fitting
/// the axes, choosing labels and giving every command to a real canvas. Turning commands into
/// pixels is JavaFX' work and not in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx2g", "-Dglass.platform=Headless", "-Dprism.order=sw"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChartBenchmark {
    /// Bars of the chart.
    public static final int BARS = 1_000_000;

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /// A canvas outside a window is never emptied, so it is replaced after as many frames.
    private static final int FRAMES_PER_CANVAS = 16;

    private final ChartModel model = new ChartModel();
    private final Ink ink = ChartColours.of(Palette.DARK);
    private double[] lows = new double[0];
    private double[] highs = new double[0];
    private CanvasSurface surface = surface();
    private int frame;

    /// Starts the toolkit, which measures text, and lays out the chart.
    @Setup
    public void open() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        started.await();
        Bars bars = Fixture.walk(Samples.minutes(BARS), Timeframe.MINUTE, Samples.NEW_YORK, 11, 100);
        lows = bars.column(Bars.Field.LOW);
        highs = bars.column(Bars.Field.HIGH);
        model.show(ChartSeries.of(new SeriesKey("BENCH", Timeframe.MINUTE), bars, true));
        List<ChartIndicator> indicators = new ArrayList<>();
        int slot = 0;
        for (String name : List.of("SMA", "EMA", "WMA", "MAX", "MIN", "MACD", "RSI")) {
            ActiveIndicator active = ActiveIndicator.of(
                    name, IndicatorCatalogue.builtIn().find(name).orElseThrow(), slot++);
            indicators.add(IndicatorPlots.compute(active, bars, 2));
        }
        model.indicators(indicators);
        draw();
        new ChartActions(model).fit();
        draw();
    }

    private static CanvasSurface surface() {
        return new CanvasSurface(new Canvas(WIDTH, HEIGHT).getGraphicsContext2D());
    }

    private int draw() {
        if (++frame % FRAMES_PER_CANVAS == 0) {
            surface = surface();
        }
        surface.begin(1);
        model.draw(surface, ink, WIDTH, HEIGHT);
        return frame;
    }

    /// A frame with every bar in view, moved by a few pixels.
    @Benchmark
    public int pan() {
        model.time().pan((frame & 32) == 0 ? 7 : -7);
        return draw();
    }

    /// A frame of a zoom from every bar down to wide candles and back.
    @Benchmark
    public int zoom() {
        model.time().zoom(700, frame % 240 < 120 ? 1.08 : 1 / 1.08);
        return draw();
    }

    /// Building the tree of extremes of a million bars.
    @Benchmark
    public MinMaxTree pyramid() {
        return new MinMaxTree(lows, highs, BARS);
    }

    /// Frame times in words: median, 99th percentile and longest, in processor time of the drawing
    /// thread.
    public static String histogram() throws InterruptedException {
        ChartBenchmark chart = new ChartBenchmark();
        chart.open();
        run(chart, 600);
        long[] nanos = run(chart, 1200);
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%,d bars, 1200 frames of panning and zooming: p50 %.2f ms, p99 %.2f ms, max %.2f ms",
                BARS,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private static long[] run(ChartBenchmark chart, int frames) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[frames];
        for (int i = 0; i < frames; i++) {
            long start = threads.getCurrentThreadCpuTime();
            if (i % 480 < 240) {
                chart.pan();
            } else {
                chart.zoom();
            }
            nanos[i] = threads.getCurrentThreadCpuTime() - start;
        }
        return nanos;
    }

    /// The histogram alone, without JMH: what a glance needs.
    public static void main(String[] args) throws InterruptedException {
        System.out.println(histogram());
        Platform.exit();
    }
}
