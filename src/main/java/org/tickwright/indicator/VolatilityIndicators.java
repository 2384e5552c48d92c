package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Volatility Indicators.
final class VolatilityIndicators {
    static final String GROUP = "Volatility Indicators";

    private VolatilityIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(atr(), natr(), trueRange());
    }

    private static IndicatorDefinition atr() {
        return BuiltIn.named("ATR", "Average true range")
                .group(GROUP)
                .summary("""
                    How far a bar reaches on average, gaps included: the true range \
                    `max(high - low, |high - close[-1]|, |low - close[-1]|)` smoothed by Wilder's \
                    `(previous * (n-1) + x) / n` from the plain mean of the first n. Source: J. W. Wilder, New \
                    Concepts in Technical Trading Systems, 1978, by TA-Lib, function ATR.\
                    """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 1, 14)
                .output("Real", PRICE)
                .pane()
                .computedBy(arguments -> arguments.integer(0), arguments -> new AverageTrueRange(arguments.integer(0)));
    }

    private static IndicatorDefinition natr() {
        return BuiltIn.named("NATR", "Normalized average true range")
                .group(GROUP)
                .summary("""
                    The average true range in percent of the close: `100 * ATR / close`, 0 where the close is 0. \
                    Over one bar it is the true range itself, as TA-Lib has it. Source: J. Forman, 2006, by \
                    TA-Lib, function NATR.\
                    """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 1, 14)
                .output("Real", PERCENT)
                .pane()
                .computedBy(arguments -> arguments.integer(0), arguments -> {
                    AverageTrueRange range = new AverageTrueRange(arguments.integer(0));
                    boolean normalized = arguments.integer(0) > 1;
                    return (inputs, from, to, outputs) -> {
                        range.advance(inputs, from, to, outputs);
                        for (int row = from; normalized && row < to; row++) {
                            outputs[0][row] = Wilder.partOf(outputs[0][row], inputs[2][row]) * 100;
                        }
                    };
                });
    }

    private static IndicatorDefinition trueRange() {
        return BuiltIn.named("TRANGE", "True range")
                .group(GROUP)
                .summary("""
                    The range of a bar, stretched to the close before it: \
                    `max(high - low, |high - close[-1]|, |low - close[-1]|)`. Source: J. W. Wilder, New Concepts \
                    in Technical Trading Systems, 1978, by TA-Lib, function TRANGE.\
                    """)
                .prices("high", "low", "close")
                .output("Real", PRICE)
                .pane()
                .computedBy(arguments -> 1, arguments -> new AverageTrueRange(1));
    }
}
