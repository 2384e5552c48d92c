package org.tickwright.indicator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorKernel;

/// A moving average whose period a second series gives row by row (TA-Lib's `MAVP`), kept within limits.
///
/// Every period has its own average, which begins so that its first value falls on the first row that is
/// defined. An average that nobody asked for yet is not computed; it reads the rows that it missed when
/// it is asked for, so the result does not depend on when that happens.
final class VariablePeriod implements IndicatorKernel {
    private static final int CHUNK = 256;

    private final int shortest;
    private final int longest;
    private final int kind;
    private final int first;
    private final @Nullable Average[] averages;
    private final double[] scratch = new double[CHUNK];

    VariablePeriod(int shortest, int longest, int kind, int begin) {
        this.shortest = Math.min(shortest, longest);
        this.longest = Math.max(shortest, longest);
        this.kind = kind;
        first = begin + MovingAverages.of(kind, this.longest).lookback();
        averages = new @Nullable Average[this.longest + 1];
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        int start = Math.clamp(first, from, to);
        Arrays.fill(outputs[0], from, start, Double.NaN);
        for (int row = start; row < to; row++) {
            outputs[0][row] = value(inputs[0], row, period(inputs[1][row]));
        }
    }

    private int period(double wanted) {
        int period = (int) wanted;
        return period < shortest ? shortest : Math.min(period, longest);
    }

    private double value(double[] in, int row, int period) {
        Average average = averages[period];
        if (average == null) {
            RowTransform transform = MovingAverages.of(kind, period);
            average = new Average(transform, first - transform.lookback());
            averages[period] = average;
        }
        while (average.next <= row) {
            int count = Math.min(CHUNK, row + 1 - average.next);
            average.transform.apply(in, average.next, scratch, 0, count);
            average.next += count;
            average.value = scratch[count - 1];
        }
        return average.value;
    }

    /// The average of one period and how far it has read.
    private static final class Average {
        final RowTransform transform;
        int next;
        double value;

        Average(RowTransform transform, int next) {
            this.transform = transform;
            this.next = next;
        }
    }
}
