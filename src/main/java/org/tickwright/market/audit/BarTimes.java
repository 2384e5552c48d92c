package org.tickwright.market.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickwright.market.Bars;

/// Times of bars in words, in the zone of the series.
final class BarTimes {
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private BarTimes() {}

    /// The day of a bar, with the time where there are several a day.
    static String text(Bars bars, int i) {
        LocalDateTime local = Instant.ofEpochSecond(Math.floorDiv(bars.time(i), SECOND))
                .atZone(bars.zone())
                .toLocalDateTime();
        if (!bars.timeframe().intraday()) {
            return local.toLocalDate().toString();
        }
        return local.format(local.getSecond() == 0 ? MINUTE : CLOCK);
    }

    /// An instant, in UTC.
    static String utc(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
                .toString();
    }
}
