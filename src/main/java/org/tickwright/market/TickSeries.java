package org.tickwright.market;

/// Trades that a run reads to know what happened inside its bars: of which instrument, whether a generator made them,
/// and their content hash. The timeframe of the key is [Timeframe#TRADE].
public record TickSeries(SeriesKey key, boolean simulated, TradeTicks ticks, String hash) {
    /// Checks the timeframe.
    public TickSeries {
        if (!key.timeframe().equals(Timeframe.TRADE)) {
            throw new IllegalArgumentException("Trades have the timeframe " + Timeframe.TRADE + ", was " + key);
        }
    }

    /// Trades of an instrument. Computes their hash.
    public static TickSeries of(String symbol, boolean simulated, TradeTicks ticks) {
        return new TickSeries(new SeriesKey(symbol, Timeframe.TRADE), simulated, ticks, ticks.contentHash());
    }
}
