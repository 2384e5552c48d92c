package org.tickwright.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ColumnTest {

    @Property(tries = 200)
    void keepsWhatIsAppendedInOrder(@ForAll long[] values) {
        LongColumn longs = new LongColumn(0);
        DoubleColumn doubles = new DoubleColumn(0);
        double[] expected = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            expected[i] = Double.longBitsToDouble(values[i]);
            longs.append(values[i]);
            doubles.append(expected[i]);
            assertEquals(values[i], longs.get(i));
            assertEquals(i + 1, doubles.size());
        }
        assertArrayEquals(values, longs.toArray());
        assertArrayEquals(expected, doubles.toArray());
    }

    @Test
    void growsOnlyWhenItIsFull() {
        DoubleColumn column = new DoubleColumn(100);
        double[] array = column.array();
        for (int i = 0; i < 100; i++) {
            column.append(i);
        }
        assertSame(array, column.array());
        column.append(100);
        column.set(3, -1);
        assertEquals(-1, column.get(3));
        assertEquals(100, column.get(100));
        assertEquals(101, column.size());
    }

    @Property(tries = 200)
    void appendsManyAsOneByOne(@ForAll long[] first, @ForAll long[] second) {
        LongColumn longs = new LongColumn(0);
        DoubleColumn doubles = new DoubleColumn(0);
        LongColumn expected = new LongColumn(0);
        for (long[] values : new long[][] {first, second}) {
            double[] numbers = java.util.Arrays.stream(values).asDoubleStream().toArray();
            longs.append(values, values.length);
            doubles.append(numbers, numbers.length);
            for (long value : values) {
                expected.append(value);
            }
        }
        assertArrayEquals(expected.toArray(), longs.toArray());
        assertArrayEquals(
                java.util.Arrays.stream(expected.toArray()).asDoubleStream().toArray(), doubles.toArray());
    }
}
