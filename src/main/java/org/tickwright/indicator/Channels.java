package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;
import static org.tickwright.spi.IndicatorSpec.Unit.RATIO;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;

/// Bands, clouds and trailing levels around the price that TA-Lib has not.
final class Channels {
    static final String GROUP = "Channels";

    private Channels() {}

    static List<IndicatorDefinition> all() {
        return List.of(ichimoku(), keltner(), donchian(), supertrend(), chandelier(), bollingerPlace(), envelope());
    }

    private static IndicatorDefinition ichimoku() {
        return BuiltIn.named("ICHIMOKU", "Ichimoku cloud")
                .group(GROUP)
                .summary("""
                    Middles of the range: `Tenkan` of 9 bars, `Kijun` of 26, `SpanB` of 52, each \
                    `(highest high + lowest low) / 2`; `SpanA` is the mean of Tenkan and Kijun. The spans stand on \
                    the bar on which they are known; the cloud of a bar is what was known `Shift` bars before: \
                    `CloudA`, `CloudB`. The lagging line is the close itself drawn in the past, which no strategy can \
                    use, so there is none. Source: G. Hosoda, 1969.\
                    """)
                .prices("high", "low")
                .period("Tenkan", "Tenkan bars", 1, 9)
                .period("Kijun", "Kijun bars", 1, 26)
                .period("SpanB", "Span B bars", 1, 52)
                .period("Shift", "Bars ahead", 0, 26)
                .output("Tenkan", PRICE)
                .output("Kijun", PRICE)
                .output("SpanA", PRICE)
                .output("SpanB", PRICE)
                .output("CloudA", PRICE)
                .output("CloudB", PRICE)
                .overlay()
                .computedBy(
                        p -> Math.max(Math.max(p.integer(0), p.integer(1)), p.integer(2)) - 1 + p.integer(3),
                        p -> ichimoku(
                                new Middle(p.integer(0)),
                                new Middle(p.integer(1)),
                                new Middle(p.integer(2)),
                                p.integer(3)));
    }

    private static IndicatorKernel ichimoku(Middle tenkan, Middle kijun, Middle spanB, int shift) {
        Stage cloudA = Stage.delay(shift);
        Stage cloudB = Stage.delay(shift);
        return (RowFormula) (in, row, out) -> {
            double fast = tenkan.next(in[0][row], in[1][row]);
            double slow = kijun.next(in[0][row], in[1][row]);
            double a = (fast + slow) / 2;
            double b = spanB.next(in[0][row], in[1][row]);
            out[0][row] = fast;
            out[1][row] = slow;
            out[2][row] = a;
            out[3][row] = b;
            out[4][row] = cloudA.next(a);
            out[5][row] = cloudB.next(b);
        };
    }

    private static IndicatorDefinition keltner() {
        return BuiltIn.named("KELTNER", "Keltner channel")
                .group(GROUP)
                .summary("""
                    An exponential average of the close (`MiddleBand`) and multiples of Wilder's average true range above \
                    and below. Source: C. Keltner, 1960, in L. Raschke's form.\
                    """)
                .prices("high", "low", "close")
                .period("Period", "Period", 1, 20)
                .period("RangePeriod", "Period of the range", 1, 20)
                .factor("Factor", "Factor", 2)
                .output("UpperBand", PRICE)
                .output("MiddleBand", PRICE)
                .output("LowerBand", PRICE)
                .overlay()
                .computedBy(
                        p -> Math.max(p.integer(0) - 1, p.integer(1)),
                        p -> keltner(p.integer(0), p.integer(1), p.real(2)));
    }

    private static IndicatorKernel keltner(int period, int rangePeriod, double factor) {
        Stage average = Stage.exponential(period);
        TrueRange range = new TrueRange();
        Stage averageRange = Stage.wilder(rangePeriod);
        return (RowFormula) (in, row, out) -> {
            double middle = average.next(in[2][row]);
            double width = factor * averageRange.next(range.next(in[0][row], in[1][row], in[2][row]));
            out[0][row] = middle + width;
            out[1][row] = middle;
            out[2][row] = middle - width;
        };
    }

    private static IndicatorDefinition donchian() {
        return BuiltIn.named("DONCHIAN", "Donchian channel")
                .group(GROUP)
                .summary("""
                    The highest high and the lowest low of the last n bars, the current one included, and their \
                    mean. A breakout compares the close with the channel of the bar before. Source: R. Donchian.\
                    """)
                .prices("high", "low")
                .period("Period", "Period", 1, 20)
                .output("UpperBand", PRICE)
                .output("MiddleBand", PRICE)
                .output("LowerBand", PRICE)
                .overlay()
                .computedBy(p -> p.integer(0) - 1, p -> donchian(p.integer(0)));
    }

    private static IndicatorKernel donchian(int period) {
        Stage highest = Stage.highest(period);
        Stage lowest = Stage.lowest(period);
        return (RowFormula) (in, row, out) -> {
            double upper = highest.next(in[0][row]);
            double lower = lowest.next(in[1][row]);
            out[0][row] = upper;
            out[1][row] = (upper + lower) / 2;
            out[2][row] = lower;
        };
    }

    private static IndicatorDefinition supertrend() {
        return BuiltIn.named("SUPERTREND", "SuperTrend")
                .group(GROUP)
                .summary("""
                    A stop that trails the middle of the bar by multiples of Wilder's average true range and changes \
                    sides when the close passes it. `Direction` is 1 while it lies below the price, -1 above. A band \
                    moves away from the price only after the close before it lay beyond it. Source: O. Seban.\
                    """)
                .prices("high", "low", "close")
                .period("Period", "Period of the range", 1, 10)
                .factor("Factor", "Factor", 3)
                .output("SuperTrend", PRICE)
                .output("Direction", NUMBER)
                .overlay()
                .computedBy(p -> p.integer(0), p -> new SuperTrend(p.integer(0), p.real(1)));
    }

    private static IndicatorDefinition chandelier() {
        return BuiltIn.named("CHANDELIER", "Chandelier exit")
                .group(GROUP)
                .summary("""
                    A trailing stop that hangs from the extreme: `Long` is the highest high of n bars less a multiple \
                    of Wilder's average true range of n, `Short` the lowest low plus it. Source: C. LeBeau.\
                    """)
                .prices("high", "low", "close")
                .period("Period", "Period", 1, 22)
                .factor("Factor", "Factor", 3)
                .output("Long", PRICE)
                .output("Short", PRICE)
                .overlay()
                .computedBy(p -> p.integer(0), p -> chandelier(p.integer(0), p.real(1)));
    }

    private static IndicatorKernel chandelier(int period, double factor) {
        Stage highest = Stage.highest(period);
        Stage lowest = Stage.lowest(period);
        TrueRange range = new TrueRange();
        Stage averageRange = Stage.wilder(period);
        return (RowFormula) (in, row, out) -> {
            double width = factor * averageRange.next(range.next(in[0][row], in[1][row], in[2][row]));
            out[0][row] = highest.next(in[0][row]) - width;
            out[1][row] = lowest.next(in[1][row]) + width;
        };
    }

    private static IndicatorDefinition bollingerPlace() {
        return BuiltIn.named("BB_PLACE", "Place in Bollinger's bands")
                .group(GROUP)
                .summary("""
                    `PercentB` is where the value lies between the lower band (0) and the upper (1), 0.5 where nothing \
                    moved; `Width` is `(upper - lower) / middle`. The bands are the mean of n values and `Factor` \
                    standard deviations (divisor n). Source: J. Bollinger, 2001.\
                    """)
                .real()
                .period("Period", "Period", 2, 20)
                .number("Factor", "Factor", 0, 3e37, 2)
                .output("PercentB", RATIO)
                .output("Width", RATIO)
                .pane()
                .computedBy(p -> p.integer(0) - 1, p -> bollingerPlace(p.integer(0), p.real(1)));
    }

    private static IndicatorKernel bollingerPlace(int period, double factor) {
        Stage mean = Stage.simple(period);
        Stage deviation = Stage.of(new Deviation(period, 1));
        return (RowFormula) (in, row, out) -> {
            double value = in[0][row];
            double middle = mean.next(value);
            double reach = factor * deviation.next(value);
            out[0][row] = reach == 0 ? 0.5 : (value - (middle - reach)) / (2 * reach);
            out[1][row] = middle == 0 ? 0 : 2 * reach / middle;
        };
    }

    private static IndicatorDefinition envelope() {
        return BuiltIn.named("ENVELOPE", "Moving average envelope")
                .group(GROUP)
                .summary("""
                    A moving average of any kind (`MiddleBand`) and the same moved up and down by percent.\
                    """)
                .real()
                .period("Period", "Period", 1, 20)
                .number("Percent", "Percent", 0, 100, 2.5)
                .average("Kind", "Kind of average")
                .output("UpperBand", PRICE)
                .output("MiddleBand", PRICE)
                .output("LowerBand", PRICE)
                .overlay()
                .computedBy(
                        p -> MovingAverages.of(p.integer(2), p.integer(0)).lookback(),
                        p -> envelope(Stage.of(MovingAverages.of(p.integer(2), p.integer(0))), p.real(1)));
    }

    private static IndicatorKernel envelope(Stage average, double percent) {
        double share = percent / 100;
        return (RowFormula) (in, row, out) -> {
            double middle = average.next(in[0][row]);
            out[0][row] = middle * (1 + share);
            out[1][row] = middle;
            out[2][row] = middle * (1 - share);
        };
    }

    /// The middle of the range of the last bars.
    private static final class Middle {
        private final Stage highest;
        private final Stage lowest;

        Middle(int period) {
            highest = Stage.highest(period);
            lowest = Stage.lowest(period);
        }

        double next(double high, double low) {
            return (highest.next(high) + lowest.next(low)) / 2;
        }
    }
}
