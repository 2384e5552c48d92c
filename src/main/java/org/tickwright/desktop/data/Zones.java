package org.tickwright.desktop.data;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The zones to choose from: the usual ones first, then all of them by name.
final class Zones {
    private static final List<String> USUAL = List.of(
            "UTC",
            "America/New_York",
            "America/Chicago",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Tokyo",
            "Asia/Hong_Kong",
            "Asia/Kolkata",
            "Australia/Sydney");

    private Zones() {}

    /// An empty choice and all zones.
    static List<String> all() {
        List<String> zones = new ArrayList<>(List.of(""));
        zones.addAll(USUAL);
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .filter(id -> !USUAL.contains(id))
                .sorted()
                .forEach(zones::add);
        return zones;
    }
}
