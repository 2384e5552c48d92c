package org.tickwright.market;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person decided to do about the rows of one finding: `drop`, `keep`, `fill`, `merge`, `scale`, or
/// `shift` to a zone.
///
/// Written `FINDING=drop` and the like, `FINDING=shift:America/New_York`, and read back from the same.
///
/// @param finding the code of the finding
/// @param action what becomes of the rows
/// @param zone the zone of a shift, null with any other action
public record Mend(String finding, Action action, @Nullable ZoneId zone) {

    /// What becomes of rows that have a finding.
    public enum Action {
        /// The rows are left out.
        DROP,
        /// The rows stay as they are, where a series can hold them.
        KEEP,
        /// Bars that are missing are put in, flat at the close before and without volume.
        FILL,
        /// Bars of one time become one: the first open, the highest high, the lowest low, the last close,
        /// the sum of the volumes.
        MERGE,
        /// The times are read in another zone.
        SHIFT,
        /// Prices in another scale are brought to that of the others, volumes the other way.
        SCALE
    }

    private static final Map<String, Set<Action>> FITTING = Map.of(
            "BAD_ROW", Set.of(Action.DROP),
            "IMPOSSIBLE_OHLC", Set.of(Action.DROP, Action.FILL),
            "NON_POSITIVE_PRICE", Set.of(Action.DROP, Action.FILL),
            "NEGATIVE_VOLUME", Set.of(Action.DROP, Action.FILL),
            "MIXED_TIMEFRAME", Set.of(Action.DROP),
            "OUT_OF_ORDER", Set.of(Action.DROP, Action.KEEP),
            "DUPLICATE", Set.of(Action.DROP, Action.MERGE),
            "GAP", Set.of(Action.KEEP, Action.FILL),
            "ZONE_ASSUMED", Set.of(Action.KEEP, Action.SHIFT));

    private static final Map<String, Set<Action>> FITTING_STORED = Map.of(
            "OUTLIER", Set.of(Action.KEEP, Action.DROP, Action.FILL),
            "PRICE_SCALE", Set.of(Action.KEEP, Action.DROP, Action.FILL, Action.SCALE),
            "SPLIT", Set.of(Action.KEEP, Action.SCALE),
            "STALE", Set.of(Action.KEEP, Action.DROP),
            "ZERO_VOLUME", Set.of(Action.KEEP, Action.DROP),
            "CLOSED_DAY", Set.of(Action.KEEP, Action.DROP),
            "OUTSIDE_SESSION", Set.of(Action.KEEP, Action.DROP),
            "GAP", Set.of(Action.KEEP, Action.FILL),
            "ZONE_SHIFT", Set.of(Action.KEEP, Action.SHIFT),
            "CLOCK_CHANGE", Set.of(Action.KEEP, Action.SHIFT));

    /// What can be done about a finding in a series that is stored already; any other can only be kept.
    public static Set<Action> fittingStored(String finding) {
        return FITTING_STORED.getOrDefault(finding, Set.of(Action.KEEP));
    }

    /// What can be done about a finding while its file is read; any other finding can only be kept.
    public static Set<Action> fitting(String finding) {
        return FITTING.getOrDefault(finding, Set.of(Action.KEEP));
    }

    /// Checks that a shift, and a shift alone, names a zone.
    public Mend {
        finding = finding.strip().toUpperCase(Locale.ROOT);
        if (finding.isEmpty() || (action == Action.SHIFT) != (zone != null)) {
            throw new IllegalArgumentException("A mend is FINDING=drop, keep, fill, merge, scale or shift:ZONE");
        }
    }

    /// Reads `FINDING=ACTION`; throws [IllegalArgumentException] with the forms otherwise.
    public static Mend parse(String text) {
        int at = text.indexOf('=');
        String action = at < 0 ? "" : text.substring(at + 1).strip();
        try {
            if (action.toLowerCase(Locale.ROOT).startsWith("shift:")) {
                return new Mend(text.substring(0, at), Action.SHIFT, ZoneId.of(action.substring(6)));
            }
            return new Mend(text.substring(0, Math.max(at, 0)), Action.valueOf(action.toUpperCase(Locale.ROOT)), null);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The zone of '" + text + "' is not known. Write it like shift:Europe/London.", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "A mend is FINDING=drop, keep, fill, merge, scale or shift:ZONE, was '" + text + "'", e);
        }
    }

    @Override
    public String toString() {
        return finding + "=" + action.name().toLowerCase(Locale.ROOT) + (zone == null ? "" : ":" + zone.getId());
    }
}
