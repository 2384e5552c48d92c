package org.tickwright.order;

/// What an order may carry besides type, time in force and level.
///
/// `limit` is the limit of a stop-limit order, `goodTill` the last time (nanoseconds UTC) at which a
/// good-till-date order works, `parent` the order whose fill sends this one, `group` the group of which one
/// fill cancels or reduces the others. 0 is no parent and no group. A reduce-only order never does more than
/// take the position off.
public record OrderTerms(long limit, long goodTill, long parent, long group, boolean reduceOnly) {
    /// Nothing of it.
    public static final OrderTerms NONE = new OrderTerms(OrderIntent.NO_LEVEL, Long.MAX_VALUE, 0, 0, false);

    /// The same with the limit of a stop-limit order.
    public OrderTerms limitedTo(long price) {
        return new OrderTerms(price, goodTill, parent, group, reduceOnly);
    }

    /// The same with a last time.
    public OrderTerms until(long time) {
        return new OrderTerms(limit, time, parent, group, reduceOnly);
    }

    /// The same, sent once that order has filled (one triggers the other).
    public OrderTerms after(long order) {
        return new OrderTerms(limit, goodTill, order, group, reduceOnly);
    }

    /// The same as one of a group (one cancels the other).
    public OrderTerms inGroup(long id) {
        return new OrderTerms(limit, goodTill, parent, id, reduceOnly);
    }

    /// The same as an order that only reduces.
    public OrderTerms reducing() {
        return new OrderTerms(limit, goodTill, parent, group, true);
    }
}
