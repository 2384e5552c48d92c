package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

class WarmUpTest {
    private static final int ROWS = 4_000;
    private static final RandomBars BARS = RandomBars.of(31, ROWS, true);

    @Test
    void aWindowSettlesWithItsLookback() {
        WarmUp warmUp = measure("SMA", ROWS, 20);
        assertEquals(OptionalInt.of(19), warmUp.rows());
        assertEquals(19, warmUp.lookback());
        assertFalse(warmUp.isSettledAt(18));
        assertTrue(warmUp.isSettledAt(19));
    }

    /// The seed differs by some percent and fades by `(n-1)/(n+1)` a row: to 1e-6 in about `n/2 * ln(1e4)` to
    /// `n/2 * ln(1e6)` rows.
    @ParameterizedTest
    @ValueSource(ints = {5, 20, 50})
    void anExponentialAverageSettlesWhenItsSeedHasFaded(int period) {
        int rows = measure("EMA", ROWS, period).rows().orElseThrow();
        assertTrue(rows > 3 * period && rows < 8 * period, "rows " + rows);
    }

    /// Wilder's average forgets by `(n-1)/n` a row, half as fast as the exponential one of the same period.
    @Test
    void wildersStrengthTakesTwiceAsLong() {
        int strength = measure("RSI", ROWS, 14).rows().orElseThrow();
        int average = measure("EMA", ROWS, 14).rows().orElseThrow();
        assertTrue(strength > 1.5 * average, strength + " beside " + average);
    }

    @Test
    void whatSumsFromTheFirstBarNeverSettles() {
        WarmUp warmUp = measure("OBV", ROWS);
        assertEquals(OptionalInt.empty(), warmUp.rows());
        assertFalse(warmUp.isSettledAt(ROWS));
    }

    @Test
    void tooFewBarsNeverSettle() {
        assertEquals(OptionalInt.empty(), measure("EMA", 60, 50).rows());
        assertEquals(OptionalInt.empty(), measure("EMA", 0, 50).rows());
        assertEquals(OptionalInt.empty(), measure("EMA", 1, 50).rows());
    }

    @Test
    void theWorstOutputCounts() {
        int whole = measure("MACD", ROWS, 12, 26, 9).rows().orElseThrow();
        assertTrue(whole > measure("EMA", ROWS, 26).rows().orElseThrow() / 2, "rows " + whole);
    }

    private static WarmUp measure(String name, int rows, double... arguments) {
        IndicatorDefinition definition = SwingsTest.find(name);
        double[][] inputs = definition.spec().inputs().stream()
                .map(input -> BARS.column(input.defaultColumn()))
                .toArray(double[][]::new);
        return WarmUp.measure(definition, new IndicatorArguments(arguments), inputs, rows);
    }
}
