package org.tickwright.indicator;

/// Chaikin's accumulation/distribution line. The sum carries its own rounding error along (Neumaier), so
/// fractions of coins do not add up to a drift.
final class Accumulation {
    private double sum;
    private double error;

    double next(double high, double low, double close, double volume) {
        double range = high - low;
        if (range > 0) {
            add(((close - low) - (high - close)) / range * volume);
        }
        return sum + error;
    }

    private void add(double value) {
        double total = sum + value;
        double taken = total - sum;
        error += (sum - (total - taken)) + (value - taken);
        sum = total;
    }

    /// The distance of two exponential averages of the line that begin with its first value.
    static final class Oscillator implements BuiltIn.RowFunction {
        private final Accumulation line = new Accumulation();
        private final double fastFactor;
        private final double slowFactor;
        private final int lookback;
        private int rows;
        private double fast;
        private double slow;

        Oscillator(int fastPeriod, int slowPeriod) {
            fastFactor = ExponentialAverage.factor(fastPeriod);
            slowFactor = ExponentialAverage.factor(slowPeriod);
            lookback = Math.max(fastPeriod, slowPeriod) - 1;
        }

        @Override
        public double value(double[][] in, int row) {
            double value = line.next(in[0][row], in[1][row], in[2][row], in[3][row]);
            if (rows == 0) {
                fast = value;
                slow = value;
            }
            fast = fastFactor * value + (1 - fastFactor) * fast;
            slow = slowFactor * value + (1 - slowFactor) * slow;
            boolean defined = rows >= lookback;
            rows = Math.min(rows + 1, lookback);
            return defined ? fast - slow : Double.NaN;
        }
    }
}
