package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.Venue;
import org.tickwright.execution.VenueListener;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.Bars;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Position;
import org.tickwright.portfolio.PositionView;
import org.tickwright.risk.ApprovedOrder;
import org.tickwright.risk.CostModel;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;

/// What the [TradingLoop] does for one instrument: it sends the orders that were decided, books what the
/// venue reports, and keeps the protective orders of the position.
///
/// A direction is [Decision#LONG] or [Decision#SHORT].
final class InstrumentDesk implements VenueListener {
    private final int instrument;
    private final Bars bars;
    private final double[] closes;
    private final OrderPath orders;
    private final Ledger ledger;
    private final CostModel costs;
    private final Position position;
    private final RunLog log;
    private final List<Order> protective = new ArrayList<>(3);
    private @Nullable Venue venue;
    private @Nullable EntryPlan plan;
    private @Nullable Order trail;
    private double bestClose;
    private int leavingBar = -1;

    InstrumentDesk(int instrument, Bars bars, OrderPath orders, Ledger ledger, CostModel costs, RunLog log) {
        this.instrument = instrument;
        this.bars = bars;
        this.closes = bars.column(Bars.Field.CLOSE);
        this.orders = orders;
        this.ledger = ledger;
        this.costs = costs;
        this.log = log;
        position = new Position(ledger);
    }

    /// Says where orders go; once, before the first event.
    void connect(Venue target) {
        venue = target;
    }

    private Venue venue() {
        if (venue == null) {
            throw new IllegalStateException("Instrument " + instrument + " is not connected to a venue");
        }
        return venue;
    }

    /// Units held: positive long, negative short.
    long quantity() {
        return ledger.quantity();
    }

    /// Whether a level follows the closes, so that none may be left out.
    boolean trailing() {
        return trail != null;
    }

    /// Values the position at the close of a bar and looks at it from there.
    PositionView look(int bar) {
        long close = ledger.scales().priceUnits(closes[bar]);
        ledger.mark(close);
        position.at(bar, close);
        return position;
    }

    /// Sends an entry for the next opening; `entry` protects it once it is filled.
    void enter(int bar, int direction, SizeRule size, EntryPlan entry) {
        Action action = Action.enter(direction == Decision.LONG);
        if (orders.enter(atNextOpen(action, bar), size, entry.risk(), venue())) {
            plan = entry;
        }
    }

    /// Sends the exit for the next opening.
    void leave(int bar, int direction) {
        orders.exit(atNextOpen(Action.exit(direction == Decision.LONG), bar), venue());
        leavingBar = bar;
    }

    /// The account can no longer carry the position: it goes at the next opening, unless that is under way.
    void liquidate(int bar, String reason) {
        if (quantity() != 0 && leavingBar != bar) {
            OrderIntent intent = atNextOpen(Action.exit(quantity() > 0), bar);
            Order order = orders.exit(intent, venue());
            if (order != null) {
                log.liquidates(order, reason);
            }
        }
    }

    /// The instrument was split and the position with it; what waits follows.
    void split(long numerator, long denominator, long lot) {
        double factor = (double) denominator / numerator;
        for (Order order : log.open(instrument)) {
            order.split(numerator, denominator, lot);
            if (order.intent().type().hasLevel()) {
                venue().move(order, FixedPoint.multiplyDivide(order.level(), denominator, numerator));
            }
        }
        bestClose *= factor;
        plan = plan == null ? null : plan.split(factor);
    }

    private OrderIntent atNextOpen(Action action, int bar) {
        return OrderIntent.atNextOpen(instrument, action, bar, bars.time(bar));
    }

    /// The trailing stop follows the best close since entry by the distance that holds now and never steps
    /// back.
    void follow(int bar, int direction, double distance) {
        Order order = trail;
        if (order == null) {
            return;
        }
        int sign = direction == Decision.LONG ? 1 : -1;
        double close = closes[bar];
        if (Double.isNaN(bestClose) || sign * close > sign * bestClose) {
            bestClose = close;
        }
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
            orders.exit(
                    new OrderIntent(
                            instrument,
                            Action.exit(ledger.quantity() > 0),
                            OrderType.MARKET,
                            TimeInForce.AT_CLOSE,
                            OrderIntent.NO_LEVEL,
                            bar,
                            bars.time(bar)),
                    venue());
        }
    }

    @Override
    public void filled(ApprovedOrder approved, Fill fill) {
        ledger.book(instrument, fill);
        long fee = costs.conversion(ledger.holding(instrument).value(fill.quantity(), fill.price()));
        if (fee != 0) {
            ledger.pay(instrument, Account.CONVERSION, fee);
        }
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
        Order order = orders.exit(
                new OrderIntent(
                        instrument,
                        Action.exit(fill.action().ofLong()),
                        type,
                        TimeInForce.GOOD_TILL_CANCELLED,
                        ledger.scales().priceUnits(level),
                        fill.index(),
                        fill.time()),
                venue());
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
