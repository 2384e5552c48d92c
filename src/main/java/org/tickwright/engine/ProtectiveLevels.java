package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.execution.FillProfile;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.portfolio.Scales;

/// Stop and target of the position of a [TransitionRun], each a fraction of the entry's fill, and the first bar that
/// reaches one. Levels and rules are those of the venue under plain fills.
final class ProtectiveLevels {
    private final FillProfile fills;
    private final Scales scales;
    private final EntryPlan plan;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private boolean ofLong;
    private long stopUnits;
    private long targetUnits;
    private double stop = Double.NaN;
    private double target = Double.NaN;
    /// The first bar that was not looked at.
    private int next;

    private ProtectiveLevels(RunSettings settings, Bars bars, Scales scales) {
        fills = FillProfile.named(settings.fills());
        this.scales = scales;
        open = bars.column(Bars.Field.OPEN);
        high = bars.column(Bars.Field.HIGH);
        low = bars.column(Bars.Field.LOW);
        EntryRules rules = EntryRules.of(settings);
        plan = new EntryPlan(
                EntryOrder.MARKET,
                Double.NaN,
                rules.stopLoss(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                rules.takeProfit());
    }

    /// Those of a run; null where its settings have none.
    static @Nullable ProtectiveLevels of(RunSettings settings, Bars bars, Scales scales) {
        boolean any = settings.stopLoss() != null || settings.takeProfit() != null;
        return any ? new ProtectiveLevels(settings, bars, scales) : null;
    }

    /// A position was entered at a bar's opening. Levels that are no prices are an [ArithmeticException].
    void protect(int bar, long fill, boolean isLong) {
        double price = scales.priceOf(fill);
        int sign = isLong ? 1 : -1;
        ofLong = isLong;
        next = bar;
        if (plan.hasStop()) {
            stopUnits = level(plan.stop(price, sign));
            stop = scales.priceOf(stopUnits);
        }
        if (plan.hasTarget()) {
            targetUnits = level(plan.target(price, sign));
            target = scales.priceOf(targetUnits);
        }
    }

    private long level(double price) {
        long units = scales.priceUnits(price);
        if (units <= 0) {
            throw new ArithmeticException("A protective level is not above 0");
        }
        return units;
    }

    /// The first bar below `end`, of those not looked at, that reaches a level; -1 if none.
    int reached(int end) {
        while (next < end) {
            if (trigger(next) != null) {
                return next;
            }
            next++;
        }
        return -1;
    }

    private Fill.@Nullable Trigger trigger(int bar) {
        return fills.protective(ofLong, open[bar], high[bar], low[bar], stop, target);
    }

    /// Leaves the position at a bar that reached a level.
    void leave(int bar, TransitionAccount account) {
        Fill.Trigger trigger = trigger(bar);
        if (trigger == null) {
            throw new IllegalStateException("No level was reached at bar " + bar);
        }
        long opening = scales.priceUnits(open[bar]);
        switch (trigger) {
            case STOP -> account.leave(bar, stopUnits, Trade.ExitReason.STOP);
            case STOP_GAP -> account.leave(bar, opening, Trade.ExitReason.STOP_GAP);
            case TARGET -> account.leave(bar, targetUnits, Trade.ExitReason.TARGET);
            case TARGET_GAP -> account.leave(bar, opening, Trade.ExitReason.TARGET_GAP);
            default -> throw new IllegalStateException("Nothing protective fills by " + trigger);
        }
    }
}
