package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;

/// What a run's settings say about entries, laid over what the strategy decided.
///
/// A size, stop loss or take profit in the settings replaces the strategy's; a trailing stop stays beside a
/// stop from the settings, and the nearer one acts.
record EntryRules(boolean shorts, @Nullable SizeRule size, double stopLoss, double takeProfit) {

    static EntryRules of(RunSettings settings) {
        return new EntryRules(
                settings.shorts(),
                settings.size(),
                settings.stopLoss() == null ? Double.NaN : settings.stopLoss(),
                settings.takeProfit() == null ? Double.NaN : settings.takeProfit());
    }

    boolean allows(int direction) {
        return direction == Decision.LONG || shorts;
    }

    SizeRule size(Decision decision, int direction) {
        if (size != null) {
            return size;
        }
        SizeRule ofStrategy = decision.size[direction];
        return ofStrategy == null ? SizeRule.ALL : ofStrategy;
    }

    /// Freezes what protects an entry, as decided at the signal bar.
    EntryPlan plan(Decision decision, int direction) {
        boolean ownStop = Double.isNaN(stopLoss);
        boolean ownTarget = Double.isNaN(takeProfit);
        return new EntryPlan(
                EntryOrder.of(decision, direction),
                ownStop ? decision.stopDistance[direction] : Double.NaN,
                ownStop ? decision.stopFraction[direction] : stopLoss,
                decision.trailDistance[direction],
                decision.trailFraction[direction],
                ownTarget ? decision.targetDistance[direction] : Double.NaN,
                ownTarget ? decision.targetFraction[direction] : takeProfit);
    }
}
