package org.tickwright.indicator;

import java.util.Arrays;

/// The mean of the last `period` rows with weights 1 for the oldest to `period` for the newest (TA-Lib's
/// `WMA`).
///
/// Summed in blocks like [SimpleAverage]: a window is the tail of one block plus the head of the next, so
/// no rounding error outlives its window.
final class WeightedAverage extends RowTransform {
    private final int period;
    private final double divisor;
    /// `[0, position)` values of the block being filled, from there on weighted backward sums of the
    /// block before: element `j` is the sum over `i >= j` of `(i - j + 1) * x[i]`. One more element that
    /// stays zero.
    private final double[] block;
    private int position;
    private int missing;
    private double head;
    private double weightedHead;

    WeightedAverage(int period) {
        this.period = period;
        divisor = period * (period + 1.0) / 2;
        block = new double[period + 1];
        missing = period - 1;
    }

    @Override
    int lookback() {
        return period - 1;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int done = 0;
        while (done < count) {
            done += applyInBlock(in, inFrom + done, out, outFrom + done, count - done);
        }
        int undefined = Math.min(missing, count);
        Arrays.fill(out, outFrom, outFrom + undefined, Double.NaN);
        missing -= undefined;
    }

    private int applyInBlock(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int rows = Math.min(count, period - position);
        double sum = head;
        double weighted = weightedHead;
        int at = position;
        for (int row = 0; row < rows; row++) {
            double value = in[inFrom + row];
            int next = at + 1;
            sum += value;
            weighted += next * value;
            out[outFrom + row] = (block[next] + ((period - next) * sum + weighted)) / divisor;
            block[at] = value;
            at = next;
        }
        head = sum;
        weightedHead = weighted;
        position = at;
        if (at == period) {
            sumBackwards();
        }
        return rows;
    }

    private void sumBackwards() {
        double sum = 0;
        double weighted = 0;
        for (int i = period - 1; i >= 0; i--) {
            sum += block[i];
            weighted += sum;
            block[i] = weighted;
        }
        position = 0;
        head = 0;
        weightedHead = 0;
    }
}
