package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;
import static org.tickwright.spi.IndicatorSpec.Unit.RATIO;

import java.util.List;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;

/// Momentum and trend measures below the chart that TA-Lib has not.
final class FurtherOscillators {
    static final String GROUP = "Further Oscillators";

    private FurtherOscillators() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                detrended(),
                trueStrength(),
                coppock(),
                knowSureThing(),
                massIndex(),
                choppiness(),
                elderRay(),
                connors(),
                awesome(),
                vortex(),
                unsmoothedMomentum());
    }

    private static IndicatorDefinition detrended() {
        return BuiltIn.named("DPO", "Detrended price oscillator")
                .group(GROUP)
                .summary("""
                    Cycles without their trend: `x[n/2 + 1 ago] - SMA(x, n)`. Both are known at the bar on which it \
                    stands; some charts draw it back in the middle of its window, where it was not.\
                    """)
                .real()
                .period("Period", "Period", 2, 20)
                .output("Real", PRICE)
                .pane()
                .computedBy(p -> Math.max(p.integer(0) - 1, p.integer(0) / 2 + 1), p -> detrended(p.integer(0)));
    }

    private static IndicatorKernel detrended(int period) {
        Stage before = Stage.delay(period / 2 + 1);
        Stage mean = Stage.simple(period);
        return (RowFormula) (in, row, out) -> out[0][row] = before.next(in[0][row]) - mean.next(in[0][row]);
    }

    private static IndicatorDefinition trueStrength() {
        return BuiltIn.named("TSI", "True strength index")
                .group(GROUP)
                .summary("""
                    Changes smoothed twice over the size of changes smoothed twice: \
                    `100 * EMA(EMA(c, slow), fast) / EMA(EMA(|c|, slow), fast)` with the change `c` from bar to bar, 0 \
                    where nothing moved. Source: W. Blau, 1991.\
                    """)
                .real()
                .period("Slow", "First smoothing", 1, 25)
                .period("Fast", "Second smoothing", 1, 13)
                .output("Real", PERCENT)
                .pane()
                .computedBy(p -> p.integer(0) + p.integer(1) - 1, p -> trueStrength(p.integer(0), p.integer(1)));
    }

    private static IndicatorKernel trueStrength(int slow, int fast) {
        Change change = new Change();
        Stage[] way = {Stage.exponential(slow), Stage.exponential(fast)};
        Stage[] path = {Stage.exponential(slow), Stage.exponential(fast)};
        return (RowFormula) (in, row, out) -> {
            double step = change.next(in[0][row]);
            double net = way[1].next(way[0].next(step));
            double size = path[1].next(path[0].next(Math.abs(step)));
            out[0][row] = size == 0 ? 0 : 100 * (net / size);
        };
    }

    private static IndicatorDefinition coppock() {
        return BuiltIn.named("COPPOCK", "Coppock curve")
                .group(GROUP)
                .summary("""
                    A weighted average of two rates of change: `WMA(ROC(x, long) + ROC(x, short), n)`, in percent. \
                    Source: E. Coppock, 1962.\
                    """)
                .real()
                .period("Long", "Long rate of change", 1, 14)
                .period("Short", "Short rate of change", 1, 11)
                .period("Period", "Period of the average", 1, 10)
                .output("Real", PERCENT)
                .pane()
                .computedBy(p -> Math.max(p.integer(0), p.integer(1)) + p.integer(2) - 1, FurtherOscillators::coppock);
    }

    private static IndicatorKernel coppock(IndicatorArguments p) {
        RateOfChange first = new RateOfChange(p.integer(0));
        RateOfChange second = new RateOfChange(p.integer(1));
        Stage average = Stage.weighted(p.integer(2));
        return (RowFormula)
                (in, row, out) -> out[0][row] = average.next(first.next(in[0][row]) + second.next(in[0][row]));
    }

    private static IndicatorDefinition knowSureThing() {
        BuiltIn.Description description = BuiltIn.named("KST", "Know sure thing")
                .group(GROUP)
                .summary("""
                    Four rates of change, each smoothed and weighted 1 to 4: `SMA(ROC(x, r1), n1) + 2 * \
                    SMA(ROC(x, r2), n2) + 3 * SMA(ROC(x, r3), n3) + 4 * SMA(ROC(x, r4), n4)`, and a simple average \
                    of it as `Signal`. Source: M. Pring, 1992.\
                    """)
                .real();
        int[] rates = {10, 15, 20, 30};
        int[] averages = {10, 10, 10, 15};
        for (int i = 0; i < rates.length; i++) {
            description.period("Rate" + (i + 1), "Rate of change " + (i + 1), 1, rates[i]);
        }
        for (int i = 0; i < averages.length; i++) {
            description.period("Average" + (i + 1), "Average " + (i + 1), 1, averages[i]);
        }
        return description
                .period("Signal", "Signal period", 1, 9)
                .output("KST", PERCENT)
                .output("Signal", PERCENT)
                .pane()
                .computedBy(p -> rowsOfSum(p) + p.integer(8) - 1, FurtherOscillators::knowSureThing);
    }

    private static int rowsOfSum(IndicatorArguments p) {
        int most = 0;
        for (int i = 0; i < 4; i++) {
            most = Math.max(most, p.integer(i) + p.integer(4 + i) - 1);
        }
        return most;
    }

    private static IndicatorKernel knowSureThing(IndicatorArguments p) {
        RateOfChange[] rates = new RateOfChange[4];
        Stage[] averages = new Stage[4];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = new RateOfChange(p.integer(i));
            averages[i] = Stage.simple(p.integer(4 + i));
        }
        Stage signal = Stage.simple(p.integer(8));
        return (RowFormula) (in, row, out) -> {
            double sum = 0;
            for (int i = 0; i < rates.length; i++) {
                sum += (i + 1) * averages[i].next(rates[i].next(in[0][row]));
            }
            out[0][row] = sum;
            out[1][row] = signal.next(sum);
        };
    }

    private static IndicatorDefinition massIndex() {
        return BuiltIn.named("MASS_INDEX", "Mass index")
                .group(GROUP)
                .summary("""
                    Ranges that swell: the sum over n bars of `EMA(high - low, m) / EMA(EMA(high - low, m), m)`, a \
                    bar without any range before it counting 1. Source: D. Dorsey, 1992.\
                    """)
                .prices("high", "low")
                .period("Average", "Period of the averages", 1, 9)
                .period("Period", "Bars summed", 1, 25)
                .output("Real", NUMBER)
                .pane()
                .computedBy(p -> 2 * (p.integer(0) - 1) + p.integer(1) - 1, p -> massIndex(p.integer(0), p.integer(1)));
    }

    private static IndicatorKernel massIndex(int average, int period) {
        Stage once = Stage.exponential(average);
        Stage twice = Stage.exponential(average);
        Stage mean = Stage.simple(period);
        return (RowFormula) (in, row, out) -> {
            double single = once.next(in[0][row] - in[1][row]);
            double pair = twice.next(single);
            out[0][row] = period * mean.next(pair == 0 ? 1 : single / pair);
        };
    }

    private static IndicatorDefinition choppiness() {
        return BuiltIn.named("CHOP", "Choppiness index")
                .group(GROUP)
                .summary("""
                    Near 100 where the market goes nowhere, near 0 where it runs: \
                    `100 * log10(sum(true range, n) / (highest high - lowest low)) / log10(n)`, 100 where the range \
                    is nothing. Source: E. W. Dreiss.\
                    """)
                .prices("high", "low", "close")
                .period("Period", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .computedBy(p -> p.integer(0), p -> choppiness(p.integer(0)));
    }

    private static IndicatorKernel choppiness(int period) {
        TrueRange range = new TrueRange();
        Stage mean = Stage.simple(period);
        Stage highest = Stage.highest(period);
        Stage lowest = Stage.lowest(period);
        double scale = 100 / StrictMath.log10(period);
        return (RowFormula) (in, row, out) -> {
            double path = period * mean.next(range.next(in[0][row], in[1][row], in[2][row]));
            double reach = highest.next(in[0][row]) - lowest.next(in[1][row]);
            out[0][row] = reach == 0 && path >= 0 ? 100 : scale * StrictMath.log10(path / reach);
        };
    }

    private static IndicatorDefinition elderRay() {
        return BuiltIn.named("ELDER_RAY", "Elder ray")
                .group(GROUP)
                .summary("""
                    How far buyers and sellers pushed from value: `Bull = high - EMA(close, n)`, \
                    `Bear = low - EMA(close, n)`. Source: A. Elder, 1989.\
                    """)
                .prices("high", "low", "close")
                .period("Period", "Period", 1, 13)
                .output("Bull", PRICE)
                .output("Bear", PRICE)
                .pane()
                .computedBy(p -> p.integer(0) - 1, p -> elderRay(p.integer(0)));
    }

    private static IndicatorKernel elderRay(int period) {
        Stage average = Stage.exponential(period);
        return (RowFormula) (in, row, out) -> {
            double value = average.next(in[2][row]);
            out[0][row] = in[0][row] - value;
            out[1][row] = in[1][row] - value;
        };
    }

    private static IndicatorDefinition connors() {
        return BuiltIn.named("CONNORS_RSI", "Connors relative strength index")
                .group(GROUP)
                .summary("""
                    The mean of three percentages: Wilder's RSI of the close, Wilder's RSI of the length of the \
                    current run of rises (positive) or falls (negative), and the share of the last n one-bar rates of \
                    change that lie below today's. Source: L. Connors and C. Alvarez, 2012.\
                    """)
                .real()
                .period("Price", "Period of the price's RSI", 2, 3)
                .period("Streak", "Period of the streak's RSI", 2, 2)
                .period("Rank", "Rows ranked", 1, 100)
                .cost(IndicatorSpec.Cost.WINDOW)
                .output("Real", PERCENT)
                .pane()
                .computedBy(
                        p -> Math.max(Math.max(p.integer(0), p.integer(1)), p.integer(2) + 1),
                        p -> new ConnorsStrength(p.integer(0), p.integer(1), p.integer(2)));
    }

    private static IndicatorDefinition awesome() {
        return BuiltIn.named("AWESOME", "Awesome oscillator")
                .group(GROUP)
                .summary("""
                    A fast less a slow mean of the middles of bars: `SMA((high + low) / 2, 5) - \
                    SMA((high + low) / 2, 34)`. Source: B. Williams, 1995.\
                    """)
                .prices("high", "low")
                .period("Fast", "Fast period", 1, 5)
                .period("Slow", "Slow period", 1, 34)
                .output("Real", PRICE)
                .pane()
                .computedBy(p -> Math.max(p.integer(0), p.integer(1)) - 1, p -> awesome(p.integer(0), p.integer(1)));
    }

    private static IndicatorKernel awesome(int fast, int slow) {
        Stage near = Stage.simple(fast);
        Stage far = Stage.simple(slow);
        return (RowFormula) (in, row, out) -> {
            double middle = (in[0][row] + in[1][row]) / 2;
            out[0][row] = near.next(middle) - far.next(middle);
        };
    }

    private static IndicatorDefinition vortex() {
        return BuiltIn.named("VORTEX", "Vortex indicator")
                .group(GROUP)
                .summary("""
                    `Plus = sum(|high - low[-1]|, n) / sum(true range, n)`, `Minus` with `|low - high[-1]|`; both 1 \
                    where nothing moved. Source: E. Botes and D. Siepman, 2010.\
                    """)
                .prices("high", "low", "close")
                .period("Period", "Period", 1, 14)
                .output("Plus", RATIO)
                .output("Minus", RATIO)
                .pane()
                .computedBy(p -> p.integer(0), p -> vortex(p.integer(0)));
    }

    private static IndicatorKernel vortex(int period) {
        Stage[] before = {Stage.delay(1), Stage.delay(1)};
        TrueRange range = new TrueRange();
        Stage[] means = {Stage.simple(period), Stage.simple(period), Stage.simple(period)};
        return (RowFormula) (in, row, out) -> {
            double high = in[0][row];
            double low = in[1][row];
            double rise = means[0].next(Math.abs(high - before[1].next(low)));
            double fall = means[1].next(Math.abs(low - before[0].next(high)));
            double path = means[2].next(range.next(high, low, in[2][row]));
            out[0][row] = path == 0 ? 1 : rise / path;
            out[1][row] = path == 0 ? 1 : fall / path;
        };
    }

    private static IndicatorDefinition unsmoothedMomentum() {
        return BuiltIn.named("CMOU", "Chande momentum oscillator, unsmoothed")
                .group(GROUP)
                .summary("""
                    `100 * (up - down) / (up + down)` with the plain sums of the rises and falls of the last n bars, 0 \
                    where nothing moved. TA-Lib's `CMO` smooths them as Wilder would; T. Chande's own formula of 1994 \
                    does not.\
                    """)
                .real()
                .period("Period", "Period", 1, 14)
                .output("Real", PERCENT)
                .pane()
                .computedBy(p -> p.integer(0), p -> unsmoothedMomentum(p.integer(0)));
    }

    private static IndicatorKernel unsmoothedMomentum(int period) {
        Change change = new Change();
        Stage gains = Stage.simple(period);
        Stage losses = Stage.simple(period);
        return (RowFormula) (in, row, out) -> {
            double step = change.next(in[0][row]);
            double up = gains.next(Wilder.gain(step, Math.abs(step)));
            double down = losses.next(Wilder.loss(step, Math.abs(step)));
            out[0][row] = up + down == 0 ? 0 : 100 * ((up - down) / (up + down));
        };
    }
}
