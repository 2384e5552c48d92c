package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.spi.IndicatorArguments;

/// What windows must not lose however long the series: exact ties, small differences, the bars after an outlier.
class WindowAccuracyTest {

    @Test
    void seesATieOfTwoAveragesAsATie() {
        double[] cycle = {100.03, 100.1, 99.97, 101.33, 98.6, 100.01, 100.2, 99.8, 100.26, 99.7};
        double[] prices = new double[400_000];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < prices.length; i++) {
            prices[i] = i < prices.length - 60 ? Math.round(1e4 * random.nextDouble()) / 100.0 : cycle[i % 10];
        }
        double[] fast = compute("SMA", prices, 10);
        double[] slow = compute("SMA", prices, 30);
        for (int row = prices.length - 30; row < prices.length; row++) {
            assertEquals(100.0, fast[row], "mean of the cycle");
            assertEquals(slow[row], fast[row], "row " + row);
        }
    }

    @Test
    void isTheSameMeanWhereverTheSeriesBegins() {
        double[] prices = RandomBars.of(3, 5_000, true).close();
        double[] whole = compute("SMA", prices, 37);
        double[] late = compute("SMA", Arrays.copyOfRange(prices, 1_234, prices.length), 37);
        for (int row = 36; row < late.length; row++) {
            assertEquals(whole[row + 1_234], late[row], "row " + row);
        }
    }

    @Test
    void goesOnInBlocksWhenAValueLiesOffEveryTick() {
        double[] prices = RandomBars.of(4, 3_000, true).close();
        prices[1_000] = 1 / 3.0 * prices[1_000];
        prices[2_000] = 12.345_678_9;
        for (int period : new int[] {2, 7, 50}) {
            double[] means = compute("SMA", prices, period);
            for (int row = period - 1; row < prices.length; row++) {
                assertEquals(mean(prices, row, period), means[row], 1e-13 * means[row], "row " + row);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMA", "SUM", "WMA", "STDDEV", "VAR", "LINEARREG"})
    void doesNotDriftOverTenMillionBars(String name) {
        double[] values = offTicks(10_000_000);
        values[1_000] = 1e15;
        double[] result = compute(name, values, 20);
        for (int row = 2_000; row < values.length; row += row < 3_000 ? 1 : 9_973) {
            double expected = direct(name, values, row, 20);
            assertEquals(expected, result[row], 1e-12 * expected, name + " row " + row);
        }
    }

    @Test
    void hasNoDeviationWhereNothingMoves() {
        double[] prices = new double[300];
        Arrays.fill(prices, 0, 150, 123_456.7);
        Arrays.fill(prices, 150, 300, 0.1);
        double[] deviation = compute("STDDEV", prices, 20);
        assertEquals(0.0, deviation[149]);
        assertNotEquals(0.0, deviation[150]);
        assertEquals(0.0, deviation[169]);
        assertEquals(0.0, deviation[299]);
    }

    @Test
    void keepsSmallDeviationsOfLargeNumbers() {
        double[] values = offTicks(2_000);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1e9 + Math.rint(values[i]) / 1024;
        }
        double[] deviation = compute("STDDEV", values, 30);
        for (int row = 29; row < values.length; row++) {
            double expected = direct("STDDEV", values, row, 30);
            assertEquals(expected, deviation[row], 1e-10 * expected, "row " + row);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20, 64})
    void findsTheHighestAndTheLowest(int period) {
        double[] values = offTicks(2_000);
        double[] highest = compute("MAX", values, period);
        double[] lowest = compute("MIN", values, period);
        for (int row = period - 1; row < values.length; row++) {
            double[] window = Arrays.copyOfRange(values, row - period + 1, row + 1);
            assertEquals(Arrays.stream(window).max().orElseThrow(), highest[row]);
            assertEquals(Arrays.stream(window).min().orElseThrow(), lowest[row]);
        }
    }

    @Test
    void addsFractionsOfVolumeWithoutDrift() {
        int rows = 1_000_000;
        double[] close = new double[rows];
        double[] volume = new double[rows];
        for (int i = 0; i < rows; i++) {
            close[i] = i % 2;
            volume[i] = i == 0 ? 1e9 : 0.1;
        }
        double[] obv = IndicatorColumn.compute(
                IndicatorCatalogue.builtIn().find("OBV").orElseThrow(),
                new IndicatorArguments(),
                new double[][] {close, volume},
                rows)[0];
        assertEquals(1e9 + 0.1, obv[rows - 1], 2e-7);
    }

    private static double[] compute(String name, double[] values, int period) {
        double[] arguments =
                name.equals("STDDEV") || name.equals("VAR") ? new double[] {period, 1} : new double[] {period};
        return IndicatorColumn.compute(
                IndicatorCatalogue.builtIn().find(name).orElseThrow(),
                new IndicatorArguments(arguments),
                new double[][] {values},
                values.length)[0];
    }

    private static double direct(String name, double[] values, int row, int period) {
        return switch (name) {
            case "SMA" -> mean(values, row, period);
            case "SUM" -> mean(values, row, period) * period;
            case "VAR" -> {
                double deviation = direct("STDDEV", values, row, period);
                yield deviation * deviation;
            }
            case "LINEARREG" -> {
                double mean = mean(values, row, period);
                double middle = (period - 1) / 2.0;
                double products = 0;
                double squares = 0;
                for (int i = 0; i < period; i++) {
                    products += (i - middle) * (values[row - period + 1 + i] - mean);
                    squares += (i - middle) * (i - middle);
                }
                yield mean + products / squares * middle;
            }
            case "WMA" -> {
                double sum = 0;
                for (int i = 1; i <= period; i++) {
                    sum += i * values[row - period + i];
                }
                yield sum / (period * (period + 1) / 2.0);
            }
            default -> {
                double mean = mean(values, row, period);
                double squares = 0;
                for (int i = row - period + 1; i <= row; i++) {
                    squares += (values[i] - mean) * (values[i] - mean);
                }
                yield Math.sqrt(squares / period);
            }
        };
    }

    private static double mean(double[] values, int row, int period) {
        double sum = 0;
        for (int i = row - period + 1; i <= row; i++) {
            sum += values[i];
        }
        return sum / period;
    }

    private static double[] offTicks(int rows) {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = new double[rows];
        Arrays.setAll(values, i -> 50 + 100 * random.nextDouble());
        return values;
    }
}
