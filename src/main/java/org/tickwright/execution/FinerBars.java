package org.tickwright.execution;

import org.tickwright.market.Bars;
import org.tickwright.portfolio.Scales;

/// The finer bars that lie inside each bar of a series, by time.
public final class FinerBars implements FinerPath {
    private final Bars coarse;
    private final Scales scales;
    private final Bars finer;

    /// How many bars with working orders had finer prices, and how many had none.
    public record Use(int told, int untold) {}

    FinerBars(Bars coarse, Scales scales, Bars finer) {
        this.coarse = coarse;
        this.scales = scales;
        this.finer = finer;
    }

    @Override
    public boolean lead(BarWalk walk, int bar) {
        int from = finer.indexAtOrAfter(coarse.time(bar));
        int to = finer.indexAtOrAfter(coarse.knownAt(bar));
        for (int i = from; i < to; i++) {
            walk.jump(bar, units(finer.open(i)), false);
            walk.range(bar, units(finer.high(i)), units(finer.low(i)), units(finer.close(i)));
        }
        if (from < to) {
            walk.jump(bar, units(coarse.close(bar)), false);
        }
        return from < to;
    }

    private long units(double price) {
        return scales.priceUnits(price);
    }
}
