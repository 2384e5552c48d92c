package org.tickwright.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// On which days of a year an exchange does something else than on an ordinary one, what, and why.
///
/// @param kind what it does
/// @param date which day of a year
/// @param moves to which day of the week it moves from another, forwards if that is Monday or later in the week after,
/// backwards to a Friday
/// @param only the days of the week on which it counts, before it moves; empty for all
/// @param years the years in which it counts
/// @param hours the hours of a special session, or the close of a short one; null where it is closed
/// @param name why
record DayRule(
        Kind kind,
        Date date,
        Map<DayOfWeek, DayOfWeek> moves,
        Set<DayOfWeek> only,
        Years years,
        @Nullable Hours hours,
        String name) {

    /// What an exchange does on such a day.
    enum Kind {
        CLOSED,
        /// It closes early.
        EARLY,
        /// It trades at hours of their own, even where it would be closed.
        SPECIAL
    }

    /// Opening and closing time; the opening may be of the evening before.
    record Hours(LocalTime open, boolean eveBefore, LocalTime close) {}

    /// The years in which a rule counts.
    record Years(int from, int to, Set<Integer> not) {
        static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE, Set.of());

        boolean contains(int year) {
            return from <= year && year <= to && !not.contains(year);
        }
    }

    /// A day of each year, or of one year.
    sealed interface Date {
        /// The day in that year; null if it has none.
        @Nullable
        LocalDate in(int year);
    }

    /// One day in history.
    record Once(LocalDate day) implements Date {
        @Override
        public @Nullable LocalDate in(int year) {
            return day.getYear() == year ? day : null;
        }
    }

    /// The same date each year.
    record Fixed(MonthDay day) implements Date {
        @Override
        public @Nullable LocalDate in(int year) {
            return day.isValidYear(year) ? day.atYear(year) : null;
        }
    }

    /// A weekday of a month counted from its beginning (1 to 5) or the last one (-1), and days added to that.
    record Nth(int count, DayOfWeek weekday, Month month, int plus) implements Date {
        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(count, weekday))
                    .plusDays(plus);
        }
    }

    /// Days before or after Easter Sunday.
    record Easter(int plus) implements Date {
        @Override
        public LocalDate in(int year) {
            return sunday(year).plusDays(plus);
        }

        /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher, Nature 1876).
        static LocalDate sunday(int year) {
            int golden = year % 19;
            int century = year / 100;
            int rest = year % 100;
            int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
            int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
            int late = (golden + 11 * moon + 22 * weekday) / 451;
            int days = moon + weekday - 7 * late + 114;
            return LocalDate.of(year, days / 31, days % 31 + 1);
        }
    }

    /// The day that counts in a year, moved where it has to; null if there is none. It may lie in the year beside.
    @Nullable
    LocalDate in(int year) {
        LocalDate day = years.contains(year) ? date.in(year) : null;
        if (day == null || (!only.isEmpty() && !only.contains(day.getDayOfWeek()))) {
            return null;
        }
        DayOfWeek to = moves.get(day.getDayOfWeek());
        if (to == null) {
            return day;
        }
        return to == DayOfWeek.FRIDAY ? day.with(TemporalAdjusters.previous(to)) : day.with(TemporalAdjusters.next(to));
    }
}
