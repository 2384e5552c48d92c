package org.tickwright.workbench;

import org.tickwright.market.SeriesKey;

/// One of two series that are laid over each other: a series as it is read, or one of its versions.
///
/// @param key the series
/// @param version the number of the version, 0 for the one that is in use
public record SeriesSide(SeriesKey key, int version) {

    /// A series as it is read.
    public static SeriesSide of(SeriesKey key) {
        return new SeriesSide(key, 0);
    }

    @Override
    public String toString() {
        return version == 0 ? key.toString() : key + " version " + version;
    }
}
