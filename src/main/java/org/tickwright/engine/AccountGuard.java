package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Scales;
import org.tickwright.strategy.Decision;

/// What protects the position of one instrument: stop, trailing stop and target from the entry fill on.
final class AccountGuard {
    private final AccountDesk desk;
    private final AccountFills fills;
    private final AccountLog log;
    private final List<Order> working = new ArrayList<>(3);
    private @Nullable Order trail;
    private double bestClose;

    AccountGuard(AccountDesk desk, AccountFills fills, AccountLog log) {
        this.desk = desk;
        this.fills = fills;
        this.log = log;
    }

    /// An entry has filled.
    void protect(Fill fill, EntryPlan plan) {
        bestClose = Double.NaN;
        int sign = fill.action().side().sign();
        double price = desk.scales().priceOf(fill.price());
        if (plan.hasStop()) {
            guard(fill, OrderType.STOP, plan.stop(price, sign));
        }
        if (plan.hasTrail()) {
            trail = guard(fill, OrderType.TRAILING_STOP, plan.trail(price, sign));
        }
        if (plan.hasTarget()) {
            guard(fill, OrderType.LIMIT, plan.target(price, sign));
        }
    }

    private Order guard(Fill fill, OrderType type, double level) {
        Order order = log.working(
                desk,
                Action.exit(fill.action().ofLong()),
                type,
                TimeInForce.GOOD_TILL_CANCELLED,
                desk.scales().priceUnits(level),
                fill.index(),
                fill.time());
        working.add(order);
        return order;
    }

    /// The trailing stop follows the best close by the distance that holds now and never steps back.
    void follow(int direction, Decision decision, double close) {
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
            move(order, sign, bestClose - sign * distance);
        } else if (!Double.isNaN(fraction)) {
            move(order, sign, bestClose * (1 - sign * fraction));
        }
    }

    private void move(Order order, int sign, double to) {
        long level = desk.scales().priceUnits(to);
        if (sign * level > sign * order.level()) {
            order.moveTo(level);
        }
    }

    /// A bar trades between its low and its high.
    void range(int bar) {
        if (working.isEmpty()) {
            return;
        }
        Bars bars = desk.bars();
        boolean ofLong = desk.holding().quantity() > 0;
        Order stop = nearest(ofLong, false);
        Order target = nearest(ofLong, true);
        Fill.Trigger trigger = fills.terms()
                .fills()
                .protective(ofLong, bars.open(bar), bars.high(bar), bars.low(bar), level(stop), level(target));
        if (trigger == null) {
            return;
        }
        boolean atTarget = trigger == Fill.Trigger.TARGET || trigger == Fill.Trigger.TARGET_GAP;
        boolean gap = trigger == Fill.Trigger.STOP_GAP || trigger == Fill.Trigger.TARGET_GAP;
        Order order = atTarget ? target : stop;
        if (order == null) {
            throw new IllegalStateException("Nothing is there that " + trigger + " could fill");
        }
        long raw = gap ? desk.scales().priceUnits(bars.open(bar)) : order.level();
        long held = Math.abs(desk.holding().quantity());
        fills.exit(order, trigger, bar, raw, held, words(order, gap, bars.open(bar)));
        release(order);
    }

    private @Nullable Order nearest(boolean ofLong, boolean targets) {
        Order nearest = null;
        int sign = ofLong == targets ? -1 : 1;
        for (Order order : working) {
            boolean isTarget = order.intent().type() == OrderType.LIMIT;
            if (isTarget == targets && (nearest == null || sign * order.level() > sign * nearest.level())) {
                nearest = order;
            }
        }
        return nearest;
    }

    private double level(@Nullable Order order) {
        return order == null ? Double.NaN : desk.scales().priceOf(order.level());
    }

    private String words(Order order, boolean gap, double open) {
        String name = switch (order.intent().type()) {
            case TRAILING_STOP -> "trailing stop";
            case LIMIT -> "target";
            default -> "stop";
        };
        Scales scales = desk.scales();
        String level = name + " at " + number(scales.priceOf(order.level()));
        return gap
                ? "The bar opened at " + number(open) + ", beyond the " + level + "."
                : "The price reached the " + level + ".";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.6f" : "%.2f", value);
    }

    /// The position is gone; what protected it goes too.
    void release(Order closing) {
        for (Order order : working) {
            if (order != closing) {
                log.cancelled(order, "The position was closed.");
            }
        }
        working.clear();
        trail = null;
    }
}
