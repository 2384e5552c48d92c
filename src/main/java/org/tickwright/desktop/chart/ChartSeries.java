package org.tickwright.desktop.chart;

import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;

/// The bars a chart shows and what it must know of them: the decimals of the instrument's prices, and whether a
/// generator made them.
public record ChartSeries(SeriesKey key, Bars bars, int decimals, boolean simulated) {

    /// A series whose decimals are read from its prices.
    public static ChartSeries of(SeriesKey key, Bars bars, boolean simulated) {
        return new ChartSeries(key, bars, PricePrecision.decimals(bars), simulated);
    }

    /// The same series with its bars as they are now.
    public ChartSeries with(Bars newer) {
        return new ChartSeries(key, newer, decimals, simulated);
    }
}
