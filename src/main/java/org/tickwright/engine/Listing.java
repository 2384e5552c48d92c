package org.tickwright.engine;

import org.tickwright.market.Bars;

/// An instrument of a run: its place in the ledger, its own bars, and the base bars at whose closes is decided, which
/// may be the same.
record Listing(int instrument, Bars bars, Bars base) {
    /// The base bar during which an own bar opened, the last one where that came later.
    int baseBar(int bar) {
        return bars == base ? bar : Math.min(base.indexAtOrAfter(bars.time(bar)), base.size() - 1);
    }
}
