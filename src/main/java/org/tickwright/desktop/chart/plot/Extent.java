package org.tickwright.desktop.chart.plot;

/// The lowest and highest value that layers want in view.
public final class Extent {
    private double low;
    private double high;

    /// Forgets everything.
    void clear() {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
    }

    /// Takes a value in; NaN and infinities are passed over.
    public void include(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /// Takes in what the tree holds over rows `from` (inclusive) to `to` (exclusive).
    public void include(MinMaxTree tree, int from, int to) {
        if (tree.query(from, to)) {
            include(tree.low());
            include(tree.high());
        }
    }

    /// The lowest value, infinite if there is none.
    public double low() {
        return low;
    }

    /// The highest value, negative infinite if there is none.
    public double high() {
        return high;
    }
}
