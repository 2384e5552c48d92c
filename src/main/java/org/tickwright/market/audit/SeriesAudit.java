package org.tickwright.market.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.AuditReport;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.calendar.ExchangeCalendar;

/// All checks of a series that is in the store already. What errors forbid never got there, except spans in another
/// scale, which an import only warns of.
public final class SeriesAudit {
    private static final long[] NO_LINES = new long[0];

    private SeriesAudit() {}

    /// Audits the bars of a series against a calendar, or against its own habit where there is none; `source` says
    /// who says which calendar it is.
    public static SeriesQuality run(
            SeriesInfo series, Bars bars, @Nullable ExchangeCalendar calendar, CalendarSource source) {
        AuditLog log = new AuditLog(Set.of());
        @Nullable Coverage coverage = calendar == null || !Coverage.measures(bars) ? null : Coverage.of(bars, calendar);
        check(bars, coverage, log);
        return new SeriesQuality(new AuditReport(series, log.findings(), log.counts()), coverage, source);
    }

    /// The checks themselves, into a log.
    public static void check(Bars bars, @Nullable Coverage coverage, AuditLog log) {
        if (coverage == null) {
            GapAudit.run(bars, NO_LINES, log);
        } else {
            times(bars, coverage, log);
        }
        prices(bars, log);
    }

    /// The checks of times against a calendar.
    public static void times(Bars bars, Coverage coverage, AuditLog log) {
        // Where the clock is wrong everything is outside of the sessions; the habit still tells what is missing.
        if (ClockAudit.run(bars, coverage.calendar(), log)) {
            GapAudit.run(bars, NO_LINES, log);
        } else {
            CalendarAudit.run(bars, coverage, log);
        }
    }

    /// The checks that need no calendar and no habit: leaps, scales, stale prices, volume.
    public static void prices(Bars bars, AuditLog log) {
        OutlierAudit.run(bars, NO_LINES, log, Severity.ERROR);
        StaleAudit.run(bars, log);
    }
}
