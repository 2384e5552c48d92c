package org.tickwright.execution;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.portfolio.Scales;

/// Leads the price through a bar by what is known of its inside.
interface FinerPath {
    /// Leads the price from the bar's opening to its close; false where nothing is known of this bar, and nothing was
    /// done then. Bars come in order.
    boolean lead(BarWalk walk, int bar);

    /// The path over what is there; null is nothing.
    static FinerPath of(Bars coarse, Scales scales, @Nullable FinerPrices finer) {
        return switch (finer) {
            case null -> (walk, bar) -> false;
            case FinerPrices.OfBars inner -> new FinerBars(coarse, scales, inner.bars());
            case FinerPrices.OfTrades trades -> new FinerTrades(coarse, scales, trades.ticks());
        };
    }
}
