package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// Turning points are told when they are confirmed, once, and never taken back.
class SwingsTest {
    private static final int ROWS = 1_500;

    /// Everything built on confirmed pivots.
    static Stream<String> causal() {
        return IndicatorCatalogue.builtIn().all().stream()
                .map(IndicatorDefinition::spec)
                .filter(spec -> List.of(SwingStudies.GROUP, ChartPatterns.GROUP).contains(spec.group()))
                .map(IndicatorSpec::name);
    }

    @ParameterizedTest
    @MethodSource("causal")
    void keepsItsPastWhereverHistoryIsCut(String name) {
        RandomBars bars = RandomBars.of(11, ROWS, true);
        IndicatorDefinition definition = find(name);
        IndicatorArguments arguments = defaults(definition);
        double[][] whole = compute(name, bars);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < 64; i++) {
            int cut = 1 + random.nextInt(ROWS - 1);
            double[][] poisoned = inputs(definition, bars);
            for (double[] input : poisoned) {
                Arrays.fill(input, cut, ROWS, random.nextBoolean() ? 1e12 : Double.NaN);
            }
            double[][] known = IndicatorColumn.compute(definition, arguments, poisoned, ROWS);
            for (int output = 0; output < whole.length; output++) {
                assertArrayEquals(
                        Arrays.copyOf(whole[output], cut), Arrays.copyOf(known[output], cut), name + " cut at " + cut);
            }
        }
    }

    @Test
    void marksWhatWouldRepaint() {
        assertEquals(
                List.of("FRACTAL", "TA4J_TREND_LINE_RESISTANCE", "TA4J_TREND_LINE_SUPPORT", "ZIGZAG"),
                IndicatorCatalogue.builtIn().all().stream()
                        .map(IndicatorDefinition::spec)
                        .filter(spec -> spec.marks().repaints())
                        .map(IndicatorSpec::name)
                        .toList());
    }

    @Test
    void tellsASwingAtTheBarThatConfirmsIt() {
        double[] price = ChartPatternsTest.polyline(0, 100, 10, 120, 20, 90, 30, 110);
        double[][] zigZag = IndicatorColumn.compute(
                find("ZIGZAG"), new IndicatorArguments(10), new double[][] {price, price}, price.length);
        // From 120 down 10 % is 108, which the fall of 3 a bar reaches 4 bars later; from 90 up 10 % is 99.
        assertEquals(120, zigZag[0][14]);
        assertEquals(1, zigZag[1][14]);
        assertEquals(4, zigZag[2][14]);
        assertEquals(90, zigZag[0][25]);
        assertEquals(-1, zigZag[1][25]);
        assertEquals(5, zigZag[2][25]);
        assertEquals(120, zigZag[3][20]);
        // The rise at the beginning comes from its first bar, a low at 100.
        assertEquals(List.of(5, 14, 25), told(zigZag[0]));
    }

    @Test
    void alternatesHighsAndLowsThatTheMarketReached() {
        RandomBars bars = RandomBars.of(5, ROWS, true);
        double[][] zigZag = compute("ZIGZAG", bars);
        double before = 0;
        int swings = 0;
        for (int row = 0; row < ROWS; row++) {
            double kind = zigZag[1][row];
            if (kind == 0) {
                assertTrue(Double.isNaN(zigZag[0][row]) && Double.isNaN(zigZag[2][row]));
                continue;
            }
            assertEquals(-kind, before == 0 ? -kind : before, "row " + row);
            int at = row - (int) zigZag[2][row];
            assertEquals(kind > 0 ? bars.high()[at] : bars.low()[at], zigZag[0][row]);
            double retraced = kind > 0 ? zigZag[0][row] - bars.low()[row] : bars.high()[row] - zigZag[0][row];
            assertTrue(retraced >= 0.05 * zigZag[0][row] * (1 - 1e-12), "row " + row);
            before = kind;
            swings++;
        }
        assertTrue(swings > 20, "swings " + swings);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void findsTheHighsThatNothingAroundThemReaches(int right) {
        RandomBars bars = RandomBars.of(9, ROWS, true);
        int left = 4;
        double[][] fractal = IndicatorColumn.compute(
                find("FRACTAL"), new IndicatorArguments(left, right), inputs(find("FRACTAL"), bars), ROWS);
        int found = 0;
        for (int row = left + right; row < ROWS; row++) {
            int at = row - right;
            boolean stands = true;
            for (int i = at - left; i <= row; i++) {
                stands &= i == at || bars.high()[i] < bars.high()[at];
            }
            assertEquals(stands ? bars.high()[at] : Double.NaN, fractal[0][row], "row " + row);
            found += stands ? 1 : 0;
        }
        assertTrue(found > 50, "found " + found);
    }

    @Test
    void findsTheLevelsWhereTheMarketTurnedTwice() {
        double[] price = ChartPatternsTest.polyline(0, 95, 6, 110, 12, 100, 18, 110.5, 24, 100.2, 34, 105, 50, 121);
        double[][] levels = IndicatorColumn.compute(
                find("SUPPORT_RESISTANCE"),
                new IndicatorArguments(2, 1, 2, 20),
                new double[][] {price, price, price},
                price.length);
        // The second top at bar 18 is known at bar 20, the second bottom at bar 24 at bar 26.
        assertTrue(Double.isNaN(levels[1][19]));
        assertEquals(110.25, levels[1][20], 1e-9);
        assertTrue(Double.isNaN(levels[0][25]));
        assertEquals(100.1, levels[0][26], 1e-9);
        assertEquals(2, levels[2][26]);
        // Broken resistance is support.
        assertTrue(Double.isNaN(levels[1][50]));
        assertEquals(110.25, levels[0][50], 1e-9);
    }

    private static List<Integer> told(double[] column) {
        return Stream.iterate(0, row -> row < column.length, row -> row + 1)
                .filter(row -> !Double.isNaN(column[row]))
                .toList();
    }

    static IndicatorDefinition find(String name) {
        return IndicatorCatalogue.builtIn().find(name).orElseThrow();
    }

    static IndicatorArguments defaults(IndicatorDefinition definition) {
        return new IndicatorArguments(definition.spec().parameters().stream()
                .mapToDouble(IndicatorSpec.Parameter::defaultValue)
                .toArray());
    }

    private static double[][] compute(String name, RandomBars bars) {
        IndicatorDefinition definition = find(name);
        return IndicatorColumn.compute(definition, defaults(definition), inputs(definition, bars), bars.rows());
    }

    private static double[][] inputs(IndicatorDefinition definition, RandomBars bars) {
        return definition.spec().inputs().stream()
                .map(input -> bars.column(input.defaultColumn()).clone())
                .toArray(double[][]::new);
    }
}
