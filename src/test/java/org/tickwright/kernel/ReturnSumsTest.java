package org.tickwright.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Reductions over equity columns by their definitions.
class ReturnSumsTest {
    private static final double START = 1000;

    /// Values that move or stand still for a while; now and then 0, as an account can be.
    private static double[] values(SplittableRandom random) {
        double[] values = new double[random.nextInt(1, 900)];
        double value = START;
        boolean moves = true;
        for (int i = 0; i < values.length; i++) {
            moves = random.nextInt(20) == 0 ? !moves : moves;
            value = moves ? value * (0.98 + 0.0402 * random.nextDouble()) : value;
            values[i] = value;
        }
        if (random.nextInt(8) == 0) {
            Arrays.fill(values, random.nextInt(values.length), values.length, 0);
        }
        return values;
    }

    /// The definition, row by row.
    private static double[] lanes(double[] values) {
        double[] sums = new double[8];
        double[] squares = new double[8];
        double before = START;
        for (int i = 0; i < values.length; i++) {
            double change = values[i] == before ? 0 : values[i] / before - 1;
            sums[i % 8] += change;
            squares[i % 8] += change * change;
            before = values[i];
        }
        return new double[] {added(sums), added(squares)};
    }

    private static double added(double[] lanes) {
        return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    }

    private static double[] told(ReturnSums sums) {
        return new double[] {sums.sum(), sums.squares()};
    }

    @Property(tries = 500)
    void blocksGiveTheBitsOfTheDefinition(@ForAll long seed) {
        double[] values = values(new SplittableRandom(seed));
        ReturnSums sums = new ReturnSums();
        sums.add(START, values, 0, values.length, 0);
        assertArrayEquals(lanes(values), told(sums));
    }

    @Property(tries = 500)
    void cutsAndUnchangedRowsDoNotMatter(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = values(random);
        ReturnSums sums = new ReturnSums();
        int row = 0;
        while (row < values.length) {
            double before = row == 0 ? START : values[row - 1];
            if (values[row] == before && random.nextBoolean()) {
                row++;
                continue;
            }
            int end = Math.min(values.length, row + 1 + random.nextInt(40));
            int shift = random.nextInt(3);
            double[] piece = new double[end - row + shift];
            System.arraycopy(values, row, piece, shift, end - row);
            sums.add(before, piece, shift, piece.length, row);
            row = end;
        }
        assertArrayEquals(lanes(values), told(sums));
    }

    @Property(tries = 300)
    void deviationIsThatOfTheTextbook(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = values(random);
        double before = START;
        BigDecimal[] returns = new BigDecimal[values.length];
        for (int i = 0; i < values.length; i++) {
            returns[i] = new BigDecimal(values[i] == before ? 0 : values[i] / before - 1);
            before = values[i];
        }
        if (values.length < 2 || Arrays.stream(values).anyMatch(value -> value == 0)) {
            return;
        }
        BigDecimal count = BigDecimal.valueOf(values.length);
        BigDecimal mean =
                Arrays.stream(returns).reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, MathContext.DECIMAL128);
        double squares = Arrays.stream(returns)
                .map(value -> value.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        double expected = Math.sqrt(squares / (values.length - 1));
        ReturnSums sums = new ReturnSums();
        sums.add(START, values, 0, values.length, 0);
        double told = sums.deviation(values.length);
        double off = ReturnSums.deviation(START, values, sums.mean(values.length));
        assertEquals(expected, Double.isNaN(told) ? off : told, 1e-13 * expected);
        assertEquals(expected, off, 1e-13 * expected);
    }

    @Test
    void steadyGrowthNeedsTheSecondPass() {
        double[] values = new double[1000];
        double value = START;
        for (int i = 0; i < values.length; i++) {
            value *= i % 2 == 0 ? 1.001 : 1.0010001;
            values[i] = value;
        }
        ReturnSums sums = new ReturnSums();
        sums.add(START, values, 0, values.length, 0);
        assertTrue(Double.isNaN(sums.deviation(values.length)), "the formula would lose digits");
        double deviation = ReturnSums.deviation(START, values, sums.mean(values.length));
        assertEquals(5e-8 * Math.sqrt(1000 / 999.0), deviation, 1e-13);
    }

    @Test
    void whatNeverChangedDeviatesByNothing() {
        ReturnSums sums = new ReturnSums();
        assertEquals(0, sums.mean(10));
        assertEquals(0, sums.deviation(10));
        assertTrue(Double.isNaN(sums.deviation(1)), "one row deviates from nothing");
    }

    @Property(tries = 300)
    void drawdownIsTheDeepestOfAll(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = values(random);
        double peak = START;
        double deepest = 0;
        for (double value : values) {
            peak = Math.max(peak, value);
            deepest = Math.min(deepest, value / peak - 1);
        }
        assertEquals(deepest, Drawdown.of(START, values));
        Drawdown cut = new Drawdown(START);
        int middle = random.nextInt(values.length);
        cut.add(values, 0, middle);
        cut.add(values, middle, values.length);
        assertEquals(deepest, cut.deepest());
    }
}
