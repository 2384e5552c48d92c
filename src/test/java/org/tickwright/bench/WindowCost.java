package org.tickwright.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.indicator.IndicatorColumn;
import org.tickwright.market.Bars;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// Prints for every indicator with periods what a bar costs over 20 and over 2000 bars, in processor time:
/// where the two differ, the window is walked for every bar. `WindowCost [NAME…]`.
public final class WindowCost {
    private static final int BARS = 200_000;
    private static final int ROUNDS = 7;
    private static final double FLAT = 1.5;

    private WindowCost() {}

    /// Prints a line for each indicator, with a mark where the long window costs more than half again.
    public static void main(String[] names) {
        Bars bars = SyntheticBars.minutes(42, BARS);
        List<String> wanted = List.of(names);
        for (IndicatorDefinition definition : IndicatorCatalogue.builtIn().all()) {
            IndicatorSpec spec = definition.spec();
            boolean chosen = wanted.isEmpty() || wanted.contains(spec.name());
            if (chosen && !Arrays.equals(arguments(spec, 20), arguments(spec, 2000))) {
                double brief = nanoseconds(definition, bars, 20);
                double lasting = nanoseconds(definition, bars, 2000);
                System.out.printf(
                        Locale.ROOT,
                        "%-22s %8.1f ns %8.1f ns %6.2f%s%n",
                        spec.name(),
                        brief,
                        lasting,
                        lasting / brief,
                        lasting > FLAT * brief ? " grows" : "");
            }
        }
    }

    private static double nanoseconds(IndicatorDefinition definition, Bars bars, int period) {
        IndicatorArguments arguments = new IndicatorArguments(arguments(definition.spec(), period));
        double[][] inputs = definition.spec().inputs().stream()
                .map(input -> column(bars, input.defaultColumn()))
                .toArray(double[][]::new);
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            IndicatorColumn.compute(definition, arguments, inputs, BARS);
            long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            times[round] = (after - before) / (double) BARS;
        }
        Arrays.sort(times);
        return times[1];
    }

    /// Every period at that length.
    private static double[] arguments(IndicatorSpec spec, int period) {
        return spec.parameters().stream()
                .mapToDouble(
                        parameter -> parameter.integer() && parameter.choices().isEmpty()
                                ? Math.clamp(period, parameter.from(), parameter.to())
                                : parameter.defaultValue())
                .toArray();
    }

    private static double[] column(Bars bars, String name) {
        for (Bars.Field field : Bars.Field.values()) {
            if (field.name().equalsIgnoreCase(name)) {
                return bars.column(field);
            }
        }
        double[] values = new double[BARS];
        Arrays.setAll(values, i -> i % 19 + 2);
        return values;
    }
}
