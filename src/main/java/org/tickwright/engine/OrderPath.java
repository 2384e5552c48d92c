package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.execution.Venue;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderState;
import org.tickwright.risk.RiskGate;
import org.tickwright.risk.SizeRule;
import org.tickwright.risk.StopDistance;
import org.tickwright.risk.Verdict;

/// The way of every order of an account, whatever its instrument: a number, the log, the gate, the venue.
final class OrderPath {
    private final RiskGate gate;
    private final RunLog log;
    private final boolean carries;
    private long lastOrderId;

    /// `carries` says that the venue keeps what it cannot do at once, and minds groups and parents.
    OrderPath(RiskGate gate, RunLog log, boolean carries) {
        this.gate = gate;
        this.log = log;
        this.carries = carries;
    }

    /// Whether the venue keeps what it cannot do at once.
    boolean carries() {
        return carries;
    }

    /// Sends an entry that is sized at its fill; null if it was refused.
    @Nullable
    Order enter(OrderIntent intent, SizeRule size, StopDistance risk, Venue venue) {
        Order order = order(intent);
        return submit(order, gate.checkEntry(order, size, risk), venue) ? order : null;
    }

    /// Sends what takes the position off; null if it was refused.
    @Nullable
    Order exit(OrderIntent intent, Venue venue) {
        Order order = order(intent);
        return submit(order, gate.checkExit(order), venue) ? order : null;
    }

    private Order order(OrderIntent intent) {
        Order order = new Order(++lastOrderId, intent);
        log.created(order);
        return order;
    }

    private boolean submit(Order order, Verdict verdict, Venue venue) {
        return switch (verdict) {
            case Verdict.Approved approved -> {
                venue.submit(approved.order());
                yield order.state() != OrderState.REJECTED;
            }
            case Verdict.Refused refused -> {
                log.ended(order, refused.reason());
                yield false;
            }
        };
    }
}
