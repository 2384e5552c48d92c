package org.tickwright.study;

import java.util.Arrays;

/// A sample of numbers and its moments: two passes, sums in the order of the sample.
///
/// Every figure is NaN where it is undefined (too few values, no variance).
final class Sample {
    private static final double ROUNDING = 1e-14;

    private final double[] values;
    private final double mean;
    private final double squares;
    private double[] sorted = new double[0];

    Sample(double[] values) {
        this.values = values;
        mean = values.length == 0 ? Double.NaN : sum(values) / values.length;
        double total = 0;
        for (double value : values) {
            total += (value - mean) * (value - mean);
        }
        squares = total;
    }

    /// True for a deviation that rounding alone explains in numbers of this size: such a sample does not
    /// vary.
    static boolean isRounding(double deviation, double largest) {
        return deviation <= ROUNDING * Math.max(1, largest);
    }

    static double sum(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }

    int size() {
        return values.length;
    }

    double mean() {
        return mean;
    }

    /// Variance with divisor n-1; NaN below two values.
    double variance() {
        return values.length < 2 ? Double.NaN : varies() ? squares / (values.length - 1) : 0;
    }

    /// Deviation with divisor n-1; NaN below two values.
    double deviation() {
        return Math.sqrt(variance());
    }

    /// Deviation with divisor n.
    double populationDeviation() {
        return values.length == 0 ? Double.NaN : varies() ? Math.sqrt(squares / values.length) : 0;
    }

    private boolean varies() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return !isRounding(Math.sqrt(squares / values.length), largest);
    }

    /// Third standardised moment, divisor n.
    double skew() {
        return central(3) / StrictMath.pow(populationDeviation(), 3);
    }

    /// Fourth standardised moment less 3, divisor n.
    double excessKurtosis() {
        return central(4) / StrictMath.pow(populationDeviation(), 4) - 3;
    }

    private double central(int power) {
        double total = 0;
        for (double value : values) {
            double distance = value - mean;
            total += power == 3 ? distance * distance * distance : distance * distance * distance * distance;
        }
        return total / values.length;
    }

    /// The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7).
    double quantile(double probability) {
        if (values.length == 0) {
            return Double.NaN;
        }
        if (sorted.length == 0) {
            sorted = values.clone();
            Arrays.sort(sorted);
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }

    /// Covariance with another sample of the same size, divisor n-1.
    double covariance(Sample other) {
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            total += (values[i] - mean) * (other.values[i] - other.mean);
        }
        return values.length < 2 ? Double.NaN : total / (values.length - 1);
    }

    /// Pearson's correlation with another sample of the same size.
    double correlation(Sample other) {
        return covariance(other) / (deviation() * other.deviation());
    }
}
