package org.tickwright.engine;

import org.jspecify.annotations.Nullable;

/// What becomes of the equity of an account of one instrument over the bars of a run, told stretch by stretch.
sealed interface EquityTrack permits EquityBlocks, EquityExtremes {
    /// The account stays as it is up to the row `to` (exclusive), with cash and quantity in their units.
    void hold(int to, long cash, long quantity);

    /// The figures once every row is held; null where they cannot be told exactly.
    EquityBlocks.@Nullable Figures figures();
}
