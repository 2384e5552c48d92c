package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// What holds for every indicator of the catalogue, whatever it computes.
class IndicatorColumnTest {
    /// What may be undefined at any row: nothing traded, nothing confirmed.
    private static final Set<String> MAY_BE_UNDEFINED =
            Set.of("VWAP", "VWMA", "VWAP_ROLLING", "VWAP_ANCHORED", "CMF", "PVO");

    private static final Set<String> SPARSE = Set.of(SwingStudies.GROUP, ChartPatterns.GROUP, "ta4j");

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameBitsHoweverTheRowsArrive(IndicatorDefinition definition, long seed) {
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

    @ParameterizedTest
    @MethodSource("cases")
    void startsWhereEveryInputIsDefinedAndNowhereElse(IndicatorDefinition definition, long seed) {
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

    @ParameterizedTest
    @MethodSource("cases")
    void readsNoRowToCome(IndicatorDefinition definition, long seed) {
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

    /// Every indicator with parameters and bars of six seeds.
    static Stream<Arguments> cases() {
        return IndicatorCatalogue.builtIn().all().stream()
                .flatMap(definition -> LongStream.range(0, 6)
                        .mapToObj(seed -> Arguments.of(
                                Named.of(definition.spec().name(), definition),
                                31 * seed + definition.spec().name().hashCode())));
    }

    /// Arguments within the range, periods up to 30.
    static IndicatorArguments arguments(IndicatorSpec spec, SplittableRandom random) {
        return new IndicatorArguments(spec.parameters().stream()
                .mapToDouble(parameter -> parameter.integer()
                        ? parameter.from() + random.nextInt((int) (Math.min(parameter.to(), 30) - parameter.from()) + 1)
                        : real(parameter, random))
                .toArray());
    }

    private static double real(IndicatorSpec.Parameter parameter, SplittableRandom random) {
        double from = Math.max(parameter.from(), 0);
        return from + (Math.min(parameter.to(), 3) - from) * random.nextDouble();
    }

    private static double[][] inputs(IndicatorDefinition definition, RandomBars bars) {
        return definition.spec().inputs().stream()
                .map(input -> bars.column(column(definition, input)).clone())
                .toArray(double[][]::new);
    }

    /// Prices, or small returns for the functions that are undefined at prices.
    static String column(IndicatorDefinition definition, IndicatorSpec.Input input) {
        return Set.of("ACOS", "ASIN").contains(definition.spec().name()) ? "ret1" : input.defaultColumn();
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
