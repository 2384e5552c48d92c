package org.tickwright.indicator;

import java.util.Arrays;

/// The standard deviation of the last `period` rows, divisor `period`, times a factor (TA-Lib's `STDDEV`).
///
/// Values are measured from the first of their block, which every window over it contains, and their sums
/// and squares are added in blocks like [SimpleAverage]: nothing cancels that TA-Lib's difference of
/// squares would lose, a window that does not move has exactly zero, and no rounding error outlives its
/// window.
final class Deviation extends RowTransform {
    private final int period;
    private final double factor;
    private final boolean root;
    private final double[] block;
    private final double[] tailSums;
    private final double[] tailSquares;
    private int position;
    private int missing;
    private double pivot;
    private double headSum;
    private double headSquares;

    Deviation(int period, double factor) {
        this(period, factor, true);
    }

    private Deviation(int period, double factor, boolean root) {
        this.period = period;
        this.factor = factor;
        this.root = root;
        block = new double[period];
        tailSums = new double[period + 1];
        tailSquares = new double[period + 1];
        missing = period - 1;
    }

    /// The variance, without root and factor (TA-Lib's `VAR`).
    static Deviation variance(int period) {
        return new Deviation(period, 1, false);
    }

    @Override
    int lookback() {
        return period - 1;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int done = 0;
        while (done < count) {
            if (position == 0) {
                beginBlock(in[inFrom + done]);
            }
            done += applyInBlock(in, inFrom + done, out, outFrom + done, count - done);
        }
        int undefined = Math.min(missing, count);
        Arrays.fill(out, outFrom, outFrom + undefined, Double.NaN);
        missing -= undefined;
    }

    /// Measures the block that is complete from the first value of the next one.
    private void beginBlock(double first) {
        pivot = first;
        headSum = 0;
        headSquares = 0;
        double sum = 0;
        double squares = 0;
        for (int i = period - 1; i >= 0; i--) {
            double distance = block[i] - first;
            sum += distance;
            squares += distance * distance;
            tailSums[i] = sum;
            tailSquares[i] = squares;
        }
    }

    private int applyInBlock(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int rows = Math.min(count, period - position);
        double n = period;
        double reference = pivot;
        double sum = headSum;
        double squares = headSquares;
        int at = position;
        for (int row = 0; row < rows; row++) {
            double value = in[inFrom + row];
            double distance = value - reference;
            sum += distance;
            squares += distance * distance;
            block[at++] = value;
            double total = tailSums[at] + sum;
            double variance = Math.max((tailSquares[at] + squares - total * total / n) / n, 0);
            out[outFrom + row] = root ? Math.sqrt(variance) * factor : variance;
        }
        headSum = sum;
        headSquares = squares;
        position = at == period ? 0 : at;
        return rows;
    }
}
