package org.tickwright.engine;

import org.tickwright.risk.StopDistance;

/// Which order enters and what will protect the position, frozen when the entry is decided. Distances are
/// price units, fractions are of the entry fill; NaN means there is none.
record EntryPlan(
        EntryOrder order,
        double stopDistance,
        double stopFraction,
        double trailDistance,
        double trailFraction,
        double targetDistance,
        double targetFraction) {
    /// Nothing protects.
    static final EntryPlan NONE =
            new EntryPlan(EntryOrder.MARKET, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /// What one unit risks: the nearest of the stops.
    StopDistance risk() {
        double price = Double.isNaN(stopDistance)
                ? trailDistance
                : Double.isNaN(trailDistance) ? stopDistance : Math.min(stopDistance, trailDistance);
        double fraction = Double.isNaN(stopFraction)
                ? trailFraction
                : Double.isNaN(trailFraction) ? stopFraction : Math.min(stopFraction, trailFraction);
        return new StopDistance(price, fraction);
    }

    /// The plan where earlier prices times `factor` compare with those of now: after a split.
    EntryPlan split(double factor) {
        return new EntryPlan(
                order,
                stopDistance * factor,
                stopFraction,
                trailDistance * factor,
                trailFraction,
                targetDistance * factor,
                targetFraction);
    }

    boolean hasStop() {
        return !Double.isNaN(stopDistance) || !Double.isNaN(stopFraction);
    }

    boolean hasTrail() {
        return !Double.isNaN(trailDistance) || !Double.isNaN(trailFraction);
    }

    boolean hasTarget() {
        return !Double.isNaN(targetDistance) || !Double.isNaN(targetFraction);
    }

    /// The stop for an entry fill; `sign` is 1 for long, -1 for short.
    double stop(double fill, int sign) {
        return Double.isNaN(stopDistance) ? fill * (1 - sign * stopFraction) : fill - sign * stopDistance;
    }

    /// Where the trailing stop starts.
    double trail(double fill, int sign) {
        return Double.isNaN(trailDistance) ? fill * (1 - sign * trailFraction) : fill - sign * trailDistance;
    }

    /// The target for an entry fill.
    double target(double fill, int sign) {
        return Double.isNaN(targetDistance) ? fill * (1 + sign * targetFraction) : fill + sign * targetDistance;
    }
}
