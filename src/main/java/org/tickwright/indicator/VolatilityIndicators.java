package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Volatility Indicators.
final class VolatilityIndicators {
    static final String GROUP = "Volatility Indicators";

    private VolatilityIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(atr());
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
}
