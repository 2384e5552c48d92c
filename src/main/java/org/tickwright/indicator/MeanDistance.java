package org.tickwright.indicator;

/// The mean distance of the last `period` rows from their mean (TA-Lib's `AVGDEV`).
///
/// Both sums run over the window from its oldest row, measured from the newest, so that a window that
/// does not move has exactly zero. They are striped over eight lanes by the distance from the oldest row,
/// which are added at the end: the processor works at all of them at once, and the bits depend on the
/// window alone.
final class MeanDistance extends RowTransform {
    private static final int LANES = 8;

    private final int period;
    /// Every row twice, a period apart, so that the window lies in one piece wherever it begins.
    private final double[] window;
    private int position;
    private int missing;
    private double mean;

    MeanDistance(int period) {
        this.period = period;
        window = new double[2 * period];
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
            window[position + period] = value;
            position = position + 1 == period ? 0 : position + 1;
            out[outFrom + row] = missing > 0 ? Double.NaN : distance(value);
            missing = Math.max(missing - 1, 0);
        }
    }

    private double distance(double newest) {
        mean = newest + offsets(newest) / period;
        return distances(mean) / period;
    }

    private double offsets(double reference) {
        double[] rows = window;
        int row = position;
        int end = row + period;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (; row + LANES <= end; row += LANES) {
            a += rows[row] - reference;
            b += rows[row + 1] - reference;
            c += rows[row + 2] - reference;
            d += rows[row + 3] - reference;
            e += rows[row + 4] - reference;
            f += rows[row + 5] - reference;
            g += rows[row + 6] - reference;
            h += rows[row + 7] - reference;
        }
        for (; row < end; row++) {
            a += rows[row] - reference;
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    private double distances(double reference) {
        double[] rows = window;
        int row = position;
        int end = row + period;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (; row + LANES <= end; row += LANES) {
            a += Math.abs(rows[row] - reference);
            b += Math.abs(rows[row + 1] - reference);
            c += Math.abs(rows[row + 2] - reference);
            d += Math.abs(rows[row + 3] - reference);
            e += Math.abs(rows[row + 4] - reference);
            f += Math.abs(rows[row + 5] - reference);
            g += Math.abs(rows[row + 6] - reference);
            h += Math.abs(rows[row + 7] - reference);
        }
        for (; row < end; row++) {
            a += Math.abs(rows[row] - reference);
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
