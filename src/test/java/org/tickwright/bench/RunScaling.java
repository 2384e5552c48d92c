package org.tickwright.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyFormatException;

/// How one run grows with its bars, the nodes of its strategy and its instruments: processor time of the own thread,
/// the
/// best of several, and the slope of it on logarithmic axes.
public final class RunScaling {
    private static final long MEASURED_NS = 4_000_000_000L;
    private static final RunSettings SETTINGS = new RunSettings(
            1_000_000, 2, 1, null, false, RunSettings.Direction.LONG, null, null, "plain", 252, null, null, Map.of());

    private RunScaling() {}

    /// Prints a table for each of the three.
    public static void main(String[] args) throws Exception {
        List<double[]> bars = new ArrayList<>();
        Program cross = BacktestBench.program();
        for (int count : new int[] {62_500, 125_000, 250_000, 500_000, 1_000_000, 2_000_000}) {
            add(bars, "bars", count, cross, MarketData.of(SyntheticBars.minutes(42, count)));
        }
        System.out.printf("slope in bars         %.3f%n", SweepScaling.slope(bars));
        List<double[]> nodes = new ArrayList<>();
        MarketData minutes = MarketData.of(SyntheticBars.minutes(42, 200_000));
        for (int conditions : new int[] {2, 4, 8, 16, 32, 64}) {
            Program program = conditions(conditions);
            add(nodes, "nodes", 3 * conditions + 2, program, minutes);
        }
        System.out.printf("slope in nodes        %.3f%n", SweepScaling.slope(nodes));
        List<double[]> instruments = new ArrayList<>();
        Program rotation = BacktestBench.template("/assets/strategies/rotation.strategy.json");
        for (int count : new int[] {2, 4, 8, 16, 32, 64}) {
            add(instruments, "instruments", count, rotation, days(count));
        }
        System.out.printf("slope in instruments  %.3f%n", SweepScaling.slope(instruments));
    }

    private static void add(List<double[]> points, String what, int count, Program program, MarketData data) {
        double best = milliseconds(program, data);
        points.add(new double[] {count, best});
        System.out.printf("%,12d %-12s %10.3f ms%n", count, what, best);
    }

    private static double milliseconds(Program program, MarketData data) {
        double best = Double.MAX_VALUE;
        long end = System.nanoTime() + MEASURED_NS;
        while (System.nanoTime() < end) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Backtest.run(program, data, SETTINGS, Progress.NONE);
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6);
        }
        return best;
    }

    /// Long while a close lies above each of so many averages: an average, a comparison and an `and` for each.
    private static Program conditions(int count) throws StrategyFormatException {
        StringBuilder nodes =
                new StringBuilder("{\"id\": \"close\", \"type\": \"price\", \"params\": {\"field\": \"close\"}}");
        StringBuilder wires = new StringBuilder();
        String last = "";
        for (int i = 0; i < count; i++) {
            nodes.append(
                    ", {\"id\": \"average" + i + "\", \"type\": \"indicator.SMA\", \"params\": {\"optInTimePeriod\": "
                            + (5 + i) + "}}, {\"id\": \"above" + i + "\", \"type\": \"greater\"}");
            wires.append(wire("close.value", "above" + i + ".a"))
                    .append(wire("average" + i + ".value", "above" + i + ".b"));
            if (i == 0) {
                last = "above0.value";
            } else {
                nodes.append(", {\"id\": \"all" + i + "\", \"type\": \"and\"}");
                wires.append(wire(last, "all" + i + ".a")).append(wire("above" + i + ".value", "all" + i + ".b"));
                last = "all" + i + ".value";
            }
        }
        nodes.append(", {\"id\": \"none\", \"type\": \"not\"}, {\"id\": \"enter\", \"type\": \"enterLong\"},")
                .append("{\"id\": \"leave\", \"type\": \"exitLong\"}");
        wires.append(wire(last, "enter.when")).append(wire(last, "none.a")).append(wire("none.value", "leave.when"));
        String json = "{\"format\": \"tickwright-strategy\", \"version\": 1, \"name\": \"conditions\", \"nodes\": ["
                + nodes + "], \"wires\": [" + wires.substring(0, wires.length() - 1) + "]}";
        return Program.of(StrategyCodec.read(json), IndicatorCatalogue.builtIn());
    }

    private static String wire(String from, String to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"},";
    }

    /// Ten years of days of so many instruments, all of one universe.
    private static MarketData days(int count) {
        List<MarketSeries> series = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Bars bars = SyntheticBars.daily(i + 1, 2_500);
            series.add(new MarketSeries(new SeriesKey("S" + i, bars.timeframe()), true, bars, bars.contentHash()));
        }
        List<String> symbols = series.stream().map(each -> each.key().symbol()).toList();
        return new MarketData(series.getFirst(), series.subList(1, count), symbols);
    }
}
