package org.tickwright.indicator;

/// The mean distance of the last `period` rows from their mean (TA-Lib's `AVGDEV`).
///
/// Both sums run over the window from its oldest row, measured from the newest, so that a window that
/// does not move has exactly zero.
final class MeanDistance extends RowTransform {
    private final int period;
    private final double[] window;
    private int position;
    private int missing;
    private double mean;

    MeanDistance(int period) {
        this.period = period;
        window = new double[period];
        missing = period - 1;
    }

    @Override
    int lookback() {
        return period - 1;
    }

    /// The mean of the window of the last row.
    double mean() {
        return mean;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        for (int row = 0; row < count; row++) {
            double value = in[inFrom + row];
            window[position] = value;
            position = position + 1 == period ? 0 : position + 1;
            out[outFrom + row] = missing > 0 ? Double.NaN : distance(value);
            missing = Math.max(missing - 1, 0);
        }
    }

    private double distance(double newest) {
        double sum = sumFrom(position, period, newest, 0);
        double offset = sumFrom(0, position, newest, sum) / period;
        mean = newest + offset;
        double distances = distancesFrom(position, period, mean, 0);
        return distancesFrom(0, position, mean, distances) / period;
    }

    private double sumFrom(int from, int to, double reference, double before) {
        double sum = before;
        for (int i = from; i < to; i++) {
            sum += window[i] - reference;
        }
        return sum;
    }

    private double distancesFrom(int from, int to, double reference, double before) {
        double sum = before;
        for (int i = from; i < to; i++) {
            sum += Math.abs(window[i] - reference);
        }
        return sum;
    }
}
