package org.tickwright.kernel;

import java.util.Arrays;

/// A growing column of longs. Appending is amortised O(1) and allocates only when the capacity doubles.
///
/// One thread appends; readers may share [#array()] and [#size()] after a safe publication.
public final class LongColumn {
    private long[] values;
    private int size;

    /// An empty column with room for `capacity` values.
    public LongColumn(int capacity) {
        values = new long[Math.max(capacity, 16)];
    }

    /// Adds one value at the end.
    public void append(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 16);
        }
        values[size++] = value;
    }

    /// Adds the first `count` values of an array at the end.
    public void append(long[] more, int count) {
        if (size + count > values.length) {
            values = Arrays.copyOf(values, Math.max(size + count, size + (size >> 1) + 16));
        }
        System.arraycopy(more, 0, values, size, count);
        size += count;
    }

    /// The value at `index`, which must be below [#size()].
    public long get(int index) {
        return values[index];
    }

    /// Replaces the value at `index`.
    public void set(int index, long value) {
        values[index] = value;
    }

    /// The number of values.
    public int size() {
        return size;
    }

    /// The backing array; only the first [#size()] values count. Replaced when the column grows.
    public long[] array() {
        return values;
    }

    /// A copy of exactly [#size()] values.
    public long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
