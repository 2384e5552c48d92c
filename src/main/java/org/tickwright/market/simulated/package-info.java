/// Series made by a generator from a seed: samples that need no network, and bars for benchmarks.
///
/// Start at [SimulatedMarket]. Everything here gives the same bits on every machine: an own generator of random numbers
/// and `StrictMath`. Whoever stores such a series marks it as simulated.
@NullMarked
package org.tickwright.market.simulated;

import org.jspecify.annotations.NullMarked;
