package org.tickwright.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpeFiguresTest {
    /// From published tables with more digits than a double has.
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.84134474606854294859",
        "-1, 0.15865525393145705141",
        "1.6448536269514722, 0.95",
        "-2.9, 0.0018658133003840378",
        "-3.1, 0.00096760321321835892",
        "-6, 9.8658764503769814e-10",
        "-10, 7.6198530241605260e-24",
        "4, 0.99996832875816688"
    })
    void knowsTheNormalDistribution(double x, double probability) {
        assertEquals(probability, Normal.probability(x), 1e-14 * probability);
        if (x < 1) {
            assertEquals(x, Normal.quantile(probability), 1e-13 * Math.max(1, Math.abs(x)));
        }
    }

    @Test
    void theQuantileUndoesTheProbability() {
        for (double p = 1e-12; p < 1; p = p < 0.001 ? p * 3 : p + 0.0007) {
            assertEquals(p, Normal.probability(Normal.quantile(p)), 1e-13 * p);
        }
    }

    @Test
    void oneTryIsDeflatedByNothing() {
        ReturnSeries series = returns(300, 0.001);
        Object plain = value(Metrics.of(series, 252, 0), "psrVs0");
        assertEquals(plain, value(SharpeFigures.deflated(series, 252, 0, new Tries(1, null)), "dsr"));
    }

    @Test
    void moreTriesLowerTheVerdict() {
        ReturnSeries series = returns(300, 0.001);
        double before = 1;
        for (int tries : new int[] {2, 10, 100, 10_000}) {
            double dsr = (Double) value(SharpeFigures.deflated(series, 252, 0, new Tries(tries, 0.001)), "dsr");
            assertTrue(dsr < before, dsr + " after " + tries + " tries");
            before = dsr;
        }
    }

    @Test
    void aTryWithoutARatioCountsAndDoesNotSpread() {
        Tries tries = Tries.of(new double[] {0.01, Double.NaN, 0.03});
        assertEquals(3, tries.count());
        assertEquals(0.0002, tries.variance(), 1e-15);
        assertNull(Tries.of(new double[] {0.01, Double.NaN}).variance());
        List<Metric> unknown =
                SharpeFigures.deflated(returns(300, 0.001), 252, 0, Tries.of(new double[] {0.01, Double.NaN}));
        assertNull(value(unknown, "dsr"));
    }

    @Test
    void aLosingRecordNeverConvinces() {
        assertNull(value(Metrics.of(returns(300, -0.002), 252, 0), "minTrackRecordLength95"));
    }

    @Test
    void nothingTriedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tries(0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Tries(5, -0.1));
    }

    private static Object value(List<Metric> metrics, String name) {
        return Metrics.find(metrics, name).orElseThrow().value();
    }

    private static ReturnSeries returns(int count, double mean) {
        Random random = new Random(4);
        double[] values =
                random.doubles(count).map(value -> mean + 0.02 * (value - 0.5)).toArray();
        long[] time = IntStream.range(0, count)
                .mapToLong(i -> i * 86_400_000_000_000L)
                .toArray();
        return ReturnSeries.ofReturns(time, values, null, ZoneOffset.UTC);
    }
}
