package org.tickwright.market;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Where ticks come from: the exchange's zone, which decides what a day is, the file, feed or generator in words,
/// whether a generator made them, and the hash under which [RawFiles] keeps the file as it came, null where none was
/// kept.
public record TickOrigin(
        ZoneId zone,
        String source,
        boolean simulated,
        @Nullable String raw) {
    private static final int LONGEST = 1000;

    /// Cuts a source that is too long to keep.
    public TickOrigin {
        source = source.length() > LONGEST ? source.substring(0, LONGEST) : source;
    }

    /// Of what came from no file that is kept.
    public TickOrigin(ZoneId zone, String source, boolean simulated) {
        this(zone, source, simulated, null);
    }

    /// True if nothing speaks for two versions where the ticks are the same: a file that is kept now and was not kept
    /// before, or the other way round, does not.
    public boolean sameAs(TickOrigin other) {
        boolean sameFile = raw == null || other.raw == null || raw.equals(other.raw);
        return sameFile && zone.equals(other.zone) && source.equals(other.source) && simulated == other.simulated;
    }
}
