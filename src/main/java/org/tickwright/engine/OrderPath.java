package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderState;
import org.tickwright.risk.EntrySize;
import org.tickwright.risk.Verdict;

/// The way of every order of an account, whatever its instrument: a number, the log, the gate, the venue.
final class OrderPath {
    private final RunLog log;
    private final boolean carries;
    private long lastOrderId;

    /// `carries` says that venues keep what they cannot do at once, and mind groups and parents.
    OrderPath(RunLog log, boolean carries) {
        this.log = log;
        this.carries = carries;
    }

    /// Whether venues keep what they cannot do at once.
    boolean carries() {
        return carries;
    }

    RunLog log() {
        return log;
    }

    /// Sends an entry that is sized at its fill; null if it was refused.
    @Nullable
    Order enter(OrderIntent intent, EntrySize size, Route route) {
        Order order = order(intent);
        return submit(order, route.gate().checkEntry(order, size), route) ? order : null;
    }

    /// Sends an entry of at most so many units that may add to a position; null if it was refused.
    @Nullable
    Order add(OrderIntent intent, double units, Route route) {
        Order order = order(intent);
        return submit(order, route.gate().checkAddition(order, units), route) ? order : null;
    }

    /// Sends what takes the position off; null if it was refused.
    @Nullable
    Order exit(OrderIntent intent, Route route) {
        Order order = order(intent);
        return submit(order, route.gate().checkExit(order), route) ? order : null;
    }

    /// Sends what takes so much off the position; null if it was refused.
    @Nullable
    Order reduce(OrderIntent intent, long quantity, Route route) {
        Order order = order(intent);
        return submit(order, route.gate().checkReduction(order, quantity), route) ? order : null;
    }

    /// Keeps an order that cannot be sent, with the reason.
    void refuse(OrderIntent intent, String reason) {
        Order order = order(intent);
        order.become(OrderState.REJECTED);
        log.ended(order, reason);
    }

    private Order order(OrderIntent intent) {
        Order order = new Order(++lastOrderId, intent);
        log.created(order);
        return order;
    }

    private boolean submit(Order order, Verdict verdict, Route route) {
        return switch (verdict) {
            case Verdict.Approved approved -> {
                route.venue().submit(approved.order());
                yield order.state() != OrderState.REJECTED;
            }
            case Verdict.Refused refused -> {
                log.ended(order, refused.reason());
                yield false;
            }
        };
    }
}
