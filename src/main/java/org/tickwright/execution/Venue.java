package org.tickwright.execution;

import org.tickwright.order.Order;
import org.tickwright.risk.ApprovedOrder;

/// Where orders go: a broker, or a simulator that behaves like one.
///
/// Every call returns at once; what becomes of an order arrives at the [VenueListener].
public interface Venue {

    /// Sends an order.
    void submit(ApprovedOrder order);

    /// Asks to cancel an order that is working; `reason` in words.
    void cancel(Order order, String reason);

    /// Asks to move the level of an order that is working.
    void move(Order order, long level);

    /// Asks to move the limit of a stop-limit order that is working.
    void moveLimit(Order order, long limit);

    /// Asks to change the quantity of an order that is working; what was done stays done.
    void resize(Order order, long quantity);
}
