package org.tickwright.market.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// When an exchange trades.
///
/// Days are trading days in the exchange's zone; sessions are instants, right on both sides of every change of the
/// clock, because the zone's rules make them. What the calendar says holds for the years of [#known()]; outside of them
/// it goes on with the rules alone and knows no exceptions. Safe for any number of threads.
public final class ExchangeCalendar {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /// No exchange has been closed for as long.
    private static final int LONGEST_BREAK = 60;

    private final Definition definition;
    private final Map<Integer, Map<LocalDate, DayRule>> years = new ConcurrentHashMap<>();

    /// The years a calendar was written for, both counted in.
    public record Known(int from, int to) {
        /// Whether all of a day's year is known.
        public boolean contains(LocalDate day) {
            return from <= day.getYear() && day.getYear() <= to;
        }
    }

    /// Ordinary hours from a day on.
    record Ordinary(LocalDate from, DayRule.Hours hours) {}

    /// What a calendar's file says.
    record Definition(
            String id,
            String title,
            ZoneId zone,
            Known known,
            Set<DayOfWeek> weekdays,
            List<Ordinary> sessions,
            List<DayRule> rules) {}

    /// A day on which an exchange does not keep its ordinary hours, and why. `session` is null where it is closed.
    public record Unusual(
            LocalDate day, String name, @Nullable Session session) {}

    ExchangeCalendar(Definition definition) {
        this.definition = definition;
    }

    Definition definition() {
        return definition;
    }

    /// Its code: the market identifier code where there is one.
    public String id() {
        return definition.id();
    }

    /// Its name.
    public String title() {
        return definition.title();
    }

    /// The zone that decides what a day is.
    public ZoneId zone() {
        return definition.zone();
    }

    /// The years for which exceptions are known.
    public Known known() {
        return definition.known();
    }

    /// Whether there is trading on a day.
    public boolean trades(LocalDate day) {
        DayRule rule = rules(day.getYear()).get(day);
        return rule == null ? definition.weekdays().contains(day.getDayOfWeek()) : rule.kind() != DayRule.Kind.CLOSED;
    }

    /// The hours of a day; empty where there is no trading.
    public Optional<Session> session(LocalDate day) {
        DayRule rule = rules(day.getYear()).get(day);
        if (!trades(day)) {
            return Optional.empty();
        }
        if (rule == null) {
            return Optional.of(at(day, ordinary(day), ""));
        }
        DayRule.Hours hours = rule.hours();
        if (hours == null) {
            throw new IllegalStateException(rule + " has no hours");
        }
        DayRule.Hours ordinary = ordinary(day);
        boolean early = rule.kind() == DayRule.Kind.EARLY;
        return Optional.of(at(
                day,
                early ? new DayRule.Hours(ordinary.open(), ordinary.eveBefore(), hours.close()) : hours,
                rule.name()));
    }

    private DayRule.Hours ordinary(LocalDate day) {
        List<Ordinary> sessions = definition.sessions();
        int last = sessions.size() - 1;
        while (last > 0 && sessions.get(last).from().isAfter(day)) {
            last--;
        }
        return sessions.get(last).hours();
    }

    private Session at(LocalDate day, DayRule.Hours hours, String unusual) {
        boolean midnight = hours.close().equals(LocalTime.MIDNIGHT);
        return new Session(
                day,
                nanos(hours.eveBefore() ? day.minusDays(1) : day, hours.open()),
                nanos(midnight ? day.plusDays(1) : day, hours.close()),
                unusual);
    }

    private long nanos(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone()).toEpochSecond() * NANOS_PER_SECOND;
    }

    /// The session that an instant lies in; empty while the exchange is closed.
    public Optional<Session> sessionAt(long nanos) {
        LocalDate day = dayOf(nanos);
        return session(day)
                .filter(session -> session.contains(nanos))
                .or(() -> session(day.plusDays(1)).filter(session -> session.contains(nanos)));
    }

    /// The date of an instant in the exchange's zone, which overnight is not yet the trading day.
    public LocalDate dayOf(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND))
                .atZone(zone())
                .toLocalDate();
    }

    /// The first trading day after a day.
    public LocalDate next(LocalDate day) {
        return step(day, 1);
    }

    /// The last trading day before a day.
    public LocalDate previous(LocalDate day) {
        return step(day, -1);
    }

    private LocalDate step(LocalDate day, int by) {
        for (int i = 1; i <= LONGEST_BREAK; i++) {
            LocalDate other = day.plusDays((long) i * by);
            if (trades(other)) {
                return other;
            }
        }
        throw new IllegalStateException(id() + " has no trading day within " + LONGEST_BREAK + " days of " + day);
    }

    /// The trading days from a day to another, both counted in.
    public List<LocalDate> tradingDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(this::trades).toList();
    }

    /// The days of a year that are not as they would be by the day of the week, in their order.
    public List<Unusual> unusual(int year) {
        List<Unusual> found = new ArrayList<>();
        rules(year).forEach((day, rule) -> {
            if (rule.kind() != DayRule.Kind.CLOSED || definition.weekdays().contains(day.getDayOfWeek())) {
                found.add(new Unusual(day, rule.name(), session(day).orElse(null)));
            }
        });
        found.sort(Comparator.comparing(Unusual::day));
        return found;
    }

    /// Why an exchange is closed on a day, in words; empty where it trades.
    public String closed(LocalDate day) {
        if (trades(day)) {
            return "";
        }
        DayRule rule = rules(day.getYear()).get(day);
        return rule == null ? "weekend" : rule.name();
    }

    private Map<LocalDate, DayRule> rules(int year) {
        return years.computeIfAbsent(year, this::work);
    }

    /// A rule counts before those behind it, a closure before an early close.
    private Map<LocalDate, DayRule> work(int year) {
        Map<LocalDate, DayRule> found = new java.util.HashMap<>();
        for (int beside = Math.max(year - 1, Year.MIN_VALUE); beside <= year + 1; beside++) {
            for (DayRule rule : definition.rules()) {
                LocalDate day = rule.in(beside);
                if (day != null && day.getYear() == year) {
                    found.merge(day, rule, ExchangeCalendar::stronger);
                }
            }
        }
        found.entrySet()
                .removeIf(entry -> entry.getValue().kind() == DayRule.Kind.EARLY
                        && !definition.weekdays().contains(entry.getKey().getDayOfWeek()));
        return Map.copyOf(found);
    }

    private static DayRule stronger(DayRule one, DayRule other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(DayRule rule) {
        return switch (rule.kind()) {
            case EARLY -> 0;
            case CLOSED -> 1;
            case SPECIAL -> 2;
        };
    }

    @Override
    public String toString() {
        return id() + " " + title();
    }
}
