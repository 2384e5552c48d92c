package org.tickwright.desktop.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ValueScaleTest {

    private static ValueScale scale(boolean log, double low, double high) {
        ValueScale scale = new ValueScale();
        scale.place(20, 400);
        scale.smallest(0.01);
        scale.log(log);
        scale.follow(low, high);
        return scale;
    }

    @Property(tries = 300)
    void placesAndReadsBackTheSameValue(
            @ForAll boolean log,
            @ForAll @DoubleRange(min = 0.1, max = 1e6) double low,
            @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 1e3) double span,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        ValueScale scale = scale(log, low, low * (1 + span));
        double y = 20 + 400 * share;
        assertEquals(y, scale.y(scale.value(y)), 1e-5);
    }

    @Property(tries = 200)
    void keepsTheDataInsideItsMargins(
            @ForAll boolean log,
            @ForAll @DoubleRange(min = 100, max = 1e6) double low,
            @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 1e3) double span) {
        double high = low * (1 + span);
        ValueScale scale = scale(log, low, high);
        assertEquals(20 + 400 * 0.08, scale.y(high), 1e-3);
        assertEquals(20 + 400 * 0.92, scale.y(low), 1e-3);
    }

    @Test
    void staysLinearWhilePricesAreNotAboveZeroAndTurnsLogLater() {
        ValueScale scale = scale(true, -5, 10);
        assertTrue(scale.logWanted());
        assertFalse(scale.log());
        scale.follow(5, 10);
        assertTrue(scale.log());
    }

    @Test
    void givesAFlatSeriesSomeRoom() {
        for (double price : new double[] {0, 1e-8, 3, -40, 1e8}) {
            ValueScale scale = scale(false, price, price);
            assertTrue(scale.low() < price && price < scale.high(), "at " + price);
            assertEquals(220, scale.y(price), 20);
        }
    }

    @Test
    void keepsAPersonsRangeUntilItIsReleased() {
        ValueScale scale = scale(false, 0, 100);
        scale.scale(220, 0.5);
        assertTrue(scale.held());
        double low = scale.low();
        scale.follow(500, 600);
        assertEquals(low, scale.low());
        scale.release();
        scale.follow(500, 600);
        assertTrue(scale.low() > 400);
    }

    @Test
    void scalesAroundTheValueUnderTheCursor() {
        ValueScale scale = scale(true, 10, 100);
        double before = scale.value(120);
        scale.scale(120, 0.7);
        assertEquals(before, scale.value(120), 1e-9);
    }

    @Test
    void refusesToZoomBelowTheSmallestStep() {
        ValueScale scale = scale(false, 10, 11);
        for (int i = 0; i < 200; i++) {
            scale.scale(220, 0.5);
        }
        assertTrue(scale.high() - scale.low() >= 0.01);
    }

    @Test
    void passesOverRangesThatAreNotNumbers() {
        ValueScale scale = scale(false, 1, 2);
        scale.follow(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        scale.follow(Double.NaN, 3);
        assertEquals(20 + 400 * 0.92, scale.y(1), 1e-6);
    }
}
