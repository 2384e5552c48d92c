package org.tickwright.market.feed;

/// An instrument as a feed offers it.
///
/// @param symbol what to subscribe to
/// @param name what people call it
/// @param priceDecimals how many decimals its prices have at most
/// @param sizeDecimals how many decimals its sizes have at most
/// @param calendar the code of the exchange's calendar, which says when silence is ordinary
public record FeedInstrument(String symbol, String name, int priceDecimals, int sizeDecimals, String calendar) {}
