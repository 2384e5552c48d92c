package org.tickwright.indicator;

/// A weighted sum of an exponential average, the average of that average, and so on, each seeded as
/// [ExponentialAverage] with the first values of the one before: TA-Lib's `DEMA` (2, -1), `TEMA` (3, -3,
/// 1) and Tillson's `T3`.
final class ExponentialChain extends RowTransform {
    private final int period;
    private final double factor;
    private final double[] weights;
    private final double[] averages;
    private int rows;

    ExponentialChain(int period, double... weights) {
        this.period = period;
        this.weights = weights;
        factor = ExponentialAverage.factor(period);
        averages = new double[weights.length];
    }

    @Override
    int lookback() {
        return weights.length * (period - 1);
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int row = 0;
        int seeding = Math.clamp(lookback() + 1L - rows, 0, count);
        for (; row < seeding; row++) {
            seed(in[inFrom + row]);
            out[outFrom + row] = rows++ < lookback() ? Double.NaN : weighted();
        }
        for (; row < count; row++) {
            double value = in[inFrom + row];
            double sum = 0;
            for (int stage = 0; stage < averages.length; stage++) {
                value = (value - averages[stage]) * factor + averages[stage];
                averages[stage] = value;
                sum += weights[stage] * value;
            }
            out[outFrom + row] = sum;
        }
    }

    /// Stage `s` begins with row `s * (period - 1)` and is an average from `period - 1` rows later.
    private void seed(double input) {
        double value = input;
        for (int stage = 0; stage < averages.length; stage++) {
            int age = rows - stage * (period - 1);
            if (age < period - 1) {
                averages[stage] += value;
                return;
            }
            if (age == period - 1) {
                averages[stage] = (averages[stage] + value) / period;
            } else {
                averages[stage] = (value - averages[stage]) * factor + averages[stage];
            }
            value = averages[stage];
        }
    }

    private double weighted() {
        double sum = 0;
        for (int stage = 0; stage < averages.length; stage++) {
            sum += weights[stage] * averages[stage];
        }
        return sum;
    }
}
