package org.tickwright.market.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tickwright.market.ZoneWindow;

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
        return names.stream().map(ZoneId::of).filter(zone -> fits(zone, rows)).findFirst();
    }

    private static boolean fits(ZoneId zone, Rows rows) {
        ZoneWindow window = new ZoneWindow(zone);
        for (int i = 0; i < rows.size(); i++) {
            long offset = rows.offset(i) * 1_000_000_000L;
            if (window.offset(rows.wall(i) - offset) != offset) {
                return false;
            }
        }
        return true;
    }
}
