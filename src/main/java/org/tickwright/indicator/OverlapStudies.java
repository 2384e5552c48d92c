package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Overlap Studies: lines on the scale of the price.
final class OverlapStudies {
    static final String GROUP = "Overlap Studies";

    private OverlapStudies() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                accelerationBands(),
                bbands(),
                average("SMA", "Simple moving average", """
                    The mean of the last n values: `(x[i-n+1] + … + x[i]) / n`.\
                    """),
                average("EMA", "Exponential moving average", """
                    A mean that forgets: `EMA + k * (x - EMA)` with `k = 2 / (n + 1)`, from the plain mean of \
                    the first n values on.\
                    """),
                average("WMA", "Weighted moving average", """
                    The mean of the last n values with weights 1 for the oldest to n for the newest: \
                    `(1 * x[i-n+1] + … + n * x[i]) / (n (n+1) / 2)`.\
                    """),
                average("DEMA", "Double exponential moving average", """
                    An exponential average with less lag: `2 * EMA - EMA(EMA)`. By P. G. Mulloy, 1994.\
                    """),
                average("TEMA", "Triple exponential moving average", """
                    An exponential average with still less lag: `3 * EMA - 3 * EMA(EMA) + EMA(EMA(EMA))`. By P. G. \
                    Mulloy, 1994.\
                    """),
                average("TRIMA", "Triangular moving average", """
                    A simple average of a simple average, so that the middle of the window weighs most: over \
                    `(n+1)/2` values twice for odd n, over `n/2 + 1` and then `n/2` for even n.\
                    """),
                average("KAMA", "Kaufman's adaptive moving average", """
                    An exponential average whose weight lies between those of 30 and 2 bars, the nearer to 2 the \
                    straighter the last n values: `KAMA + c * (x - KAMA)`, \
                    `c = (E * (2/3 - 2/31) + 2/31)^2`, `E = |x - x[-n]| / sum |x - x[-1]|`. By P. J. Kaufman, 1995.\
                    """),
                CycleIndicators.trendline(),
                ma(),
                mama(),
                variable(),
                midpoint(),
                midprice(),
                sar(),
                extendedSar(),
                tillson());
    }

    private static BuiltIn.Description described(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(summary.strip() + " Source: TA-Lib, function " + name + ".");
    }

    private static IndicatorDefinition average(String name, String title, String summary) {
        int kind = MovingAverages.KINDS.indexOf(name);
        return described(name, title, summary)
                .real()
                .period("optInTimePeriod", "Period", 2, 30)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> MovingAverages.of(kind, arguments.integer(0)));
    }

    private static IndicatorDefinition tillson() {
        return described("T3", "Tillson's T3", """
            Six exponential averages in a row, weighted so that the line follows closely and stays smooth: \
            `GD(GD(GD(x)))` with `GD = (1 + v) * EMA - v * EMA(EMA)` and volume factor v. By T. Tillson, \
            1998.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 2, 5)
                .number("optInVFactor", "Volume factor", 0, 1, 0.7)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> MovingAverages.tillson(arguments.integer(0), arguments.real(1)));
    }

    private static IndicatorDefinition ma() {
        return described("MA", "Moving average of any kind", """
            A moving average of the chosen kind: simple, exponential, weighted, double and triple \
            exponential, triangular, Kaufman's adaptive, Ehlers' MESA adaptive (which ignores the \
            period), Tillson's T3 with volume factor 0.7.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 1, 30)
                .average("optInMAType", "Kind of average")
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> MovingAverages.of(arguments.integer(1), arguments.integer(0)));
    }

    private static IndicatorDefinition variable() {
        return described("MAVP", "Moving average with variable period", """
            A moving average of the chosen kind whose period a second series gives row by row, cut to whole \
            bars and kept within the limits, whichever of them is the larger.\
            """)
                .real()
                .given("periods")
                .period("optInMinPeriod", "Shortest period", 2, 2)
                .period("optInMaxPeriod", "Longest period", 2, 30)
                .average("optInMAType", "Kind of average")
                .output("Real", PRICE)
                .overlay()
                .computedBy(
                        arguments -> MovingAverages.of(
                                        arguments.integer(2), Math.max(arguments.integer(0), arguments.integer(1)))
                                .lookback(),
                        (arguments, begin) -> new VariablePeriod(
                                arguments.integer(0), arguments.integer(1), arguments.integer(2), begin));
    }

    private static IndicatorDefinition mama() {
        return described("MAMA", "MESA adaptive moving average", """
            An exponential average whose weight follows how fast the phase of the dominant cycle turns, \
            between two limits (`MAMA`), and one that follows it with half the weight (`FAMA`). By J. F. \
            Ehlers, 2001.\
            """)
                .real()
                .number("optInFastLimit", "Fast limit", 0.01, 0.99, 0.5)
                .number("optInSlowLimit", "Slow limit", 0.01, 0.99, 0.05)
                .output("MAMA", PRICE)
                .output("FAMA", PRICE)
                .overlay()
                .computedBy(arguments -> MesaAverage.LOOKBACK, arguments -> {
                    MesaAverage average = new MesaAverage(arguments.real(0), arguments.real(1));
                    return (inputs, from, to, outputs) -> {
                        for (int row = from; row < to; row++) {
                            outputs[0][row] = average.step(inputs[0][row]);
                            outputs[1][row] = Double.isNaN(outputs[0][row]) ? Double.NaN : average.following();
                        }
                    };
                });
    }

    private static IndicatorDefinition bbands() {
        return described("BBANDS", "Bollinger bands", """
            A moving average and a band around it, as wide as the last n values scatter: \
            `average + up * deviation` and `average - down * deviation`, deviation with divisor n. By J. \
            Bollinger.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 2, 5)
                .factor("optInNbDevUp", "Deviations up", 2)
                .factor("optInNbDevDn", "Deviations down", 2)
                .average("optInMAType", "Kind of average")
                .output("RealUpperBand", PRICE)
                .output("RealMiddleBand", PRICE)
                .output("RealLowerBand", PRICE)
                .overlay()
                .computedBy(
                        arguments -> BollingerBands.lookback(arguments.integer(0), arguments.integer(3)),
                        arguments -> new BollingerBands(
                                arguments.integer(0), arguments.real(1), arguments.real(2), arguments.integer(3)));
    }

    private static IndicatorDefinition accelerationBands() {
        return described("ACCBANDS", "Acceleration bands", """
            Simple averages of the close and of highs and lows moved apart by the bar's range: \
            `high * (1 + w)` and `low * (1 - w)` with `w = 4 * (high - low) / (high + low)`. By P. \
            Headley.\
            """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 2, 20)
                .output("RealUpperBand", PRICE)
                .output("RealMiddleBand", PRICE)
                .output("RealLowerBand", PRICE)
                .overlay()
                .computedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    RowTransform upper = new SimpleAverage(arguments.integer(0));
                    RowTransform middle = new SimpleAverage(arguments.integer(0));
                    RowTransform lower = new SimpleAverage(arguments.integer(0));
                    return (inputs, from, to, outputs) -> {
                        for (int row = from; row < to; row++) {
                            double high = inputs[0][row];
                            double low = inputs[1][row];
                            double width = Wilder.partOf(4 * (high - low), high + low);
                            outputs[0][row] = upper.step(high * (1 + width));
                            outputs[1][row] = middle.step(inputs[2][row]);
                            outputs[2][row] = lower.step(low * (1 - width));
                        }
                    };
                });
    }

    private static IndicatorDefinition midpoint() {
        return described("MIDPOINT", "Midpoint over period", """
            The middle between the highest and the lowest of the last n values.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PRICE)
                .overlay()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> middle(arguments, 0));
    }

    private static IndicatorDefinition midprice() {
        return described("MIDPRICE", "Midpoint price over period", """
            The middle between the highest high and the lowest low of the last n bars.\
            """)
                .prices("high", "low")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PRICE)
                .overlay()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> middle(arguments, 1));
    }

    private static BuiltIn.RowFunction middle(IndicatorArguments arguments, int lowInput) {
        RowTransform highest = Extreme.highest(arguments.integer(0));
        RowTransform lowest = Extreme.lowest(arguments.integer(0));
        return (inputs, row) -> (highest.step(inputs[0][row]) + lowest.step(inputs[lowInput][row])) / 2;
    }

    private static IndicatorDefinition sar() {
        return described("SAR", "Parabolic stop and reverse", """
            A stop that follows the price, the faster the more new extremes there are, and changes sides \
            where the price touches it: `SAR + a * (extreme - SAR)`, a growing with every new extreme up \
            to a maximum. By J. W. Wilder, 1978.\
            """)
                .prices("high", "low")
                .number("optInAcceleration", "Acceleration", 0, 3e37, 0.02)
                .number("optInMaximum", "Largest acceleration", 0, 3e37, 0.2)
                .output("Real", PRICE)
                .overlay()
                .followedBy(
                        arguments -> 1,
                        arguments ->
                                new ParabolicStop(ParabolicStop.Settings.plain(arguments.real(0), arguments.real(1))));
    }

    private static IndicatorDefinition extendedSar() {
        return described("SAREXT", "Parabolic stop and reverse, extended", """
            The parabolic stop with its own accelerations for rising and falling prices, a start value \
            (positive begins long, negative short, 0 lets the price decide) and an offset where it turns. \
            Negative while short. By J. W. Wilder, 1978.\
            """)
                .prices("high", "low")
                .factor("optInStartValue", "Start value", 0)
                .number("optInOffsetOnReverse", "Offset on reverse", 0, 3e37, 0)
                .number("optInAccelerationInitLong", "First acceleration, long", 0, 3e37, 0.02)
                .number("optInAccelerationLong", "Acceleration, long", 0, 3e37, 0.02)
                .number("optInAccelerationMaxLong", "Largest acceleration, long", 0, 3e37, 0.2)
                .number("optInAccelerationInitShort", "First acceleration, short", 0, 3e37, 0.02)
                .number("optInAccelerationShort", "Acceleration, short", 0, 3e37, 0.02)
                .number("optInAccelerationMaxShort", "Largest acceleration, short", 0, 3e37, 0.2)
                .output("Real", PRICE)
                .pane()
                .followedBy(arguments -> 1, arguments -> new ParabolicStop(extended(arguments)));
    }

    private static ParabolicStop.Settings extended(IndicatorArguments arguments) {
        return new ParabolicStop.Settings(
                arguments.real(0),
                arguments.real(1),
                true,
                new ParabolicStop.Pace(arguments.real(2), arguments.real(3), arguments.real(4)),
                new ParabolicStop.Pace(arguments.real(5), arguments.real(6), arguments.real(7)));
    }
}
