package org.tickwright.market;

import org.jspecify.annotations.Nullable;

/// A series that a run reads: which it is, whether a generator made it, its bars, their content hash, and when its
/// sessions close, null where its days are known at the next midnight.
public record MarketSeries(
        SeriesKey key,
        boolean simulated,
        Bars bars,
        String hash,
        @Nullable SessionClose close) {

    /// Like the canonical constructor, with days that are known at the next midnight.
    public MarketSeries(SeriesKey key, boolean simulated, Bars bars, String hash) {
        this(key, simulated, bars, hash, null);
    }
}
