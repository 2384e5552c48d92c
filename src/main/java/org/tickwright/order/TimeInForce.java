package org.tickwright.order;

/// How long an order may wait for its fill.
public enum TimeInForce {
    /// For the next opening only.
    AT_OPEN,
    /// For the close at which it is sent only.
    AT_CLOSE,
    /// For the close of the bar after the one at which it is sent: market and limit on close.
    AT_NEXT_CLOSE,
    /// Until the trading day ends, in the exchange's zone; with daily and longer bars, for one bar.
    DAY,
    /// Until it is cancelled.
    GOOD_TILL_CANCELLED,
    /// Until a time that the order names.
    GOOD_TILL_DATE,
    /// What can be done at once; the rest expires.
    IMMEDIATE_OR_CANCEL,
    /// All of it at once, or nothing.
    FILL_OR_KILL;

    /// True where the order ends at the first price it meets.
    public boolean immediate() {
        return this == IMMEDIATE_OR_CANCEL || this == FILL_OR_KILL;
    }
}
