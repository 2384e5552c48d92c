package org.tickwright.engine;

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
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Position;
import org.tickwright.portfolio.PositionView;
import org.tickwright.risk.ApprovedOrder;
import org.tickwright.risk.CostModel;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;

/// What the [TradingLoop] does for one instrument: it sends the orders that were decided, books what the
/// venue reports, and has the position protected.
///
/// At most one entry, one exit and one reduction work at a time. A direction is [Decision#LONG] or
/// [Decision#SHORT]. Bars at which something is decided are base bars; bars that open and close are the instrument's
/// own, and nobody looks at one that is open.
final class InstrumentDesk implements VenueListener {
    private final Listing listing;
    private final int instrument;
    private final double[] closes;
    private final OrderPath orders;
    private final Route route;
    private final Ledger ledger;
    private final Holding holding;
    private final CostModel costs;
    private final Position position;
    private final RunLog log;
    private final PositionGuard guard;
    private final WeightTarget target;
    private @Nullable EntryPlan plan;
    private @Nullable Order entry;
    private @Nullable Order exit;
    private @Nullable Order reduction;
    private int lastClosed = -1;
    private int entryBar;
    private boolean open;

    InstrumentDesk(Listing listing, OrderPath orders, Route route, Ledger ledger, CostModel costs) {
        this.listing = listing;
        this.orders = orders;
        this.route = route;
        this.ledger = ledger;
        this.costs = costs;
        log = orders.log();
        instrument = listing.instrument();
        closes = listing.bars().column(Bars.Field.CLOSE);
        holding = ledger.holding(instrument);
        position = new Position(ledger, instrument);
        guard = new PositionGuard(instrument, holding, orders, route);
        target = new WeightTarget(holding);
    }

    private Venue venue() {
        return route.venue();
    }

    /// Units held: positive long, negative short.
    long quantity() {
        return holding.quantity();
    }

    /// Whether a level follows the closes, so that none may be left out.
    boolean trailing() {
        return guard.trailing();
    }

    /// The first own bar of the run; those before it are known.
    void startsAt(int bar) {
        lastClosed = bar - 1;
    }

    /// A price in fixed point.
    long units(double price) {
        return holding.scales().priceUnits(price);
    }

    /// The last known price.
    long lastPrice() {
        return holding.markPrice();
    }

    /// An own bar opens.
    void opened() {
        open = true;
    }

    /// An own bar has closed and is known: the position is worth its close.
    void closed(int bar) {
        lastClosed = bar;
        open = false;
        ledger.mark(instrument, holding.scales().priceUnits(closes[bar]));
        guard.closed();
    }

    /// Looks at the position from the close of a base bar, at the last known price.
    PositionView look(int bar) {
        position.at(bar, holding.markPrice());
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
        Action action = Action.enter(direction == Decision.LONG);
        if (lastClosed < 0 && planned.order().style() != null) {
            orders.refuse(atNextOpen(bar, action), "No bar of it is known yet that its order could be measured from.");
            return;
        }
        OrderIntent intent = orders.carries()
                ? new EntryIntents(listing, lastClosed, holding.scales()).of(bar, action, planned.order(), parent())
                : atNextOpen(bar, action);
        Order waiting = entry;
        if (waiting != null) {
            if (same(waiting, intent)) {
                return;
            }
            venue().cancel(waiting, "A newer signal took its place.");
        }
        entry = orders.enter(intent, route.sizes().freeze(size, planned.risk(), lastClosed), route);
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

    private OrderIntent atNextOpen(int bar, Action action) {
        return OrderIntent.atNextOpen(instrument, action, bar, listing.base().time(bar));
    }

    /// The exit that must be done before an opposite entry is sent; 0 for none.
    private long parent() {
        return exit == null ? 0 : exit.id();
    }

    /// Sends the exit, unless one works already; an entry that is not done yet goes no further.
    void leave(int bar, int direction) {
        withdrawEntry(direction == Decision.LONG);
        leaveAll(bar, direction == Decision.LONG);
    }

    private void leaveAll(int bar, boolean ofLong) {
        if (exit == null) {
            withdrawReduction("All of the position goes.");
            exit = orders.exit(market(Action.exit(ofLong), bar), route);
        }
    }

    private void withdrawReduction(String reason) {
        if (reduction != null) {
            venue().cancel(reduction, reason);
        }
    }

    /// A market order for the next opening, which waits for more where it can.
    private OrderIntent market(Action action, int bar) {
        return orders.carries() ? market(action, TimeInForce.GOOD_TILL_CANCELLED, bar) : atNextOpen(bar, action);
    }

    /// The account can no longer carry the position: it goes at the next opening, unless that is under way.
    void liquidate(int bar, String reason) {
        if (quantity() != 0 && exit == null) {
            leave(bar, quantity() > 0 ? Decision.LONG : Decision.SHORT);
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
        guard.split(factor);
        plan = plan == null ? null : plan.split(factor);
    }

    private void withdrawEntry(boolean ofLong) {
        if (entry != null && entry.action().ofLong() == ofLong) {
            venue().cancel(entry, "What is left is not entered any more.");
        }
    }

    private OrderIntent market(Action action, TimeInForce time, int bar) {
        return new OrderIntent(
                instrument,
                action,
                OrderType.MARKET,
                time,
                OrderIntent.NO_LEVEL,
                bar,
                listing.base().time(bar));
    }

    /// The trailing stop follows the closes since the entry.
    void follow(int direction, Decision decision) {
        if (lastClosed >= entryBar) {
            guard.follow(closes[lastClosed], direction, decision, open);
        }
    }

    /// Decides at a base bar which part of the equity the instrument shall be from its next opening on.
    void weigh(int bar, double weight) {
        target.decide(bar, weight);
        withdrawReduction("A newer weight took its place.");
        if (entry != null && target.owns(entry)) {
            venue().cancel(entry, "A newer weight took its place.");
        }
    }

    /// True where a weight waits for the next opening.
    boolean weighs() {
        return target.waits();
    }

    /// An own bar opens at a price; what is held is worth that now.
    void value(long price) {
        if (holding.quantity() != 0) {
            ledger.mark(instrument, price);
        }
    }

    /// Fixes how many units the weight means at an opening, before anything fills at it.
    void aim(long price) {
        if (target.waits()) {
            target.aim(route.gate(), price);
        }
    }

    /// Sends what takes off more than the weight allows.
    void reduceToTarget() {
        long off = target.off();
        if (off == 0 || exit != null) {
            return;
        }
        boolean ofLong = quantity() > 0;
        if (off == Math.abs(quantity())) {
            leaveAll(target.bar(), ofLong);
            weighed(exit, false);
        } else {
            reduction = orders.reduce(market(Action.exit(ofLong), target.bar()), off, route);
            weighed(reduction, true);
        }
    }

    private void weighed(@Nullable Order order, boolean part) {
        if (order != null) {
            log.weighs(order, target.weight(), part);
        }
    }

    /// Sends what is missing to the weight, behind an exit that is under way.
    void addToTarget() {
        long more = target.more(exit != null);
        if (more > 0) {
            if (entry != null) {
                venue().cancel(entry, "A weight took its place.");
            }
            OrderIntent intent = market(Action.enter(target.ofLong()), target.bar());
            entry = orders.add(
                    exit == null ? intent : intent.with(intent.terms().after(exit.id())),
                    holding.scales().quantityOf(more),
                    route);
            weighed(entry, false);
            target.sent(entry);
            plan = entry == null || (exit == null && quantity() != 0) ? null : EntryPlan.NONE;
        }
        target.done();
    }

    /// The data end: what waits is taken back, and whatever is held goes at the last known price.
    void finish(int bar) {
        for (Order waiting : new Order[] {entry, exit, reduction}) {
            if (waiting != null) {
                venue().cancel(waiting, "The data end here.");
            }
        }
        if (holding.quantity() != 0) {
            orders.exit(market(Action.exit(holding.quantity() > 0), TimeInForce.AT_CLOSE, bar), route);
        }
    }

    @Override
    public void filled(ApprovedOrder approved, Fill fill) {
        ledger.book(instrument, fill);
        long fee = costs.conversion(fill.quantity(), fill.price());
        if (fee != 0) {
            ledger.pay(instrument, Account.CONVERSION, fee);
        }
        log.filled(approved, fill);
        boolean done = !approved.order().state().open();
        if (fill.action().entry()) {
            entry = done ? null : entry;
            entered(fill);
        } else {
            exit = done && exit == approved.order() ? null : exit;
            reduction = done && reduction == approved.order() ? null : reduction;
            left(approved.order());
        }
    }

    private void entered(Fill fill) {
        EntryPlan planned = plan;
        if (planned == null) {
            guard.cover();
        } else {
            plan = null;
            entryBar = fill.index();
            position.openedAt(listing.baseBar(fill.index()));
            guard.protect(fill, planned);
        }
    }

    private void left(Order closing) {
        withdrawEntry(closing.action().ofLong());
        if (holding.quantity() == 0) {
            release(closing);
        } else {
            guard.cover();
        }
    }

    /// The position is gone; what protected it and what was to leave it go too.
    private void release(Order closing) {
        guard.release(closing);
        withdrawReduction("The position was closed.");
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
        } else if (order == reduction) {
            reduction = null;
        } else if (order == entry) {
            entry = null;
            plan = order.filled() == 0 ? null : plan;
        }
    }
}
