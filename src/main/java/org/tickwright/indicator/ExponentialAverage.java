package org.tickwright.indicator;

/// The exponential moving average as TA-Lib seeds it: the plain mean of the first `period` rows, then
/// `previous + k * (value - previous)` with `k = 2 / (period + 1)`.
final class ExponentialAverage extends RowTransform {
    private final int period;
    private final double factor;
    private int rows;
    private double average;

    ExponentialAverage(int period) {
        this.period = period;
        factor = factor(period);
    }

    /// The weight of the newest value.
    static double factor(int period) {
        return 2.0 / (period + 1);
    }

    @Override
    int lookback() {
        return period - 1;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int row = 0;
        for (; row < count && rows < period; row++) {
            average += in[inFrom + row];
            if (++rows == period) {
                average /= period;
            }
            out[outFrom + row] = rows == period ? average : Double.NaN;
        }
        double value = average;
        double weight = factor;
        for (; row < count; row++) {
            value = (in[inFrom + row] - value) * weight + value;
            out[outFrom + row] = value;
        }
        average = value;
    }
}
