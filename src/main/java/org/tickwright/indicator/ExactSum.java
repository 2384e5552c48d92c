package org.tickwright.indicator;

/// A sum that carries its own rounding error along (Neumaier 1974), so that millions of small values do not
/// add up to a drift.
final class ExactSum {
    private double total;
    private double lost;

    /// Adds a value and returns the sum so far.
    double add(double value) {
        double next = total + value;
        lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
        total = next;
        return total + lost;
    }
}
