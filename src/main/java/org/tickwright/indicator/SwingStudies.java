package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.BARS;
import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;

/// Turning points, told when later bars had confirmed them and not at the bar at which they stand.
final class SwingStudies {
    static final String GROUP = "Swings";

    private SwingStudies() {}

    static List<IndicatorDefinition> all() {
        return List.of(zigZag(), fractal(), supportResistance());
    }

    private static IndicatorDefinition zigZag() {
        return BuiltIn.named("ZIGZAG", "Zigzag of confirmed swings")
                .group(GROUP)
                .summary("""
                    Swings of at least `Percent`. At the bar that retraces that much from the extreme, and only \
                    there, `Swing` is the extreme's price, `Kind` 1 for a high or -1 for a low (else 0) and `Bars` \
                    how many bars ago it stood. `High` and `Low` keep the last confirmed ones. The usual drawing \
                    joins the extremes and so changes its past with every bar; this does not.\
                    """)
                .prices("high", "low")
                .number("Percent", "Percent", 1e-6, 1_000, 5)
                .repaints()
                .output("Swing", PRICE)
                .output("Kind", NUMBER)
                .output("Bars", BARS)
                .output("High", PRICE)
                .output("Low", PRICE)
                .overlay()
                .computedBy(p -> 0, p -> new ZigZag(p.real(0)));
    }

    private static IndicatorDefinition fractal() {
        return BuiltIn.named("FRACTAL", "Fractal pivots")
                .group(GROUP)
                .summary("""
                    A high above all highs of `Left` bars before and `Right` bars after it, a low below all lows. \
                    `PivotHigh` and `PivotLow` stand at the bar that confirms them, `Right` bars after their own, and \
                    are undefined elsewhere; `High` and `Low` keep the last ones. Source: B. Williams, 1995, with 2 \
                    and 2.\
                    """)
                .prices("high", "low")
                .period("Left", "Bars before", 1, 2)
                .period("Right", "Bars after", 1, 2)
                .repaints()
                .output("PivotHigh", PRICE)
                .output("PivotLow", PRICE)
                .output("High", PRICE)
                .output("Low", PRICE)
                .overlay()
                .computedBy(p -> p.integer(0) + p.integer(1), p -> fractal(p.integer(0), p.integer(1)));
    }

    private static IndicatorKernel fractal(int left, int right) {
        PivotFinder highs = PivotFinder.highs(left, right);
        PivotFinder lows = PivotFinder.lows(left, right);
        double[] last = {Double.NaN, Double.NaN};
        return (RowFormula) (in, row, out) -> {
            double high = highs.next(in[0][row]);
            double low = lows.next(in[1][row]);
            last[0] = Double.isNaN(high) ? last[0] : high;
            last[1] = Double.isNaN(low) ? last[1] : low;
            out[0][row] = high;
            out[1][row] = low;
            out[2][row] = last[0];
            out[3][row] = last[1];
        };
    }

    private static IndicatorDefinition supportResistance() {
        return BuiltIn.named("SUPPORT_RESISTANCE", "Support and resistance levels")
                .group(GROUP)
                .summary("""
                    Prices at which the market turned more than once. Of the last `Memory` confirmed pivots, those \
                    within `Tolerance` percent of one another are a level at their mean if there are at least \
                    `Touches`. `Resistance` is the nearest level above the close, `Support` the nearest at or below \
                    it, undefined where there is none; the touches say how many pivots made them. A pivot is a high \
                    (low) beyond those of `Strength` bars on either side, and counts from its confirmation.\
                    """)
                .prices("high", "low", "close")
                .period("Strength", "Bars on either side of a pivot", 1, 3)
                .number("Tolerance", "Tolerance, percent", 0, 100, 1)
                .count("Touches", "Pivots a level needs", 1, 100, 2)
                .count("Memory", "Pivots remembered", 2, 200, 20)
                .cost(IndicatorSpec.Cost.WINDOW)
                .output("Support", PRICE)
                .output("Resistance", PRICE)
                .output("SupportTouches", NUMBER)
                .output("ResistanceTouches", NUMBER)
                .overlay()
                .computedBy(p -> 0, p -> new PriceLevels(p.integer(0), p.real(1), p.integer(2), p.integer(3)));
    }
}
