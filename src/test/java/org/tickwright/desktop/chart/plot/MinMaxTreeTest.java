package org.tickwright.desktop.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MinMaxTreeTest {

    private static double[] values(int n, long seed, double undefined) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextDouble() < undefined ? Double.NaN : random.nextGaussian();
        }
        return values;
    }

    private static void assertSame(double[] lows, double[] highs, int size, MinMaxTree tree, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(from, 0); i < Math.min(to, size); i++) {
            low = Double.isNaN(lows[i]) ? low : Math.min(low, lows[i]);
            high = Double.isNaN(highs[i]) ? high : Math.max(high, highs[i]);
        }
        assertEquals(low <= high, tree.query(from, to), from + " to " + to + " of " + size);
        if (low <= high) {
            assertEquals(low, tree.low());
            assertEquals(high, tree.high());
        }
    }

    @Property(tries = 300)
    void findsTheSameExtremesAsLookingAtEveryRow(
            @ForAll @IntRange(min = 0, max = 5000) int n,
            @ForAll long seed,
            @ForAll @IntRange(min = -5, max = 5005) int a,
            @ForAll @IntRange(min = -5, max = 5005) int b) {
        double[] lows = values(n, seed, 0.2);
        double[] highs = values(n, seed + 1, 0.2);
        assertSame(lows, highs, n, new MinMaxTree(lows, highs, n), Math.min(a, b), Math.max(a, b));
    }

    @Property(tries = 200)
    void growsAndChangesLikeATreeMadeAnew(
            @ForAll @IntRange(min = 0, max = 700) int first,
            @ForAll @IntRange(min = 0, max = 700) int more,
            @ForAll @IntRange(min = 0, max = 3) int rewritten,
            @ForAll long seed) {
        double[] values = values(first + more, seed, 0.1);
        MinMaxTree tree = new MinMaxTree(Arrays.copyOf(values, first), Arrays.copyOf(values, first), first);
        int from = Math.max(first - rewritten, 0);
        for (int i = from; i < first; i++) {
            values[i] = -values[i] * 100;
        }
        tree.update(values, values, first + more, from);
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            int a = random.nextInt(first + more + 1);
            int b = random.nextInt(first + more + 1);
            assertSame(values, values, first + more, tree, Math.min(a, b), Math.max(a, b));
        }
        assertSame(values, values, first + more, tree, 0, first + more);
    }

    @Test
    void appendingBarByBarKeepsUpWithTheColumn() {
        double[] values = values(2000, 5, 0);
        MinMaxTree tree = new MinMaxTree(new double[0], new double[0], 0);
        for (int n = 1; n <= values.length; n++) {
            tree.update(values, values, n, n - 1);
            assertSame(values, values, n, tree, 0, n);
            assertSame(values, values, n, tree, n / 3, n);
        }
    }

    @Test
    void saysSoWhereNothingIsDefined() {
        double[] values = new double[1000];
        Arrays.fill(values, Double.NaN);
        values[700] = 3;
        MinMaxTree tree = new MinMaxTree(values, values, values.length);
        assertFalse(tree.query(0, 700));
        assertTrue(tree.query(0, 701));
        assertEquals(3, tree.low());
    }
}
