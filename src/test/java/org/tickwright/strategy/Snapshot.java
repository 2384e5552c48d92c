package org.tickwright.strategy;

import java.util.SplittableRandom;
import org.tickwright.portfolio.PositionView;

/// A position as of one close.
record Snapshot(double quantity, double entryPrice, double barsSinceEntry, double openProfit, double equity)
        implements PositionView {

    static Snapshot flat(double equity) {
        return new Snapshot(0, Double.NaN, Double.NaN, Double.NaN, equity);
    }

    /// What a ledger might say at each close, whatever the strategy wanted: stretches of long, short and
    /// flat.
    static Snapshot[] randomPath(long seed, int bars) {
        SplittableRandom random = new SplittableRandom(seed);
        Snapshot[] path = new Snapshot[bars];
        double quantity = 0;
        double entry = 0;
        double equity = 1000;
        int since = 0;
        for (int bar = 0; bar < bars; bar++) {
            if (random.nextInt(5) == 0) {
                quantity = random.nextInt(-1, 2) * 10;
                entry = random.nextInt(80, 121);
                since = 0;
            }
            double profit = random.nextInt(-40, 41) * 0.5;
            equity += quantity == 0 ? 0 : profit;
            path[bar] = quantity == 0 ? flat(equity) : new Snapshot(quantity, entry, since++, profit, equity);
        }
        return path;
    }
}
