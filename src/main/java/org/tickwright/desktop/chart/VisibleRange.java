package org.tickwright.desktop.chart;

/// The bars in view: indices with fractions, both of which may lie outside the series.
public record VisibleRange(double from, double to) {

    /// How many bars fit.
    public double bars() {
        return to - from;
    }
}
