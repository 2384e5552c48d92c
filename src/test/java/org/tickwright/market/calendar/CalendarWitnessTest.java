package org.tickwright.market.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tickwright.testing.Shared;

/// The shipped calendars against Lean's database of market hours and against the days on which shares really traded.
/// Each difference has its reason here.
class CalendarWitnessTest {
    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final ExchangeCalendars CALENDARS = ExchangeCalendars.shipped();

    /// What the database says of a market.
    private record Witness(Set<LocalDate> closed, Map<LocalDate, LocalTime> early, ZoneId zone) {
        static Witness of(String market) throws IOException {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(
                    Shared.requirePath("data/references/calendars/market-hours-database.json.gz")))) {
                JsonNode entry = new ObjectMapper().readTree(in).get("entries").get(market);
                Set<LocalDate> closed = new TreeSet<>();
                entry.get("holidays").forEach(day -> closed.add(LocalDate.parse(day.asText(), US)));
                Map<LocalDate, LocalTime> early = new TreeMap<>();
                if (entry.has("earlyCloses")) {
                    entry.get("earlyCloses")
                            .properties()
                            .forEach(day -> early.put(
                                    LocalDate.parse(day.getKey(), US),
                                    LocalTime.parse(day.getValue().asText())));
                }
                return new Witness(
                        closed, early, ZoneId.of(entry.get("exchangeTimeZone").asText()));
            }
        }

        /// Weekdays of which calendar and witness think differently.
        Set<LocalDate> differences(ExchangeCalendar calendar, int from, int to) {
            return days(from, to, day -> weekday(day) && calendar.trades(day) == closed.contains(day));
        }

        /// Days on which both trade and close at other times.
        Set<LocalDate> otherCloses(ExchangeCalendar calendar, int from, int to) {
            return days(
                    from,
                    to,
                    day -> calendar.session(day)
                            .filter(session -> !closed.contains(day))
                            .filter(session -> session.unusual().isEmpty() == early.containsKey(day)
                                    || (early.containsKey(day)
                                            && !early.get(day).equals(close(session))))
                            .isPresent());
        }

        private LocalTime close(Session session) {
            return Instant.ofEpochSecond(session.close() / 1_000_000_000L)
                    .atZone(zone)
                    .toLocalTime();
        }
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static Set<LocalDate> days(int from, int to, Predicate<LocalDate> wanted) {
        return LocalDate.of(from, 1, 1)
                .datesUntil(LocalDate.of(to + 1, 1, 1))
                .filter(wanted)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<LocalDate> dates(String... days) {
        return Set.of(days).stream().map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void newYorkIsClosedWhenTheWitnessSays() throws IOException {
        Witness witness = Witness.of("Equity-usa-[*]");
        ExchangeCalendar calendar = CALENDARS.get("NYSE");
        assertEquals(Set.of(), witness.differences(calendar, 1998, 2028));
        // The witness begins its early closes in November 1999 and leaves out the last day of that year.
        assertEquals(dates("1998-11-27", "1998-12-24", "1999-12-31"), witness.otherCloses(calendar, 1998, 2028));
        assertEquals(Set.of(), witness.differences(CALENDARS.get("NASDAQ"), 1998, 2028));
    }

    @Test
    void sharesTradedInNewYorkOnTheDaysOfTheCalendarAlone() throws IOException {
        Set<LocalDate> traded = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.requirePath("data/equities-daily/lean/spy.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> traded.add(LocalDate.parse(line.substring(0, 10))));
        }
        LocalDate first = traded.iterator().next();
        assertEquals(5849, traded.size());
        assertEquals(
                Set.copyOf(traded), Set.copyOf(CALENDARS.get("NYSE").tradingDays(first, LocalDate.of(2021, 3, 31))));
    }

    /// The witness is the exchange for derivatives, which traded on the holidays that Xetra kept on top until 2021.
    @Test
    void xetraDiffersFromEurexByItsOwnHolidaysAlone() throws IOException {
        ExchangeCalendar calendar = CALENDARS.get("XETRA");
        Set<String> own = Set.of("Whit Monday", "Day of German Unity", "500 years of the Reformation");
        Set<LocalDate> differences = Witness.of("Index-eurex-[*]").differences(calendar, 2004, 2030);
        assertEquals(13, differences.size());
        differences.forEach(day -> assertTrue(own.contains(calendar.closed(day)), day + " " + calendar.closed(day)));
    }

    /// From 2011 to 2021 the witness has the announced holidays too. On its one day more there was an evening session.
    @Test
    void mumbaiIsClosedWhenTheWitnessSays() throws IOException {
        Witness witness = Witness.of("Equity-india-[*]");
        for (String exchange : new String[] {"NSE", "BSE"}) {
            ExchangeCalendar calendar = CALENDARS.get(exchange);
            assertEquals(dates("2011-10-26"), witness.differences(calendar, 2011, 2021));
            assertTrue(calendar.session(LocalDate.of(2011, 10, 26))
                    .orElseThrow()
                    .unusual()
                    .contains("Diwali"));
            Set<LocalDate> missing =
                    days(2004, 2026, day -> weekday(day) && witness.closed.contains(day) && calendar.trades(day));
            assertEquals(dates("2011-10-26"), missing);
        }
    }

    /// The witness tells a holiday of futures as a late opening, so that only early closes can be compared.
    @Test
    void chicagoClosesEarlyWhenTheWitnessSays() throws IOException {
        assertEquals(
                dates(
                        // Storm and mourning, of which the witness knows nothing.
                        "2012-10-29",
                        "2018-12-05",
                        "2025-01-09",
                        // Days before and after a holiday that it leaves out.
                        "2023-07-03",
                        "2024-07-03",
                        "2024-11-29",
                        // Closes at the ordinary time that it lists as early.
                        "2024-12-31",
                        "2025-04-17",
                        "2025-12-31",
                        "2026-12-31"),
                Witness.of("Future-cme-ES").otherCloses(CALENDARS.get("CME"), 2009, 2026));
    }
}
