package org.tickwright.market.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;

/// Proposes the calendar that a series fits, by its bars alone.
///
/// By days it fits where there are bars on its trading days and hardly any on others; by hours where its sessions are
/// filled and bars lie in them. Days decide where there are enough of them, because they tell an exchange even where
/// the
/// zone of the times is wrong. A zone that was stated and is not the exchange's speaks against it; outages of more than
/// ten sessions speak for nothing.
public final class CalendarFit {
    private static final int LEAST_BARS = 20;
    private static final int LOOKED_AT = 30_000;
    private static final int ENOUGH_DAYS = 60;
    private static final int OUTAGE = 10;
    private static final double LEAST_DAYS = 0.6;
    private static final double LEAST_HOURS = 0.9;
    private static final double DAYS_INSIDE = 0.985;
    /// A market that knows no holidays leaves out no day.
    private static final double WITHOUT_HOLIDAYS = 0.98;

    private static final double CLEARLY = 0.01;

    private CalendarFit() {}

    /// How a calendar fits: by days and by hours, 0 to 1.
    private record Fit(ExchangeCalendar calendar, double days, double hours) {}

    /// The calendar that fits best; empty where none fits well or there are too few bars to tell.
    public static Optional<ExchangeCalendar> propose(Bars bars, ExchangeCalendars calendars) {
        if (bars.size() < LEAST_BARS || !Coverage.measures(bars)) {
            return Optional.empty();
        }
        Bars last = bars.size() > LOOKED_AT ? bars.slice(bars.size() - LOOKED_AT, bars.size()) : bars;
        List<Fit> fits = calendars.all().stream()
                .filter(calendar -> !calendar.id().equals(ExchangeCalendars.SIMULATED))
                .filter(calendar -> possible(last, calendar))
                .map(calendar -> fit(last, calendar))
                .filter(Objects::nonNull)
                .toList();
        double best = fits.stream().mapToDouble(Fit::days).max().orElse(0);
        return fits.stream()
                .filter(fit -> fit.days() > best - CLEARLY)
                .max(Comparator.comparingDouble(Fit::hours).thenComparingDouble(Fit::days))
                .map(Fit::calendar);
    }

    /// Whether bars fit a calendar that is known of their instrument; too few to tell do not contradict it.
    public static boolean fits(Bars bars, ExchangeCalendar calendar) {
        if (!Coverage.measures(bars)) {
            return false;
        }
        if (bars.size() < LEAST_BARS) {
            return true;
        }
        Bars last = bars.size() > LOOKED_AT ? bars.slice(bars.size() - LOOKED_AT, bars.size()) : bars;
        return possible(last, calendar) && fit(last, calendar) != null;
    }

    private static boolean possible(Bars bars, ExchangeCalendar calendar) {
        ZoneId zone = bars.zone().normalized();
        if (withoutHolidays(calendar)
                || zone.equals(ZoneOffset.UTC)
                || bars.zone().equals(calendar.zone())) {
            return true;
        }
        Instant first = Instant.ofEpochSecond(Math.floorDiv(bars.time(0), 1_000_000_000L));
        return zone instanceof ZoneOffset
                && calendar.zone().getRules().getOffset(first).equals(zone);
    }

    private static boolean withoutHolidays(ExchangeCalendar calendar) {
        return calendar.id().equals(ExchangeCalendars.ALWAYS) || calendar.id().equals("FX");
    }

    private static @Nullable Fit fit(Bars bars, ExchangeCalendar calendar) {
        Coverage coverage = Coverage.of(bars, calendar);
        int trading = 0;
        int strange = 0;
        long expected = 0;
        long there = 0;
        for (LocalDate day = coverage.first(); !day.isAfter(coverage.last()); day = day.plusDays(1)) {
            Coverage.Day each = coverage.day(day);
            if (each.present() > 0 || (each.outside() > 0 && calendar.trades(day))) {
                trading++;
                expected += each.expected();
                there += Math.min(each.present(), each.expected());
            } else if (each.outside() > 0) {
                strange++;
            }
        }
        int missing = coverage.gaps().stream()
                .mapToInt(Coverage.Gap::sessions)
                .filter(sessions -> sessions <= OUTAGE)
                .sum();
        double filled = trading / (double) Math.max(1, trading + missing);
        double inside = trading / (double) Math.max(1, trading + strange);
        double hours =
                there / (double) Math.max(1, expected) * StrictMath.sqrt(coverage.present() / (double) bars.size());
        boolean byDays = trading >= ENOUGH_DAYS && !withoutHolidays(calendar);
        boolean told = byDays || !bars.timeframe().intraday() || hours >= LEAST_HOURS;
        boolean fits = filled >= (withoutHolidays(calendar) ? WITHOUT_HOLIDAYS : LEAST_DAYS) && inside >= DAYS_INSIDE;
        return told && fits ? new Fit(calendar, filled * inside, hours) : null;
    }
}
