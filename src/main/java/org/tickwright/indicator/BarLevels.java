package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;

/// Bars redrawn, and levels that the bar before sets for this one.
final class BarLevels {
    static final String GROUP = "Bars and Levels";
    private static final double[] FIBONACCI = {0.382, 0.618, 1};
    private static final double[] CAMARILLA = {12, 6, 4, 2};

    private BarLevels() {}

    static List<IndicatorDefinition> all() {
        return List.of(heikinAshi(), floorPivots(), fibonacciPivots(), camarilla());
    }

    private static IndicatorDefinition heikinAshi() {
        return BuiltIn.named("HEIKIN_ASHI", "Heikin-Ashi bars")
                .group(GROUP)
                .summary("""
                    Bars averaged into a trend: `Close = (o + h + l + c) / 4`, `Open` the middle of the averaged bar \
                    before (at first of this one), `High` and `Low` reach over both. Not prices at which anything \
                    traded: never fill an order on them.\
                    """)
                .prices("open", "high", "low", "close")
                .output("Open", PRICE)
                .output("High", PRICE)
                .output("Low", PRICE)
                .output("Close", PRICE)
                .overlay()
                .computedBy(p -> 0, p -> heikinAshiBars());
    }

    private static IndicatorKernel heikinAshiBars() {
        double[] before = {Double.NaN, Double.NaN};
        return (RowFormula) (in, row, out) -> {
            double close = (in[0][row] + in[1][row] + in[2][row] + in[3][row]) / 4;
            boolean first = Double.isNaN(before[0]);
            double open = first ? (in[0][row] + in[3][row]) / 2 : (before[0] + before[1]) / 2;
            before[0] = open;
            before[1] = close;
            out[0][row] = open;
            out[1][row] = Math.max(in[1][row], Math.max(open, close));
            out[2][row] = Math.min(in[2][row], Math.min(open, close));
            out[3][row] = close;
        };
    }

    private static IndicatorDefinition floorPivots() {
        return levels(
                "PIVOT_POINTS",
                "Pivot points",
                """
                Levels from the bar before: `P = (high + low + close) / 3`, `R1 = 2P - low`, `S1 = 2P - high`, \
                `R2 = P + range`, `S2 = P - range`, `R3 = high + 2 (P - low)`, `S3 = low - 2 (high - P)`.\
                """,
                List.of("P", "R1", "S1", "R2", "S2", "R3", "S3"),
                BarLevels::floorPivots);
    }

    private static void floorPivots(double[] bar, double[] levels) {
        double pivot = (bar[0] + bar[1] + bar[2]) / 3;
        double range = bar[0] - bar[1];
        levels[0] = pivot;
        levels[1] = 2 * pivot - bar[1];
        levels[2] = 2 * pivot - bar[0];
        levels[3] = pivot + range;
        levels[4] = pivot - range;
        levels[5] = bar[0] + 2 * (pivot - bar[1]);
        levels[6] = bar[1] - 2 * (bar[0] - pivot);
    }

    private static IndicatorDefinition fibonacciPivots() {
        return levels(
                "PIVOT_FIBONACCI",
                "Fibonacci pivot points",
                """
                Levels from the bar before: `P = (high + low + close) / 3` and 0.382, 0.618 and 1 times its range \
                above (`R1` to `R3`) and below (`S1` to `S3`).\
                """,
                List.of("P", "R1", "S1", "R2", "S2", "R3", "S3"),
                BarLevels::fibonacciPivots);
    }

    private static void fibonacciPivots(double[] bar, double[] levels) {
        double pivot = (bar[0] + bar[1] + bar[2]) / 3;
        double range = bar[0] - bar[1];
        levels[0] = pivot;
        for (int i = 0; i < FIBONACCI.length; i++) {
            levels[1 + 2 * i] = pivot + FIBONACCI[i] * range;
            levels[2 + 2 * i] = pivot - FIBONACCI[i] * range;
        }
    }

    private static IndicatorDefinition camarilla() {
        return levels(
                "PIVOT_CAMARILLA",
                "Camarilla pivot points",
                """
                Levels from the bar before: its close and 1.1 times its range over 12, 6, 4 and 2 above (`R1` to \
                `R4`) and below (`S1` to `S4`). Source: N. Stott, 1989.\
                """,
                List.of("R1", "S1", "R2", "S2", "R3", "S3", "R4", "S4"),
                BarLevels::camarilla);
    }

    private static void camarilla(double[] bar, double[] levels) {
        double reach = 1.1 * (bar[0] - bar[1]);
        for (int i = 0; i < CAMARILLA.length; i++) {
            levels[2 * i] = bar[2] + reach / CAMARILLA[i];
            levels[2 * i + 1] = bar[2] - reach / CAMARILLA[i];
        }
    }

    /// Writes the levels that a bar (high, low, close) sets.
    @FunctionalInterface
    private interface Levels {
        void of(double[] bar, double[] levels);
    }

    private static IndicatorDefinition levels(
            String name, String title, String summary, List<String> outputs, Levels levels) {
        BuiltIn.Description description =
                BuiltIn.named(name, title).group(GROUP).summary(summary);
        outputs.forEach(output -> description.output(output, PRICE));
        return description
                .prices("high", "low", "close")
                .overlay()
                .computedBy(p -> 1, p -> levels(outputs.size(), levels));
    }

    private static IndicatorKernel levels(int count, Levels levels) {
        double[] bar = {Double.NaN, Double.NaN, Double.NaN};
        double[] values = new double[count];
        return (RowFormula) (in, row, out) -> {
            levels.of(bar, values);
            for (int i = 0; i < count; i++) {
                out[i][row] = values[i];
            }
            for (int i = 0; i < bar.length; i++) {
                bar[i] = in[i][row];
            }
        };
    }
}
