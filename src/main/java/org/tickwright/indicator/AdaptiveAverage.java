package org.tickwright.indicator;

/// Kaufman's adaptive average as TA-Lib has it (`KAMA`): an exponential average whose weight lies between
/// those of 30 and 2 bars, the nearer to 2 the straighter the way of the last `period` bars.
final class AdaptiveAverage extends RowTransform {
    private static final double SLOWEST = 2.0 / 31;
    private static final double RANGE = 2.0 / 3 - SLOWEST;

    private final int period;
    private final double[] window;
    private final SimpleAverage meanChange;
    private final double[] change = new double[1];
    private int position;
    private int rows;
    private double previous;
    private double average;

    AdaptiveAverage(int period) {
        this.period = period;
        window = new double[period];
        meanChange = new SimpleAverage(period);
    }

    @Override
    int lookback() {
        return period;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        for (int row = 0; row < count; row++) {
            out[outFrom + row] = follow(in[inFrom + row]);
        }
    }

    private double follow(double value) {
        double oldest = window[position];
        window[position] = value;
        position = position + 1 == period ? 0 : position + 1;
        if (rows > 0) {
            change[0] = Math.abs(value - previous);
            meanChange.apply(change, 0, change, 0, 1);
        }
        if (rows < period) {
            rows++;
            previous = value;
            return Double.NaN;
        }
        if (rows == period) {
            rows++;
            average = previous;
        }
        average += (value - average) * weight(value - oldest, change[0] * period);
        previous = value;
        return average;
    }

    private static double weight(double way, double path) {
        double efficiency = path <= way || Wilder.isZero(path) ? 1 : Math.abs(way / path);
        double weight = efficiency * RANGE + SLOWEST;
        return weight * weight;
    }
}
