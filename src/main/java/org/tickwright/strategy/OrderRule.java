package org.tickwright.strategy;

import org.jspecify.annotations.Nullable;

/// The order of an entry bound to columns: its style, and its price as a column or by a distance from the
/// close.
record OrderRule(@Nullable OrderStyle style, @Nullable NumberColumn level, EntryRule.Level away) {
    /// A market order for the next opening.
    static final OrderRule MARKET = new OrderRule(null, null, EntryRule.Level.NONE);

    /// True where its price is defined and above 0.
    boolean usable(int bar) {
        return level == null ? away.usable(bar) : EntryRule.usable(level.values[bar]);
    }

    boolean stepwise() {
        return (level != null && level.stepwise()) || away.stepwise();
    }

    void apply(int bar, int direction, Decision decision) {
        decision.style[direction] = style;
        decision.orderLevel[direction] = level == null ? Double.NaN : level.values[bar];
        decision.orderDistance[direction] = away.distance(bar);
        decision.orderFraction[direction] = away.fraction();
    }
}
