package org.tickwright.indicator;

/// Wilder's directional movement as TA-Lib seeds it: rises of the high, falls of the low and true ranges
/// are summed over the first `n - 1` changes, then `sum - sum / n + x`. Over one bar nothing is smoothed.
final class DirectionalMovement {
    private final int period;
    private int rows;
    private double previousHigh;
    private double previousLow;
    private double previousClose;
    private double up;
    private double down;
    private double range;

    DirectionalMovement(int period) {
        this.period = period;
    }

    /// Takes a bar.
    void next(double high, double low, double close) {
        if (rows > 0) {
            move(high, low);
        }
        previousHigh = high;
        previousLow = low;
        previousClose = close;
        rows = Math.min(rows + 1, period + 1);
    }

    private void move(double high, double low) {
        double rise = high - previousHigh;
        double fall = previousLow - low;
        double keep = rows < period ? 0 : 1.0;
        up -= keep * (up / period);
        down -= keep * (down / period);
        range = range - keep * (range / period) + Wilder.trueRange(high, low, previousClose);
        if (fall > 0 && rise < fall) {
            down += fall;
        } else if (rise > 0 && rise > fall) {
            up += rise;
        }
    }

    /// True once the sums are smoothed: after the first `n` changes.
    boolean isSmoothed() {
        return rows > period;
    }

    /// True once the sums hold `n - 1` changes, or one if that is more.
    boolean isSummed() {
        return rows >= Math.max(period, 2);
    }

    /// The sum of rises.
    double rises() {
        return up;
    }

    /// The sum of falls.
    double falls() {
        return down;
    }

    /// A sum as a share of the true range: in percent, or as a fraction over one bar as TA-Lib has it.
    double share(double sum) {
        return Wilder.partOf(sum, range) * (period > 1 ? 100 : 1);
    }

    /// How one-sided the movement is, 0 to 100; `otherwise` where there is none.
    double strength(double otherwise) {
        if (Wilder.isZero(range)) {
            return otherwise;
        }
        double minus = 100 * (down / range);
        double plus = 100 * (up / range);
        double sum = minus + plus;
        return Wilder.isZero(sum) ? otherwise : 100 * (Math.abs(minus - plus) / sum);
    }
}
