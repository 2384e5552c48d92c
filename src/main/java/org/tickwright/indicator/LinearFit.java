package org.tickwright.indicator;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// The straight line through the last `period` rows by least squares (TA-Lib's `LINEARREG` and its kin):
/// its slope for each row, or its value at a row.
///
/// Values are measured from the first of their block, and plain and weighted sums are added in blocks as
/// in [WeightedAverage]: a window that does not move has exactly no slope, and no rounding error outlives
/// its window.
final class LinearFit extends RowTransform {
    private final int period;
    /// How many slopes the result lies from the mean; the slope itself if not a number.
    private final double place;

    private final double[] block;
    private final double[] tailSums;
    private final double[] tailWeighted;
    private int position;
    private int missing;
    private double pivot;
    private double headSum;
    private double headWeighted;

    private LinearFit(int period, double place) {
        this.period = period;
        this.place = place;
        block = new double[period];
        tailSums = new double[period + 1];
        tailWeighted = new double[period + 1];
        missing = period - 1;
    }

    /// The line's value so many rows after the oldest of the window.
    static LinearFit valueAt(int period, int row) {
        return new LinearFit(period, row - (period - 1) / 2.0);
    }

    static LinearFit slope(int period) {
        return new LinearFit(period, Double.NaN);
    }

    /// The slope as an angle in degrees.
    static RowTransform angle(int period) {
        return new Mapped(slope(period), slope -> StrictMath.atan(slope) * (180 / Math.PI));
    }

    @Override
    int lookback() {
        return period - 1;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        for (int row = 0; row < count; row++) {
            double value = in[inFrom + row];
            if (position == 0) {
                beginBlock(value);
            }
            double result = next(value, position + 1);
            block[position] = value;
            position = position + 1 == period ? 0 : position + 1;
            out[outFrom + row] = result;
        }
        int undefined = Math.min(missing, count);
        Arrays.fill(out, outFrom, outFrom + undefined, Double.NaN);
        missing -= undefined;
    }

    private double next(double value, int at) {
        double distance = value - pivot;
        headSum += distance;
        headWeighted += at * distance;
        double n = period;
        double sum = tailSums[at] + headSum;
        double weighted = tailWeighted[at] + ((n - at) * headSum + headWeighted);
        double slope = (weighted - (n + 1) / 2 * sum) / (n * (n * n - 1) / 12);
        return !Double.isNaN(place) ? pivot + (sum / n + slope * place) : slope;
    }

    private void beginBlock(double first) {
        pivot = first;
        headSum = 0;
        headWeighted = 0;
        double sum = 0;
        double weighted = 0;
        for (int i = period - 1; i >= 0; i--) {
            sum += block[i] - first;
            weighted += sum;
            tailSums[i] = sum;
            tailWeighted[i] = weighted;
        }
    }

    /// A function of another transform's rows.
    private static final class Mapped extends RowTransform {
        private final RowTransform inner;
        private final DoubleUnaryOperator function;

        Mapped(RowTransform inner, DoubleUnaryOperator function) {
            this.inner = inner;
            this.function = function;
        }

        @Override
        int lookback() {
            return inner.lookback();
        }

        @Override
        void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
            inner.apply(in, inFrom, out, outFrom, count);
            for (int row = outFrom; row < outFrom + count; row++) {
                out[row] = function.applyAsDouble(out[row]);
            }
        }
    }
}
