package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Overlap Studies: lines on the scale of the price.
final class OverlapStudies {
    static final String GROUP = "Overlap Studies";

    private OverlapStudies() {}

    static List<IndicatorDefinition> all() {
        return List.of(bbands(), ema(), ma(), sma(), wma());
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

    private static IndicatorDefinition ema() {
        return BuiltIn.named("EMA", "Exponential moving average")
                .group(GROUP)
                .summary("""
                    A mean that forgets: `EMA + k * (x - EMA)` with `k = 2 / (n + 1)`, from the plain mean of \
                    the first n values on. Source: TA-Lib, function EMA.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 30)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> new ExponentialAverage(arguments.integer(0)));
    }

    private static IndicatorDefinition wma() {
        return BuiltIn.named("WMA", "Weighted moving average")
                .group(GROUP)
                .summary("""
                    The mean of the last n values with weights 1 for the oldest to n for the newest: \
                    `(1 * x[i-n+1] + … + n * x[i]) / (n (n+1) / 2)`. Source: TA-Lib, function WMA.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 30)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> new WeightedAverage(arguments.integer(0)));
    }

    private static IndicatorDefinition bbands() {
        return BuiltIn.named("BBANDS", "Bollinger bands")
                .group(GROUP)
                .summary("""
                    A moving average and a band around it, as wide as the last n values scatter: \
                    `average + up * deviation` and `average - down * deviation`, deviation with divisor n. \
                    Source: J. Bollinger, by TA-Lib, function BBANDS.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 2, 5)
                .factor("optInNbDevUp", "Deviations up", 2)
                .factor("optInNbDevDn", "Deviations down", 2)
                .average("optInMAType", "Kind of average")
                .output("RealUpperBand", PRICE)
                .output("RealMiddleBand", PRICE)
                .output("RealLowerBand", PRICE)
                .overlay()
                .computedBy(
                        arguments -> BollingerBands.lookback(arguments.integer(0), arguments.integer(3)),
                        arguments -> new BollingerBands(
                                arguments.integer(0), arguments.real(1), arguments.real(2), arguments.integer(3)));
    }

    private static IndicatorDefinition ma() {
        return BuiltIn.named("MA", "Moving average of any kind")
                .group(GROUP)
                .summary("""
                    A moving average of the chosen kind: simple, exponential, weighted, double and triple \
                    exponential, triangular, Kaufman's adaptive, Ehlers' MESA adaptive (which ignores the \
                    period), Tillson's T3 with volume factor 0.7. Source: TA-Lib, function MA.\
                    """)
                .real()
                .period("optInTimePeriod", "Period", 1, 30)
                .average("optInMAType", "Kind of average")
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> MovingAverages.of(arguments.integer(1), arguments.integer(0)));
    }
}
