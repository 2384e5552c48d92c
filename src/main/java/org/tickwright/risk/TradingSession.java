package org.tickwright.risk;

import org.tickwright.order.OrderIntent;

/// When orders can be done at all.
@FunctionalInterface
public interface TradingSession {
    /// Always.
    TradingSession ALWAYS = intent -> "";

    /// Why this order cannot be done now, in words; empty if it can.
    String closedBecause(OrderIntent intent);
}
