/// Instruments, timeframes, bars, and the readers and checks that bring them in.
///
/// Start at [Bars]. Ports owned here: [BarStore].
@NullMarked
package org.tickwright.market;

import org.jspecify.annotations.NullMarked;
