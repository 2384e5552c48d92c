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
import org.tickwright.order.OrderTerms;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Holding;
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
/// At most one entry and one exit work at a time. Protective orders cover what is held: they come with the
/// first part of an entry, grow and shrink with the position, and go with it. A direction is
/// [Decision#LONG] or [Decision#SHORT].
final class InstrumentDesk implements VenueListener {
    private final int instrument;
    private final Bars bars;
    private final double[] closes;
    private final OrderPath orders;
    private final Ledger ledger;
    private final Holding holding;
    private final CostModel costs;
    private final Position position;
    private final RunLog log;
    private final List<Order> protective = new ArrayList<>(3);
    private @Nullable Venue venue;
    private @Nullable EntryPlan plan;
    private @Nullable Order entry;
    private @Nullable Order exit;
    private @Nullable Order trail;
    private double bestClose;

    InstrumentDesk(int instrument, Bars bars, OrderPath orders, Ledger ledger, CostModel costs, RunLog log) {
        this.instrument = instrument;
        this.bars = bars;
        this.closes = bars.column(Bars.Field.CLOSE);
        this.orders = orders;
        this.ledger = ledger;
        this.costs = costs;
        this.log = log;
        holding = ledger.holding(instrument);
        position = new Position(ledger, instrument);
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
        return holding.quantity();
    }

    /// Whether a level follows the closes, so that none may be left out.
    boolean trailing() {
        return trail != null;
    }

    /// Values the position at the close of a bar and looks at it from there.
    PositionView look(int bar) {
        long close = holding.scales().priceUnits(closes[bar]);
        ledger.mark(instrument, close);
        position.at(bar, close);
        return position;
    }

    /// Takes back an entry that waits where the exit of its direction is true.
    void withdraw(boolean[] exits) {
        if (entry != null && exits[entry.action().ofLong() ? Decision.LONG : Decision.SHORT]) {
            venue().cancel(entry, "The exit of its direction is true.");
        }
    }

    /// Sends an entry; `planned` protects it once it is filled. It takes the place of one that waits, unless
    /// that is the same.
    void enter(int bar, int direction, SizeRule size, EntryPlan planned) {
        OrderIntent intent = intent(bar, Action.enter(direction == Decision.LONG), planned.order());
        Order waiting = entry;
        if (waiting != null) {
            if (same(waiting, intent)) {
                return;
            }
            venue().cancel(waiting, "A newer signal took its place.");
        }
        entry = orders.enter(intent, size, planned.risk(), venue());
        plan = entry == null ? null : planned;
    }

    private static boolean same(Order waiting, OrderIntent intent) {
        return waiting.action() == intent.action()
                && waiting.intent().type() == intent.type()
                && waiting.intent().timeInForce() == intent.timeInForce()
                && waiting.level() == intent.level()
                && waiting.limit() == intent.terms().limit()
                && waiting.intent().terms().goodTill() == intent.terms().goodTill();
    }

    private OrderIntent intent(int bar, Action action, EntryOrder order) {
        if (!orders.carries()) {
            return OrderIntent.atNextOpen(instrument, action, bar, bars.time(bar));
        }
        return new EntryIntents(instrument, bars, holding.scales()).of(bar, action, order, parent());
    }

    /// The exit that must be done before an opposite entry is sent; 0 for none.
    private long parent() {
        return exit == null ? 0 : exit.id();
    }

    /// Sends the exit, unless one works already; an entry that is not done yet goes no further.
    void leave(int bar, int direction) {
        withdrawEntry(direction == Decision.LONG);
        if (exit == null) {
            exit = orders.exit(exitIntent(bar, direction == Decision.LONG), venue());
        }
    }

    private OrderIntent exitIntent(int bar, boolean ofLong) {
        Action action = Action.exit(ofLong);
        return orders.carries()
                ? market(action, TimeInForce.GOOD_TILL_CANCELLED, bar)
                : OrderIntent.atNextOpen(instrument, action, bar, bars.time(bar));
    }

    /// The account can no longer carry the position: it goes at the next opening, unless that is under way.
    void liquidate(int bar, String reason) {
        if (quantity() != 0 && exit == null) {
            withdrawEntry(quantity() > 0);
            exit = orders.exit(exitIntent(bar, quantity() > 0), venue());
            if (exit != null) {
                log.liquidates(exit, reason);
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
            if (order.intent().type() == OrderType.STOP_LIMIT) {
                venue().moveLimit(order, FixedPoint.multiplyDivide(order.limit(), denominator, numerator));
            }
        }
        bestClose *= factor;
        plan = plan == null ? null : plan.split(factor);
    }

    private void withdrawEntry(boolean ofLong) {
        if (entry != null && entry.action().ofLong() == ofLong) {
            venue().cancel(entry, "What is left is not entered any more.");
        }
    }

    private OrderIntent market(Action action, TimeInForce time, int bar) {
        return new OrderIntent(instrument, action, OrderType.MARKET, time, OrderIntent.NO_LEVEL, bar, bars.time(bar));
    }

    /// The trailing stop follows the best close since entry by the distance that holds now and never steps
    /// back.
    void follow(int bar, int direction, Decision decision) {
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
        double fraction = decision.trailFraction[direction];
        if (!Double.isNaN(distance)) {
            trail(order, sign, bestClose - sign * distance);
        } else if (!Double.isNaN(fraction)) {
            trail(order, sign, bestClose * (1 - sign * fraction));
        }
    }

    private void trail(Order order, int sign, double to) {
        long level = holding.scales().priceUnits(to);
        if (sign * level > sign * order.level()) {
            venue().move(order, level);
        }
    }

    /// The data end: what waits is taken back, and whatever is held goes at the close.
    void finish(int bar) {
        for (Order waiting : new Order[] {entry, exit}) {
            if (waiting != null) {
                venue().cancel(waiting, "The data end here.");
            }
        }
        if (holding.quantity() != 0) {
            orders.exit(market(Action.exit(holding.quantity() > 0), TimeInForce.AT_CLOSE, bar), venue());
        }
    }

    @Override
    public void filled(ApprovedOrder approved, Fill fill) {
        ledger.book(instrument, fill);
        long fee = costs.conversion(fill.quantity(), fill.price());
        if (fee != 0) {
            ledger.pay(instrument, Account.CONVERSION, fee);
        }
        log.filled(approved, fill, ledger);
        boolean done = !approved.order().state().open();
        if (fill.action().entry()) {
            entry = done ? null : entry;
            entered(fill);
        } else {
            exit = done && exit == approved.order() ? null : exit;
            left(approved.order());
        }
    }

    private void entered(Fill fill) {
        EntryPlan planned = plan;
        if (planned == null) {
            cover();
        } else {
            plan = null;
            position.openedAt(fill.index());
            protect(fill, planned);
        }
    }

    private void left(Order closing) {
        withdrawEntry(closing.action().ofLong());
        if (holding.quantity() == 0) {
            release(closing);
        } else {
            cover();
        }
    }

    private void protect(Fill fill, EntryPlan planned) {
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
                venue());
        if (order != null) {
            protective.add(order);
        }
        return order;
    }

    /// What protects the position is for as much as is held.
    private void cover() {
        long held = Math.abs(holding.quantity());
        for (int i = 0; i < protective.size(); i++) {
            Order order = protective.get(i);
            if (order.state().open()) {
                venue().resize(order, Math.addExact(order.filled(), held));
            }
        }
    }

    /// The position is gone; what protected it and what was to leave it go too.
    private void release(Order closing) {
        for (int i = 0; i < protective.size(); i++) {
            if (protective.get(i) != closing) {
                venue().cancel(protective.get(i), "The position was closed.");
            }
        }
        protective.clear();
        trail = null;
        if (exit != null) {
            venue().cancel(exit, "The position was closed.");
        }
    }

    @Override
    public void cancelled(Order order, String reason) {
        log.ended(order, reason);
        forget(order);
    }

    @Override
    public void rejected(Order order, String reason) {
        log.ended(order, reason);
        forget(order);
    }

    private void forget(Order order) {
        if (order == exit) {
            exit = null;
        } else if (order == entry) {
            entry = null;
            plan = order.filled() == 0 ? null : plan;
        }
    }
}
