package org.tickwright.study.sweep;

/// Which of two figures is better. What is undefined (NaN) is worse than anything.
@FunctionalInterface
public interface FigureOrder {
    /// Negative where the first value is better than the second.
    int compare(double one, double other);

    /// Compares where more is better, or less.
    static int compare(boolean higherIsBetter, double one, double other) {
        boolean missing = Double.isNaN(one) || Double.isNaN(other);
        if (missing) {
            return Boolean.compare(Double.isNaN(one), Double.isNaN(other));
        }
        return higherIsBetter ? Double.compare(other, one) : Double.compare(one, other);
    }
}
