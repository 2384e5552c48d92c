package org.tickwright.market.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Finds a zone whose rules give every offset that a file states.
final class ZoneFinder {
    /// Zones of exchanges, tried first, so that New York is not called Detroit.
    private static final List<String> EXCHANGES = List.of(
            "America/New_York",
            "Europe/London",
            "Europe/Berlin",
            "America/Toronto",
            "America/Chicago",
            "Europe/Athens",
            "Asia/Jerusalem",
            "Australia/Sydney",
            "Pacific/Auckland",
            "America/Sao_Paulo",
            "America/Los_Angeles");

    private ZoneFinder() {}

    /// The first zone that fits every row; empty if none does.
    static Optional<ZoneId> fitting(Rows rows) {
        List<String> names = new ArrayList<>(EXCHANGES);
        names.addAll(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        return names.stream()
                .map(ZoneId::of)
                .filter(zone -> fits(zone.getRules(), rows))
                .findFirst();
    }

    private static boolean fits(ZoneRules rules, Rows rows) {
        ZoneRuleWindow window = new ZoneRuleWindow(rules);
        for (int i = 0; i < rows.size(); i++) {
            int offset = rows.offset(i);
            long instant = rows.wall(i) - offset * 1_000_000_000L;
            if (window.offsetAt(instant) != offset) {
                return false;
            }
        }
        return true;
    }

    /// The offset of a zone over time, remembering the span in which it does not change.
    static final class ZoneRuleWindow {
        private final ZoneRules rules;
        private long from = 1;
        private long to;
        private int offset;

        ZoneRuleWindow(ZoneRules rules) {
            this.rules = rules;
        }

        /// Seconds east of UTC at an instant in nanoseconds.
        int offsetAt(long nanos) {
            if (nanos < from || nanos >= to) {
                Instant at = Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L));
                ZoneOffset now = rules.getOffset(at);
                offset = now.getTotalSeconds();
                var next = rules.nextTransition(at);
                var previous = rules.previousTransition(at.plusSeconds(1));
                from = previous == null ? Long.MIN_VALUE : nanos(previous.getInstant());
                to = next == null ? Long.MAX_VALUE : nanos(next.getInstant());
            }
            return offset;
        }

        private static long nanos(Instant instant) {
            long second = Math.clamp(instant.getEpochSecond(), -9_000_000_000L, 9_000_000_000L);
            return second * 1_000_000_000L;
        }
    }
}
