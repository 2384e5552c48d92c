package org.tickwright.market.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.audit.Coverage.Day;
import org.tickwright.market.audit.Coverage.Gap;
import org.tickwright.market.calendar.ExchangeCalendar;

/// Compares a series with the calendar of its exchange: bars that are missing (`GAP`), bars on days on which the
/// exchange was closed (`CLOSED_DAY`), bars outside of its hours (`OUTSIDE_SESSION`).
///
/// A gap of a whole session or more warns, and so does one of a twentieth of a session or more; a shorter one is only
/// noted, for where nobody trades for a minute there is no bar. What lies outside of the years the calendar knows is
/// only
/// noted too.
public final class CalendarAudit {
    private static final int SHOWN = 20;
    private static final String MEND = "Fetch the missing bars if they exist; indicators run over the bars there are";

    private final Bars bars;
    private final Coverage coverage;
    private final ExchangeCalendar calendar;
    private final AuditLog log;

    private CalendarAudit(Bars bars, Coverage coverage, AuditLog log) {
        this.bars = bars;
        this.coverage = coverage;
        this.calendar = coverage.calendar();
        this.log = log;
    }

    /// Reports what differs between a series and its calendar.
    public static void run(Bars bars, Coverage coverage, AuditLog log) {
        CalendarAudit audit = new CalendarAudit(bars, coverage, log);
        audit.gaps();
        audit.strangeDays();
    }

    private void gaps() {
        List<Gap> longest = new ArrayList<>(coverage.gaps());
        longest.sort(Comparator.comparingLong(Gap::missing).reversed().thenComparingInt(Gap::after));
        longest.stream().limit(SHOWN).forEach(this::report);
        if (longest.size() > SHOWN) {
            List<Gap> rest = longest.subList(SHOWN, longest.size());
            long missing = rest.stream().mapToLong(Gap::missing).sum();
            boolean warns = rest.stream().anyMatch(gap -> severity(gap) == Severity.WARNING);
            log.report(new Finding(
                    "GAP",
                    warns ? Severity.WARNING : Severity.NOTE,
                    0,
                    rest.size() + " further gaps, each no longer than the shortest shown, miss " + bars(missing),
                    MEND));
            log.countFurther("GAP", rest.size() - 1);
        }
    }

    private void report(Gap gap) {
        int after = gap.after();
        String whole = gap.sessions() > 0 && bars.timeframe().intraday()
                ? ", among them " + gap.sessions() + (gap.sessions() == 1 ? " whole session" : " whole sessions")
                : "";
        log.report(new Finding(
                "GAP",
                severity(gap),
                0,
                bars(gap.missing()) + (gap.missing() == 1 ? " is" : " are") + " missing between "
                        + BarTimes.text(bars, after) + " and " + BarTimes.text(bars, after + 1) + whole,
                MEND,
                gap.from(),
                gap.to()));
    }

    private Severity severity(Gap gap) {
        if (!known(calendar.dayOf(gap.from()))) {
            return Severity.NOTE;
        }
        int session = bars.timeframe().intraday()
                ? calendar.sessionAt(gap.from())
                        .map(hours -> hours.bars(bars.timeframe()))
                        .orElse(1)
                : 1;
        return gap.sessions() > 0 || gap.missing() * 20 >= session ? Severity.WARNING : Severity.NOTE;
    }

    private boolean known(LocalDate day) {
        return calendar.known().contains(day);
    }

    private String bars(long count) {
        return String.format(Locale.ROOT, "%,d", count) + (count == 1 ? " bar of " : " bars of ") + bars.timeframe();
    }

    private void strangeDays() {
        List<Day> closed = new ArrayList<>();
        long outside = 0;
        int days = 0;
        LocalDate first = coverage.first();
        for (LocalDate day = first; !day.isAfter(coverage.last()); day = day.plusDays(1)) {
            Day there = coverage.day(day);
            if (there.outside() > 0 && !calendar.trades(day) && !eve(day)) {
                closed.add(there);
            } else if (there.outside() > 0) {
                outside += there.outside();
                first = days == 0 ? day : first;
                days++;
            }
        }
        closed.stream().limit(SHOWN).forEach(this::closedDay);
        if (closed.size() > SHOWN) {
            log.report(new Finding(
                    "CLOSED_DAY",
                    Severity.WARNING,
                    0,
                    (closed.size() - SHOWN) + " further days on which " + calendar.id() + " was closed have bars",
                    "Check the dates, the zone and the calendar of the series"));
            log.countFurther("CLOSED_DAY", closed.size() - SHOWN - 1);
        }
        if (outside > 0) {
            outside(outside, days, first);
        }
    }

    /// The code of what is strange about a bar: `CLOSED_DAY`, `OUTSIDE_SESSION`, or nothing.
    static String strange(Bars bars, int i, ExchangeCalendar calendar) {
        LocalDate day;
        if (bars.timeframe().intraday()) {
            if (calendar.sessionAt(bars.time(i)).isPresent()) {
                return "";
            }
            day = calendar.dayOf(bars.time(i));
        } else {
            day = Instant.ofEpochSecond(Math.floorDiv(bars.time(i), 1_000_000_000L))
                    .atZone(bars.zone())
                    .toLocalDate();
            if (calendar.trades(day)) {
                return "";
            }
        }
        return calendar.trades(day) || eve(bars, calendar, day) ? "OUTSIDE_SESSION" : "CLOSED_DAY";
    }

    private boolean eve(LocalDate day) {
        return eve(bars, calendar, day);
    }

    /// Whether the next day's session opens on this one.
    private static boolean eve(Bars bars, ExchangeCalendar calendar, LocalDate day) {
        return bars.timeframe().intraday()
                && calendar.session(day.plusDays(1))
                        .filter(next -> calendar.dayOf(next.open()).equals(day))
                        .isPresent();
    }

    private void closedDay(Day day) {
        int first = bars.indexAtOrAfter(startOf(day.day()));
        String count = bars.timeframe().intraday() ? day.outside() + " bars lie" : "A bar lies";
        log.report(new Finding(
                "CLOSED_DAY",
                known(day.day()) ? Severity.WARNING : Severity.NOTE,
                0,
                count + " on " + day.day() + ", when " + calendar.id() + " was closed (" + calendar.closed(day.day())
                        + ")",
                "Check the date, the zone and the calendar of the series, or drop the bars",
                bars.time(Math.min(first, bars.size() - 1)),
                startOf(day.day().plusDays(1)) - 1));
    }

    private long startOf(LocalDate day) {
        var zone = bars.timeframe().intraday() ? calendar.zone() : bars.zone();
        return day.atStartOfDay(zone).toEpochSecond() * 1_000_000_000L;
    }

    private void outside(long count, int days, LocalDate first) {
        log.report(new Finding(
                "OUTSIDE_SESSION",
                Severity.NOTE,
                0,
                bars(count) + (count == 1 ? " lies" : " lie") + " outside of the hours of " + calendar.id() + " on "
                        + days + (days == 1 ? " day" : " days") + ", first on " + first,
                "Nothing to do where trading before and after the session is wanted"));
    }
}
