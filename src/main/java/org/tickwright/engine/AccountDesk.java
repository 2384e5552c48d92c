package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarClock;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketSeries;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Position;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Evaluation;

/// One instrument of an account that holds several: its bars as they open and close, what waits for its next opening,
/// its position with what protects it.
///
/// It fills by the reference rules, as a run over one instrument does. Which desk has its turn when is up to the
/// [AccountRun].
final class AccountDesk {
    private final String symbol;
    private final int index;
    private final Bars bars;
    private final BarClock clock;
    private final Bars base;
    private final Evaluation strategy;
    private final EntryRules rules;
    private final Ledger ledger;
    private final Holding holding;
    private final Position position;
    private final AccountFills fills;
    private final AccountGuard guard;
    private final AccountLog log;
    private final Decision decision = new Decision();
    private int bar;
    private boolean open;
    private @Nullable Order exit;
    private @Nullable Waiting entry;
    private double weight = Double.NaN;
    private int weightBar;
    private long target;

    /// An entry that waits for the next opening.
    private record Waiting(Order order, Action action, SizeRule size, EntryPlan plan) {}

    /// What desks of one account share.
    record Shared(Bars base, EntryRules rules, Ledger ledger, AccountTerms terms, AccountLog log) {}

    AccountDesk(MarketSeries series, int index, Evaluation strategy, Shared shared) {
        symbol = series.key().symbol();
        this.index = index;
        bars = series.bars();
        clock = BarClock.of(bars, series.close());
        base = shared.base();
        this.strategy = strategy;
        rules = shared.rules();
        ledger = shared.ledger();
        holding = ledger.holding(index);
        position = new Position(ledger, index);
        log = shared.log();
        fills = new AccountFills(this, shared);
        guard = new AccountGuard(this, fills, log);
    }

    String symbol() {
        return symbol;
    }

    int index() {
        return index;
    }

    Bars bars() {
        return bars;
    }

    Bars base() {
        return base;
    }

    Holding holding() {
        return holding;
    }

    Scales scales() {
        return holding.scales();
    }

    /// Starts with the first bar that opens at or after a time.
    void startAt(long time) {
        bar = bars.indexAtOrAfter(time);
    }

    /// When its next bar opens, or the open one is known; far away where the data end.
    long nextEvent() {
        if (bar >= bars.size()) {
            return Long.MAX_VALUE;
        }
        return open ? clock.knownAt(bar) : bars.time(bar);
    }

    boolean opensAt(long time) {
        return !open && nextEvent() <= time;
    }

    boolean closesAt(long time) {
        return open && nextEvent() <= time;
    }

    /// The bar that is open trades between its low and its high.
    void range() {
        guard.range(bar);
    }

    /// The bar that is open closes and is known.
    void close() {
        ledger.mark(index, scales().priceUnits(bars.close(bar)));
        open = false;
        bar++;
    }

    /// True where a target weight waits for this opening.
    boolean weighs() {
        return !Double.isNaN(weight);
    }

    /// A bar opens: what is held is worth that now.
    void markOpening() {
        if (holding.quantity() != 0) {
            ledger.mark(index, opening());
        }
    }

    /// Fixes how much a target weight means at this opening, before anything fills at it.
    void aim(AccountSizing sizing) {
        target = weighs() ? sizing.target(holding, weight, opening()) : 0;
    }

    private long opening() {
        return scales().priceUnits(bars.open(bar));
    }

    /// What closes or reduces fills at the opening.
    void openExits() {
        open = true;
        Order leaving = exit;
        if (leaving != null) {
            exit = null;
            leave(leaving);
        }
        long held = holding.quantity();
        if (weighs() && held != 0) {
            boolean stays = (target > 0) == (held > 0) && target != 0;
            long off = stays ? Math.abs(held) - Math.abs(target) : Math.abs(held);
            if (off > 0) {
                Order order = market(Action.exit(held > 0), weightBar);
                fills.exit(order, Fill.Trigger.OPEN, bar, opening(), off, weighed(order));
                released(order);
            }
        }
    }

    private void leave(Order order) {
        long held = holding.quantity();
        if (held == 0) {
            log.rejected(order, "There is no position to leave any more.");
            return;
        }
        fills.exit(order, Fill.Trigger.OPEN, bar, opening(), Math.abs(held), signalled(order));
        released(order);
    }

    private void released(Order closing) {
        if (holding.quantity() == 0) {
            guard.release(closing);
        }
    }

    /// What opens or adds fills at the opening, after everything that closes at the same time.
    void openEntries(AccountSizing sizing) {
        Waiting waiting = entry;
        if (waiting != null) {
            entry = null;
            enter(waiting, sizing);
        }
        if (weighs()) {
            add(sizing);
            weight = Double.NaN;
        }
    }

    private void enter(Waiting waiting, AccountSizing sizing) {
        Order order = waiting.order();
        long price = fills.slipped(order, opening());
        String refusal = refusal(price, sizing);
        if (!refusal.isEmpty()) {
            log.rejected(order, refusal);
            return;
        }
        AccountSizing.Sized sized =
                sizing.entry(holding, waiting.size(), waiting.plan().risk(), price);
        if (sized.quantity() <= 0) {
            log.rejected(order, "Size " + waiting.size() + " is less than the smallest quantity that can be paid.");
            return;
        }
        String reason = signalled(order);
        Fill fill = fills.entry(
                order,
                bar,
                opening(),
                sized.quantity(),
                sized.cut() ? reason + " (as much as the cash pays, less than the size asked for)" : reason);
        opened(fill);
        guard.protect(fill, waiting.plan());
    }

    private String refusal(long price, AccountSizing sizing) {
        if (price <= 0) {
            return "The price is not positive.";
        }
        if (holding.quantity() != 0) {
            return "A position is still open.";
        }
        return sizing.available() <= 0 ? "There is no cash left." : "";
    }

    private void opened(Fill fill) {
        position.openedAt(Math.min(base.indexAtOrAfter(fill.time()), base.size() - 1));
    }

    private void add(AccountSizing sizing) {
        long held = holding.quantity();
        long more = Math.abs(target) - Math.abs(held);
        boolean other = held != 0 && (held > 0) != (target > 0);
        if (target == 0 || more <= 0 || other) {
            return;
        }
        Action action = Action.enter(target > 0);
        long price = fills.slipped(action, opening());
        long quantity =
                sizing.payable(holding, scales().quantityOf(more), price).quantity();
        if (quantity > 0) {
            Order order = market(action, weightBar);
            Fill fill = fills.entry(order, bar, opening(), quantity, weighed(order));
            if (held == 0) {
                opened(fill);
            }
        }
    }

    private Order market(Action action, int signalBar) {
        return log.working(
                this,
                action,
                OrderType.MARKET,
                TimeInForce.AT_OPEN,
                OrderIntent.NO_LEVEL,
                signalBar,
                base.time(signalBar));
    }

    private String signalled(Order order) {
        String node = switch (order.action()) {
            case ENTER_LONG -> "enterLong";
            case EXIT_LONG -> "exitLong";
            case ENTER_SHORT -> "enterShort";
            case EXIT_SHORT -> "exitShort";
        };
        return strategy.reason(node, order.intent().signalIndex());
    }

    private String weighed(Order order) {
        return "target weight " + Math.round(weight * 10_000) / 100.0 + " %: "
                + strategy.reason("targetWeight", order.intent().signalIndex());
    }

    /// The base bar has closed: look, decide, order for the next opening; nothing more is ordered at the last one.
    void evaluate(int baseBar, boolean last) {
        position.at(baseBar, holding.markPrice());
        decision.clear();
        strategy.decide(baseBar, position, decision);
        long held = holding.quantity();
        if (held == 0) {
            withdraw(decision.exit);
            enterFromFlat(baseBar, last);
        } else {
            int direction = held > 0 ? Decision.LONG : Decision.SHORT;
            if (decision.exit[direction] && exit == null) {
                order(baseBar, direction, last);
            }
            guard.follow(direction, decision, bars.close(lastClosed()));
        }
        if (!Double.isNaN(decision.weight) && !last) {
            weight = rules.shorts() ? decision.weight : Math.max(0, decision.weight);
            weightBar = baseBar;
        }
    }

    private int lastClosed() {
        return Math.max(0, bar - 1);
    }

    private void order(int baseBar, int direction, boolean last) {
        Action action = Action.exit(direction == Decision.LONG);
        if (last) {
            log.refused(this, action, baseBar, base.time(baseBar), AccountRun.NO_OPENING);
        } else {
            exit = market(action, baseBar);
        }
        if (wants(1 - direction)) {
            enter(baseBar, 1 - direction, last);
        }
    }

    private void withdraw(boolean[] exits) {
        Waiting waiting = entry;
        if (waiting != null && exits[waiting.action().ofLong() ? Decision.LONG : Decision.SHORT]) {
            log.cancelled(waiting.order(), "The exit of its direction is true.");
            entry = null;
        }
    }

    private void enterFromFlat(int baseBar, boolean last) {
        if (wants(Decision.LONG)) {
            enter(baseBar, Decision.LONG, last);
        } else if (wants(Decision.SHORT)) {
            enter(baseBar, Decision.SHORT, last);
        }
    }

    private boolean wants(int direction) {
        return decision.enter[direction] && !decision.exit[direction] && rules.allows(direction);
    }

    private void enter(int baseBar, int direction, boolean last) {
        Action action = Action.enter(direction == Decision.LONG);
        Waiting before = entry;
        if (last) {
            log.refused(this, action, baseBar, base.time(baseBar), AccountRun.NO_OPENING);
        } else if (before == null || before.action() != action) {
            if (before != null) {
                log.cancelled(before.order(), "A newer signal took its place.");
            }
            entry = new Waiting(
                    market(action, baseBar), action, rules.size(decision, direction), rules.plan(decision, direction));
        }
    }

    /// The data end: what waits is taken back, and what is held goes at the last known price.
    void finish(int baseBar) {
        Waiting waiting = entry;
        if (waiting != null) {
            log.cancelled(waiting.order(), AccountRun.NO_OPENING);
            entry = null;
        }
        if (exit != null) {
            log.cancelled(exit, AccountRun.NO_OPENING);
            exit = null;
        }
        long held = holding.quantity();
        if (held != 0) {
            Order order = log.working(
                    this,
                    Action.exit(held > 0),
                    OrderType.MARKET,
                    TimeInForce.AT_CLOSE,
                    OrderIntent.NO_LEVEL,
                    baseBar,
                    base.time(baseBar));
            int at = open ? bar : lastClosed();
            fills.exit(order, Fill.Trigger.CLOSE, at, holding.markPrice(), Math.abs(held), "The data end here.");
            guard.release(order);
        }
    }

    /// Units held.
    double units() {
        return scales().quantityOf(holding.quantity());
    }
}
