package org.tickwright.indicator;

import org.tickwright.spi.IndicatorKernel;

/// Appel's moving average convergence/divergence as TA-Lib seeds it: both averages start on the same bar,
/// the last of the first `slow` ones, each from the plain mean of its own last closes; the signal starts
/// from the plain mean of the first `signal` differences. The shorter period is always the fast one.
final class ConvergenceDivergence implements IndicatorKernel {
    private final int fast;
    private final int slow;
    private final int signal;
    private final double fastFactor;
    private final double slowFactor;
    private int rows;
    private double fastAverage;
    private double slowAverage;
    private double signalAverage;

    ConvergenceDivergence(int onePeriod, int otherPeriod, int signal) {
        fast = Math.min(onePeriod, otherPeriod);
        slow = Math.max(onePeriod, otherPeriod);
        this.signal = signal;
        fastFactor = ExponentialAverage.factor(fast);
        slowFactor = ExponentialAverage.factor(slow);
    }

    private ConvergenceDivergence(int signal) {
        fast = 12;
        slow = 26;
        this.signal = signal;
        fastFactor = 0.15;
        slowFactor = 0.075;
    }

    /// Appel's own 12 and 26 bars with the weights 0.15 and 0.075 (TA-Lib's `MACDFIX`).
    static ConvergenceDivergence fixed(int signal) {
        return new ConvergenceDivergence(signal);
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] in = inputs[0];
        double[] line = outputs[0];
        double[] signalLine = outputs[1];
        double[] histogram = outputs[2];
        int row = from;
        for (; row < to && rows < slow + signal - 1; row++) {
            boolean defined = seed(in[row]);
            line[row] = defined ? fastAverage - slowAverage : Double.NaN;
            signalLine[row] = defined ? signalAverage : Double.NaN;
            histogram[row] = line[row] - signalLine[row];
        }
        double signalFactor = ExponentialAverage.factor(signal);
        double fastValue = fastAverage;
        double slowValue = slowAverage;
        double signalValue = signalAverage;
        for (; row < to; row++) {
            double value = in[row];
            fastValue = (value - fastValue) * fastFactor + fastValue;
            slowValue = (value - slowValue) * slowFactor + slowValue;
            double difference = fastValue - slowValue;
            signalValue = (difference - signalValue) * signalFactor + signalValue;
            line[row] = difference;
            signalLine[row] = signalValue;
            histogram[row] = difference - signalValue;
        }
        fastAverage = fastValue;
        slowAverage = slowValue;
        signalAverage = signalValue;
    }

    /// Takes one of the rows before the signal exists; true at the first at which it does.
    private boolean seed(double value) {
        rows++;
        if (rows <= slow) {
            slowAverage += value;
            fastAverage += rows > slow - fast ? value : 0;
            if (rows == slow) {
                slowAverage /= slow;
                fastAverage /= fast;
            }
        } else {
            fastAverage += (value - fastAverage) * fastFactor;
            slowAverage += (value - slowAverage) * slowFactor;
        }
        if (rows >= slow) {
            signalAverage += fastAverage - slowAverage;
        }
        boolean defined = rows == slow + signal - 1;
        if (defined) {
            signalAverage /= signal;
        }
        return defined;
    }
}
