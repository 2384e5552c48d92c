package org.tickwright.indicator;

/// Wilder's true range bar by bar, undefined at the first bar as TA-Lib has it.
final class TrueRange {
    private double previousClose = Double.NaN;

    double next(double high, double low, double close) {
        double before = previousClose;
        previousClose = close;
        return Double.isNaN(before) ? Double.NaN : Wilder.trueRange(high, low, before);
    }
}
