package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarDifferenceTest {
    private static Bars bars(int... times) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, times.length);
        for (int time : times) {
            bars.append(time, 1, 2, 0.5, 1.5, time);
        }
        return bars;
    }

    @Test
    void findsNothingInTheSameBars() {
        BarDifference difference = BarDifference.of(1, bars(1, 2, 3), 2, bars(1, 2, 3));
        assertTrue(difference.none());
        assertEquals(3, difference.same());
    }

    @Test
    void tellsAddedRemovedAndChangedApart() {
        Bars after = bars(2, 3, 4, 9);
        after.column(Bars.Field.CLOSE)[1] = 1.25;
        BarDifference difference = BarDifference.of(1, bars(1, 2, 3, 4), 2, after);
        assertEquals(1, difference.added());
        assertEquals(1, difference.removed());
        assertEquals(1, difference.changed());
        assertEquals(2, difference.same());
        assertEquals(
                List.of(1L, 3L, 9L),
                difference.first().stream().map(BarDifference.Row::time).toList());
        BarDifference.Row changed = difference.first().get(1);
        assertEquals(List.of(Bars.Field.CLOSE), changed.fields());
        assertNull(difference.first().get(2).before());
        assertEquals(List.of(), difference.first().get(2).fields());
    }

    @Test
    void showsTheFirstOfEachKindAlone() {
        Bars before = bars(10, 11, 12, 13, 14, 15, 16, 17);
        Bars after = bars(0, 1, 2, 3, 4, 5, 6, 7);
        BarDifference difference = BarDifference.of(1, before, 2, after);
        assertEquals(8, difference.added());
        assertEquals(8, difference.removed());
        assertEquals(10, difference.first().size());
    }

    @Test
    void tellsAZeroFromItsNegative() {
        Bars after = bars(0);
        after.column(Bars.Field.VOLUME)[0] = -0.0;
        assertEquals(1, BarDifference.of(1, bars(0), 2, after).changed());
    }
}
