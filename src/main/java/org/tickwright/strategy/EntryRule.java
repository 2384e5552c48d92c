package org.tickwright.strategy;

import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;

/// An enter node bound to columns: when it fires, and with what size and protection.
///
/// It fires where its condition is true and every distance it reads is defined and above 0: a position is
/// never opened without the protection that was drawn for it.
record EntryRule(
        String node, ConditionColumn when, @Nullable SizeRule size, Level stop, Level target, Level trailing) {

    /// A protective level: a fraction of the fill, or a multiple of a distance read at each bar, or neither.
    record Level(double fraction, double multiple, @Nullable NumberColumn distance) {
        /// No level.
        static final Level NONE = new Level(Double.NaN, Double.NaN, null);

        boolean usable(int bar) {
            return distance == null || distance(bar) > 0;
        }

        /// The distance at a bar; NaN where it is undefined, not above 0, or there is none.
        double distance(int bar) {
            NumberColumn column = distance;
            if (column == null) {
                return Double.NaN;
            }
            double value = multiple * column.values[bar];
            return value > 0 && value <= Double.MAX_VALUE ? value : Double.NaN;
        }

        boolean stepwise() {
            return distance != null && distance.stepwise();
        }
    }

    /// True if the condition or a distance depends on the position.
    boolean stepwise() {
        return when.stepwise() || stop.stepwise() || target.stepwise() || trailing.stepwise();
    }

    boolean fires(int bar) {
        return when.isTrue(bar) && stop.usable(bar) && target.usable(bar) && trailing.usable(bar);
    }

    /// Writes size and levels into a decision.
    void apply(int bar, int direction, Decision decision) {
        decision.size[direction] = size;
        decision.stopDistance[direction] = stop.distance(bar);
        decision.stopFraction[direction] = stop.fraction();
        decision.targetDistance[direction] = target.distance(bar);
        decision.targetFraction[direction] = target.fraction();
        decision.trailDistance[direction] = trailing.distance(bar);
    }
}
