package org.tickwright.market.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.AuditReport;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.SeriesInfo;

/// What is known of how good a series is: the findings of the audit and, where there is a calendar for it, how much of
/// what the calendar expects is there.
///
/// @param report the findings with the series
/// @param coverage null where no calendar was chosen and none fits
/// @param source who says which calendar it is
public record SeriesQuality(AuditReport report, @Nullable Coverage coverage, CalendarSource source) {

    /// Whether a person chose the calendar.
    public boolean chosen() {
        return source == CalendarSource.PERSON;
    }

    /// The series.
    public SeriesInfo series() {
        return report.series();
    }

    /// The findings, at most a thousand.
    public List<Finding> findings() {
        return report.findings();
    }

    /// How many of the shown findings are how severe.
    public Map<Severity, Integer> severities() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        findings().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts;
    }

    /// The calendar in words, and whether it was chosen.
    public String calendarInWords() {
        if (coverage == null) {
            return CalendarSource.NONE.inWords();
        }
        return coverage.calendar() + ", " + source.inWords();
    }
}
