package org.tickwright.desktop.data;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.AuditReport;
import org.tickwright.market.Finding;
import org.tickwright.market.SeriesInfo;

/// A series as a line of the list. Times are in the series' own zone; the audit is null until it was done.
public record SeriesRow(SeriesInfo info, @Nullable AuditReport audit) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final long NANOS = 1_000_000_000L;

    /// The symbol.
    public String symbol() {
        return info.key().symbol();
    }

    /// The timeframe as it is written.
    public String timeframe() {
        return info.key().timeframe().toString();
    }

    /// The first bar's day, with the minute for intraday series.
    public String from() {
        return time(info.from());
    }

    /// The last bar's day, with the minute for intraday series.
    public String to() {
        return time(info.to());
    }

    /// What the audit says in two words: `clean`, `3 warnings`, `1 finding`; notes are left out; empty until it was
    /// done.
    public String quality() {
        AuditReport report = audit;
        if (report == null) {
            return "";
        }
        Set<String> serious = report.findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                .map(Finding::code)
                .collect(Collectors.toSet());
        int all = serious.stream()
                .mapToInt(code -> report.findingCounts().getOrDefault(code, 0))
                .sum();
        boolean error = report.findings().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        String word = error ? "finding" : "warning";
        return all == 0 ? "clean" : all + " " + word + (all == 1 ? "" : "s");
    }

    /// The same series with its audit.
    SeriesRow with(AuditReport report) {
        return new SeriesRow(info, report);
    }

    /// The number of bars in the language of numbers.
    public String bars(Locale numbers) {
        return String.format(numbers, "%,d", info.bars());
    }

    /// Whether symbol, timeframe or source contain the lower-case text.
    boolean matches(String wanted) {
        String text = symbol() + " " + timeframe() + " " + info.source() + (info.simulated() ? " sim" : "");
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// A time in the zone of the series.
    String time(long nanos) {
        ZonedDateTime at = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
                .atZone(info.zone());
        return (info.key().timeframe().intraday() ? MINUTE : DAY).format(at);
    }
}
