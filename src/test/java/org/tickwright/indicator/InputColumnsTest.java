package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;
import org.tickwright.market.Timeframe;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

class InputColumnsTest {
    private static final IndicatorDefinition VWAP =
            IndicatorCatalogue.builtIn().find("VWAP").orElseThrow();

    @Test
    void beginsASessionAtMidnightInTheZoneOfTheSeries() {
        Bars bars = new Bars(Timeframe.parse("1h"), ZoneId.of("America/New_York"), 8);
        append(bars, "2024-03-09T04:00:00Z", 10, 1);
        append(bars, "2024-03-09T05:00:00Z", 20, 1);
        append(bars, "2024-03-10T04:30:00Z", 30, 3);
        append(bars, "2024-03-11T03:30:00Z", 40, 1);
        append(bars, "2024-03-11T04:00:00Z", 50, 2);
        InputColumns columns = new InputColumns(Frame.of(bars));
        double[] sessions = Arrays.copyOf(columns.column("session").orElseThrow(), 5);
        assertArrayEquals(new double[] {19790, 19791, 19791, 19792, 19793}, sessions);
        assertArrayEquals(new double[] {10, 20, 27.5, 40, 50}, vwap(columns), 1e-12);
    }

    @Test
    void followsBarsThatAreAppended() {
        Bars bars = new Bars(Timeframe.DAY, ZoneId.of("UTC"), 8);
        append(bars, "2024-03-09T00:00:00Z", 10, 1);
        InputColumns columns = new InputColumns(Frame.of(bars));
        assertEquals(19791, columns.column("SESSION").orElseThrow()[0]);
        append(bars, "2024-03-10T00:00:00Z", 10, 1);
        assertEquals(19792, columns.column("session").orElseThrow()[1]);
        assertEquals(1710028800e9, columns.column("time").orElseThrow()[1]);
        assertEquals(2, columns.size());
    }

    @Test
    void isUndefinedUntilTheSessionHasTraded() {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 8);
        append(bars, "2024-03-09T00:00:00Z", 10, 0);
        append(bars, "2024-03-09T00:01:00Z", 20, 5);
        append(bars, "2024-03-09T00:02:00Z", 30, 0);
        append(bars, "2024-03-10T00:00:00Z", 40, 0);
        double[] vwap = vwap(new InputColumns(Frame.of(bars)));
        assertArrayEquals(new double[] {Double.NaN, 20, 20, Double.NaN}, vwap);
    }

    @Test
    void letsAColumnOfTheFileWin() {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 8);
        append(bars, "2024-03-09T00:00:00Z", 10, 0);
        double[] own = {3};
        assertSame(
                own,
                new InputColumns(new Frame(bars, Map.of("Session", own)))
                        .column("session")
                        .orElseThrow());
        assertTrue(new InputColumns(Frame.of(bars)).column("nothing").isEmpty());
    }

    private static double[] vwap(InputColumns columns) {
        double[][] inputs = VWAP.spec().inputs().stream()
                .map(input -> columns.column(input.defaultColumn()).orElseThrow())
                .toArray(double[][]::new);
        return IndicatorColumn.compute(VWAP, new IndicatorArguments(), inputs, columns.size())[0];
    }

    private static void append(Bars bars, String time, double price, double volume) {
        long nanos = Instant.parse(time).getEpochSecond() * 1_000_000_000L;
        bars.append(nanos, price, price, price, price, volume);
    }
}
