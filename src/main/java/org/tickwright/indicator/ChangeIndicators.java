package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;
import static org.tickwright.spi.IndicatorSpec.Unit.RATIO;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// A value beside an earlier one, and averages beside each other: part of TA-Lib's group Momentum
/// Indicators.
final class ChangeIndicators {
    private ChangeIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                change("MOM", "Momentum", "x - x[-n]", PRICE, (value, before) -> value - before),
                change(
                        "ROC",
                        "Rate of change",
                        "100 * (x / x[-n] - 1)",
                        PERCENT,
                        (value, before) -> before == 0 ? 0 : (value / before - 1) * 100),
                change(
                        "ROCP",
                        "Rate of change as a fraction",
                        "(x - x[-n]) / x[-n]",
                        RATIO,
                        (value, before) -> before == 0 ? 0 : (value - before) / before),
                change(
                        "ROCR",
                        "Rate of change ratio",
                        "x / x[-n]",
                        RATIO,
                        (value, before) -> before == 0 ? 0 : value / before),
                change(
                        "ROCR100",
                        "Rate of change ratio in percent",
                        "100 * x / x[-n]",
                        PERCENT,
                        (value, before) -> before == 0 ? 0 : value / before * 100),
                trix(),
                compared("APO", "Absolute price oscillator", "fast - slow", PRICE, (fast, slow) -> fast - slow),
                compared(
                        "PPO",
                        "Percentage price oscillator",
                        "100 * (fast - slow) / slow",
                        PERCENT,
                        (fast, slow) -> Wilder.partOf(fast - slow, slow) * 100),
                macd(),
                macdExt(),
                macdFix());
    }

    private static BuiltIn.Description described(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(MomentumIndicators.GROUP)
                .summary(summary.strip() + " Source: TA-Lib, function " + name + ".")
                .real();
    }

    private static IndicatorDefinition change(
            String name, String title, String formula, IndicatorSpec.Unit unit, DoubleBinaryOperator function) {
        return described(name, title, "The value beside that of n rows before: `" + formula + "`; 0 over 0 is 0.")
                .period("optInTimePeriod", "Period", 1, 10)
                .output("Real", unit)
                .pane()
                .comparedBy(function);
    }

    private static IndicatorDefinition trix() {
        return described("TRIX", "Rate of change of a triple smoothed average", """
            The change in percent per row of an exponential average of an exponential average of an \
            exponential average. By J. Hutson.\
            """)
                .period("optInTimePeriod", "Period", 1, 30)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> 3 * (arguments.integer(0) - 1) + 1, arguments -> {
                    RowTransform average = new ExponentialChain(arguments.integer(0), 0, 0, 1);
                    double[] last = {Double.NaN};
                    return (inputs, row) -> {
                        double before = last[0];
                        last[0] = average.step(inputs[0][row]);
                        return before == 0 ? 0 : (last[0] / before - 1) * 100;
                    };
                });
    }

    private static IndicatorDefinition compared(
            String name, String title, String formula, IndicatorSpec.Unit unit, DoubleBinaryOperator comparison) {
        return described(
                        name,
                        title,
                        "A fast moving average beside a slow one of the same kind: `" + formula
                                + "`. The shorter period is the fast one.")
                .period("optInFastPeriod", "Fast period", 2, 12)
                .period("optInSlowPeriod", "Slow period", 2, 26)
                .average("optInMAType", "Kind of average")
                .output("Real", unit)
                .pane()
                .followedBy(
                        arguments -> Math.max(
                                choice(arguments, 0, 2).start().lookback(),
                                choice(arguments, 1, 2).start().lookback()),
                        arguments -> AverageDifference.compared(
                                choice(arguments, 0, 2), choice(arguments, 1, 2), comparison));
    }

    private static AverageDifference.Choice choice(IndicatorArguments arguments, int period, int kind) {
        return new AverageDifference.Choice(arguments.integer(period), arguments.integer(kind));
    }

    private static BuiltIn.Description threeLines(BuiltIn.Description description) {
        return description.output("MACD", PRICE).output("MACDSignal", PRICE).output("MACDHist", PRICE);
    }

    private static IndicatorDefinition macd() {
        return threeLines(described("MACD", "Moving average convergence/divergence", """
            The distance of a fast and a slow exponential average (`MACD`), its own exponential \
            average (`MACDSignal`) and the difference of the two (`MACDHist`). Both averages are \
            seeded on the same bar. By G. Appel.\
            """)
                        .period("optInFastPeriod", "Fast period", 2, 12)
                        .period("optInSlowPeriod", "Slow period", 2, 26)
                        .period("optInSignalPeriod", "Signal period", 1, 9))
                .pane()
                .computedBy(
                        arguments -> Math.max(arguments.integer(0), arguments.integer(1)) + arguments.integer(2) - 2,
                        arguments -> new ConvergenceDivergence(
                                arguments.integer(0), arguments.integer(1), arguments.integer(2)));
    }

    private static IndicatorDefinition macdFix() {
        return threeLines(described("MACDFIX", "Moving average convergence/divergence, fixed", """
            MACD as first published: over 12 and 26 bars with the weights 0.15 and 0.075, which are \
            not quite 2/13 and 2/27. By G. Appel.\
            """)
                        .period("optInSignalPeriod", "Signal period", 1, 9))
                .pane()
                .computedBy(
                        arguments -> 24 + arguments.integer(0),
                        arguments -> ConvergenceDivergence.fixed(arguments.integer(0)));
    }

    private static IndicatorDefinition macdExt() {
        return threeLines(described("MACDEXT", "Moving average convergence/divergence of any averages", """
            MACD with a kind of moving average for each of its three lines. The first two begin so \
            that their first values fall on the same bar. By G. Appel.\
            """)
                        .period("optInFastPeriod", "Fast period", 2, 12)
                        .average("optInFastMAType", "Fast kind of average")
                        .period("optInSlowPeriod", "Slow period", 2, 26)
                        .average("optInSlowMAType", "Slow kind of average")
                        .period("optInSignalPeriod", "Signal period", 1, 9)
                        .average("optInSignalMAType", "Signal kind of average"))
                .pane()
                .computedBy(arguments -> difference(arguments).lookback(), ChangeIndicators::difference);
    }

    private static AverageDifference difference(IndicatorArguments arguments) {
        return AverageDifference.of(choice(arguments, 0, 1), choice(arguments, 2, 3), choice(arguments, 4, 5));
    }
}
