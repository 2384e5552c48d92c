package org.tickwright.engine;

import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Evaluation;

/// The one trading loop: one thread, one event at a time. Market view → strategy → risk gate → venue →
/// ledger → audit.
///
/// There is one for each instrument that is traded, and all of them share the account. Its events are the close of
/// a base bar ([#closed]) and what the venue reports to the [InstrumentDesk] of its
/// instrument. In a backtest both come from history and the simulated venue; nothing here knows that.
/// [#nextActiveBar] tells which closes may be left out because nothing could happen at them; a run that
/// leaves them out gives the same bits as one that takes every step.
final class TradingLoop {
    private final Evaluation strategy;
    private final EntryRules rules;
    private final InstrumentDesk desk;
    private final boolean everyHeldBar;
    private final Decision decision = new Decision();
    private int knownActiveBar = -1;

    TradingLoop(Evaluation strategy, EntryRules rules, InstrumentDesk desk) {
        this.strategy = strategy;
        this.rules = rules;
        this.desk = desk;
        everyHeldBar = strategy.needsEveryHeldBar();
    }

    /// The first bar from `from` on, below `to`, at whose close something may be decided; `to` if none.
    int nextActiveBar(int from, int to) {
        if (from < to && desk.quantity() != 0 && (everyHeldBar || desk.trailing())) {
            return from;
        }
        if (knownActiveBar < from) {
            knownActiveBar = strategy.nextActiveBar(from, to);
        }
        return Math.min(knownActiveBar, to);
    }

    /// A bar has closed: look, decide, order.
    void closed(int bar) {
        decision.clear();
        strategy.decide(bar, desk.look(bar), decision);
        long held = desk.quantity();
        if (held == 0) {
            desk.withdraw(decision.exit);
            enterFromFlat(bar);
        } else {
            int direction = held > 0 ? Decision.LONG : Decision.SHORT;
            if (decision.exit[direction]) {
                leave(bar, direction);
            }
            desk.follow(direction, decision);
        }
        if (!Double.isNaN(decision.weight)) {
            desk.weigh(bar, rules.shorts() ? decision.weight : Math.max(0, decision.weight));
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
        desk.leave(bar, direction);
        int opposite = 1 - direction;
        if (wants(opposite)) {
            enter(bar, opposite);
        }
    }

    private void enter(int bar, int direction) {
        desk.enter(bar, direction, rules.size(decision, direction), rules.plan(decision, direction));
    }

    /// The data end: whatever is held goes at the close.
    void finish(int bar) {
        desk.finish(bar);
    }
}
