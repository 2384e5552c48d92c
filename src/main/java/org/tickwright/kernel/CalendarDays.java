package org.tickwright.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Which day an instant falls on in a zone, as the number of days since 1970-01-01.
///
/// Remembers the bounds of the last day it saw, so that instants in order cost next to nothing. For one
/// thread.
public final class CalendarDays {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final ZoneId zone;
    private long day;
    private long begins;
    private long ends;

    /// Days as the clocks of this zone show them.
    public CalendarDays(ZoneId zone) {
        this.zone = zone;
    }

    /// The days of the first `count` times.
    public static long[] of(long[] nanos, int count, ZoneId zone) {
        CalendarDays days = new CalendarDays(zone);
        long[] result = new long[count];
        for (int i = 0; i < count; i++) {
            result[i] = days.dayOf(nanos[i]);
        }
        return result;
    }

    /// The day of an instant in nanoseconds UTC.
    public long dayOf(long nanos) {
        if (nanos < begins || nanos >= ends) {
            LocalDate date = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND))
                    .atZone(zone)
                    .toLocalDate();
            day = date.toEpochDay();
            begins = midnight(date);
            ends = midnight(date.plusDays(1));
        }
        return day;
    }

    private long midnight(LocalDate date) {
        return Math.multiplyExact(date.atStartOfDay(zone).toEpochSecond(), NANOS_PER_SECOND);
    }
}
