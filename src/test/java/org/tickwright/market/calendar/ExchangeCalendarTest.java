package org.tickwright.market.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.Timeframe;

class ExchangeCalendarTest {
    private static final ExchangeCalendars CALENDARS = ExchangeCalendars.shipped();

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private static Session session(String exchange, String day) {
        return CALENDARS.get(exchange).session(LocalDate.parse(day)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1818-03-22", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2038-04-25"})
    void easterIsWhenTheChurchSays(LocalDate sunday) {
        assertEquals(sunday, DayRule.Easter.sunday(sunday.getYear()));
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks of New York move on the second Sunday of March and the first of November.
        "NYSE,  2024-03-08, 2024-03-08T14:30:00Z, 2024-03-08T21:00:00Z",
        "NYSE,  2024-03-11, 2024-03-11T13:30:00Z, 2024-03-11T20:00:00Z",
        "NYSE,  2024-11-01, 2024-11-01T13:30:00Z, 2024-11-01T20:00:00Z",
        "NYSE,  2024-11-04, 2024-11-04T14:30:00Z, 2024-11-04T21:00:00Z",
        "LSE,   2024-03-28, 2024-03-28T08:00:00Z, 2024-03-28T16:30:00Z",
        "LSE,   2024-04-02, 2024-04-02T07:00:00Z, 2024-04-02T15:30:00Z",
        "XETRA, 2024-10-28, 2024-10-28T08:00:00Z, 2024-10-28T16:30:00Z",
        "NSE,   2024-06-03, 2024-06-03T03:45:00Z, 2024-06-03T10:00:00Z",
        "NSE,   2009-06-03, 2009-06-03T04:25:00Z, 2009-06-03T10:00:00Z",
        // Monday's session of futures begins on Sunday; over the change of clocks it is an hour short.
        "CME,   2024-03-11, 2024-03-10T22:00:00Z, 2024-03-11T21:00:00Z",
        "FX,    2024-03-11, 2024-03-10T21:00:00Z, 2024-03-11T21:00:00Z",
        "24/7,  2024-03-10, 2024-03-10T00:00:00Z, 2024-03-11T00:00:00Z",
    })
    void sessionsFollowTheClockOfTheExchange(String exchange, String day, String open, String close) {
        Session session = session(exchange, day);
        assertEquals(nanos(open), session.open());
        assertEquals(nanos(close), session.close());
        assertEquals("", session.unusual());
    }

    @Test
    void anEarlyCloseSaysWhyAndHasFewerBars() {
        Session short24 = session("NYSE", "2024-07-03");
        assertEquals(nanos("2024-07-03T17:00:00Z"), short24.close());
        assertEquals("The day before Independence Day", short24.unusual());
        assertEquals(210, short24.bars(Timeframe.MINUTE));
        assertEquals(4, short24.bars(Timeframe.parse("1h")));
        assertEquals(390, session("NYSE", "2024-07-05").bars(Timeframe.MINUTE));
        assertThrows(IllegalArgumentException.class, () -> short24.bars(Timeframe.DAY));
    }

    @Test
    void substitutesOfHolidaysDoNotFallOnOneDay() {
        ExchangeCalendar london = CALENDARS.get("LSE");
        List<LocalDate> closed = LocalDate.of(2021, 12, 24)
                .datesUntil(LocalDate.of(2022, 1, 5))
                .filter(day -> !london.trades(day))
                .toList();
        assertEquals("Christmas Day", london.closed(LocalDate.of(2021, 12, 27)));
        assertEquals("Boxing Day", london.closed(LocalDate.of(2021, 12, 28)));
        assertEquals("New Year's Day", london.closed(LocalDate.of(2022, 1, 3)));
        assertEquals(7, closed.size());
        assertEquals("Christmas Day", london.closed(LocalDate.of(2022, 12, 27)));
        assertEquals("Boxing Day", london.closed(LocalDate.of(2022, 12, 26)));
        assertEquals(nanos("2022-12-23T12:30:00Z"), session("LSE", "2022-12-23").close());
    }

    @Test
    void aSessionIsFoundByAnInstantOvernightToo() {
        ExchangeCalendar futures = CALENDARS.get("CME");
        Optional<Session> sunday = futures.sessionAt(nanos("2024-06-02T23:00:00Z"));
        assertEquals(LocalDate.of(2024, 6, 3), sunday.orElseThrow().day());
        assertEquals(Optional.empty(), futures.sessionAt(nanos("2024-06-03T21:30:00Z")));
        assertEquals(Optional.empty(), futures.sessionAt(nanos("2024-06-01T12:00:00Z")));
        ExchangeCalendar shares = CALENDARS.get("NYSE");
        assertTrue(shares.sessionAt(nanos("2024-06-03T13:30:00Z")).isPresent());
        assertFalse(shares.sessionAt(nanos("2024-06-03T20:00:00Z")).isPresent());
    }

    @Test
    void stepsOverClosuresInBothDirections() {
        ExchangeCalendar shares = CALENDARS.get("NYSE");
        assertEquals(LocalDate.of(2001, 9, 17), shares.next(LocalDate.of(2001, 9, 10)));
        assertEquals(LocalDate.of(2001, 9, 10), shares.previous(LocalDate.of(2001, 9, 17)));
        assertEquals("Attacks of September 11", shares.closed(LocalDate.of(2001, 9, 12)));
        assertEquals("weekend", shares.closed(LocalDate.of(2001, 9, 15)));
        assertEquals("", shares.closed(LocalDate.of(2001, 9, 17)));
        assertEquals(
                252,
                shares.tradingDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                        .size());
    }

    @Test
    void aSessionOnASundayIsTraded() {
        ExchangeCalendar mumbai = CALENDARS.get("BSE");
        assertTrue(mumbai.trades(LocalDate.of(2023, 11, 12)));
        assertEquals(
                "Diwali session",
                mumbai.unusual(2023).stream()
                        .filter(day -> day.day().equals(LocalDate.of(2023, 11, 12)))
                        .findFirst()
                        .orElseThrow()
                        .name());
        assertEquals(nanos("2023-11-12T12:45:00Z"), session("BSE", "2023-11-12").open());
    }

    @Test
    void everyShippedCalendarTellsAThousandDaysWithoutAFault() {
        for (ExchangeCalendar calendar : CALENDARS.all()) {
            LocalDate day = LocalDate.of(2022, 1, 1);
            long closed = Long.MIN_VALUE;
            for (int i = 0; i < 1000; i++, day = day.plusDays(1)) {
                Optional<Session> session = calendar.session(day);
                assertEquals(calendar.trades(day), session.isPresent());
                assertEquals(session.isEmpty(), !calendar.closed(day).isEmpty());
                if (session.isPresent()) {
                    assertTrue(session.get().open() >= closed, calendar + " overlaps on " + day);
                    closed = session.get().close();
                }
            }
            assertTrue(calendar.known().contains(LocalDate.of(2026, 11, 21)), calendar.toString());
        }
    }

    @Test
    void aCalendarOfOnesOwnIsLikeAnotherWithChanges() {
        ExchangeCalendars mine = CALENDARS.with(
                "MINE", List.of("like XNYS", "title Mine # and nobody else's", "closed 2024-07-05 : A long weekend"));
        assertFalse(mine.get("mine").trades(LocalDate.of(2024, 7, 5)));
        assertFalse(mine.get("MINE").trades(LocalDate.of(2024, 7, 4)));
        assertTrue(CALENDARS.get("XNYS").trades(LocalDate.of(2024, 7, 5)));
        assertEquals("Mine", mine.get("MINE").title());
        String message = assertThrows(IllegalArgumentException.class, () -> mine.get("TOKYO"))
                .getMessage();
        assertTrue(message.contains("XLON") && message.contains("MINE"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shut 12-25 : Christmas",
                "closed 12-25",
                "closed 13-25 : Christmas",
                "closed 3rd moon 01 : Nobody's day",
                "closed 12-25 sat>sometime : Christmas",
                "closed 12-25 98- : Christmas",
                "early 1pm 12-24 : Christmas Eve",
                "special 18:15 2022-10-24 : Diwali",
                "closed 2022-02-30 : No such day",
                "closed 2nd mon : Nobody's day",
                "zone Mars/Olympus",
                "known 1990-",
                "like NOWHERE"
            })
    void aLineThatSaysNothingSensibleIsNamed(String line) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> CALENDARS.with("BAD", List.of("title Bad", "session 09:00-17:00", line)))
                .getMessage();
        assertTrue(message.startsWith("Calendar BAD, line 3 (" + line + "): "), message);
        assertThrows(IllegalArgumentException.class, () -> CALENDARS.with("BAD", List.of("title Bad")));
    }
}
