package org.tickwright.indicator;

/// How many bars ago the last extremes of `period` bars and the one before them were: 100 for this bar, 0
/// for `period` bars ago. Of equal extremes the newest counts.
final class Aroon {
    private final int period;
    private final double perBar;
    private final ExtremeRow highest;
    private final ExtremeRow lowest;
    private int backHigh;
    private int backLow;

    Aroon(int period) {
        this.period = period;
        perBar = 100.0 / period;
        highest = ExtremeRow.ofNewestHighest(period + 1);
        lowest = ExtremeRow.ofNewestLowest(period + 1);
    }

    /// Takes a bar; true once there are enough.
    boolean next(double high, double low) {
        backHigh = highest.next(high);
        backLow = lowest.next(low);
        return highest.rows() > period;
    }

    double up() {
        return perBar * (period - backHigh);
    }

    double down() {
        return perBar * (period - backLow);
    }

    double oscillator() {
        return perBar * (backLow - backHigh);
    }
}
