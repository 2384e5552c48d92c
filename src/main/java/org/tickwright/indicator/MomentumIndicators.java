package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.RATIO;

import java.util.List;
import java.util.stream.Stream;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// TA-Lib's group Momentum Indicators: oscillators here, the rest in [DirectionalIndicators] and
/// [ChangeIndicators].
final class MomentumIndicators {
    static final String GROUP = "Momentum Indicators";

    private MomentumIndicators() {}

    static List<IndicatorDefinition> all() {
        List<IndicatorDefinition> oscillators = List.of(
                aroon(),
                aroonOscillator(),
                balanceOfPower(),
                channelIndex(),
                chande(),
                intraday(),
                moneyFlow(),
                rsi(),
                stoch(),
                stochFast(),
                stochStrength(),
                ultimate(),
                williams());
        return Stream.of(oscillators, DirectionalIndicators.all(), ChangeIndicators.all())
                .flatMap(List::stream)
                .toList();
    }

    private static BuiltIn.Description described(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(summary.strip() + " Source: TA-Lib, function " + name + ".");
    }

    private static IndicatorDefinition rsi() {
        return described("RSI", "Relative strength index", """
            The share of the rises in all movement of the last n bars, 0 to 100: \
            `100 * gain / (gain + loss)`, both smoothed by Wilder's `(previous * (n-1) + x) / n` from \
            the plain mean of the first n. 0 while nothing moves. By J. W. Wilder, New Concepts in \
            Technical Trading Systems, 1978.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .transformedBy(arguments -> new RelativeStrength(arguments.integer(0)));
    }

    private static IndicatorDefinition chande() {
        return described("CMO", "Chande momentum oscillator", """
            How much rises outweigh falls, -100 to 100: `100 * (gain - loss) / (gain + loss)`, both \
            smoothed as in the relative strength index. 0 while nothing moves. By T. Chande, 1994.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .transformedBy(arguments -> RelativeStrength.balance(arguments.integer(0)));
    }

    private static IndicatorDefinition aroon() {
        return described("AROON", "Aroon", """
            How long ago the last n bars and the one before had their lowest low (`AroonDown`) and their \
            highest high (`AroonUp`): `100 * (n - bars ago) / n`. The newest of equals counts. By T. \
            Chande, 1995.\
            """)
                .prices("high", "low")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("AroonDown", PERCENT)
                .output("AroonUp", PERCENT)
                .pane()
                .computedBy(arguments -> arguments.integer(0), arguments -> {
                    Aroon aroon = new Aroon(arguments.integer(0));
                    return (inputs, from, to, outputs) -> {
                        for (int row = from; row < to; row++) {
                            boolean defined = aroon.next(inputs[0][row], inputs[1][row]);
                            outputs[0][row] = defined ? aroon.down() : Double.NaN;
                            outputs[1][row] = defined ? aroon.up() : Double.NaN;
                        }
                    };
                });
    }

    private static IndicatorDefinition aroonOscillator() {
        return described("AROONOSC", "Aroon oscillator", "`AroonUp - AroonDown` of AROON, -100 to 100.")
                .prices("high", "low")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> arguments.integer(0), arguments -> {
                    Aroon aroon = new Aroon(arguments.integer(0));
                    return (in, row) -> aroon.next(in[0][row], in[1][row]) ? aroon.oscillator() : Double.NaN;
                });
    }

    private static IndicatorDefinition balanceOfPower() {
        return described("BOP", "Balance of power", """
            How much of the bar's range its body takes, -1 to 1: `(close - open) / (high - low)`, 0 where \
            there is no range. By I. Livshin, 2001.\
            """)
                .prices("open", "high", "low", "close")
                .output("Real", RATIO)
                .pane()
                .rowByRow((in, row) -> Wilder.partOf(in[3][row] - in[0][row], in[1][row] - in[2][row]));
    }

    private static IndicatorDefinition channelIndex() {
        return described("CCI", "Commodity channel index", """
            How far the typical price `(high + low + close) / 3` lies from its mean over n bars, in 0.015 \
            of its mean distance from it; 0 where nothing moves. By D. Lambert, 1980.\
            """)
                .cost(IndicatorSpec.Cost.WINDOW)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", NUMBER)
                .pane()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    MeanDistance distance = new MeanDistance(arguments.integer(0));
                    return (in, row) -> {
                        double price = PriceTransforms.typical(in[0][row], in[1][row], in[2][row]);
                        double mean = distance.step(price);
                        return mean == 0 ? 0 : (price - distance.mean()) / (0.015 * mean);
                    };
                });
    }

    private static IndicatorDefinition intraday() {
        return described("IMI", "Intraday momentum index", """
            The share of rising bodies in all bodies of the last n bars, 0 to 100: \
            `100 * up / (up + down)`, with the sums of `|close - open|`; 50 where there are none. By T. \
            Chande.\
            """)
                .prices("open", "close")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    RowTransform up = SimpleAverage.sum(arguments.integer(0));
                    RowTransform down = SimpleAverage.sum(arguments.integer(0));
                    return (in, row) -> {
                        double body = in[1][row] - in[0][row];
                        double rises = up.step(Math.max(body, 0));
                        double all = rises + down.step(Math.max(-body, 0));
                        return all == 0 ? 50 : 100 * (rises / all);
                    };
                });
    }

    private static IndicatorDefinition moneyFlow() {
        return described("MFI", "Money flow index", """
            The share of money traded at rising typical prices `(high + low + close) / 3` in all money \
            traded at changing ones over n bars, 0 to 100; 0 where that is less than 1. By G. Quong and A. \
            Soudack, 1989.\
            """)
                .prices("high", "low", "close", "volume")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> arguments.integer(0), arguments -> new MoneyFlow(arguments.integer(0)));
    }

    private static IndicatorDefinition stoch() {
        return described("STOCH", "Stochastic", """
            Where the close lies between the lowest low (0) and the highest high (100) of the last n \
            bars, averaged once (`SlowK`) and once more (`SlowD`). 0 where the range is nothing. By G. \
            Lane.\
            """)
                .prices("high", "low", "close")
                .period("optInFastK_Period", "Period", 1, 5)
                .period("optInSlowK_Period", "Slow K period", 1, 3)
                .average("optInSlowK_MAType", "Slow K kind of average")
                .period("optInSlowD_Period", "Slow D period", 1, 3)
                .average("optInSlowD_MAType", "Slow D kind of average")
                .output("SlowK", PERCENT)
                .output("SlowD", PERCENT)
                .pane()
                .computedBy(arguments -> stochastic(arguments).lookback(), MomentumIndicators::stochastic);
    }

    private static Stochastic stochastic(IndicatorArguments arguments) {
        return new Stochastic(
                arguments.integer(0),
                MovingAverages.of(arguments.integer(2), arguments.integer(1)),
                MovingAverages.of(arguments.integer(4), arguments.integer(3)));
    }

    private static IndicatorDefinition stochFast() {
        return described("STOCHF", "Stochastic, fast", """
            Where the close lies between the lowest low (0) and the highest high (100) of the last n bars \
            (`FastK`), and the average of that (`FastD`). 0 where the range is nothing. By G. Lane.\
            """)
                .prices("high", "low", "close")
                .period("optInFastK_Period", "Period", 1, 5)
                .period("optInFastD_Period", "Fast D period", 1, 3)
                .average("optInFastD_MAType", "Fast D kind of average")
                .output("FastK", PERCENT)
                .output("FastD", PERCENT)
                .pane()
                .computedBy(arguments -> fast(arguments).lookback(), MomentumIndicators::fast);
    }

    private static Stochastic fast(IndicatorArguments arguments) {
        return new Stochastic(
                arguments.integer(0),
                MovingAverages.of(0, 1),
                MovingAverages.of(arguments.integer(2), arguments.integer(1)));
    }

    private static IndicatorDefinition stochStrength() {
        return described("STOCHRSI", "Stochastic relative strength index", """
            Where the relative strength index lies between its lowest (0) and its highest (100) of the last \
            values (`FastK`), and the average of that (`FastD`). 0 where it does not move. By T. Chande and \
            S. Kroll, 1994.\
            """)
                .real()
                .period("optInTimePeriod", "Period", 2, 14)
                .period("optInFastK_Period", "Fast K period", 1, 5)
                .period("optInFastD_Period", "Fast D period", 1, 3)
                .average("optInFastD_MAType", "Fast D kind of average")
                .output("FastK", PERCENT)
                .output("FastD", PERCENT)
                .pane()
                .computedBy(arguments -> strength(arguments).lookback(), MomentumIndicators::strength);
    }

    private static StrengthStochastic strength(IndicatorArguments arguments) {
        return new StrengthStochastic(
                arguments.integer(0),
                arguments.integer(1),
                MovingAverages.of(arguments.integer(3), arguments.integer(2)));
    }

    private static IndicatorDefinition ultimate() {
        return described("ULTOSC", "Ultimate oscillator", """
            How much of the true range closes took above the true low, over three windows: \
            `100 * (4 * short + 2 * middle + long) / 7`, 0 to 100. By L. Williams, 1985.\
            """)
                .prices("high", "low", "close")
                .period("optInTimePeriod1", "First period", 1, 7)
                .period("optInTimePeriod2", "Second period", 1, 14)
                .period("optInTimePeriod3", "Third period", 1, 28)
                .output("Real", PERCENT)
                .pane()
                .followedBy(
                        arguments ->
                                Math.max(arguments.integer(0), Math.max(arguments.integer(1), arguments.integer(2))),
                        arguments -> new UltimateOscillator(
                                arguments.integer(0), arguments.integer(1), arguments.integer(2)));
    }

    private static IndicatorDefinition williams() {
        return described("WILLR", "Williams' %R", """
            How far the close lies below the highest high of the last n bars, in percent of their range: \
            `-100 * (highest - close) / (highest - lowest)`, 0 where there is no range. By L. Williams.\
            """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    RowTransform highest = Extreme.highest(arguments.integer(0));
                    RowTransform lowest = Extreme.lowest(arguments.integer(0));
                    return (in, row) -> {
                        double top = highest.step(in[0][row]);
                        double percent = (top - lowest.step(in[1][row])) / -100;
                        return percent == 0 ? 0 : (top - in[2][row]) / percent;
                    };
                });
    }
}
