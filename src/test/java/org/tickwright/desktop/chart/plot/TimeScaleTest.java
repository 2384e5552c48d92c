package org.tickwright.desktop.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static TimeScale scale(int bars, double width, double pixel) {
        TimeScale scale = new TimeScale();
        scale.start(bars);
        scale.resize(width, pixel);
        return scale;
    }

    @Property(tries = 300)
    void zoomingKeepsTheBarUnderTheCursor(
            @ForAll @IntRange(min = 2000, max = 1_000_000) int bars,
            @ForAll @DoubleRange(min = 300, max = 700) double x,
            @ForAll @DoubleRange(min = 0.5, max = 2) double factor) {
        TimeScale scale = scale(bars, 1000, 1);
        scale.show(bars / 2.0 - 300, bars / 2.0 + 300);
        double before = scale.from() + x / scale.barWidth();
        scale.zoom(x, factor);
        assertEquals(before, scale.from() + x / scale.barWidth(), 1e-6 * bars);
    }

    @Property(tries = 200)
    void pixelColumnsDealOutEveryBarOnce(
            @ForAll @IntRange(min = 3000, max = 2_000_000) int bars,
            @ForAll @DoubleRange(min = 0, max = 400) double pan,
            @ForAll @IntRange(min = 1, max = 3) int density) {
        TimeScale scale = scale(bars, 900, 1.0 / density);
        scale.fit();
        scale.pan(pan);
        int from = scale.columnStart(0);
        int total = 0;
        for (int c = 0; c < scale.columns(); c++) {
            int to = scale.columnStart(c + 1);
            assertTrue(to >= from);
            total += to - from;
            from = to;
        }
        assertEquals(scale.columnStart(scale.columns()) - scale.columnStart(0), total);
        assertTrue(total > bars * 0.4);
    }

    @Test
    void panningByWholePixelsDealsTheSameBarsToTheSameColumns() {
        TimeScale scale = scale(1_000_000, 1000, 1);
        scale.show(200_000, 800_000.37);
        int[] before = new int[1001];
        for (int c = 0; c <= 1000; c++) {
            before[c] = scale.columnStart(c);
        }
        scale.pan(137);
        for (int c = 137; c <= 1000; c++) {
            assertEquals(before[c - 137], scale.columnStart(c));
        }
    }

    @Test
    void candlesKeepTheirDistancesWhilePanning() {
        TimeScale scale = scale(5000, 1000, 0.5);
        scale.show(1000, 1143.7);
        double step = scale.centrePixel(1051) - scale.centrePixel(1050);
        for (int i = 0; i < 40; i++) {
            scale.pan(0.73);
            assertEquals(step, scale.centrePixel(1051) - scale.centrePixel(1050), 1e-9);
        }
    }

    @Test
    void followsTheLastBarOnlyWhileItIsInView() {
        TimeScale scale = scale(1000, 800, 1);
        double space = scale.to() - 1000;
        scale.grow(1001);
        assertEquals(space, scale.to() - 1001, 1e-9);
        scale.show(100, 200);
        scale.grow(1002);
        assertEquals(100, scale.from(), 1e-9);
    }

    @Test
    void aShortSeriesFillsTheWidthWithoutGiantBars() {
        assertTrue(scale(252, 1400, 1).barWidth() > 1);
        TimeScale few = scale(3, 1400, 1);
        assertTrue(few.barWidth() <= 24);
        assertTrue(few.centre(2) < 1400 && few.centre(0) >= 0);
    }

    @Test
    void canNeverPanTheSeriesOutOfView() {
        TimeScale scale = scale(500, 1000, 1);
        scale.pan(1e9);
        assertTrue(scale.centre(0) <= 1000 - 30);
        scale.pan(-1e9);
        assertTrue(scale.centre(499) >= 30);
    }

    @Test
    void showsARangeAskedForBeforeThereWasRoom() {
        TimeScale scale = new TimeScale();
        scale.start(1000);
        scale.show(300, 400);
        assertEquals(300, scale.from());
        assertEquals(400, scale.to());
        scale.resize(700, 1);
        assertEquals(300, scale.from(), 1e-9);
        assertEquals(400, scale.to(), 1e-9);
        assertEquals(7, scale.barWidth(), 1e-9);
    }

    @Test
    void keepsTheRightEdgeWhenTheWindowGrows() {
        TimeScale scale = scale(5000, 800, 1);
        scale.show(100, 200);
        double right = scale.to();
        scale.resize(1000, 1);
        assertEquals(right, scale.to(), 1e-9);
    }

    @Test
    void anEmptySeriesHasNothingInView() {
        TimeScale scale = scale(0, 800, 1);
        scale.zoom(100, 2);
        scale.pan(50);
        scale.fit();
        assertEquals(0, scale.first());
        assertEquals(0, scale.end(5));
    }
}
