package org.tickwright.indicator;

import java.util.Arrays;

/// How many of the last `period` values lie below a value. The values are kept sorted: each step finds its
/// places by bisection and moves what lies between.
final class SlidingRank {
    private final double[] ring;
    private final double[] sorted;
    private int size;
    private int position;

    SlidingRank(int period) {
        ring = new double[period];
        sorted = new double[period];
    }

    /// The share of the values before this one that lie below it, in percent; NaN until there are `period`
    /// of them. Takes the value in; an undefined one passes by.
    double next(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        double rank = Double.NaN;
        if (size == ring.length) {
            rank = 100.0 * below(value) / size;
            remove(ring[position]);
        }
        insert(value + 0.0);
        ring[position] = value + 0.0;
        position = position + 1 == ring.length ? 0 : position + 1;
        return rank;
    }

    private int below(double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void remove(double value) {
        int at = Arrays.binarySearch(sorted, 0, size, value);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        size--;
    }

    private void insert(double value) {
        int at = below(value);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
    }
}
