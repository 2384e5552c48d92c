package org.tickwright.strategy;

import org.jspecify.annotations.Nullable;

/// A target weight node bound to columns: while its condition is true, the instrument shall be that part of equity.
record WeightRule(
        String node,
        ConditionColumn when,
        double setting,
        @Nullable NumberColumn weight) {
    /// The weight at a bar; NaN where the condition is not true or the weight is undefined.
    double at(int bar) {
        if (!when.isTrue(bar)) {
            return Double.NaN;
        }
        NumberColumn column = weight;
        return column == null ? setting : Math.clamp(column.values[bar], -1.0, 1.0);
    }
}
