package org.tickwright.market;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// When an exchange's session ends: a wall-clock time in its zone, from which the bars of that day are known.
///
/// Written `16:00@America/New_York`. It holds for Monday to Friday: a week's or month's bar is known after the last of
/// these in its span. A day on which the exchange closes earlier is known no earlier for that, and what is traded
/// after the session belongs to no bar that is made of shorter ones. Daylight saving follows the zone's rules.
public record SessionClose(LocalTime time, ZoneId zone) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Which closes a run was given: per symbol, and for all others; both may be missing. Texts as for [#parse].
    public record Given(@Nullable String all, Map<String, String> bySymbol) {
        /// None: days are known at the next midnight.
        public static final Given NONE = new Given(null, Map.of());

        /// Reads `16:00`, `16:00@America/New_York` or `SPY=16:00`, one text each; throws
        /// [IllegalArgumentException] otherwise.
        public static Given ofTexts(List<String> texts) {
            @Nullable String all = null;
            Map<String, String> bySymbol = new TreeMap<>();
            for (String each : texts) {
                int equals = each.indexOf('=');
                String text = each.substring(equals + 1).strip();
                SessionClose.parse(text, ZoneOffset.UTC);
                if (equals < 0) {
                    all = text;
                } else {
                    bySymbol.put(each.substring(0, equals).strip(), text);
                }
            }
            return new Given(all, bySymbol);
        }

        /// The close of a series whose times are in `zone`.
        public @Nullable SessionClose of(String symbol, ZoneId zone) {
            @Nullable String text = bySymbol.containsKey(symbol) ? bySymbol.get(symbol) : all;
            return text == null ? null : parse(text, zone);
        }
    }

    /// Reads `16:00` (in `zone`) or `16:00@America/New_York`; throws [IllegalArgumentException] otherwise.
    public static SessionClose parse(String text, ZoneId zone) {
        int at = text.indexOf('@');
        try {
            return new SessionClose(
                    LocalTime.parse(
                            at < 0 ? text.strip() : text.substring(0, at).strip()),
                    at < 0 ? zone : ZoneId.of(text.substring(at + 1).strip()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A session's close is like 16:00 or 16:00@America/New_York, was '" + text + "'", e);
        }
    }

    /// The close of a day, in nanoseconds UTC.
    public long of(LocalDate day) {
        return Math.multiplyExact(day.atTime(time).atZone(zone).toEpochSecond(), NANOS_PER_SECOND);
    }

    /// The last Monday to Friday at or before a day.
    static LocalDate lastSession(LocalDate day) {
        int beyondFriday = day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        return beyondFriday > 0 ? day.minusDays(beyondFriday) : day;
    }

    @Override
    public String toString() {
        return time + "@" + zone.getId();
    }
}
