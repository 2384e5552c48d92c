package org.tickwright.market.exchange;

import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.feed.FeedInstrument;

/// What is traded on a simulated exchange. Its tick is one unit of the last decimal of its prices.
///
/// @param symbol starts with `SIM:`
/// @param name what people call it
/// @param startPrice about where it opens for the first time
/// @param priceDecimals how many decimals its prices have
/// @param sizeDecimals how many decimals its sizes have
/// @param typicalSize the median size of an order
/// @param dailyVolatility the standard deviation of the return over a session, 0.02 for two per cent
public record ExchangeInstrument(
        String symbol,
        String name,
        double startPrice,
        int priceDecimals,
        int sizeDecimals,
        double typicalSize,
        double dailyVolatility) {
    /// Prices below as many ticks would be too coarse.
    private static final int FEWEST_TICKS = 200;

    /// Checks that nobody takes it for real, and that ticks are fine enough.
    public ExchangeInstrument {
        SeriesKey.checkSymbol(symbol);
        if (!symbol.startsWith("SIM:")) {
            throw new IllegalArgumentException("A symbol of the simulated exchange starts with SIM:, was " + symbol);
        }
        if (priceDecimals < 0 || priceDecimals > 8 || sizeDecimals < 0 || sizeDecimals > 8) {
            throw new IllegalArgumentException(symbol + " has 0 to 8 decimals in prices and sizes");
        }
        if (!(startPrice * FixedPoint.pow10(priceDecimals) >= FEWEST_TICKS) || startPrice > 1e9) {
            throw new IllegalArgumentException(
                    symbol + " starts at " + FEWEST_TICKS + " ticks or more, was " + startPrice);
        }
        if (!(typicalSize * FixedPoint.pow10(sizeDecimals) >= 1) || typicalSize > 1e9) {
            throw new IllegalArgumentException(symbol + " has orders of less than one unit: " + typicalSize);
        }
        if (!(dailyVolatility > 0) || dailyVolatility > 0.5) {
            throw new IllegalArgumentException(
                    "Daily volatility is above 0 and at most 0.5, was " + dailyVolatility + " for " + symbol);
        }
    }

    /// As a feed offers it, on an exchange with that calendar.
    FeedInstrument offered(String calendar) {
        return new FeedInstrument(symbol, name, priceDecimals, sizeDecimals, calendar);
    }
}
