package org.tickwright.desktop.chart.plot;

import java.util.Arrays;

/// Exact lowest and highest values over any range of two columns, in time that grows with the
/// logarithm of the range.
///
/// Each level holds one entry per eight of the level below, so a million rows cost 2.3 MB and a few
/// milliseconds to build, and appended rows only touch the last entry of every level. NaN counts as
/// absent. Keeps references to the columns, which the owner may replace by longer ones at
/// [#update].
public final class MinMaxTree {
    private static final int SHIFT = 3;
    /// How many entries of a level one entry of the next stands for.
    static final int FAN = 1 << SHIFT;

    private double[] lows;
    private double[] highs;
    private int size;
    private double[][] minima = new double[0][];
    private double[][] maxima = new double[0][];
    private double low;
    private double high;

    /// A tree over the first `size` rows; `lows` and `highs` may be the same array.
    public MinMaxTree(double[] lows, double[] highs, int size) {
        this.lows = lows;
        this.highs = highs;
        update(lows, highs, size, 0);
    }

    /// Takes the columns as they are now: rows from `from` on are new or have changed.
    public void update(double[] newLows, double[] newHighs, int newSize, int from) {
        lows = newLows;
        highs = newHighs;
        int changed = Math.min(Math.max(from, 0), size);
        size = newSize;
        double[] belowMin = lows;
        double[] belowMax = highs;
        int belowSize = size;
        int level = 0;
        while (belowSize > FAN) {
            int count = (belowSize + FAN - 1) >>> SHIFT;
            changed >>>= SHIFT;
            if (reserve(level, count)) {
                changed = 0;
            }
            fill(belowMin, belowMax, belowSize, minima[level], maxima[level], changed, count);
            belowMin = minima[level];
            belowMax = maxima[level];
            belowSize = count;
            level++;
        }
        minima = Arrays.copyOf(minima, level);
        maxima = Arrays.copyOf(maxima, level);
    }

    /// Makes room for `count` entries; true if the level is new, so that all of it must be filled.
    private boolean reserve(int level, int count) {
        if (level >= minima.length) {
            minima = Arrays.copyOf(minima, level + 1);
            maxima = Arrays.copyOf(maxima, level + 1);
            minima[level] = new double[count];
            maxima[level] = new double[count];
            return true;
        }
        if (minima[level].length < count) {
            int capacity = count + (count >> 1) + FAN;
            minima[level] = Arrays.copyOf(minima[level], capacity);
            maxima[level] = Arrays.copyOf(maxima[level], capacity);
        }
        return false;
    }

    private static void fill(
            double[] belowMin, double[] belowMax, int belowSize, double[] min, double[] max, int from, int to) {
        for (int i = from; i < to; i++) {
            int end = Math.min(belowSize, (i + 1) << SHIFT);
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int j = i << SHIFT; j < end; j++) {
                double a = belowMin[j];
                double b = belowMax[j];
                lowest = a < lowest ? a : lowest;
                highest = b > highest ? b : highest;
            }
            min[i] = lowest;
            max[i] = highest;
        }
    }

    /// Finds the extremes of rows `from` (inclusive) to `to` (exclusive), to be read from [#low()]
    /// and [#high()]. False if there is no defined value.
    public boolean query(int from, int to) {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        int a = Math.max(from, 0);
        int b = Math.min(to, size);
        double[] min = lows;
        double[] max = highs;
        int level = 0;
        while (a < b) {
            if (level == minima.length || b - a <= FAN) {
                scan(min, max, a, b);
                break;
            }
            int up = Math.min((a + FAN - 1) & -FAN, b);
            int down = Math.max(b & -FAN, up);
            scan(min, max, a, up);
            scan(min, max, down, b);
            a = up >>> SHIFT;
            b = up < down ? down >>> SHIFT : a;
            min = minima[level];
            max = maxima[level];
            level++;
        }
        return low <= high;
    }

    private void scan(double[] min, double[] max, int from, int to) {
        double lowest = low;
        double highest = high;
        for (int i = from; i < to; i++) {
            lowest = min[i] < lowest ? min[i] : lowest;
            highest = max[i] > highest ? max[i] : highest;
        }
        low = lowest;
        high = highest;
    }

    /// The lowest value the last [#query] found.
    public double low() {
        return low;
    }

    /// The highest value the last [#query] found.
    public double high() {
        return high;
    }
}
