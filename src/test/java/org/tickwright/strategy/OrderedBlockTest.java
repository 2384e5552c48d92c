package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Rows compared as whole numbers against rows compared as doubles.
class OrderedBlockTest {
    private static final int BLOCK = ConditionMask.BLOCK;
    private static final double[] EDGES = {
        0, Double.MIN_VALUE, Double.MIN_NORMAL, 1, Math.nextUp(1.0), Double.MAX_VALUE, Double.POSITIVE_INFINITY
    };

    private static OrderedBlock block(double[] rows, int from, int to) {
        NumberColumn column = new NumberColumn.Constant(0);
        column.values = rows;
        return new OrderedBlock(column).of(from, to);
    }

    private static double[] rows(SplittableRandom random, int count) {
        double[] rows = new double[count];
        for (int i = 0; i < count; i++) {
            rows[i] = random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextDouble();
        }
        return rows;
    }

    @Test
    void rowsAreAboveOthersWhereTheirNumbersAre() {
        SplittableRandom random = new SplittableRandom(7);
        double[] left = rows(random, 3 * BLOCK);
        double[] right = rows(random, 3 * BLOCK);
        for (int from = 0; from < left.length; from += BLOCK) {
            OrderedBlock a = block(left, from, from + BLOCK);
            OrderedBlock b = block(right, from, from + BLOCK);
            assertTrue(a.ordered() && b.ordered() && a.defined());
            long[] above = new long[ConditionMask.WORDS];
            OrderedBlock.above(a, b, above);
            for (int i = 0; i < BLOCK; i++) {
                boolean told = (above[i / Long.SIZE] >>> i & 1) != 0;
                assertEquals(left[from + i] > right[from + i], told, "row " + (from + i));
            }
        }
    }

    @Test
    void aNumberBelowZeroIsDefinedButNotOrdered() {
        double[] rows = rows(new SplittableRandom(8), BLOCK);
        rows[1234] = -0.0;
        assertTrue(block(rows, 0, BLOCK).defined());
        assertFalse(block(rows, 0, BLOCK).ordered());
    }

    @Test
    void oneUndefinedRowIsSeen() {
        double[] rows = rows(new SplittableRandom(9), BLOCK);
        rows[BLOCK - 1] = Double.NaN;
        assertFalse(block(rows, 0, BLOCK).defined());
        assertFalse(block(rows, 0, BLOCK).ordered());
        assertTrue(block(rows, 0, BLOCK - 1).defined());
    }

    @Test
    void aBlockThatIsNotFullIsNotOrdered() {
        assertFalse(block(rows(new SplittableRandom(10), BLOCK), 0, BLOCK - 1).ordered());
    }
}
