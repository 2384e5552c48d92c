package org.tickwright.desktop.chart.plot;

/// A column of values, one per bar, NaN where undefined, with the tree of its extremes.
public final class Column {
    private double[] values;
    private int size;
    private final MinMaxTree tree;

    /// Takes the first `size` values.
    public Column(double[] values, int size) {
        this.values = values;
        this.size = size;
        tree = new MinMaxTree(values, values, size);
    }

    /// A column that shares a tree that is kept up to date elsewhere.
    private Column(double[] values, int size, MinMaxTree tree) {
        this.values = values;
        this.size = size;
        this.tree = tree;
    }

    /// The closing prices of bars as they are now.
    public static Column closes(Candles bars) {
        return new Column(bars.closes(), bars.size(), bars.closeTree());
    }

    /// Takes the values as they are now: rows from `from` on are new or have changed.
    public void update(double[] newValues, int newSize, int from) {
        values = newValues;
        size = newSize;
        tree.update(values, values, size, from);
    }

    /// The number of values.
    public int size() {
        return size;
    }

    /// The value at bar `i`, NaN where there is none.
    public double value(int i) {
        return i >= 0 && i < size ? values[i] : Double.NaN;
    }

    /// The last defined value at or before bar `i`, NaN if there is none within 512 bars.
    public double lastDefined(int i) {
        for (int j = Math.min(i, size - 1); j >= Math.max(0, i - 512); j--) {
            if (!Double.isNaN(values[j])) {
                return values[j];
            }
        }
        return Double.NaN;
    }

    /// Extremes of the values.
    public MinMaxTree tree() {
        return tree;
    }
}
