package org.tickwright.indicator;

import java.util.Arrays;

/// The highest or lowest of the last `period` rows (TA-Lib's `MAX` and `MIN`).
///
/// The rows are cut into blocks of one period; a window is the tail of one block, whose extremes are
/// taken backwards once, and the head of the next (van Herk 1992, Gil and Werman 1993). Three comparisons
/// a row whatever the period, and no branch to mispredict.
final class Extreme extends RowTransform {
    private final int period;
    private final double sign;
    private final double[] block;
    private double head = Double.NEGATIVE_INFINITY;
    private int position;
    private int missing;

    private Extreme(int period, double sign) {
        this.period = period;
        this.sign = sign;
        block = new double[period + 1];
        Arrays.fill(block, Double.NEGATIVE_INFINITY);
        missing = period - 1;
    }

    static Extreme highest(int period) {
        return new Extreme(period, 1);
    }

    static Extreme lowest(int period) {
        return new Extreme(period, -1);
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
        double highest = head;
        int at = position;
        for (int row = 0; row < rows; row++, at++) {
            double value = sign * in[inFrom + row];
            highest = Math.max(highest, value);
            out[outFrom + row] = sign * Math.max(block[at + 1], highest);
            block[at] = value;
        }
        head = highest;
        position = at;
        if (at == period) {
            for (int i = period - 2; i >= 0; i--) {
                block[i] = Math.max(block[i], block[i + 1]);
            }
            position = 0;
            head = Double.NEGATIVE_INFINITY;
        }
        return rows;
    }
}
