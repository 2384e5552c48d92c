package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.Venue;
import org.tickwright.execution.VenueListener;
import org.tickwright.market.Bars;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Position;
import org.tickwright.risk.ApprovedOrder;
import org.tickwright.risk.RiskGate;
import org.tickwright.risk.StopDistance;
import org.tickwright.risk.Verdict;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Evaluation;

/// The one trading loop: one thread, one event at a time. Market view → strategy → risk gate → venue →
/// ledger → audit.
///
/// Its events are the close of a bar ([#closed]) and what the venue reports. In a backtest both come from
/// history and the simulated venue; nothing here knows that. [#nextActiveBar] tells which closes may be
/// left out because nothing could happen at them; a run that leaves them out gives the same bits as one
/// that takes every step.
final class TradingLoop implements VenueListener {
    private final Bars bars;
    private final double[] closes;
    private final Evaluation strategy;
    private final EntryRules rules;
    private final RiskGate gate;
    private final Ledger ledger;
    private final Position position;
    private final RunLog log;
    private final boolean everyHeldBar;
    private final Decision decision = new Decision();
    private final List<Order> protective = new ArrayList<>(3);
    private @Nullable Venue venue;

    private long lastOrderId;
    private @Nullable EntryPlan plan;
    private @Nullable Order trail;
    private double bestClose;
    private int knownActiveBar = -1;

    TradingLoop(Bars bars, Evaluation strategy, EntryRules rules, RiskGate gate, Ledger ledger, RunLog log) {
        this.bars = bars;
        this.closes = bars.column(Bars.Field.CLOSE);
        this.strategy = strategy;
        this.rules = rules;
        this.gate = gate;
        this.ledger = ledger;
        this.log = log;
        position = new Position(ledger);
        everyHeldBar = strategy.needsEveryHeldBar();
    }

    /// Says where orders go; once, before the first event.
    void connect(Venue orders) {
        venue = orders;
    }

    private Venue venue() {
        if (venue == null) {
            throw new IllegalStateException("The loop is not connected to a venue");
        }
        return venue;
    }

    /// The first bar from `from` on, below `to`, at whose close something may be decided; `to` if none.
    int nextActiveBar(int from, int to) {
        if (from < to && ledger.quantity() != 0 && (everyHeldBar || trail != null)) {
            return from;
        }
        if (knownActiveBar < from) {
            knownActiveBar = strategy.nextActiveBar(from, to);
        }
        return Math.min(knownActiveBar, to);
    }

    /// A bar has closed: look, decide, order.
    void closed(int bar) {
        long close = ledger.scales().priceUnits(closes[bar]);
        ledger.mark(close);
        position.at(bar, close);
        decision.clear();
        strategy.decide(bar, position, decision);
        long held = ledger.quantity();
        if (held == 0) {
            enterFromFlat(bar);
        } else {
            int direction = held > 0 ? Decision.LONG : Decision.SHORT;
            if (decision.exit[direction]) {
                leave(bar, direction);
            }
            follow(bar, direction);
        }
    }

    private void enterFromFlat(int bar) {
        if (wants(Decision.LONG)) {
            enter(bar, Decision.LONG);
        } else if (wants(Decision.SHORT)) {
            enter(bar, Decision.SHORT);
        }
    }

    /// An entry fires where its exit does not.
    private boolean wants(int direction) {
        return decision.enter[direction] && !decision.exit[direction] && rules.allows(direction);
    }

    private void leave(int bar, int direction) {
        send(OrderIntent.atNextOpen(Action.exit(direction == Decision.LONG), bar, bars.time(bar)));
        int opposite = 1 - direction;
        if (wants(opposite)) {
            enter(bar, opposite);
        }
    }

    private void enter(int bar, int direction) {
        Order order = order(OrderIntent.atNextOpen(Action.enter(direction == Decision.LONG), bar, bars.time(bar)));
        EntryPlan entry = rules.plan(decision, direction);
        StopDistance risk = entry.risk();
        if (submit(order, gate.checkEntry(order, rules.size(decision, direction), risk))) {
            plan = entry;
        }
    }

    /// The trailing stop follows the best close since entry and never steps back.
    private void follow(int bar, int direction) {
        Order order = trail;
        if (order == null) {
            return;
        }
        int sign = direction == Decision.LONG ? 1 : -1;
        double close = closes[bar];
        if (Double.isNaN(bestClose) || sign * close > sign * bestClose) {
            bestClose = close;
        }
        double distance = decision.trailDistance[direction];
        if (!Double.isNaN(distance)) {
            long level = ledger.scales().priceUnits(bestClose - sign * distance);
            if (sign * level > sign * order.level()) {
                venue().move(order, level);
            }
        }
    }

    /// The data end: whatever is held goes at the close.
    void finish(int bar) {
        if (ledger.quantity() != 0) {
            send(new OrderIntent(
                    Action.exit(ledger.quantity() > 0),
                    OrderType.MARKET,
                    TimeInForce.AT_CLOSE,
                    OrderIntent.NO_LEVEL,
                    bar,
                    bars.time(bar)));
        }
    }

    private Order order(OrderIntent intent) {
        Order order = new Order(++lastOrderId, intent);
        log.created(order);
        return order;
    }

    private @Nullable Order send(OrderIntent intent) {
        Order order = order(intent);
        return submit(order, gate.checkExit(order)) ? order : null;
    }

    private boolean submit(Order order, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Approved approved -> {
                venue().submit(approved.order());
                yield true;
            }
            case Verdict.Refused refused -> {
                log.ended(order, refused.reason());
                yield false;
            }
        };
    }

    @Override
    public void filled(ApprovedOrder approved, Fill fill) {
        ledger.book(fill);
        log.filled(approved, fill, ledger);
        if (fill.action().entry()) {
            position.openedAt(fill.index());
            protect(fill);
        } else if (ledger.quantity() == 0) {
            release(approved.order());
        }
    }

    private void protect(Fill fill) {
        EntryPlan entry = plan;
        if (entry == null) {
            throw new IllegalStateException("An entry filled that nobody planned: " + fill);
        }
        plan = null;
        bestClose = Double.NaN;
        int sign = fill.action().side().sign();
        double price = ledger.scales().priceOf(fill.price());
        if (entry.hasStop()) {
            guard(fill, OrderType.STOP, entry.stop(price, sign));
        }
        if (entry.hasTrail()) {
            trail = guard(fill, OrderType.TRAILING_STOP, entry.trail(price, sign));
        }
        if (entry.hasTarget()) {
            guard(fill, OrderType.LIMIT, entry.target(price, sign));
        }
    }

    private @Nullable Order guard(Fill fill, OrderType type, double level) {
        Order order = send(new OrderIntent(
                Action.exit(fill.action().ofLong()),
                type,
                TimeInForce.GOOD_TILL_CANCELLED,
                ledger.scales().priceUnits(level),
                fill.index(),
                fill.time()));
        if (order != null) {
            protective.add(order);
        }
        return order;
    }

    /// The position is gone; what protected it goes too.
    private void release(Order closing) {
        for (int i = 0; i < protective.size(); i++) {
            if (protective.get(i) != closing) {
                venue().cancel(protective.get(i), "The position was closed.");
            }
        }
        protective.clear();
        trail = null;
    }

    @Override
    public void cancelled(Order order, String reason) {
        log.ended(order, reason);
    }

    @Override
    public void rejected(Order order, String reason) {
        log.ended(order, reason);
        if (order.action().entry()) {
            plan = null;
        }
    }
}
