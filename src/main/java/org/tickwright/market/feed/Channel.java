package org.tickwright.market.feed;

/// What a feed can tell of an instrument.
public enum Channel {
    /// Every trade.
    TRADES,
    /// The best bid and ask.
    QUOTES,
    /// The order book, level by level.
    BOOK,
    /// Bars that are complete.
    BARS
}
