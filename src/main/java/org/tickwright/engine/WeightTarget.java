package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.order.Order;
import org.tickwright.portfolio.Holding;
import org.tickwright.risk.RiskGate;

/// The part of the equity that an instrument shall be: decided at a base bar, worked out at its next opening, done
/// there by what closes or reduces first and what opens or adds after.
final class WeightTarget {
    private final Holding holding;
    private double weight = Double.NaN;
    private boolean waits;
    private int bar;
    private long units;
    private @Nullable Order addition;

    WeightTarget(Holding holding) {
        this.holding = holding;
    }

    void decide(int decidedAt, double part) {
        bar = decidedAt;
        weight = part;
        waits = true;
    }

    /// True until the opening has come.
    boolean waits() {
        return waits;
    }

    double weight() {
        return weight;
    }

    /// The base bar at which it was decided.
    int bar() {
        return bar;
    }

    boolean ofLong() {
        return units > 0;
    }

    /// Fixes the units, of the equity as it is before anything fills at the opening.
    void aim(RiskGate gate, long price) {
        units = gate.target(weight, price);
    }

    /// How much of the position has to go; all of it where it is of the other side.
    long off() {
        long held = holding.quantity();
        if (!waits || held == 0) {
            return 0;
        }
        boolean stays = units != 0 && (units > 0) == (held > 0);
        return stays ? Math.max(0, Math.abs(held) - Math.abs(units)) : Math.abs(held);
    }

    /// How much is missing; all of it where the position is `leaving`.
    long more(boolean leaving) {
        long held = leaving ? 0 : holding.quantity();
        boolean other = held != 0 && (held > 0) != (units > 0);
        return !waits || other ? 0 : Math.max(0, Math.abs(units) - Math.abs(held));
    }

    /// The order by which it is reached.
    void sent(@Nullable Order order) {
        addition = order;
    }

    /// Whether an order is the one by which a weight is reached.
    boolean owns(Order order) {
        return order == addition;
    }

    /// The opening is over.
    void done() {
        waits = false;
    }
}
