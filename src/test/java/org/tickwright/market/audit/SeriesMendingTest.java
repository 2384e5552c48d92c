package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickwright.market.BarDifference;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.calendar.Session;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.testing.Shared;

class SeriesMendingTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ExchangeCalendar NYSE = ExchangeCalendars.shipped().get("XNYS");
    private static final long SECOND = 1_000_000_000L;

    @Test
    void leavesOutABadBarAndKeepsTheOneThatComesBack() {
        Bars bars = year(130);
        assertEquals(2, found(bars, null).get("OUTLIER"));
        Bars mended = mend(bars, "OUTLIER=drop", MendScope.ALL, null);
        BarDifference difference = BarDifference.of(1, bars, 2, mended);
        assertEquals(1, difference.removed());
        assertEquals(0, difference.changed() + difference.added());
        assertEquals(bars.time(100), difference.first().getFirst().time());
        assertEquals(null, found(mended, null).get("OUTLIER"));
    }

    @Test
    void flattensABadBarAtTheCloseBefore() {
        Bars bars = year(130);
        Bars mended = mend(bars, "OUTLIER=fill", MendScope.ALL, null);
        assertEquals(bars.size(), mended.size());
        assertEquals(bars.close(99), mended.open(100));
        assertEquals(bars.close(99), mended.close(100));
        assertEquals(0, mended.volume(100));
        assertEquals(bars.close(101), mended.close(101));
    }

    @Test
    void leavesAloneWhatAFindingTouchesThatWasTakenOutAndWhatLiesOutsideOfTheRange() {
        Bars bars = year(130);
        AuditLog log = new AuditLog(Set.of());
        SeriesAudit.prices(bars, log);
        List<Finding> outliers = log.findings().stream()
                .filter(finding -> finding.code().equals("OUTLIER"))
                .toList();
        assertEquals(
                bars.contentHash(),
                mend(bars, "OUTLIER=drop", MendScope.without(outliers), null).contentHash());
        MendScope before = new MendScope(Long.MIN_VALUE, bars.time(99), List.of());
        assertEquals(
                bars.contentHash(), mend(bars, "OUTLIER=drop", before, null).contentHash());
        MendScope around = new MendScope(bars.time(100), bars.time(100), List.of());
        assertEquals(bars.size() - 1, mend(bars, "OUTLIER=drop", around, null).size());
    }

    @Test
    void fillsTheDaysThatTheCalendarExpectsAndNoHoliday() {
        Bars bars = year(100);
        Bars holes = new Bars(Timeframe.DAY, NEW_YORK, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            if (i != 50 && (i < 120 || i > 124)) {
                copy(bars, i, holes);
            }
        }
        Bars mended = mend(holes, "GAP=fill", MendScope.ALL, NYSE);
        assertEquals(bars.size(), mended.size());
        for (int i = 0; i < bars.size(); i++) {
            assertEquals(bars.time(i), mended.time(i));
        }
        assertEquals(bars.close(119), mended.close(124));
        assertEquals(0, mended.volume(124));
        IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> mend(holes, "GAP=fill", MendScope.ALL, null));
        assertTrue(none.getMessage().contains("calendar"), none.getMessage());
    }

    @Test
    void fillsTheMinutesOfASessionByTheCalendarAndThoseWithinADayWithout() {
        Bars minutes = minutes(10, 390);
        Bars holes = new Bars(Timeframe.MINUTE, NEW_YORK, minutes.size());
        for (int i = 0; i < minutes.size(); i++) {
            if (i % 390 != 0 && i % 390 != 200) {
                copy(minutes, i, holes);
            }
        }
        Bars full = mend(holes, "GAP=fill", MendScope.ALL, NYSE);
        assertEquals(minutes.size() - 1, full.size());
        Bars within = mend(holes, "GAP=fill", MendScope.ALL, null);
        assertEquals(minutes.size() - 10, within.size());
        assertEquals(null, found(full, NYSE).get("GAP"));
    }

    @Test
    void leavesOutBarsOfClosedDaysAndOutsideOfSessionsAsTheAuditCountsThem() {
        Bars longer = minutes(10, 400);
        Map<String, Integer> before = found(longer, NYSE);
        assertEquals(1, before.get("OUTSIDE_SESSION"));
        Bars mended = mend(longer, "OUTSIDE_SESSION=drop", MendScope.ALL, NYSE);
        assertEquals(3_900, mended.size());
        Bars days = new Bars(Timeframe.DAY, NEW_YORK, 30);
        for (int day = 1; day <= 30; day++) {
            long time = LocalDate.of(2024, 1, day).atStartOfDay(NEW_YORK).toEpochSecond() * SECOND;
            days.append(time, 10 + day, 11 + day, 9 + day, 10 + day, 5);
        }
        int closed = found(days, NYSE).get("CLOSED_DAY");
        Bars open = mend(days, "CLOSED_DAY=drop", MendScope.ALL, NYSE);
        assertEquals(30 - closed, open.size());
        assertEquals(null, found(open, NYSE).get("CLOSED_DAY"));
        assertEquals(20, open.size());
    }

    @Test
    void leavesOutStalePricesAndBarsWithoutVolume() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 40);
        for (int i = 0; i < 40; i++) {
            boolean still = i >= 10 && i < 20;
            double price = still ? 50 : 40 + i % 7;
            bars.append(i * 86_400 * SECOND, price, still ? 50 : price + 1, still ? 50 : price - 1, price, i % 20);
        }
        assertEquals(30, mend(bars, "STALE=drop", MendScope.ALL, null).size());
        assertEquals(38, mend(bars, "ZERO_VOLUME=drop", MendScope.ALL, null).size());
    }

    @Test
    void readsTheLocalTimesInAnotherZone() {
        Bars minutes = minutes(10, 390);
        Bars wrong = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, minutes.size());
        for (int i = 0; i < minutes.size(); i++) {
            long offset = NEW_YORK.getRules()
                            .getOffset(java.time.Instant.ofEpochSecond(minutes.time(i) / SECOND))
                            .getTotalSeconds()
                    * SECOND;
            wrong.append(
                    minutes.time(i) + offset,
                    minutes.open(i),
                    minutes.high(i),
                    minutes.low(i),
                    minutes.close(i),
                    minutes.volume(i));
        }
        assertEquals(1, found(wrong, NYSE).get("ZONE_SHIFT"));
        Bars mended = mend(wrong, "ZONE_SHIFT=shift:America/New_York", MendScope.ALL, NYSE);
        assertEquals(minutes.contentHash(), mended.contentHash());
    }

    @Test
    void refusesWhatFitsNoFindingOrLeavesNothing() {
        Bars bars = year(100);
        assertThrows(IllegalArgumentException.class, () -> mend(bars, "SPLIT=drop", MendScope.ALL, null));
        assertThrows(IllegalArgumentException.class, () -> mend(bars, "CLOSE_STAMPED=fill", MendScope.ALL, null));
        Bars silent = new Bars(Timeframe.DAY, ZoneOffset.UTC, 3);
        for (int i = 0; i < 3; i++) {
            silent.append(i * 86_400 * SECOND, 1, 1, 1, 1, 0);
        }
        assertThrows(IllegalArgumentException.class, () -> mend(silent, "ZERO_VOLUME=drop", MendScope.ALL, null));
    }

    /// The mended files were made by the maintainers of the library that collected them. Of two more the
    /// price itself leapt on the day of the split, so that no price tells the ratio: SPM-MI and AV-L.
    @Test
    void scalesAsThoseWhoMendedTheFilesByHand() throws ImportException {
        Map<String, String> faults = Map.of(
                "4063-T-1d", "SPLIT=scale",
                "ALPHA-PA-1d", "PRICE_SCALE=scale",
                "LA-V-1d", "PRICE_SCALE=scale");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Bars bad = file(fault.getKey() + "-bad-stock-split.csv.gz");
            Bars fixed = file(fault.getKey() + "-bad-stock-split-fixed.csv.gz");
            Bars mended = mend(bad, fault.getValue(), MendScope.ALL, null);
            assertNotEquals(bad.contentHash(), mended.contentHash(), fault.getKey());
            double worst = 0;
            for (int i = 0; i < fixed.size(); i++) {
                int at = mended.indexAtOrAfter(fixed.time(i));
                assertEquals(fixed.time(i), mended.time(at), fault.getKey());
                worst = Math.max(worst, Math.abs(mended.close(at) / fixed.close(i) - 1));
            }
            assertTrue(worst < 0.01, fault.getKey() + " is apart by " + worst);
        }
    }

    private static Bars file(String name) throws ImportException {
        ImportOptions options = new ImportOptions("X", null, null, "auto", Map.of(), null, Set.of());
        return BarFileReader.parseBars(Shared.requirePath("data/messy/yahoo-errors/" + name), options)
                .bars();
    }

    private static Bars mend(Bars bars, String plan, MendScope scope, @Nullable ExchangeCalendar calendar) {
        return SeriesMending.apply(bars, MendPlan.parse(plan), scope, calendar);
    }

    private static Map<String, Integer> found(Bars bars, @Nullable ExchangeCalendar calendar) {
        AuditLog log = new AuditLog(Set.of());
        SeriesAudit.check(bars, calendar == null ? null : Coverage.of(bars, calendar), log);
        return log.counts();
    }

    private static void copy(Bars from, int i, Bars into) {
        into.append(from.time(i), from.open(i), from.high(i), from.low(i), from.close(i), from.volume(i));
    }

    /// A year of New York near 100, with another close on the hundredth day.
    private static Bars year(double close) {
        Bars bars = new Bars(Timeframe.DAY, NEW_YORK, 260);
        for (LocalDate day : NYSE.tradingDays(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 12, 31))) {
            double at = bars.size() == 100 ? close : 100 + (bars.size() % 5) * 0.5;
            bars.append(day.atStartOfDay(NEW_YORK).toEpochSecond() * SECOND, at, at + 1, at - 1, at, 10);
        }
        return bars;
    }

    /// So many minutes from the open of ten sessions on.
    private static Bars minutes(int sessions, int count) {
        Bars bars = new Bars(Timeframe.MINUTE, NEW_YORK, sessions * count);
        for (LocalDate day : NYSE.tradingDays(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 1))
                .subList(0, sessions)) {
            Session session = NYSE.session(day).orElseThrow();
            for (int i = 0; i < count; i++) {
                double at = 100 + i % 3;
                bars.append(session.open() + i * 60 * SECOND, at, at + 1, at - 1, at, 10);
            }
        }
        return bars;
    }
}
