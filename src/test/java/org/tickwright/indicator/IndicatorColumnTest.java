package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// What holds for every indicator of the catalogue, whatever it computes.
class IndicatorColumnTest {
    /// What may be undefined at any row: nothing traded, nothing confirmed.
    private static final Set<String> MAY_BE_UNDEFINED =
            Set.of("VWAP", "VWMA", "VWAP_ROLLING", "VWAP_ANCHORED", "CMF", "PVO");

    private static final Set<String> SPARSE = Set.of(SwingStudies.GROUP, ChartPatterns.GROUP);

    @Property(tries = 300)
    void isTheSameBitsHoweverTheRowsArrive(@ForAll("definitions") IndicatorDefinition definition, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomBars bars = RandomBars.of(seed, 400, random.nextBoolean());
        IndicatorArguments arguments = arguments(definition.spec(), random);
        double[][] inputs = inputs(definition, bars);
        sprinkleHoles(inputs, random);
        double[][] whole = IndicatorColumn.compute(definition, arguments, inputs, bars.rows());
        IndicatorColumn grown = new IndicatorColumn(definition, arguments);
        for (int rows = 0; rows < bars.rows(); ) {
            rows = Math.min(bars.rows(), rows + 1 + random.nextInt(random.nextBoolean() ? 2 : 90));
            double[][] known = cut(inputs, rows);
            grown.advance(known, rows);
        }
        for (int output = 0; output < whole.length; output++) {
            assertArrayEquals(
                    Arrays.stream(whole[output])
                            .mapToLong(Double::doubleToRawLongBits)
                            .toArray(),
                    Arrays.stream(Arrays.copyOf(grown.output(output), grown.size()))
                            .mapToLong(Double::doubleToRawLongBits)
                            .toArray());
        }
    }

    @Property(tries = 300)
    void startsWhereEveryInputIsDefinedAndNowhereElse(
            @ForAll("definitions") IndicatorDefinition definition, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomBars bars = RandomBars.of(seed, 300, true);
        IndicatorArguments arguments = arguments(definition.spec(), random);
        double[][] inputs = inputs(definition, bars);
        int begin = random.nextInt(60);
        Arrays.fill(inputs[random.nextInt(inputs.length)], 0, begin, Double.NaN);
        int hole = begin + 120 + random.nextInt(40);
        inputs[random.nextInt(inputs.length)][hole] = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
        double[][] outputs = IndicatorColumn.compute(definition, arguments, inputs, bars.rows());
        int lookback = definition.lookback(arguments);
        boolean holes = MAY_BE_UNDEFINED.contains(definition.spec().name())
                || SPARSE.contains(definition.spec().group());
        boolean[] earliest = new boolean[bars.rows()];
        for (double[] output : outputs) {
            for (int row = 0; row < bars.rows(); row++) {
                boolean expected = row < hole ? row >= begin + lookback : row > hole + lookback;
                boolean defined = Double.isFinite(output[row]);
                boolean early = outputs.length > 1 && row >= begin && row != hole;
                assertTrue(
                        expected ? holes || defined : early || Double.isNaN(output[row]),
                        definition.spec().name() + arguments + " row " + row + " is " + output[row]);
                earliest[row] |= !defined;
            }
        }
        boolean exact = holes || lookback == 0 || earliest[begin + lookback - 1];
        assertTrue(exact, definition.spec().name() + arguments + " is defined before its lookback of " + lookback);
    }

    @Property(tries = 300)
    void readsNoRowToCome(@ForAll("definitions") IndicatorDefinition definition, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomBars bars = RandomBars.of(seed, 200, true);
        IndicatorArguments arguments = arguments(definition.spec(), random);
        int known = 50 + random.nextInt(100);
        double[][] before = IndicatorColumn.compute(definition, arguments, inputs(definition, bars), 200);
        double[][] changed = inputs(definition, bars);
        for (double[] input : changed) {
            for (int row = known; row < input.length; row++) {
                input[row] = 1 + 1000 * random.nextDouble();
            }
        }
        double[][] after = IndicatorColumn.compute(definition, arguments, changed, 200);
        for (int output = 0; output < before.length; output++) {
            assertArrayEquals(Arrays.copyOf(before[output], known), Arrays.copyOf(after[output], known));
        }
    }

    @Test
    void isWhollyUndefinedOverFewerRowsThanItsLookback() {
        IndicatorDefinition sma = IndicatorCatalogue.builtIn().find("sma").orElseThrow();
        double[][] columns = IndicatorColumn.compute(sma, new IndicatorArguments(5), new double[][] {{1, 2, 3, 4}}, 4);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}, columns[0]);
        assertEquals(0, IndicatorColumn.compute(sma, new IndicatorArguments(5), new double[1][0], 0)[0].length);
    }

    @Provide
    Arbitrary<IndicatorDefinition> definitions() {
        return Arbitraries.of(IndicatorCatalogue.builtIn().all());
    }

    /// Arguments within the range, periods up to 30.
    static IndicatorArguments arguments(IndicatorSpec spec, SplittableRandom random) {
        return new IndicatorArguments(spec.parameters().stream()
                .mapToDouble(parameter -> parameter.integer()
                        ? parameter.from() + random.nextInt((int) (Math.min(parameter.to(), 30) - parameter.from()) + 1)
                        : Math.clamp(3 * random.nextDouble(), parameter.from(), parameter.to()))
                .toArray());
    }

    private static double[][] inputs(IndicatorDefinition definition, RandomBars bars) {
        return definition.spec().inputs().stream()
                .map(input -> bars.column(input.defaultColumn()).clone())
                .toArray(double[][]::new);
    }

    private static void sprinkleHoles(double[][] inputs, SplittableRandom random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            double[] input = inputs[random.nextInt(inputs.length)];
            input[random.nextInt(input.length)] = Double.NaN;
        }
    }

    private static double[][] cut(double[][] inputs, int rows) {
        return Arrays.stream(inputs).map(input -> Arrays.copyOf(input, rows)).toArray(double[][]::new);
    }
}
