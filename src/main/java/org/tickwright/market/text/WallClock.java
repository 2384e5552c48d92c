package org.tickwright.market.text;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Local time to instant, remembering the span in which the offset does not change.
///
/// In the hour that comes twice in autumn the first one is meant, unless the rows have passed it already. One thread.
final class WallClock {
    /// The instant of a local time that does not exist.
    static final long NONE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;

    private final ZoneId zone;
    private long from = 1;
    private long to;
    private long offset;

    WallClock(ZoneId zone) {
        this.zone = zone;
    }

    /// The instant of a local time behind the one of the row before, [#NONE] where the clocks left it out.
    long instant(long wall, long previous) {
        if (wall >= from && wall < to) {
            return wall - offset;
        }
        LocalDateTime local = local(wall);
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        if (valid.isEmpty()) {
            return NONE;
        }
        if (valid.size() > 1) {
            long earlier = wall - valid.getFirst().getTotalSeconds() * SECOND;
            long later = wall - valid.getLast().getTotalSeconds() * SECOND;
            return previous != Long.MIN_VALUE && earlier <= previous && later > previous ? later : earlier;
        }
        remember(wall, valid.getFirst());
        return wall - offset;
    }

    private void remember(long wall, ZoneOffset now) {
        offset = now.getTotalSeconds() * SECOND;
        var instant = local(wall).toInstant(now);
        @Nullable ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
        @Nullable ZoneOffsetTransition before = zone.getRules().previousTransition(instant.plusNanos(1));
        to = next == null ? Long.MAX_VALUE : wallNanos(next, true);
        from = before == null ? Long.MIN_VALUE : wallNanos(before, false);
    }

    /// The wall time up to which (or from which) only one offset is possible.
    private static long wallNanos(ZoneOffsetTransition transition, boolean until) {
        LocalDateTime a = transition.getDateTimeBefore();
        LocalDateTime b = transition.getDateTimeAfter();
        LocalDateTime bound = until == a.isBefore(b) ? a : b;
        long second = Math.clamp(bound.toEpochSecond(ZoneOffset.UTC), -9_000_000_000L, 9_000_000_000L);
        return second * SECOND;
    }

    /// A local time in nanoseconds since 1970-01-01T00:00 as a date and time.
    static LocalDateTime local(long wall) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(wall, SECOND), (int) Math.floorMod(wall, SECOND), ZoneOffset.UTC);
    }
}
