package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.execution.BarVenue;
import org.tickwright.market.Bars;
import org.tickwright.risk.AccountEvents;
import org.tickwright.risk.CostModel;
import org.tickwright.strategy.Evaluation;

/// Everything that a run has of one instrument: who decides, who sends, who fills, what it costs, and what happens to
/// it besides trading (null where nothing can).
///
/// The driver of a run calls these parts in the order of its events; what they do does not depend on which driver it
/// is.
record TradedInstrument(
        String symbol,
        Listing listing,
        Evaluation strategy,
        TradingLoop loop,
        InstrumentDesk desk,
        BarVenue venue,
        CostModel costs,
        @Nullable AccountEvents events) {

    Bars bars() {
        return listing.bars();
    }
}
