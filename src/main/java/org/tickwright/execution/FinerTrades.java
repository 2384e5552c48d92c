package org.tickwright.execution;

import org.tickwright.market.Bars;
import org.tickwright.market.TickBars;
import org.tickwright.market.TradeTicks;
import org.tickwright.portfolio.Scales;

/// The trades that lie inside each bar of a series: by time, or where the bars are of what was traded, those that they
/// are made of.
///
/// Only trades that reach a level are looked at; where no order stands in a bar's way nobody looks at any.
final class FinerTrades implements FinerPath {
    private final Bars coarse;
    private final Scales scales;
    private final TradeTicks ticks;
    private final int[] ends;
    private int near;

    FinerTrades(Bars coarse, Scales scales, TradeTicks ticks) {
        this.coarse = coarse;
        this.scales = scales;
        this.ticks = ticks;
        ends = coarse.timeframe().timed() ? new int[0] : ends(coarse, ticks);
    }

    /// Behind which trade each bar ends; bars that are not made of the trades are an [IllegalArgumentException].
    private static int[] ends(Bars coarse, TradeTicks ticks) {
        int[] ends = TickBars.ends(ticks, coarse.timeframe());
        boolean same = ends.length == coarse.size();
        for (int bar = 0; same && bar < ends.length; bar++) {
            same = coarse.open(bar) == ticks.price(bar == 0 ? 0 : ends[bar - 1])
                    && coarse.close(bar) == ticks.price(ends[bar] - 1);
        }
        if (!same) {
            throw new IllegalArgumentException("The bars of " + coarse.timeframe()
                    + " are not made of the trades that shall tell what happened inside them.");
        }
        return ends;
    }

    @Override
    public boolean lead(BarWalk walk, int bar) {
        int from = first(bar);
        int to = end(bar, from);
        if (from == to) {
            return false;
        }
        near = to;
        int next = reaching(walk, bar, from, to);
        while (next < to) {
            walk.trade(bar, scales.priceUnits(ticks.price(next)));
            next = reaching(walk, bar, next + 1, to);
        }
        walk.trade(bar, scales.priceUnits(coarse.close(bar)));
        return true;
    }

    private int first(int bar) {
        if (ends.length > 0) {
            return bar == 0 ? 0 : ends[bar - 1];
        }
        return ticks.indexAtOrAfter(near, coarse.time(bar));
    }

    private int end(int bar, int from) {
        return ends.length > 0 ? ends[bar] : ticks.indexAtOrAfter(from, coarse.knownAt(bar));
    }

    /// The first trade that may make an order act.
    private int reaching(BarWalk walk, int bar, int from, int to) {
        return ticks.firstReaching(from, to, walk.levelBelow(bar), walk.levelAbove(bar));
    }
}
