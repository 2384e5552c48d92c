/// The trading loop and the backtest that runs on it. Port: [RunArchive].
///
/// Start at [TradingLoop], which has an [InstrumentDesk] per instrument; [Backtest] wires it to history and the
/// simulated venue.
@NullMarked
package org.tickwright.engine;

import org.jspecify.annotations.NullMarked;
