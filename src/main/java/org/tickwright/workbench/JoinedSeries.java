package org.tickwright.workbench;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tickwright.market.ImportException;

/// The series that the files of one import have held so far. Files whose series begins behind what an earlier one held
/// of it continue it, as the dumps of months or days do; what overlaps is refused, since neither file is the truth.
final class JoinedSeries {
    private static final long SECOND = 1_000_000_000L;

    private final Map<String, Held> held = new HashMap<>();

    private record Held(String file, long last) {}

    /// Notes that a file holds a series from one time to another; true where it continues that of an earlier file.
    /// Trades and quotes may share the time of the last one, bars (`apart`) may not.
    boolean continues(String series, String file, long first, long last, boolean apart) throws ImportException {
        Held before = held.get(series);
        if (before != null && (apart ? first <= before.last() : first < before.last())) {
            throw new ImportException(file + " holds " + series + " from " + words(first) + ", but " + before.file()
                    + " held it to " + words(before.last()) + " already in this import. Files of one series are joined"
                    + " where each begins behind the one before in the order of their names: rename it, or import it"
                    + " by itself with a symbol.");
        }
        held.put(series, new Held(file, last));
        return before != null;
    }

    private static String words(long time) {
        return Instant.ofEpochSecond(Math.floorDiv(time, SECOND), Math.floorMod(time, SECOND))
                .toString();
    }
}
