package org.tickwright.market.exchange;

/// An order to a simulated exchange.
///
/// @param id the sender's name of it, used once
/// @param symbol what is to be traded
/// @param buy or sell
/// @param size how much, above 0
/// @param limit the worst price; NaN takes any
/// @param rests whether what finds no counterpart waits for one; otherwise it is cancelled
public record ExchangeOrder(String id, String symbol, boolean buy, double size, double limit, boolean rests) {
    /// Buys or sells at once at any price.
    public static ExchangeOrder market(String id, String symbol, boolean buy, double size) {
        return new ExchangeOrder(id, symbol, buy, size, Double.NaN, false);
    }

    /// Buys or sells at a price or better, now or later.
    public static ExchangeOrder limit(String id, String symbol, boolean buy, double size, double limit) {
        return new ExchangeOrder(id, symbol, buy, size, limit, true);
    }
}
