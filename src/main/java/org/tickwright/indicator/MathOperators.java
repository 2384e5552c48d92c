package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Math Operators.
final class MathOperators {
    static final String GROUP = "Math Operators";

    private MathOperators() {}

    static List<IndicatorDefinition> all() {
        return List.of(max(), min());
    }

    private static IndicatorDefinition max() {
        return BuiltIn.named("MAX", "Highest value")
                .group(GROUP)
                .summary("""
                    The highest of the last n values, the newest included. Of `high` it is the upper line of \
                    Donchian's channel. Source: TA-Lib, function MAX.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 30)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> Extreme.highest(arguments.integer(0)));
    }

    private static IndicatorDefinition min() {
        return BuiltIn.named("MIN", "Lowest value")
                .group(GROUP)
                .summary("""
                    The lowest of the last n values, the newest included. Of `low` it is the lower line of \
                    Donchian's channel. Source: TA-Lib, function MIN.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 30)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> Extreme.lowest(arguments.integer(0)));
    }
}
