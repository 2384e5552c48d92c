package org.tickwright.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Program;
import org.tickwright.study.sweep.Sweep;
import org.tickwright.study.sweep.SweepRunner;

/// How a sweep grows with bars and combinations, as the slope of its time on logarithmic axes, and how much of a second
/// core it uses. The best of three times each; the machine should have nothing else to do.
public final class SweepScaling {
    private SweepScaling() {}

    /// Prints the three figures.
    public static void main(String[] args) throws Exception {
        Program program = BacktestBench.program();
        List<double[]> bars = new ArrayList<>();
        for (int count : new int[] {50_000, 100_000, 200_000, 400_000}) {
            bars.add(new double[] {count, seconds(sweep(program, count, "5..29:2", "30..186:8"), 1)});
        }
        System.out.printf("slope in bars          %.3f%n", slope(bars));
        List<double[]> combinations = new ArrayList<>();
        for (int step : new int[] {16, 8, 4, 2, 1}) {
            Sweep sweep = sweep(program, 100_000, "5..20:1", "30..157:" + step);
            combinations.add(new double[] {sweep.plan().size(), seconds(sweep, 1)});
        }
        System.out.printf("slope in combinations  %.3f%n", slope(combinations));
        Sweep sweep = sweep(program, 200_000, "5..29:1", "30..186:4");
        System.out.printf("efficiency on 2 cores  %.3f%n", seconds(sweep, 1) / (2 * seconds(sweep, 2)));
    }

    private static Sweep sweep(Program program, int count, String... ranges) {
        Bars bars = SyntheticBars.minutes(42, count);
        MarketData data = MarketData.of(new MarketSeries(new SeriesKey("SIM", bars.timeframe()), true, bars, ""));
        RunSettings settings = new RunSettings(
                1_000_000,
                2,
                1,
                SizeRule.parse("fraction:0.95"),
                true,
                RunSettings.Direction.LONG,
                null,
                null,
                "plain",
                252,
                null,
                null,
                Map.of());
        return new Sweep(program, data, settings, SweepBench.plan(program, ranges));
    }

    private static double seconds(Sweep sweep, int workers) throws Exception {
        double best = Double.MAX_VALUE;
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < 4; i++) {
                long start = System.nanoTime();
                new SweepRunner(threads, workers).run(sweep, new BitSet(), rows -> {}, Progress.NONE);
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
        }
        return best;
    }

    /// The slope of the straight line through the logarithms that fits best.
    static double slope(List<double[]> points) {
        double meanX = points.stream()
                .mapToDouble(point -> Math.log(point[0]))
                .average()
                .orElseThrow();
        double meanY = points.stream()
                .mapToDouble(point -> Math.log(point[1]))
                .average()
                .orElseThrow();
        double above = 0;
        double below = 0;
        for (double[] point : points) {
            above += (Math.log(point[0]) - meanX) * (Math.log(point[1]) - meanY);
            below += (Math.log(point[0]) - meanX) * (Math.log(point[0]) - meanX);
        }
        return above / below;
    }
}
