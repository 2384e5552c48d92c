package org.tickwright.desktop.data;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickwright.market.SeriesInfo;

/// A series as a line of the list. Times are in the series' own zone.
public record SeriesRow(SeriesInfo info) {
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

    /// The number of bars in the language of numbers.
    public String bars(Locale numbers) {
        return String.format(numbers, "%,d", info.bars());
    }

    /// Whether symbol, timeframe or source contain the lower-case text.
    boolean matches(String wanted) {
        String text = symbol() + " " + timeframe() + " " + info.source() + (info.simulated() ? " sim" : "");
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private String time(long nanos) {
        ZonedDateTime at = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
                .atZone(info.zone());
        return (info.key().timeframe().intraday() ? MINUTE : DAY).format(at);
    }
}
