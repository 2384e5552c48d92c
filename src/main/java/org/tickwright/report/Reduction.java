package org.tickwright.report;

import java.util.Arrays;

/// A line through many values as the few points that a chart of limited width can show.
///
/// Each column of the chart keeps its first, lowest, highest and last value, so no spike is lost and the picture is
/// the one that all points would give. Short series are kept whole.
record Reduction(int[] index, double[] value) {

    /// The points of `values` worth drawing over `columns` columns. Values that are not finite are left out.
    static Reduction of(double[] values, int columns) {
        int n = values.length;
        int[] kept = new int[Math.min(n, 4 * columns + 4)];
        int count = 0;
        if (n <= 4 * columns) {
            for (int i = 0; i < n; i++) {
                if (Double.isFinite(values[i])) {
                    kept[count++] = i;
                }
            }
        } else {
            for (int c = 0; c < columns; c++) {
                count = column(values, (int) ((long) c * n / columns), (int) ((c + 1L) * n / columns), kept, count);
            }
        }
        int[] index = Arrays.copyOf(kept, count);
        double[] value = new double[count];
        for (int k = 0; k < count; k++) {
            value[k] = values[index[k]];
        }
        return new Reduction(index, value);
    }

    private static int column(double[] values, int from, int to, int[] kept, int start) {
        int first = -1;
        int low = -1;
        int high = -1;
        int last = -1;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(values[i])) {
                first = first < 0 ? i : first;
                low = low < 0 || values[i] < values[low] ? i : low;
                high = high < 0 || values[i] > values[high] ? i : high;
                last = i;
            }
        }
        int count = start;
        int previous = -1;
        for (int i : new int[] {first, Math.min(low, high), Math.max(low, high), last}) {
            if (i > previous) {
                kept[count++] = i;
                previous = i;
            }
        }
        return count;
    }
}
