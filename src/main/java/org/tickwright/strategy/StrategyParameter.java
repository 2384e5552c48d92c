package org.tickwright.strategy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A parameter of a strategy: a name, a value, and where one is given a range that sweeps and sliders use.
///
/// `integer` parameters hold whole numbers. `range` may be absent.
public record StrategyParameter(
        String name,
        boolean integer,
        double value,
        @Nullable Range range,
        Map<String, Object> unknown) {

    /// From and to inclusive, in steps.
    public record Range(double from, double to, double step) {}

    /// The same parameter with another value.
    public StrategyParameter withValue(double changed) {
        return new StrategyParameter(name, integer, changed, range, unknown);
    }
}
