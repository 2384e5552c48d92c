package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Momentum Indicators.
final class MomentumIndicators {
    static final String GROUP = "Momentum Indicators";

    private MomentumIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(adx(), macd(), rsi(), stoch());
    }

    private static IndicatorDefinition macd() {
        return BuiltIn.named("MACD", "Moving average convergence/divergence")
                .group(GROUP)
                .summary("""
                    The distance of a fast and a slow exponential average (`MACD`), its own exponential average \
                    (`MACDSignal`) and the difference of the two (`MACDHist`). Both averages are seeded on the \
                    same bar. Source: G. Appel, by TA-Lib, function MACD.\
                    """)
                .real()
                .period("optInFastPeriod", "Fast period", 2, 12)
                .period("optInSlowPeriod", "Slow period", 2, 26)
                .period("optInSignalPeriod", "Signal period", 1, 9)
                .output("MACD", PRICE)
                .output("MACDSignal", PRICE)
                .output("MACDHist", PRICE)
                .pane()
                .computedBy(
                        arguments -> Math.max(arguments.integer(0), arguments.integer(1)) + arguments.integer(2) - 2,
                        arguments -> new ConvergenceDivergence(
                                arguments.integer(0), arguments.integer(1), arguments.integer(2)));
    }

    private static IndicatorDefinition rsi() {
        return BuiltIn.named("RSI", "Relative strength index")
                .group(GROUP)
                .summary("""
                    The share of the rises in all movement of the last n bars, 0 to 100: \
                    `100 * gain / (gain + loss)`, both smoothed by Wilder's `(previous * (n-1) + x) / n` from \
                    the plain mean of the first n. 0 while nothing moves. Source: J. W. Wilder, New Concepts in \
                    Technical Trading Systems, 1978, by TA-Lib, function RSI.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .transformedBy(arguments -> new RelativeStrength(arguments.integer(0)));
    }

    private static IndicatorDefinition adx() {
        return BuiltIn.named("ADX", "Average directional index")
                .group(GROUP)
                .summary("""
                    How strong a trend is, whichever way it goes, 0 to 100: the smoothed mean of \
                    `100 * |DI+ - DI-| / (DI+ + DI-)`, where DI+ and DI- are the shares of rises of the high \
                    and falls of the low in the true range. Source: J. W. Wilder, New Concepts in Technical \
                    Trading Systems, 1978, by TA-Lib, function ADX.\
                    """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .computedBy(
                        arguments -> DirectionalMovement.lookback(arguments.integer(0)),
                        arguments -> new DirectionalMovement(arguments.integer(0)));
    }

    private static IndicatorDefinition stoch() {
        return BuiltIn.named("STOCH", "Stochastic")
                .group(GROUP)
                .summary("""
                    Where the close lies between the lowest low (0) and the highest high (100) of the last n \
                    bars, averaged once (`SlowK`) and once more (`SlowD`). 0 where the range is nothing. \
                    Source: G. Lane, by TA-Lib, function STOCH.\
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
}
