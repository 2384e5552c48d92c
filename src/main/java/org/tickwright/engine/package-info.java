/// The trading loop and the backtest that runs on it. Port: [RunArchive].
///
/// Start at [TradingLoop], of which there is one for each instrument, with its [InstrumentDesk]; a [SimulatedAccount]
/// wires them to one ledger, [HistoryRun] and [HistoryMerge] play history into it, [Backtest] makes results of that.
@NullMarked
package org.tickwright.engine;

import org.jspecify.annotations.NullMarked;
