package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;

/// Series that are made from a calendar and then spoilt: each fault is found and nothing else.
class CalendarAuditTest {
    private static final ExchangeCalendars CALENDARS = ExchangeCalendars.shipped();
    private static final ExchangeCalendar NEW_YORK = CALENDARS.get("XNYS");
    private static final long HOUR = Duration.ofHours(1).toNanos();

    @Test
    void findsNothingInWhatTheCalendarExpects() {
        for (String id : List.of("XNYS", "XBOM", "XLON", "XETR", "CMES", "FX", "24-7")) {
            ExchangeCalendar calendar = CALENDARS.get(id);
            Bars bars = bars(calendar, 2023, 2024, "5m", time -> true, time -> time);
            Coverage coverage = Coverage.of(bars, calendar);
            assertEquals(0, coverage.missing(), id);
            assertEquals(1, coverage.share(), id);
            assertEquals(0, coverage.outside(), id);
            assertEquals(coverage.expected(), coverage.present(), id);
            assertEquals(Map.of(), audit(bars, calendar).counts(), id);
            assertEquals(Optional.of(calendar), CalendarFit.propose(bars, CALENDARS), id);
        }
    }

    @Test
    void warnsOfWholeSessionsAndNotesSingleBars() {
        long lost = at("2024-03-05T16:00:00Z");
        LocalDate away = LocalDate.parse("2024-05-15");
        Bars bars = bars(
                NEW_YORK,
                2024,
                2024,
                "1m",
                time -> time != lost && !NEW_YORK.dayOf(time).equals(away),
                time -> time);
        Coverage coverage = Coverage.of(bars, NEW_YORK);
        assertEquals(391, coverage.missing());
        assertEquals(2, coverage.gaps().size());
        assertEquals(new Coverage.Day(away, 390, 0, 0), coverage.day(away));
        assertEquals(
                new Coverage.Day(LocalDate.parse("2024-03-05"), 390, 389, 0),
                coverage.day(LocalDate.parse("2024-03-05")));
        List<Finding> findings = audit(bars, NEW_YORK).findings();
        assertEquals(Severity.NOTE, findings.get(0).severity());
        assertEquals(lost, findings.get(0).from());
        assertEquals(lost, findings.get(0).to());
        assertEquals(Severity.WARNING, findings.get(1).severity());
        assertTrue(
                findings.get(1).message().contains("390 bars of 1m"),
                findings.get(1).message());
        assertTrue(
                findings.get(1).message().contains("1 whole session"),
                findings.get(1).message());
    }

    @Test
    void countsTheShortDayBeforeAHolidayAsShort() {
        Bars bars = bars(NEW_YORK, 2024, 2024, "1m", time -> true, time -> time);
        assertEquals(
                210,
                Coverage.of(bars, NEW_YORK).day(LocalDate.parse("2024-11-29")).expected());
    }

    @Test
    void saysWhyTheExchangeWasClosedOnADayWithABar() {
        Bars bars = new Bars(Timeframe.DAY, ZoneId.of("America/New_York"), 300);
        for (LocalDate day = LocalDate.parse("2024-01-02"); day.getYear() == 2024; day = day.plusDays(1)) {
            if (NEW_YORK.trades(day) || day.equals(LocalDate.parse("2024-07-04"))) {
                bars.append(
                        day.atStartOfDay(bars.zone()).toEpochSecond() * 1_000_000_000L,
                        10,
                        10.1,
                        9.9,
                        10 + day.getDayOfMonth() / 100.0,
                        1);
            }
        }
        AuditLog log = audit(bars, NEW_YORK);
        assertEquals(Map.of("CLOSED_DAY", 1), log.counts());
        Finding finding = log.findings().getFirst();
        assertTrue(finding.message().contains("2024-07-04"), finding.message());
        assertTrue(finding.message().contains("Independence Day"), finding.message());
        assertTrue(finding.touches(at("2024-07-04T00:00:00Z"), at("2024-07-05T00:00:00Z")));
    }

    @Test
    void guessesThatTheTimesAreInAnotherZone() {
        Bars bars = bars(NEW_YORK, 2024, 2024, "5m", time -> true, time -> time - 3 * HOUR);
        AuditLog log = audit(bars, NEW_YORK);
        assertTrue(log.counts().containsKey("ZONE_SHIFT"), log.counts().toString());
        assertTrue(words(log, "ZONE_SHIFT").contains("3 h earlier"), words(log, "ZONE_SHIFT"));
    }

    @Test
    void guessesThatTheClockDoesNotChange() {
        // The wall clock of New York read as if it were five hours from UTC all year.
        Bars bars = bars(NEW_YORK, 2023, 2024, "1h", time -> true, time -> {
            boolean summer = NEW_YORK.zone().getRules().isDaylightSavings(java.time.Instant.ofEpochSecond(0, time));
            return summer ? time + HOUR : time;
        });
        assertTrue(audit(bars, NEW_YORK).counts().containsKey("CLOCK_CHANGE"));
    }

    @Test
    void guessesTheClockOfCurrenciesByTheWeekend() {
        ExchangeCalendar fx = CALENDARS.get("FX");
        Bars bars = bars(fx, 2024, 2024, "15m", time -> true, time -> time + 2 * HOUR);
        AuditLog log = audit(bars, fx);
        assertTrue(log.counts().containsKey("ZONE_SHIFT"), log.counts().toString());
        assertTrue(words(log, "ZONE_SHIFT").contains("2 h later"), words(log, "ZONE_SHIFT"));
    }

    @Test
    void seesThatTimesAreTheEndsOfBars() {
        Bars bars = bars(NEW_YORK, 2024, 2024, "5m", time -> true, time -> time + HOUR / 12);
        assertTrue(audit(bars, NEW_YORK).counts().containsKey("CLOSE_STAMPED"));
    }

    @Test
    void takesDaysForMoreThanHoursWhereTheyAreEnough() {
        Bars moved = bars(NEW_YORK, 2024, 2024, "30m", time -> true, time -> time - 5 * HOUR);
        assertEquals(Optional.of(NEW_YORK), CalendarFit.propose(moved, CALENDARS));
    }

    @Test
    void proposesNoCalendarForSessionsOnEveryWeekday() {
        Bars bars = new Bars(Timeframe.parse("30m"), NEW_YORK.zone(), 10_000);
        for (LocalDate day = LocalDate.parse("2022-01-03"); day.getYear() < 2025; day = day.plusDays(1)) {
            for (int half = 19; half < 32 && day.getDayOfWeek().getValue() < 6; half++) {
                long time = day.atStartOfDay(NEW_YORK.zone()).toEpochSecond() * 1_000_000_000L + half * HOUR / 2;
                bars.append(time, 10, 10.1, 9.9, 10, 1);
            }
        }
        assertEquals(Optional.empty(), CalendarFit.propose(bars, CALENDARS));
    }

    @Test
    void proposesNoCalendarForDaysOfAnExchangeItDoesNotKnow() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 300);
        for (LocalDate day = LocalDate.parse("2023-01-02"); day.getYear() < 2025; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() != 3) {
                bars.append(day.toEpochDay() * 24 * HOUR, 10, 10.1, 9.9, 10, 1);
            }
        }
        assertEquals(Optional.empty(), CalendarFit.propose(bars, CALENDARS));
    }

    private static String words(AuditLog log, String code) {
        return log.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::message)
                .findFirst()
                .orElse("");
    }

    private static long at(String instant) {
        return java.time.Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private static AuditLog audit(Bars bars, ExchangeCalendar calendar) {
        AuditLog log = new AuditLog(Set.of());
        SeriesAudit.check(bars, Coverage.of(bars, calendar), log);
        return log;
    }

    /// All bars of the years that pass, moved.
    private static Bars bars(
            ExchangeCalendar calendar,
            int from,
            int to,
            String timeframe,
            LongPredicate kept,
            LongUnaryOperator moved) {
        Timeframe length = Timeframe.parse(timeframe);
        Bars bars = new Bars(length, calendar.zone(), 1_000);
        for (LocalDate day : calendar.tradingDays(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31))) {
            calendar.session(day).ifPresent(session -> {
                for (long time = session.open(); time < session.close(); time += length.nanos()) {
                    if (kept.test(time)) {
                        double price = 100 + bars.size() % 7;
                        bars.append(moved.applyAsLong(time), price, price + 1, price - 1, price, 5);
                    }
                }
            });
        }
        return bars;
    }
}
