package org.tickwright.indicator;

import java.util.Arrays;

/// Williams' ultimate oscillator as TA-Lib has it: how much of the true range closes took, over three
/// windows, the shortest with weight 4, the middle one 2, the longest 1.
final class UltimateOscillator implements BuiltIn.RowFunction {
    private final int lookback;
    private final RowTransform[] taken = new RowTransform[3];
    private final RowTransform[] ranges = new RowTransform[3];
    private int rows;
    private double previousClose;

    UltimateOscillator(int... periods) {
        int[] sorted = periods.clone();
        Arrays.sort(sorted);
        lookback = sorted[2];
        Arrays.setAll(taken, i -> SimpleAverage.sum(sorted[i]));
        Arrays.setAll(ranges, i -> SimpleAverage.sum(sorted[i]));
    }

    @Override
    public double value(double[][] inputs, int row) {
        double close = inputs[2][row];
        double value = rows == 0 ? Double.NaN : next(inputs[0][row], inputs[1][row], close);
        previousClose = close;
        boolean defined = rows >= lookback;
        rows = Math.min(rows + 1, lookback);
        return defined ? value : Double.NaN;
    }

    private double next(double high, double low, double close) {
        double closed = close - Math.min(low, previousClose);
        double range = Wilder.trueRange(high, low, previousClose);
        double sum = 0;
        double weight = 4;
        for (int i = 0; i < taken.length; i++) {
            sum += weight * Wilder.partOf(taken[i].step(closed), ranges[i].step(range));
            weight /= 2;
        }
        return 100 * (sum / 7);
    }
}
