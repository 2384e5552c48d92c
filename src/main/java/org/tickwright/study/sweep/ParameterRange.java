package org.tickwright.study.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.StrategyParameter;

/// The values that a sweep tries for one parameter: a list in rising order, or all numbers between two ends where
/// `values` is empty.
///
/// Integer parameters have whole values. Steps are counted in decimals, so that 0.1..0.5:0.1 has 0.3 and not
/// 0.30000000000000004.
public record ParameterRange(String name, boolean integer, double from, double to, List<Double> values) {
    /// The most values of one parameter.
    public static final int MOST_VALUES = 1_000_000;

    private static final String FORMS = "k=a..b:step, k=a..b, k=1,2,5 or k=7";

    /// Checks that values rise and that integers are whole.
    public ParameterRange {
        values = List.copyOf(values);
        require(Double.isFinite(from) && Double.isFinite(to) && from <= to, name, "must go up from a to b");
        double before = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            require(Double.isFinite(value) && value > before, name, "needs numbers that rise, each once");
            require(!integer || value == Math.rint(value), name, "is a whole number, and " + value + " is none");
            before = value;
        }
        require(!integer || !values.isEmpty(), name, "is a whole number and needs a step");
    }

    /// These values, sorted.
    public static ParameterRange of(StrategyParameter parameter, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        require(!sorted.isEmpty(), parameter.name(), "has no values");
        return new ParameterRange(parameter.name(), parameter.integer(), sorted.getFirst(), sorted.getLast(), sorted);
    }

    /// From one end to the other in steps; the other end is left out where no step meets it.
    public static ParameterRange stepped(StrategyParameter parameter, double from, double to, double step) {
        String name = parameter.name();
        require(Double.isFinite(step) && step > 0, name, "needs a step above 0, was " + step);
        require(Double.isFinite(from) && Double.isFinite(to) && from <= to, name, "must go up from a to b");
        BigDecimal first = BigDecimal.valueOf(from);
        BigDecimal width = BigDecimal.valueOf(step);
        BigDecimal steps = BigDecimal.valueOf(to).subtract(first).divide(width, 0, RoundingMode.FLOOR);
        require(
                steps.compareTo(BigDecimal.valueOf(MOST_VALUES)) < 0,
                name,
                "would have more than 1,000,000 values; take a larger step");
        List<Double> values = new ArrayList<>();
        for (int i = 0; i <= steps.intValueExact(); i++) {
            values.add(first.add(width.multiply(BigDecimal.valueOf(i))).doubleValue());
        }
        return new ParameterRange(name, parameter.integer(), from, to, values);
    }

    /// The range that the strategy itself gives a parameter; null if it gives none.
    public static @Nullable ParameterRange own(StrategyParameter parameter) {
        StrategyParameter.Range range = parameter.range();
        return range == null ? null : stepped(parameter, range.from(), range.to(), range.step());
    }

    /// Reads `a..b:step`, `a..b` (with the parameter's own step, 1 for whole numbers, else any number between),
    /// `1,2,5` or one value.
    public static ParameterRange parse(StrategyParameter parameter, String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            List<Double> values = new ArrayList<>();
            for (String each : text.split(",", -1)) {
                values.add(number(parameter, each));
            }
            return of(parameter, values.stream().distinct().toList());
        }
        int colon = text.indexOf(':', dots);
        double from = number(parameter, text.substring(0, dots));
        double to = number(parameter, text.substring(dots + 2, colon < 0 ? text.length() : colon));
        if (colon >= 0) {
            return stepped(parameter, from, to, number(parameter, text.substring(colon + 1)));
        }
        StrategyParameter.Range own = parameter.range();
        if (own != null || parameter.integer()) {
            return stepped(parameter, from, to, own == null ? 1 : own.step());
        }
        return new ParameterRange(parameter.name(), false, from, to, List.of());
    }

    private static double number(StrategyParameter parameter, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Values of parameter " + parameter.name() + " are given as " + FORMS + "; '" + text
                            + "' is no number",
                    e);
        }
    }

    private static void require(boolean holds, String name, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("Parameter " + name + " " + rule);
        }
    }

    /// True for all numbers between two ends.
    public boolean continuous() {
        return values.isEmpty();
    }

    /// The value at a place from 0 (inclusive) to 1 (exclusive).
    double at(double place) {
        return continuous() ? from + place * (to - from) : values.get((int) (place * values.size()));
    }

    @Override
    public String toString() {
        return name + "=" + (continuous() ? from + ".." + to : values.toString());
    }
}
