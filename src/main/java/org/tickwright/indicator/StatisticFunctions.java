package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import java.util.function.IntFunction;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// TA-Lib's group Statistic Functions.
final class StatisticFunctions {
    static final String GROUP = "Statistic Functions";

    private StatisticFunctions() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                beta(),
                correlation(),
                stddev(),
                variance(),
                line(
                        "LINEARREG",
                        "Linear regression",
                        "its value at the newest row",
                        PRICE,
                        n -> LinearFit.valueAt(n, n - 1)),
                line(
                        "LINEARREG_INTERCEPT",
                        "Linear regression intercept",
                        "its value at the oldest row",
                        PRICE,
                        n -> LinearFit.valueAt(n, 0)),
                line("TSF", "Time series forecast", "its value one row ahead", PRICE, n -> LinearFit.valueAt(n, n)),
                line("LINEARREG_SLOPE", "Linear regression slope", "its rise in one row", NUMBER, LinearFit::slope),
                line(
                        "LINEARREG_ANGLE",
                        "Linear regression angle",
                        "the arc tangent of its slope in degrees",
                        NUMBER,
                        n -> LinearFit.angle(n)));
    }

    private static BuiltIn.Description described(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(summary.strip() + " Source: TA-Lib, function " + name + ".");
    }

    private static IndicatorDefinition stddev() {
        return described("STDDEV", "Standard deviation", """
            How far the last n values lie from their mean, times a factor: \
            `sqrt(sum (x - mean)^2 / n) * factor`, with divisor n.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 2, 5)
                .factor("optInNbDev", "Factor", 1)
                .output("Real", PRICE)
                .pane()
                .transformedBy(arguments -> new Deviation(arguments.integer(0), arguments.real(1)));
    }

    private static IndicatorDefinition variance() {
        return described("VAR", "Variance", """
            The mean square of the distance of the last n values from their mean: \
            `sum (x - mean)^2 / n`. The factor is there in TA-Lib and has no effect.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 1, 5)
                .factor("optInNbDev", "Factor", 1)
                .output("Real", NUMBER)
                .pane()
                .transformedBy(arguments -> Deviation.variance(arguments.integer(0)));
    }

    private static IndicatorDefinition line(
            String name, String title, String what, IndicatorSpec.Unit unit, IntFunction<RowTransform> fit) {
        BuiltIn.Description description = described(
                        name,
                        title,
                        "Of the straight line through the last n values by least squares, " + what + ": "
                                + "`slope = sum (t - mean t) (x - mean x) / sum (t - mean t)^2`.")
                .real()
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", unit);
        return (unit == PRICE ? description.overlay() : description.pane())
                .transformedBy(arguments -> fit.apply(arguments.integer(0)));
    }

    private static IndicatorDefinition beta() {
        return described("BETA", "Beta", """
            How much the second series moves with the first, the market: \
            `cov(r0, r1) / var(r0)` over the last n returns `r = x / x[-1] - 1`; 0 where the market does \
            not move.\
            """)
                .reals("high", "low")
                .period("optInTimePeriod", "Period", 1, 5)
                .output("Real", NUMBER)
                .pane()
                .followedBy(arguments -> arguments.integer(0), arguments -> new Beta(arguments.integer(0)));
    }

    private static IndicatorDefinition correlation() {
        return described("CORREL", "Pearson's correlation coefficient", """
            How closely two series move together over the last n values, -1 to 1: \
            `cov(x, y) / sqrt(var(x) * var(y))`; 0 where one of them does not move.\
            """)
                .reals("high", "low")
                .period("optInTimePeriod", "Period", 1, 30)
                .output("Real", NUMBER)
                .pane()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> correlation(arguments.integer(0)));
    }

    private static BuiltIn.RowFunction correlation(int period) {
        PairedWindow window = new PairedWindow(period);
        return (inputs, row) -> {
            if (!window.next(inputs[0][row], inputs[1][row])) {
                return Double.NaN;
            }
            double product = window.squaresOfFirst() * window.squaresOfSecond();
            return Wilder.isZero(product) ? 0 : window.products() / Math.sqrt(product);
        };
    }

    /// Beta of the returns since the row before.
    private static final class Beta implements BuiltIn.RowFunction {
        private final int period;
        private final PairedWindow window;
        private boolean started;
        private double market;
        private double other;

        Beta(int period) {
            this.period = period;
            window = new PairedWindow(period);
        }

        @Override
        public double value(double[][] inputs, int row) {
            double x = inputs[0][row];
            double y = inputs[1][row];
            boolean full = started && window.next(change(market, x), change(other, y));
            started = true;
            market = x;
            other = y;
            if (!full) {
                return Double.NaN;
            }
            double squares = window.squaresOfFirst();
            return Wilder.isZero(squares * period) ? 0 : window.products() / squares;
        }

        private static double change(double before, double value) {
            return Wilder.isZero(before) ? 0 : (value - before) / before;
        }
    }
}
