package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.execution.Venue;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.risk.RiskGate;
import org.tickwright.risk.SizeRule;
import org.tickwright.risk.StopDistance;
import org.tickwright.risk.Verdict;

/// The way of every order of an account, whatever its instrument: a number, the log, the gate, the venue.
final class OrderPath {
    private final RiskGate gate;
    private final RunLog log;
    private long lastOrderId;

    OrderPath(RiskGate gate, RunLog log) {
        this.gate = gate;
        this.log = log;
    }

    /// Sends an entry that is sized at its fill; false if the gate refused it.
    boolean enter(OrderIntent intent, SizeRule size, StopDistance risk, Venue venue) {
        Order order = order(intent);
        return submit(order, gate.checkEntry(order, size, risk), venue);
    }

    /// Sends what takes the position off; null if the gate refused it.
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
                yield true;
            }
            case Verdict.Refused refused -> {
                log.ended(order, refused.reason());
                yield false;
            }
        };
    }
}
