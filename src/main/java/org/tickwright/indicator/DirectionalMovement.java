package org.tickwright.indicator;

import org.tickwright.spi.IndicatorKernel;

/// Wilder's average directional index as TA-Lib seeds it: directional movement and true range are summed
/// over the first `n - 1` changes, then `sum - sum / n + x`; the index starts with the plain mean of the
/// first n and goes on as `(previous * (n - 1) + x) / n`.
final class DirectionalMovement implements IndicatorKernel {
    private final int period;
    private int rows;
    private double previousHigh;
    private double previousLow;
    private double previousClose;
    private double up;
    private double down;
    private double range;
    private double index;

    DirectionalMovement(int period) {
        this.period = period;
    }

    static int lookback(int period) {
        return 2 * period - 1;
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] high = inputs[0];
        double[] low = inputs[1];
        double[] close = inputs[2];
        double[] out = outputs[0];
        for (int row = from; row < to; row++) {
            out[row] = next(high[row], low[row], close[row]);
        }
    }

    private double next(double high, double low, double close) {
        int first = 2 * period - 1;
        if (rows > 0) {
            move(high, low);
        }
        previousHigh = high;
        previousLow = low;
        previousClose = close;
        if (rows > first) {
            index = (index * (period - 1) + strength(index)) / period;
            return index;
        }
        if (rows >= period) {
            index += strength(0);
        }
        if (rows++ < first) {
            return Double.NaN;
        }
        index /= period;
        return index;
    }

    /// Takes the change from the bar before into the smoothed sums; the first n - 1 are only added.
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

    /// How one-sided the movement is, 0 to 100; `otherwise` where there is none.
    private double strength(double otherwise) {
        if (Wilder.isZero(range)) {
            return otherwise;
        }
        double minus = 100 * (down / range);
        double plus = 100 * (up / range);
        double sum = minus + plus;
        return Wilder.isZero(sum) ? otherwise : 100 * (Math.abs(minus - plus) / sum);
    }
}
