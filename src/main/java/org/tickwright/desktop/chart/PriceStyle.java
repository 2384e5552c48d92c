package org.tickwright.desktop.chart;

/// How prices are drawn.
public enum PriceStyle {
    CANDLES,
    LINE
}
