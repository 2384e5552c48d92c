package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Overlap Studies: lines on the scale of the price.
final class OverlapStudies {
    static final String GROUP = "Overlap Studies";

    private OverlapStudies() {}

    static List<IndicatorDefinition> all() {
        return List.of(sma());
    }

    private static IndicatorDefinition sma() {
        return BuiltIn.named("SMA", "Simple moving average")
                .group(GROUP)
                .summary("""
                    The mean of the last n values: `(x[i-n+1] + … + x[i]) / n`. \
                    Source: TA-Lib, function SMA.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 30)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> new SimpleAverage(arguments.integer(0)));
    }
}
