package org.tickwright.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.tickwright.market.Timeframe;

/// Times of a run as ISO-8601 text and back, quick enough for a line per bar.
///
/// Intraday bars are written in UTC (`2013-10-07T13:31:00Z`), longer ones in the exchange's zone with its
/// offset (`2004-08-19T00:00:00-04:00`), so that the first ten characters are the trading day. Not safe for
/// several threads.
public final class RunTimes {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final ZoneId zone;
    private final boolean intraday;
    private long cachedDay = Long.MIN_VALUE;
    private final StringBuilder text = new StringBuilder(40);

    /// Texts of times for bars of this length at an exchange in this zone.
    public RunTimes(Timeframe timeframe, ZoneId zone) {
        this.zone = zone;
        intraday = timeframe.intraday();
    }

    /// The instant as text.
    public String instant(long nanos) {
        return intraday ? utc(nanos) : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(nanos));
    }

    /// The date at the exchange.
    public String date(long nanos) {
        return at(nanos).toLocalDate().toString();
    }

    private OffsetDateTime at(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
                .atZone(zone)
                .toOffsetDateTime();
    }

    private String utc(long nanos) {
        long day = Math.floorDiv(nanos, DAY);
        if (day != cachedDay) {
            text.setLength(0);
            text.append(LocalDate.ofEpochDay(day)).append('T');
            cachedDay = day;
        }
        int dateLength = text.indexOf("T") + 1;
        text.setLength(dateLength);
        long ofDay = Math.floorMod(nanos, DAY);
        int seconds = (int) (ofDay / SECOND);
        two(seconds / 3600).append(':');
        two(seconds / 60 % 60).append(':');
        two(seconds % 60);
        int fraction = (int) (ofDay % SECOND);
        if (fraction != 0) {
            text.append('.').append(Integer.toString(SECOND_DIGITS + fraction), 1, 10);
        }
        return text.append('Z').toString();
    }

    private static final int SECOND_DIGITS = 1_000_000_000;

    private StringBuilder two(int value) {
        return text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    /// Reads an ISO-8601 instant with `Z` or an offset as nanoseconds UTC.
    static long parse(String iso) {
        if (iso.length() == 20 && iso.charAt(19) == 'Z' && iso.charAt(10) == 'T') {
            long days = LocalDate.of(digits(iso, 0, 4), digits(iso, 5, 7), digits(iso, 8, 10))
                    .toEpochDay();
            int seconds = (digits(iso, 11, 13) * 60 + digits(iso, 14, 16)) * 60 + digits(iso, 17, 19);
            return Math.multiplyExact(days * 86_400 + seconds, SECOND);
        }
        OffsetDateTime time = OffsetDateTime.parse(iso);
        return Math.addExact(Math.multiplyExact(time.toEpochSecond(), SECOND), time.getNano());
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("Not a time: '" + text + "'");
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
