package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderTerms;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Holding;
import org.tickwright.strategy.Decision;

/// What protects the position of one instrument: stop, trailing stop and target.
///
/// They come with the first part of an entry, are for as much as is held, and go with the position.
final class PositionGuard {
    private static final long NONE = Long.MIN_VALUE;

    private final int instrument;
    private final Holding holding;
    private final OrderPath orders;
    private final Route route;
    private final List<Order> working = new ArrayList<>(3);
    private @Nullable Order trail;
    private double bestClose;
    private long waitingLevel = NONE;

    PositionGuard(int instrument, Holding holding, OrderPath orders, Route route) {
        this.instrument = instrument;
        this.holding = holding;
        this.orders = orders;
        this.route = route;
    }

    /// Whether a level follows the closes, so that none may be left out.
    boolean trailing() {
        return trail != null;
    }

    /// The first part of an entry was filled.
    void protect(Fill fill, EntryPlan planned) {
        bestClose = Double.NaN;
        int sign = fill.action().side().sign();
        double price = holding.scales().priceOf(fill.price());
        if (planned.hasStop()) {
            guard(fill, OrderType.STOP, planned.stop(price, sign));
        }
        if (planned.hasTrail()) {
            trail = guard(fill, OrderType.TRAILING_STOP, planned.trail(price, sign));
        }
        if (planned.hasTarget()) {
            guard(fill, OrderType.LIMIT, planned.target(price, sign));
        }
    }

    private @Nullable Order guard(Fill fill, OrderType type, double level) {
        Order order = orders.exit(
                new OrderIntent(
                        instrument,
                        Action.exit(fill.action().ofLong()),
                        type,
                        TimeInForce.GOOD_TILL_CANCELLED,
                        holding.scales().priceUnits(level),
                        fill.index(),
                        fill.time(),
                        orders.carries()
                                ? OrderTerms.NONE.inGroup(fill.orderId()).reducing()
                                : OrderTerms.NONE),
                route);
        if (order != null) {
            working.add(order);
        }
        return order;
    }

    /// The position changed: what protects it is for as much as is held.
    void cover() {
        long held = Math.abs(holding.quantity());
        for (int i = 0; i < working.size(); i++) {
            Order order = working.get(i);
            if (order.state().open()) {
                route.venue().resize(order, Math.addExact(order.filled(), held));
            }
        }
    }

    /// The trailing stop follows the best close since entry by the distance that holds now and never steps
    /// back. Where a bar is open it moves once that has closed.
    void follow(double close, int direction, Decision decision, boolean open) {
        Order order = trail;
        if (order == null) {
            return;
        }
        int sign = direction == Decision.LONG ? 1 : -1;
        if (Double.isNaN(bestClose) || sign * close > sign * bestClose) {
            bestClose = close;
        }
        double distance = decision.trailDistance[direction];
        double fraction = decision.trailFraction[direction];
        if (!Double.isNaN(distance)) {
            trail(order, sign, bestClose - sign * distance, open);
        } else if (!Double.isNaN(fraction)) {
            trail(order, sign, bestClose * (1 - sign * fraction), open);
        }
    }

    private void trail(Order order, int sign, double to, boolean open) {
        long level = holding.scales().priceUnits(to);
        if (sign * level <= sign * order.level()) {
            return;
        }
        if (open) {
            waitingLevel = level;
        } else {
            route.venue().move(order, level);
        }
    }

    /// A bar has closed: a level that waited for that moves.
    void closed() {
        if (waitingLevel != NONE) {
            Order order = trail;
            if (order != null) {
                route.venue().move(order, waitingLevel);
            }
            waitingLevel = NONE;
        }
    }

    /// Earlier prices times `factor` compare with those of now.
    void split(double factor) {
        bestClose *= factor;
    }

    /// The position is gone; what protected it goes too, besides what closed it.
    void release(Order closing) {
        for (int i = 0; i < working.size(); i++) {
            if (working.get(i) != closing) {
                route.venue().cancel(working.get(i), "The position was closed.");
            }
        }
        working.clear();
        trail = null;
        waitingLevel = NONE;
    }
}
