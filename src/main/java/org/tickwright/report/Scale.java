package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;

/// Maps values to a coordinate, linearly or by their logarithm, with ticks at round numbers.
///
/// `from` is the coordinate of `low`, `to` that of `high`.
public record Scale(double low, double high, double from, double to, boolean logarithmic, List<Double> ticks) {

    /// A linear scale over [low, high], widened a little, with ticks at least `spacing` apart.
    public static Scale linear(double low, double high, double from, double to, double spacing) {
        double span = high - low;
        double margin = span > 0 ? span * 0.04 : Math.max(Math.abs(high) * 0.01, 1e-9);
        return exact(low - margin, high + margin, from, to, spacing);
    }

    /// A linear scale over exactly [low, high].
    public static Scale exact(double low, double high, double from, double to, double spacing) {
        double length = Math.abs(to - from);
        double step = roundUp((high - low) * spacing / length);
        List<Double> ticks = new ArrayList<>();
        for (double k = StrictMath.ceil(low / step); k * step <= high && ticks.size() < 100; k++) {
            ticks.add(k * step + 0.0);
        }
        return new Scale(low, high, from, to, false, ticks);
    }

    /// A logarithmic scale over positive values, with ticks at 1, 2 and 5 times powers of ten where they fit.
    public static Scale logarithmic(double low, double high, double from, double to, double spacing) {
        double margin = StrictMath.pow(high / low, 0.04);
        double bottom = low / margin;
        double top = high * margin;
        Scale bare = new Scale(bottom, top, from, to, true, List.of());
        List<Double> ticks = new ArrayList<>();
        double last = Double.NaN;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(bottom)));
        for (; power <= top && ticks.size() < 100; power *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                double value = power * factor;
                double at = bare.at(value);
                if (value >= bottom && value <= top && !(Math.abs(at - last) < spacing)) {
                    ticks.add(value);
                    last = at;
                }
            }
        }
        return new Scale(bottom, top, from, to, true, ticks);
    }

    /// The coordinate of a value.
    public double at(double value) {
        double share =
                logarithmic ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /// The next number of the form 1, 2 or 5 times a power of ten at or above `value`.
    static double roundUp(double value) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(value)));
        for (double factor : new double[] {1, 2, 5}) {
            if (value <= factor * power * (1 + 1e-12)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
