package org.tickwright.desktop.market;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.tour.TourWindow;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.live.LiveState;

/// What a fast market costs in the real window: the simulated exchange at 100,000 events a second on the Market place
/// and on a live chart, then a slow one and none. `MarketLoad [SECONDS [slow]]`; needs a display. The machine should
/// have
/// nothing else to do. `slow` leaves the fast market out.
public final class MarketLoad {
    private static final int FAST = 100_000;
    private static final double MILLION = 1e6;
    private static final SeriesKey CHARTED = new SeriesKey("SIM:ALPHA", Timeframe.parse("1s"));

    private MarketLoad() {}

    /// Prints a line for each state: events, what was lost, processor time of the window's thread and of all, frames.
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        Path home = Files.createTempDirectory("market-load");
        try (TourWindow window = new TourWindow(home, StartOptions.Welcome.NEVER)) {
            onScreen(() -> window.workstation().go(PlaceId.MARKET));
            Thread.sleep(3_000);
            measure(window, "Market place, no feed", Math.min(seconds, 10), false);
            if (args.length < 2) {
                fast(window, seconds);
            }
            onScreen(() -> window.workstation().go(PlaceId.MARKET));
            window.live().simulate(1, 1, 1);
            Thread.sleep(8_000);
            for (int i = 0; i < 3; i++) {
                measure(window, "Market place, 1/s", Math.min(seconds, 10), false);
            }
            onScreen(() -> window.workstation().openChart(CHARTED));
            Thread.sleep(4_000);
            measure(window, "live chart, 1/s", Math.min(seconds, 10), false);
            window.live().stop();
            Thread.sleep(2_000);
            measure(window, "Market place, feed ended", Math.min(seconds, 10), false);
        }
        System.exit(0);
    }

    private static void fast(TourWindow window, int seconds) throws Exception {
        window.live().simulate(1, FAST, 1);
        Thread.sleep(5_000);
        measure(window, "Market place, 100,000/s", seconds, true);
        onScreen(() -> window.workstation().openChart(CHARTED));
        measure(window, "live chart, 100,000/s", seconds, true);
        measure(window, "live chart, not counting frames", Math.min(seconds, 10), false);
        window.live().stop();
    }

    /// The processor time of each Java thread by its name, in nanoseconds.
    private static Map<String, Long> threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> times = new TreeMap<>();
        for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (each != null) {
                times.merge(each.getThreadName(), Math.max(0, threads.getThreadCpuTime(each.getThreadId())), Long::sum);
            }
        }
        return times;
    }

    /// The threads that worked most, with their shares of a core.
    private static String busiest(Map<String, Long> before, double span) {
        return threads().entrySet().stream()
                .map(each -> Map.entry(
                        each.getKey(), 100 * (each.getValue() - before.getOrDefault(each.getKey(), 0L)) / span))
                .filter(each -> each.getValue() >= 0.05)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(6)
                .map(each -> String.format(Locale.ROOT, "%s %.2f", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// Counts frames only where it is told to: a timer of frames keeps the toolkit drawing, which costs by itself.
    private static void measure(TourWindow window, String what, int seconds, boolean counted) throws Exception {
        Frames frames = new Frames();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        LiveState before = window.live().state();
        long used = onScreen(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        long all = system.getProcessCpuTime();
        Map<String, Long> each = threads();
        long start = System.nanoTime();
        if (counted) {
            onScreen(frames::start);
        }
        Thread.sleep(seconds * 1000L);
        double span = System.nanoTime() - start;
        if (counted) {
            onScreen(frames::stop);
        }
        long share = onScreen(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()) - used;
        LiveState after = window.live().state();
        System.out.printf(
                Locale.ROOT,
                "%-32s %,10.0f events/s, %d lost, %,d gaps; to the engine p50 %,.1f p99 %,.1f µs;"
                        + " window's thread %.1f %% of a core, program %.1f %% (%s); %s (load %.1f)%n",
                what,
                (after.traffic().events()
                                - Math.min(
                                        before.traffic().events(),
                                        after.traffic().events()))
                        * 1e9
                        / span,
                after.traffic().lost(),
                after.traffic().gaps(),
                after.traffic().medianNanos() / 1e3,
                after.traffic().p99Nanos() / 1e3,
                100 * share / span,
                100 * (system.getProcessCpuTime() - all) / span,
                busiest(each, span),
                frames.words(),
                system.getSystemLoadAverage());
    }

    /// When frames were drawn. JavaFX thread.
    private static final class Frames extends AnimationTimer {
        private final long[] times = new long[1 << 16];
        private int count;

        @Override
        public void handle(long now) {
            times[count++ % times.length] = System.nanoTime();
        }

        String words() {
            if (count < 3) {
                return "frames not counted";
            }
            double[] between = new double[Math.min(count, times.length) - 1];
            for (int i = 0; i < between.length; i++) {
                between[i] = (times[i + 1] - times[i]) / MILLION;
            }
            Arrays.sort(between);
            int n = between.length;
            return String.format(
                    Locale.ROOT,
                    "frames median %.1f ms, 95 of 100 within %.1f, longest %.0f",
                    between[n / 2],
                    between[n * 95 / 100],
                    between[n - 1]);
        }
    }
}
