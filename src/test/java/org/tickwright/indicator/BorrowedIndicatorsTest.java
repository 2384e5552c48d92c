package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.indicator.ta4j.BorrowedIndicators;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// What ta4j lends: causal, the same bits however rows arrive, defined, marked with its cost.
class BorrowedIndicatorsTest {
    private static final int ROWS = 400;

    static Stream<String> names() {
        return BorrowedIndicators.all().stream()
                .map(definition -> definition.spec().name());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isDefinedFromItsLookbackOn(String name) {
        IndicatorDefinition definition = SwingsTest.find(name);
        IndicatorArguments arguments = SwingsTest.defaults(definition);
        double[] column = compute(definition, arguments, 3);
        int lookback = definition.lookback(arguments);
        assertTrue(lookback < ROWS / 2, "lookback " + lookback);
        for (int row = 0; row < lookback; row++) {
            assertTrue(Double.isNaN(column[row]), "row " + row);
        }
        long defined = Arrays.stream(column).filter(Double::isFinite).count();
        assertTrue(defined > (ROWS - lookback) * 3 / 4, "defined on " + defined + " rows, lookback " + lookback);
        assertTrue(Arrays.stream(column).filter(Double::isFinite).distinct().count() > 1, "never changes");
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsItsPastAndItsBits(String name) {
        IndicatorDefinition definition = SwingsTest.find(name);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < 8; i++) {
            IndicatorArguments arguments =
                    i == 0 ? SwingsTest.defaults(definition) : IndicatorColumnTest.arguments(definition.spec(), random);
            double[] whole = compute(definition, arguments, 7);
            int cut = 1 + random.nextInt(ROWS - 1);
            double[][] inputs = inputs(definition, RandomBars.of(7, ROWS, true));
            for (double[] input : inputs) {
                Arrays.fill(input, cut, ROWS, random.nextInt(1_000_000));
            }
            IndicatorColumn column = new IndicatorColumn(definition, arguments);
            for (int rows = 0; rows < ROWS; ) {
                rows = Math.min(ROWS, rows + 1 + random.nextInt(60));
                column.advance(inputs, rows);
            }
            assertArrayEquals(
                    Arrays.copyOf(whole, cut), Arrays.copyOf(column.output(0), cut), name + arguments + " cut " + cut);
        }
    }

    @Test
    void clashesWithNothingAndSaysWhatItCosts() {
        for (IndicatorDefinition definition : BorrowedIndicators.all()) {
            IndicatorSpec spec = definition.spec();
            assertTrue(spec.name().startsWith("TA4J_"), spec.name());
            assertEquals(IndicatorSpec.Cost.WINDOW, spec.marks().cost(), spec.name());
        }
    }

    private static double[] compute(IndicatorDefinition definition, IndicatorArguments arguments, long seed) {
        double[][] inputs = inputs(definition, RandomBars.of(seed, ROWS, true));
        return IndicatorColumn.compute(definition, arguments, inputs, ROWS)[0];
    }

    private static double[][] inputs(IndicatorDefinition definition, RandomBars bars) {
        return definition.spec().inputs().stream()
                .map(input -> bars.column(input.defaultColumn()).clone())
                .toArray(double[][]::new);
    }
}
