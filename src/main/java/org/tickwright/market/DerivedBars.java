package org.tickwright.market;

import java.util.Optional;

/// Longer bars that were made of others, kept so that they need not be made again: by the content hash of what they
/// were
/// made of, so that they cannot outlive it. A cache; nothing is lost with it.
public interface DerivedBars {
    /// Keeps nothing.
    DerivedBars NONE = new DerivedBars() {
        @Override
        public Optional<Bars> find(String source, Timeframe timeframe) {
            return Optional.empty();
        }

        @Override
        public void keep(String source, String symbol, Bars bars) {}
    };

    /// The bars of a timeframe made of the source with that hash, if they were kept and are sound.
    Optional<Bars> find(String source, Timeframe timeframe) throws StoreException;

    /// Keeps bars that were made of the source with that hash, in place of those that were made of an older one.
    void keep(String source, String symbol, Bars bars) throws StoreException;
}
