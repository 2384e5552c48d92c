package org.tickwright.execution;

import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.risk.ApprovedOrder;

/// An order in the book of the [RealisticVenue], as the prices of a bar meet it.
final class BookedOrder {
    final ApprovedOrder approved;
    final Order order;
    final boolean buys;
    private final OrderType type;
    private final TimeInForce timeInForce;
    /// The first and the last bar on which it works.
    private int firstBar;
    private int lastBar;
    /// The bar on which nothing more can be done for it.
    private int spentBar = -1;
    /// The bar on which it took the form that it has, and whether the price has passed by since.
    private int sinceBar;
    private boolean rested;
    private long asked;

    BookedOrder(ApprovedOrder approved) {
        this.approved = approved;
        order = approved.order();
        buys = order.action().side().sign() > 0;
        type = order.intent().type();
        timeInForce = order.intent().timeInForce();
    }

    void works(int from, int to) {
        firstBar = from;
        lastBar = to;
        sinceBar = from;
        asked = order.quantity();
    }

    /// The quantity with which it came.
    long asked() {
        return asked;
    }

    int firstBar() {
        return firstBar;
    }

    int lastBar() {
        return lastBar;
    }

    boolean open() {
        return order.state().open();
    }

    boolean entry() {
        return order.action().entry();
    }

    boolean reduceOnly() {
        return order.intent().terms().reduceOnly() || !entry();
    }

    boolean immediate() {
        return timeInForce.immediate();
    }

    boolean whole() {
        return timeInForce == TimeInForce.FILL_OR_KILL;
    }

    boolean atOpen() {
        return timeInForce == TimeInForce.AT_OPEN;
    }

    /// True for what a close alone can fill.
    boolean onClose() {
        return timeInForce == TimeInForce.AT_NEXT_CLOSE || timeInForce == TimeInForce.AT_CLOSE;
    }

    boolean dataEnd() {
        return timeInForce == TimeInForce.AT_CLOSE;
    }

    /// True while it waits for its stop level.
    boolean waits() {
        return type.stops() && !order.triggered();
    }

    /// True while it takes whatever price there is.
    boolean takesAny() {
        return type == OrderType.MARKET || (order.triggered() && type != OrderType.STOP_LIMIT);
    }

    /// True while it is a limit order.
    boolean limited() {
        return type == OrderType.LIMIT || (type == OrderType.STOP_LIMIT && order.triggered());
    }

    /// The price at which it acts: its stop while it waits, then its limit.
    long level() {
        return type == OrderType.STOP_LIMIT && order.triggered() ? order.limit() : order.level();
    }

    /// True while its first bar has not come.
    boolean later(int bar) {
        return firstBar > bar;
    }

    /// True if it waits at a level inside a bar.
    boolean stands(int bar) {
        return !takesAny() && !onClose() && !atOpen() && !later(bar);
    }

    /// True if a rising price reaches it.
    boolean above() {
        return waits() == buys;
    }

    /// True if it would act at this price at once.
    boolean meets(long price) {
        long level = level();
        return waits() ? (buys ? price >= level : price <= level) : (buys ? price < level : price > level);
    }

    /// The price of a stop is reached.
    void trigger(int bar) {
        order.become(OrderState.TRIGGERED);
        sinceBar = bar;
        rested = false;
    }

    /// It stood in the book while the price passed by.
    void rest() {
        rested = true;
    }

    Liquidity liquidity(int bar) {
        return limited() && !onClose() && (rested || bar > sinceBar) ? Liquidity.MAKER : Liquidity.TAKER;
    }

    /// A price that is not worse than its limit.
    long bounded(long price) {
        return !limited() ? price : buys ? Math.min(price, level()) : Math.max(price, level());
    }

    void spend(int bar) {
        spentBar = bar;
    }

    boolean spent(int bar) {
        return spentBar == bar;
    }

    /// What it is to a person.
    String name() {
        String kind = switch (type) {
            case MARKET -> "market order";
            case LIMIT -> entry() ? "limit" : "target";
            case STOP -> entry() ? "stop entry" : "stop";
            case STOP_LIMIT -> "stop-limit";
            case TRAILING_STOP -> "trailing stop";
        };
        return kind + " of order " + order.id();
    }
}
