package org.tickwright.order;

/// How long an order may wait for its fill.
public enum TimeInForce {
    /// For the next opening only.
    AT_OPEN,
    /// For the close at which it is sent only.
    AT_CLOSE,
    /// Until it is cancelled.
    GOOD_TILL_CANCELLED
}
