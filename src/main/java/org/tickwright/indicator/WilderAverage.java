package org.tickwright.indicator;

/// Wilder's smoothed average: the plain mean of the first `period` rows, then
/// `(previous * (period - 1) + x) / period`.
final class WilderAverage extends RowTransform {
    private final int period;
    private int rows;
    private double average;

    WilderAverage(int period) {
        this.period = period;
    }

    @Override
    int lookback() {
        return period - 1;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        for (int row = 0; row < count; row++) {
            out[outFrom + row] = next(in[inFrom + row]);
        }
    }

    private double next(double value) {
        if (rows >= period) {
            average = (average * (period - 1) + value) / period;
            return average;
        }
        average += value;
        if (++rows < period) {
            return Double.NaN;
        }
        average /= period;
        return average;
    }
}
