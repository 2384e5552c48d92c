package org.tickwright.indicator;

/// The mean of the last `period` rows under a bell: the weight of row `i`, counted from the oldest, is
/// `exp(-(i - offset * (period - 1))² / (2 * (period / sigma)²))`.
final class GaussianAverage extends RowTransform {
    private final double[] weights;
    private final double[] ring;
    private int position;
    private int rows;

    GaussianAverage(int period, double offset, double sigma) {
        weights = new double[period];
        ring = new double[period];
        double middle = offset * (period - 1);
        double width = period / sigma;
        double total = 0;
        for (int i = 0; i < period; i++) {
            double distance = i - middle;
            weights[i] = StrictMath.exp(-distance * distance / (2 * width * width));
            total += weights[i];
        }
        for (int i = 0; i < period; i++) {
            weights[i] = total > 0 ? weights[i] / total : 1.0 / period;
        }
    }

    @Override
    int lookback() {
        return ring.length - 1;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        for (int row = 0; row < count; row++) {
            ring[position] = in[inFrom + row];
            position = position + 1 == ring.length ? 0 : position + 1;
            rows = Math.min(rows + 1, ring.length);
            out[outFrom + row] = rows < ring.length ? Double.NaN : weighted();
        }
    }

    private double weighted() {
        double sum = 0;
        int at = position;
        for (double weight : weights) {
            sum += weight * ring[at];
            at = at + 1 == ring.length ? 0 : at + 1;
        }
        return sum;
    }
}
