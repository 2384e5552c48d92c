package org.tickwright.order;

import org.tickwright.kernel.FixedPoint;

/// An order from its making to its end. Only the steps in the table of [OrderState] are possible.
///
/// One thread. Quantities and prices are fixed point at the account's scales.
public final class Order {
    /// The quantity of an order that is sized at its fill.
    public static final long UNSIZED = 0;

    private final long id;
    private final OrderIntent intent;
    private OrderState state = OrderState.CREATED;
    private long quantity = UNSIZED;
    private long filled;
    private long level;
    private long limit;
    private boolean triggered;
    private double unitFactor = 1;

    /// A new order made of an intent.
    public Order(long id, OrderIntent intent) {
        this.id = id;
        this.intent = intent;
        this.level = intent.level();
        this.limit = intent.terms().limit();
    }

    /// The number it was given; rises within a run.
    public long id() {
        return id;
    }

    /// What it was made of.
    public OrderIntent intent() {
        return intent;
    }

    /// Which instrument it trades: 0 for the base instrument of a run.
    public int instrument() {
        return intent.instrument();
    }

    /// What it is for.
    public Action action() {
        return intent.action();
    }

    /// Where it is in its life.
    public OrderState state() {
        return state;
    }

    /// How much was ordered, or [#UNSIZED] until it is known.
    public long quantity() {
        return quantity;
    }

    /// How much was done.
    public long filled() {
        return filled;
    }

    /// How much is left to do.
    public long remaining() {
        return quantity - filled;
    }

    /// The level at which it acts; trailing stops move theirs.
    public long level() {
        return level;
    }

    /// The limit of a stop-limit order, [OrderIntent#NO_LEVEL] for others.
    public long limit() {
        return limit;
    }

    /// True once the level of a stop was reached.
    public boolean triggered() {
        return triggered;
    }

    /// Takes a step. One that the table does not have is an [IllegalStateException] and changes nothing.
    public void become(OrderState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Order " + id + " cannot go from " + state + " to " + next);
        }
        state = next;
        triggered |= next == OrderState.TRIGGERED;
    }

    /// Fixes the quantity of an order that had none.
    public void size(long units) {
        if (quantity != UNSIZED || units <= 0 || state.terminal()) {
            throw new IllegalStateException(
                    "Order " + id + " cannot be sized to " + units + ", it is " + state + " with " + quantity);
        }
        quantity = units;
    }

    /// Moves the level of an order that has not ended.
    public void moveTo(long newLevel) {
        if (state.terminal() || !intent.type().hasLevel()) {
            throw new IllegalStateException("Order " + id + " has no level to move, it is " + state);
        }
        level = newLevel;
    }

    /// Moves the limit of a stop-limit order that has not ended.
    public void limitTo(long newLimit) {
        if (state.terminal() || intent.type() != OrderType.STOP_LIMIT) {
            throw new IllegalStateException("Order " + id + " has no limit to move, it is " + state);
        }
        limit = newLimit;
    }

    /// Changes the quantity of an order that has one and has not ended; what was done stays done, and
    /// something must be left to do.
    public void resize(long units) {
        if (quantity == UNSIZED || state.terminal() || units <= filled) {
            throw new IllegalStateException("Order " + id + " cannot be resized to " + units + ", it is " + state
                    + " with " + filled + " of " + quantity + " done");
        }
        quantity = units;
    }

    /// Books what was done. More than is left is an [IllegalStateException] and changes nothing.
    public void fill(long units) {
        if (units <= 0 || units > remaining()) {
            throw new IllegalStateException(
                    "Order " + id + " cannot fill " + units + " of " + remaining() + " left, it is " + state);
        }
        become(units == remaining() ? OrderState.FILLED : OrderState.PARTIALLY_FILLED);
        filled += units;
    }

    /// The instrument was split, `numerator` new units for `denominator` old ones: what was done is restated,
    /// and what is left down to a multiple of `lot`, unless it is less than one. The level is moved by whoever
    /// sent the order.
    public void split(long numerator, long denominator, long lot) {
        if (!state.terminal()) {
            long left = restated(remaining(), numerator, denominator, lot);
            filled = restated(filled, numerator, denominator, 1);
            quantity = quantity == UNSIZED ? UNSIZED : Math.addExact(filled, left);
            unitFactor *= (double) denominator / numerator;
        }
    }

    private static long restated(long units, long numerator, long denominator, long lot) {
        long split = FixedPoint.multiplyDivide(units, numerator, denominator);
        return split < lot ? split : split - split % lot;
    }

    /// What prices at the time of the order are multiplied by to compare with those of now: 1 unless there
    /// was a split.
    public double unitFactor() {
        return unitFactor;
    }

    @Override
    public String toString() {
        return "Order " + id + " " + intent.action() + " " + intent.type() + " " + state;
    }
}
