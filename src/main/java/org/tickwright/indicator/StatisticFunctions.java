package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Statistic Functions.
final class StatisticFunctions {
    static final String GROUP = "Statistic Functions";

    private StatisticFunctions() {}

    static List<IndicatorDefinition> all() {
        return List.of(stddev());
    }

    private static IndicatorDefinition stddev() {
        return BuiltIn.named("STDDEV", "Standard deviation")
                .group(GROUP)
                .summary("""
                    How far the last n values lie from their mean, times a factor: \
                    `sqrt(sum (x - mean)^2 / n) * factor`, with divisor n. Source: TA-Lib, function STDDEV.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 5)
                .factor("optInNbDev", "Factor", 1)
                .output("Real", PRICE)
                .pane()
                .transformedBy(arguments -> new Deviation(arguments.integer(0), arguments.real(1)));
    }
}
