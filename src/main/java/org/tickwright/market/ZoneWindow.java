package org.tickwright.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/// The offset of a zone over time, fast for times that come in order: it remembers the span in which the offset does
/// not change. Not safe for several threads.
public final class ZoneWindow {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long FAR = 9_000_000_000L;

    private final ZoneId zone;
    private final ZoneRules rules;
    private long from = 1;
    private long to;
    private long offset;
    private long day = Long.MIN_VALUE;
    private long dayStart;

    /// A window over the zone's rules.
    public ZoneWindow(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /// Nanoseconds east of UTC at an instant in nanoseconds.
    public long offset(long nanos) {
        if (nanos < from || nanos >= to) {
            Instant at = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND));
            offset = rules.getOffset(at).getTotalSeconds() * SECOND;
            var next = rules.nextTransition(at);
            var previous = rules.previousTransition(at.plusSeconds(1));
            from = previous == null ? Long.MIN_VALUE : nanos(previous.getInstant());
            to = next == null ? Long.MAX_VALUE : nanos(next.getInstant());
        }
        return offset;
    }

    /// The local time at an instant, in nanoseconds since 1970-01-01T00:00 local.
    public long local(long nanos) {
        return nanos + offset(nanos);
    }

    /// The local day of an instant, in days since 1970-01-01.
    public long localDay(long nanos) {
        return Math.floorDiv(local(nanos), DAY);
    }

    /// The instant at which a local day starts.
    public long startOfDay(long localDay) {
        if (localDay != day) {
            day = localDay;
            dayStart = Math.multiplyExact(
                    LocalDate.ofEpochDay(localDay).atStartOfDay(zone).toEpochSecond(), SECOND);
        }
        return dayStart;
    }

    private static long nanos(Instant instant) {
        return Math.clamp(instant.getEpochSecond(), -FAR, FAR) * SECOND;
    }
}
