package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Momentum Indicators.
final class MomentumIndicators {
    static final String GROUP = "Momentum Indicators";

    private MomentumIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(macd(), rsi());
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
}
