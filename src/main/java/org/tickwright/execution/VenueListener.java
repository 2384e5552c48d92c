package org.tickwright.execution;

import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.risk.ApprovedOrder;

/// Hears what becomes of orders, in the order in which it happened, on the loop's thread.
public interface VenueListener {

    /// A part or the whole of an order was done.
    void filled(ApprovedOrder order, Fill fill);

    /// An order was cancelled or has expired: nothing more will be done of it.
    void cancelled(Order order, String reason);

    /// An order was refused after the risk gate had approved it.
    void rejected(Order order, String reason);
}
