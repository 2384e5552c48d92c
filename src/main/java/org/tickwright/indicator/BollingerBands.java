package org.tickwright.indicator;

import java.util.Arrays;
import org.tickwright.spi.IndicatorKernel;

/// Bollinger's bands: a moving average of any kind and, around it, multiples of the standard deviation of
/// the same rows.
final class BollingerBands implements IndicatorKernel {
    private final RowTransform average;
    private final RowTransform deviation;
    private final double above;
    private final double below;
    private int undefined;

    BollingerBands(int period, double above, double below, int kind) {
        average = MovingAverages.of(kind, period);
        deviation = new Deviation(period, 1);
        this.above = above;
        this.below = below;
        undefined = lookback(period, kind);
    }

    static int lookback(int period, int kind) {
        return Math.max(period - 1, MovingAverages.of(kind, period).lookback());
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] upper = outputs[0];
        double[] middle = outputs[1];
        double[] lower = outputs[2];
        average.apply(inputs[0], from, middle, from, to - from);
        deviation.apply(inputs[0], from, upper, from, to - from);
        int first = from + Math.min(undefined, to - from);
        for (double[] output : outputs) {
            Arrays.fill(output, from, first, Double.NaN);
        }
        undefined -= first - from;
        for (int row = first; row < to; row++) {
            double center = middle[row];
            double width = upper[row];
            upper[row] = center + width * above;
            lower[row] = center - width * below;
        }
    }
}
