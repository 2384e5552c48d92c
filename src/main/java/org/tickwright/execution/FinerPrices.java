package org.tickwright.execution;

import org.tickwright.market.Bars;
import org.tickwright.market.TradeTicks;

/// What a run knows of the prices inside its bars: shorter bars, or every trade.
public sealed interface FinerPrices {
    /// Shorter bars of the same instrument.
    record OfBars(Bars bars) implements FinerPrices {}

    /// Every trade of the instrument.
    record OfTrades(TradeTicks ticks) implements FinerPrices {}
}
