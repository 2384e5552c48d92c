package org.tickwright.order;

/// What somebody wants to do, before anybody has checked it. It says nothing about size: the risk gate
/// decides that.
///
/// `signalIndex` is the bar at whose close it was decided and `signalTime` that bar's opening time; `level`
/// is a price in fixed point for types that have one, otherwise [#NO_LEVEL]: the limit of a limit order, the
/// stop of the others. `instrument` is 0 for the base instrument of a run.
public record OrderIntent(
        int instrument,
        Action action,
        OrderType type,
        TimeInForce timeInForce,
        long level,
        int signalIndex,
        long signalTime,
        OrderTerms terms) {
    /// The level of an order that has none.
    public static final long NO_LEVEL = Long.MIN_VALUE;

    /// Checks that a level is there exactly where the type needs one.
    public OrderIntent {
        if (type.hasLevel() == (level == NO_LEVEL)) {
            throw new IllegalArgumentException(
                    "A " + type + " order " + (type.hasLevel() ? "needs a level" : "has no level") + ", was " + level);
        }
        if ((type == OrderType.STOP_LIMIT) == (terms.limit() == NO_LEVEL)) {
            throw new IllegalArgumentException("A limit beside the level belongs to a STOP_LIMIT order and to no other,"
                    + " was " + terms.limit() + " for a " + type + " order");
        }
    }

    /// An intent for the base instrument.
    public OrderIntent(
            Action action, OrderType type, TimeInForce timeInForce, long level, int signalIndex, long signalTime) {
        this(0, action, type, timeInForce, level, signalIndex, signalTime, OrderTerms.NONE);
    }

    /// An intent without further terms.
    public OrderIntent(
            int instrument,
            Action action,
            OrderType type,
            TimeInForce timeInForce,
            long level,
            int signalIndex,
            long signalTime) {
        this(instrument, action, type, timeInForce, level, signalIndex, signalTime, OrderTerms.NONE);
    }

    /// The same with other terms.
    public OrderIntent with(OrderTerms other) {
        return new OrderIntent(instrument, action, type, timeInForce, level, signalIndex, signalTime, other);
    }

    /// A market order for the next opening.
    public static OrderIntent atNextOpen(int instrument, Action action, int signalIndex, long signalTime) {
        return new OrderIntent(
                instrument, action, OrderType.MARKET, TimeInForce.AT_OPEN, NO_LEVEL, signalIndex, signalTime);
    }
}
