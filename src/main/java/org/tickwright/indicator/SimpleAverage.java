package org.tickwright.indicator;

import java.util.Arrays;

/// The mean of the last `period` rows (TA-Lib's `SMA`), without drift however long the series.
///
/// While all values lie on a decimal tick of at most eight places, as prices and volumes do, the window
/// is summed in whole ticks and divided once: the mean is rounded correctly, depends on nothing before
/// the window, and two means that are equal on paper are equal in bits, so that a tie of two averages is
/// a tie. The first value off every tick changes to floating point for good: the rows are cut into blocks
/// of one period, and each window is the tail of one block (summed backwards once) plus the head of the
/// next (summed forwards), so no rounding error outlives its window.
final class SimpleAverage extends RowTransform {
    /// Adding and taking this rounds to a whole number; the low bits of the sum count it.
    private static final double ROUNDER = 0x1.8p52;

    private static final double LAST_BIT = 0x1p-52;
    private static final double FINEST_SCALE = 1e8;

    private final int period;
    private final double unitDivisor;
    /// In ticks: the last `period` values. In blocks: `[0, position)` values of the block being filled,
    /// from there on backward sums of the block before. One more element that stays zero.
    private final double[] ring;
    private final double largest;
    private int position;
    private int missing;
    private boolean onTicks = true;
    private double scale = 1;
    private long ticks;
    private double head;

    SimpleAverage(int period) {
        this(period, period);
    }

    private SimpleAverage(int period, double divisor) {
        this.period = period;
        unitDivisor = divisor;
        ring = new double[period + 1];
        largest = Math.min(0x1p51, 0x1p53 / period);
        missing = period - 1;
    }

    /// The sum of the last `period` rows instead of their mean.
    static SimpleAverage sum(int period) {
        return new SimpleAverage(period, 1);
    }

    @Override
    int lookback() {
        return period - 1;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int done = 0;
        while (done < count) {
            done += onTicks
                    ? applyOnTicks(in, inFrom + done, out, outFrom + done, count - done)
                    : applyInBlocks(in, inFrom + done, out, outFrom + done, count - done);
        }
        int undefined = Math.min(missing, count);
        Arrays.fill(out, outFrom, outFrom + undefined, Double.NaN);
        missing -= undefined;
    }

    /// Computes rows up to the first value that needs finer ticks; returns how many.
    private int applyOnTicks(double[] in, int inFrom, double[] out, int outFrom, int count) {
        double[] window = ring;
        double ticksPerUnit = scale;
        double divisor = unitDivisor * ticksPerUnit;
        double limit = largest;
        long sum = ticks;
        int at = position;
        int row = 0;
        for (; row < count; row++) {
            double value = in[inFrom + row];
            double exact = value * ticksPerUnit;
            double rounded = exact + ROUNDER;
            double whole = rounded - ROUNDER;
            double size = Math.abs(whole);
            if (!(Math.abs(exact - whole) <= size * LAST_BIT && size <= limit)) {
                break;
            }
            sum += Double.doubleToRawLongBits(rounded)
                    - Double.doubleToRawLongBits(window[at] * ticksPerUnit + ROUNDER);
            window[at] = value;
            at = at + 1 == period ? 0 : at + 1;
            out[outFrom + row] = sum / divisor;
        }
        ticks = sum;
        position = at;
        if (row < count) {
            refine(in[inFrom + row]);
        }
        return row;
    }

    /// Chooses the next scale on which `value` and the window lie on ticks, or gives ticks up.
    private void refine(double value) {
        for (double finer = scale * 10; finer <= FINEST_SCALE; finer *= 10) {
            if (onTick(value, finer)) {
                changeScale(finer);
                return;
            }
        }
        changeToBlocks();
    }

    private boolean onTick(double value, double ticksPerUnit) {
        double exact = value * ticksPerUnit;
        double whole = exact + ROUNDER - ROUNDER;
        return Math.abs(exact - whole) <= Math.abs(whole) * LAST_BIT && Math.abs(whole) <= largest;
    }

    private void changeScale(double finer) {
        long sum = 0;
        for (int i = 0; i < period; i++) {
            double whole = ring[i] * finer + ROUNDER - ROUNDER;
            if (Math.abs(whole) > largest) {
                changeToBlocks();
                return;
            }
            sum += (long) whole;
        }
        scale = finer;
        ticks = sum;
    }

    private void changeToBlocks() {
        onTicks = false;
        head = 0;
        for (int i = 0; i < position; i++) {
            head += ring[i];
        }
        sumBackwards(position);
    }

    private void sumBackwards(int from) {
        for (int i = period - 2; i >= from; i--) {
            ring[i] += ring[i + 1];
        }
    }

    /// Computes rows up to the end of the block; returns how many.
    private int applyInBlocks(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int rows = Math.min(count, period - position);
        double[] block = ring;
        double divisor = unitDivisor;
        double sum = head;
        int at = position;
        for (int row = 0; row < rows; row++, at++) {
            double value = in[inFrom + row];
            sum += value;
            out[outFrom + row] = (block[at + 1] + sum) / divisor;
            block[at] = value;
        }
        head = sum;
        position = at;
        if (at == period) {
            sumBackwards(0);
            position = 0;
            head = 0;
        }
        return rows;
    }
}
