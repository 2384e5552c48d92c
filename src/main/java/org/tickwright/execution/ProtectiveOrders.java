package org.tickwright.execution;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderType;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.ApprovedOrder;

/// The working stops and targets of the open position, and the nearest level of each kind.
final class ProtectiveOrders {
    private final Scales scales;
    private final List<ApprovedOrder> working = new ArrayList<>(3);
    private boolean ofLong;
    private double stop = Double.NaN;
    private double target = Double.NaN;

    ProtectiveOrders(Scales scales) {
        this.scales = scales;
    }

    boolean isEmpty() {
        return working.isEmpty();
    }

    /// True if they protect a long position.
    boolean ofLong() {
        return ofLong;
    }

    /// The nearest stop, NaN if none.
    double stop() {
        return stop;
    }

    /// The nearest target, NaN if none.
    double target() {
        return target;
    }

    void add(ApprovedOrder order) {
        ofLong = order.order().action().ofLong();
        working.add(order);
        refresh();
    }

    boolean remove(Order order) {
        boolean removed = working.removeIf(approved -> approved.order() == order);
        refresh();
        return removed;
    }

    /// Levels were moved.
    void refresh() {
        stop = Double.NaN;
        target = Double.NaN;
        for (int i = 0; i < working.size(); i++) {
            Order order = working.get(i).order();
            double level = scales.priceOf(order.level());
            if (isTarget(order)) {
                target = nearest(target, level, !ofLong);
            } else {
                stop = nearest(stop, level, ofLong);
            }
        }
    }

    private static double nearest(double one, double other, boolean higher) {
        if (Double.isNaN(one)) {
            return other;
        }
        return higher ? Math.max(one, other) : Math.min(one, other);
    }

    /// The order that a trigger fills: the first sent of those at the nearest level.
    ApprovedOrder triggered(Fill.Trigger trigger) {
        boolean isTarget = trigger == Fill.Trigger.TARGET || trigger == Fill.Trigger.TARGET_GAP;
        double level = isTarget ? target : stop;
        for (ApprovedOrder approved : working) {
            if (isTarget(approved.order()) == isTarget
                    && scales.priceOf(approved.order().level()) == level) {
                return approved;
            }
        }
        throw new IllegalStateException("No protective order stands at " + level + " for " + trigger);
    }

    private static boolean isTarget(Order order) {
        return order.intent().type() == OrderType.LIMIT;
    }
}
