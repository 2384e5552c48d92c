package org.tickwright.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Finding;
import org.tickwright.market.audit.Coverage;
import org.tickwright.market.audit.SeriesQuality;

/// The quality of a series as lines and as JSON.
final class QualityText {
    private QualityText() {}

    /// The calendar, the coverage and the findings.
    static List<String> lines(SeriesQuality quality) {
        List<String> lines = new ArrayList<>();
        lines.add("Calendar: " + quality.calendarInWords());
        Coverage coverage = quality.coverage();
        if (coverage != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Coverage: %.2f %%, %,d of %,d bars that are expected, %,d missing, %,d outside of sessions",
                    100 * coverage.share(),
                    coverage.expected() - coverage.missing(),
                    coverage.expected(),
                    coverage.missing(),
                    coverage.outside()));
        }
        quality.findings().forEach(finding -> lines.add(FindingText.of(finding)));
        if (quality.findings().isEmpty()) {
            lines.add("No findings.");
        }
        return lines;
    }

    /// The whole as a document.
    static Map<String, Object> document(SeriesQuality quality) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("series", SeriesText.document(quality.series()));
        all.put("calendar", calendar(quality));
        all.put("coverage", coverage(quality.coverage()));
        all.put("findingCounts", quality.report().findingCounts());
        Map<String, Integer> severities = new LinkedHashMap<>();
        for (Finding.Severity severity : Finding.Severity.values()) {
            severities.put(severity.name(), quality.severities().getOrDefault(severity, 0));
        }
        all.put("severities", severities);
        all.put(
                "findings",
                quality.findings().stream().map(FindingText::document).toList());
        return all;
    }

    private static @Nullable Map<String, Object> calendar(SeriesQuality quality) {
        Coverage coverage = quality.coverage();
        if (coverage == null) {
            return null;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", coverage.calendar().id());
        document.put("title", coverage.calendar().title());
        document.put("chosen", quality.chosen());
        document.put("source", quality.source().name().toLowerCase(Locale.ROOT));
        return document;
    }

    private static @Nullable Map<String, Object> coverage(@Nullable Coverage coverage) {
        if (coverage == null) {
            return null;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("share", coverage.share());
        document.put("expected", coverage.expected());
        document.put("missing", coverage.missing());
        document.put("outside", coverage.outside());
        document.put("gaps", coverage.gaps().size());
        document.put("incompleteDays", incomplete(coverage));
        return document;
    }

    /// The days that lack a bar or have one outside of the session.
    private static List<Map<String, Object>> incomplete(Coverage coverage) {
        List<Map<String, Object>> days = new ArrayList<>();
        for (LocalDate day = coverage.first(); !day.isAfter(coverage.last()); day = day.plusDays(1)) {
            Coverage.Day there = coverage.day(day);
            if (there.present() < there.expected() || there.outside() > 0) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("day", day.toString());
                document.put("expected", there.expected());
                document.put("present", there.present());
                document.put("outside", there.outside());
                days.add(document);
            }
        }
        return days;
    }
}
