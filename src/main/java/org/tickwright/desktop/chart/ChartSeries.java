package org.tickwright.desktop.chart;

import org.tickwright.desktop.chart.plot.Candles;
import org.tickwright.market.Bars;
import org.tickwright.market.PricePrecision;
import org.tickwright.market.SeriesKey;

/// The bars a chart shows and what it must know of them: the decimals of the instrument's prices,
/// whether a generator made them, and the trees the engine draws them from.
///
/// Making one takes a few milliseconds per million bars: make it off the JavaFX thread.
public record ChartSeries(SeriesKey key, Bars bars, int decimals, boolean simulated, Candles candles) {

    /// A series whose decimals are read from its prices.
    public static ChartSeries of(SeriesKey key, Bars bars, boolean simulated) {
        return new ChartSeries(key, bars, PricePrecision.decimals(bars), simulated, candles(bars));
    }

    private static Candles candles(Bars bars) {
        return new Candles(
                bars.times(),
                bars.column(Bars.Field.OPEN),
                bars.column(Bars.Field.HIGH),
                bars.column(Bars.Field.LOW),
                bars.column(Bars.Field.CLOSE),
                bars.column(Bars.Field.VOLUME),
                bars.size());
    }

    /// The same series with its bars as they are now; rows from `changedFrom` on are new or have
    /// changed.
    ChartSeries with(Bars newer, int changedFrom) {
        candles.update(
                newer.times(),
                newer.column(Bars.Field.OPEN),
                newer.column(Bars.Field.HIGH),
                newer.column(Bars.Field.LOW),
                newer.column(Bars.Field.CLOSE),
                newer.column(Bars.Field.VOLUME),
                newer.size(),
                changedFrom);
        return newer.equals(bars) ? this : new ChartSeries(key, newer, decimals, simulated, candles);
    }
}
