package org.tickwright.market.exchange;

/// What an exchange answers to the sender of an order. Times are the exchange's, nanoseconds UTC.
public sealed interface OrderReport {
    /// The sender's name of the order.
    String id();

    /// When it happened.
    long time();

    /// The order is in the book, or is matched now.
    record Accepted(String id, long time) implements OrderReport {}

    /// What was asked for cannot be done, and why; nothing changed.
    record Rejected(String id, long time, String why) implements OrderReport {}

    /// So much was traded; `left` is what is still open. `maker` says whether the order waited for the other one.
    record Filled(String id, long time, double price, double size, double left, boolean maker) implements OrderReport {}

    /// The order is changed; it kept its place in the queue only if it became smaller at the same price.
    record Replaced(String id, long time, double size, double limit, boolean keptPlace) implements OrderReport {}

    /// The rest of the order is off the book, and why.
    record Cancelled(String id, long time, double left, String why) implements OrderReport {}
}
