package org.tickwright.indicator;

import org.tickwright.spi.IndicatorKernel;

/// Wilder's average true range as TA-Lib seeds it: the plain mean of the first `period` true ranges, of
/// which the bar after the first has the first, then `(previous * (period - 1) + range) / period`.
final class AverageTrueRange implements IndicatorKernel {
    private final int period;
    private int rows;
    private double previousClose;
    private double average;

    AverageTrueRange(int period) {
        this.period = period;
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] high = inputs[0];
        double[] low = inputs[1];
        double[] close = inputs[2];
        double[] out = outputs[0];
        int row = from;
        while (row < to && rows <= period) {
            out[row] = seed(high[row], low[row], close[row]);
            row++;
        }
        double last = previousClose;
        double value = average;
        double weight = period - 1;
        for (; row < to; row++) {
            value = (value * weight + Wilder.trueRange(high[row], low[row], last)) / period;
            last = close[row];
            out[row] = value;
        }
        previousClose = last;
        average = value;
    }

    private double seed(double high, double low, double close) {
        if (rows > 0) {
            average += Wilder.trueRange(high, low, previousClose);
        }
        previousClose = close;
        if (rows++ < period) {
            return Double.NaN;
        }
        average /= period;
        return average;
    }
}
