package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;

/// An enter node bound to columns: when it fires, and with what size and protection.
///
/// It fires where its condition is true and every distance it reads is defined and above 0: a position is
/// never opened without the protection that was drawn for it.
record EntryRule(
        String node,
        ConditionColumn when,
        @Nullable SizeRule size,
        OrderRule order,
        Level stop,
        Level target,
        Level trailing) {

    /// A level: a fraction of a price, or a fixed distance from it, or a multiple of a distance read at each
    /// bar, or none of them.
    record Level(
            double fraction,
            double fixed,
            double multiple,
            @Nullable NumberColumn distance) {
        /// No level.
        static final Level NONE = new Level(Double.NaN, Double.NaN, Double.NaN, null);

        static Level ofFraction(double fraction) {
            return new Level(fraction, Double.NaN, Double.NaN, null);
        }

        static Level ofPrice(double distance) {
            return new Level(Double.NaN, distance, Double.NaN, null);
        }

        static Level ofDistance(double multiple, NumberColumn distance) {
            return new Level(Double.NaN, Double.NaN, multiple, distance);
        }

        /// True if there is a level at all.
        boolean there() {
            return distance != null || !Double.isNaN(fraction) || !Double.isNaN(fixed);
        }

        boolean usable(int bar) {
            return distance == null || distance(bar) > 0;
        }

        /// The distance at a bar; NaN where it is undefined, not above 0, or there is none.
        double distance(int bar) {
            NumberColumn column = distance;
            if (column == null) {
                return fixed;
            }
            double value = multiple * column.values[bar];
            return EntryRule.usable(value) ? value : Double.NaN;
        }

        /// Adds what has to be usable.
        private void addTo(List<Usable> levels) {
            if (distance != null) {
                levels.add(new Usable(distance, multiple));
            }
        }

        boolean stepwise() {
            return distance != null && distance.stepwise();
        }
    }

    /// A number that has to be [#usable(double)] for the rule to fire; the multiple is NaN where there is none.
    record Usable(NumberColumn column, double multiple) {}

    /// True for a distance or price that an order can be placed by.
    static boolean usable(double value) {
        return value > 0 && value <= Double.MAX_VALUE;
    }

    /// All numbers that have to be usable.
    List<Usable> levels() {
        List<Usable> levels = new ArrayList<>();
        NumberColumn level = order.level();
        if (level != null) {
            levels.add(new Usable(level, Double.NaN));
        } else {
            order.away().addTo(levels);
        }
        stop.addTo(levels);
        target.addTo(levels);
        trailing.addTo(levels);
        return levels;
    }

    /// All numbers that [#apply] reads.
    List<NumberColumn> numbers() {
        return Stream.of(
                        order.level(), order.away().distance(), stop.distance(), target.distance(), trailing.distance())
                .filter(Objects::nonNull)
                .toList();
    }

    /// True if the condition or a distance depends on the position.
    boolean stepwise() {
        return when.stepwise() || order.stepwise() || stop.stepwise() || target.stepwise() || trailing.stepwise();
    }

    boolean fires(int bar) {
        return when.isTrue(bar) && order.usable(bar) && stop.usable(bar) && target.usable(bar) && trailing.usable(bar);
    }

    /// Writes the trailing level into a decision, and where that enters, size, order and levels too.
    void apply(int bar, int direction, Decision decision) {
        decision.trailDistance[direction] = trailing.distance(bar);
        decision.trailFraction[direction] = trailing.fraction();
        if (!decision.enter[direction]) {
            return;
        }
        decision.size[direction] = size;
        decision.stopDistance[direction] = stop.distance(bar);
        decision.stopFraction[direction] = stop.fraction();
        decision.targetDistance[direction] = target.distance(bar);
        decision.targetFraction[direction] = target.fraction();
        order.apply(bar, direction, decision);
    }
}
