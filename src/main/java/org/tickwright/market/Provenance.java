package org.tickwright.market;

import org.jspecify.annotations.Nullable;

/// How a version of a series came about.
///
/// @param source a file name, or the generator's name and seed
/// @param simulated whether a generator made it
/// @param raw the hash under which [RawFiles] keeps the file as it came, null where none was kept
/// @param mends what was done to its rows
public record Provenance(
        String source, boolean simulated, @Nullable String raw, MendPlan mends) {
    private static final int LONGEST = 1000;

    /// Cuts a source that is too long to keep.
    public Provenance {
        source = source.length() > LONGEST ? source.substring(0, LONGEST) : source;
    }

    /// Of a source whose rows were taken as they are, and whose file is not kept.
    public Provenance(String source, boolean simulated) {
        this(source, simulated, null, MendPlan.NONE);
    }

    /// True if nothing speaks for two versions where the bars are the same: a file that is kept now and was not kept
    /// before, or the other way round, does not.
    public boolean sameAs(Provenance other) {
        boolean sameFile = raw == null || other.raw == null || raw.equals(other.raw);
        return sameFile && source.equals(other.source) && simulated == other.simulated && mends.equals(other.mends);
    }
}
