/// Instruments, timeframes, bars, and the readers and checks that bring them in.
///
/// Start at [Bars]; [Frame] is bars with further columns, [TradeTicks] are single trades, of which [TickBars] makes
/// bars. `market.text` reads files, `market.audit` checks them,
/// `market.simulated` makes series for samples and benchmarks. Ports owned here: [BarStore], [TickStore].
@NullMarked
package org.tickwright.market;

import org.jspecify.annotations.NullMarked;
