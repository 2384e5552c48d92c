package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class BarClockTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SessionClose FOUR = SessionClose.parse("16:00", NEW_YORK);
    private static final long HOUR = 3_600_000_000_000L;

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private static Bars days(ZoneId zone, String... dates) {
        Bars bars = new Bars(Timeframe.DAY, zone, dates.length);
        for (String date : dates) {
            long open = LocalDate.parse(date).atStartOfDay(zone).toEpochSecond() * 1_000_000_000L;
            bars.append(open, 1, 2, 0.5, bars.size() + 1, 10);
        }
        return bars;
    }

    /// Hourly bars whose closes count from 1, without a hole.
    private static Bars hours(String from, String to) {
        Bars bars = new Bars(Timeframe.parse("1h"), NEW_YORK, 100);
        for (long time = at(from); time < at(to); time += HOUR) {
            int n = bars.size() + 1;
            bars.append(time, n - 0.5, n + 1, n - 1, n, 1);
        }
        return bars;
    }

    @Test
    void aDayIsKnownAtTheSessionsCloseOnBothSidesOfDaylightSaving() {
        BarClock clock = BarClock.of(days(NEW_YORK, "2024-03-08", "2024-03-11", "2024-11-01", "2024-11-04"), FOUR);
        assertEquals(at("2024-03-08T21:00:00Z"), clock.knownAt(0));
        assertEquals(at("2024-03-11T20:00:00Z"), clock.knownAt(1));
        assertEquals(at("2024-11-01T20:00:00Z"), clock.knownAt(2));
        assertEquals(at("2024-11-04T21:00:00Z"), clock.knownAt(3));
    }

    @Test
    void withoutASessionsCloseADayIsKnownAtTheNextLocalMidnightWhateverItsLength() {
        BarClock clock = BarClock.of(days(NEW_YORK, "2024-03-10", "2024-11-03"), null);
        assertEquals(at("2024-03-11T04:00:00Z"), clock.knownAt(0), "23 hours after 05:00");
        assertEquals(at("2024-11-04T05:00:00Z"), clock.knownAt(1), "25 hours after 04:00");
    }

    @Test
    void aBarThatClosesAtTheSameInstantIsKnownAndOneNanosecondEarlierItIsNot() {
        BarClock clock = BarClock.of(days(NEW_YORK, "2024-01-02", "2024-01-03"), FOUR);
        assertEquals(0, clock.rowsKnownAt(at("2024-01-02T21:00:00Z") - 1));
        assertEquals(1, clock.rowsKnownAt(at("2024-01-02T21:00:00Z")));
        assertEquals(1, clock.rowsKnownAt(at("2024-01-03T20:59:59Z")));
        assertEquals(2, clock.rowsKnownAt(at("2024-01-03T21:00:00Z")));
    }

    @Test
    void makesDaysOf23And25HoursOfHourlyBars() {
        BarClock spring = BarClock.of(hours("2024-03-10T05:00:00Z", "2024-03-12T04:00:00Z"), null)
                .longer(Timeframe.DAY);
        assertEquals(2, spring.size());
        assertEquals(23, spring.bars().volume(0));
        assertEquals(23, spring.bars().close(0));
        assertEquals(24, spring.bars().volume(1));
        assertEquals(at("2024-03-11T04:00:00Z"), spring.knownAt(0));
        BarClock autumn = BarClock.of(hours("2024-11-03T04:00:00Z", "2024-11-04T05:00:00Z"), null)
                .longer(Timeframe.DAY);
        assertEquals(1, autumn.size());
        assertEquals(25, autumn.bars().volume(0));
        assertEquals(at("2024-11-03T04:00:00Z"), autumn.bars().time(0));
    }

    @Test
    void spansWithinADayEndAtMidnightWhereTheClocksChange() {
        BarClock clock = BarClock.of(hours("2024-03-10T05:00:00Z", "2024-03-11T08:00:00Z"), null)
                .longer(Timeframe.parse("4h"));
        assertEquals(7, clock.size(), "six on the day of 23 hours, one on the next");
        assertEquals(3, clock.bars().volume(5), "the last one of the short day");
        assertEquals(at("2024-03-11T04:00:00Z"), clock.knownAt(5));
        assertEquals(at("2024-03-11T04:00:00Z"), clock.bars().time(6));
    }

    @Test
    void leavesWhatIsTradedAfterTheSessionOutOfItsDay() {
        Bars hours = hours("2024-01-02T14:00:00Z", "2024-01-03T01:00:00Z");
        BarClock clock = BarClock.of(hours, FOUR).longer(Timeframe.DAY);
        assertEquals(1, clock.size());
        assertEquals(7, clock.bars().close(0), "the bar that ends at 16:00");
        assertEquals(7, clock.bars().volume(0));
        assertEquals(8, clock.bars().high(0));
        assertEquals(at("2024-01-02T21:00:00Z"), clock.knownAt(0));
    }

    @Test
    void weeksStartOnMondayAndAreKnownAtFridaysCloseOrMondaysMidnight() {
        String[] dates = {
            "2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09", "2024-01-10", "2024-01-11"
        };
        BarClock closing = BarClock.of(days(NEW_YORK, dates), FOUR).longer(Timeframe.parse("1w"));
        assertEquals(1, closing.size(), "the second week is not over");
        assertEquals(at("2024-01-01T05:00:00Z"), closing.bars().time(0));
        assertEquals(3, closing.bars().close(0));
        assertEquals(30, closing.bars().volume(0));
        assertEquals(at("2024-01-05T21:00:00Z"), closing.knownAt(0));
        BarClock midnight = BarClock.of(days(NEW_YORK, dates), null).longer(Timeframe.parse("1w"));
        assertEquals(at("2024-01-08T05:00:00Z"), midnight.knownAt(0));
    }

    @Test
    void monthsAndQuartersStartOnTheFirst() {
        String[] dates = {"2023-12-29", "2024-01-02", "2024-01-31", "2024-02-01", "2024-03-28", "2024-04-01"};
        BarClock months = BarClock.of(days(ZoneOffset.UTC, dates), null).longer(Timeframe.parse("1mo"));
        assertEquals(4, months.size());
        assertEquals(3, months.bars().close(1));
        assertEquals(at("2024-02-01T00:00:00Z"), months.knownAt(1));
        BarClock quarters = BarClock.of(days(ZoneOffset.UTC, dates), null).longer(Timeframe.parse("3mo"));
        assertEquals(2, quarters.size());
        assertEquals(at("2024-01-01T00:00:00Z"), quarters.bars().time(1));
        assertEquals(5, quarters.bars().close(1));
    }

    @Test
    void aMonthThatEndsOnAWeekendIsKnownAtItsLastFridaysClose() {
        BarClock clock = BarClock.of(days(NEW_YORK, "2024-03-28", "2024-03-29", "2024-04-01"), FOUR)
                .longer(Timeframe.parse("1mo"));
        assertEquals(at("2024-03-29T20:00:00Z"), clock.knownAt(0));
    }

    @Test
    void refusesBarsThatDoNotFillLongerOnes() {
        for (String[] pair : new String[][] {{"1h", "45m"}, {"1mo", "1w"}, {"1h", "1d"}, {"3d", "2d"}, {"36h", "1h"}}) {
            assertFalse(Timeframe.parse(pair[0]).madeOf(Timeframe.parse(pair[1])), () -> pair[0] + " of " + pair[1]);
        }
        for (String[] pair : new String[][] {{"1h", "5m"}, {"1w", "1h"}, {"1mo", "1d"}, {"4d", "2d"}, {"1d", "30m"}}) {
            assertTrue(Timeframe.parse(pair[0]).madeOf(Timeframe.parse(pair[1])), () -> pair[0] + " of " + pair[1]);
        }
        BarClock days = BarClock.of(days(NEW_YORK, "2024-01-02"), null);
        assertThrows(IllegalArgumentException.class, () -> days.longer(Timeframe.parse("1h")));
    }

    @Test
    void readsCloses() {
        assertEquals("16:00@America/New_York", FOUR.toString());
        assertEquals(
                new SessionClose(LocalDateTime.parse("2000-01-01T15:00:00").toLocalTime(), ZoneId.of("Asia/Tokyo")),
                SessionClose.parse("15:00@Asia/Tokyo", NEW_YORK));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> SessionClose.parse("4pm", NEW_YORK));
        assertTrue(String.valueOf(refused.getMessage()).contains("16:00@America/New_York"));
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void whatWasKnownAtATimeIsTheSameWhateverComesLater(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars whole = sparse(random);
        SessionClose close = random.nextBoolean() ? FOUR : null;
        Timeframe longer = Timeframe.parse(new String[] {"3h", "1d", "2d", "1w", "1mo"}[random.nextInt(5)]);
        int cut = random.nextInt(1, whole.size());
        Bars growing = whole.slice(0, cut);
        BarClock before = BarClock.of(growing, close).longer(longer);
        Bars poisoned = whole.slice(0, cut);
        for (int i = cut; i < whole.size(); i++) {
            poisoned.append(whole.time(i), Double.NaN, 1e300, -1e300, Double.NaN, Double.NaN);
        }
        BarClock after = BarClock.of(poisoned, close).longer(longer);
        long now = growing.knownAt(cut - 1);
        int rows = before.rowsKnownAt(now);
        assertEquals(rows, after.rowsKnownAt(now));
        assertSameRows(before, after, rows);
        for (int i = cut; i < whole.size(); i++) {
            growing.append(whole.time(i), whole.open(i), whole.high(i), whole.low(i), whole.close(i), whole.volume(i));
            before.size();
        }
        BarClock atOnce = BarClock.of(whole, close).longer(longer);
        assertEquals(atOnce.size(), before.size());
        assertSameRows(atOnce, before, before.size());
    }

    private static void assertSameRows(BarClock expected, BarClock actual, int rows) {
        for (int i = 0; i < rows; i++) {
            assertEquals(expected.knownAt(i), actual.knownAt(i));
            assertEquals(expected.bars().time(i), actual.bars().time(i));
            for (Bars.Field field : Bars.Field.values()) {
                assertEquals(expected.bars().column(field)[i], actual.bars().column(field)[i]);
            }
        }
    }

    private static Bars sparse(SplittableRandom random) {
        Bars bars = new Bars(Timeframe.parse("1h"), NEW_YORK, 400);
        long time = at("2024-03-01T05:00:00Z");
        while (bars.size() < 300) {
            double close = 50 + random.nextInt(100) * 0.5;
            bars.append(time, close, close + 1, close - 1, close, random.nextInt(9));
            time += HOUR * (random.nextInt(9) == 0 ? random.nextInt(2, 80) : 1);
        }
        return bars;
    }
}
