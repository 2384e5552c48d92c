package org.tickwright.desktop.chart;

/// How prices are drawn.
public enum PriceStyle {
    CANDLES,
    LINE,
    /// Sold and bought volume by price within each bar, where bars are wide enough; else candles.
    FOOTPRINT
}
