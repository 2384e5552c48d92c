package org.tickwright.indicator;

/// The change of a value from one row to the next, undefined at the first.
final class Change {
    private double previous = Double.NaN;

    double next(double value) {
        double change = value - previous;
        previous = value;
        return change;
    }
}
