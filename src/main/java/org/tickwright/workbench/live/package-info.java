/// A market while it happens: the simulated exchange, or a recording told again, its bars, and what is
/// recorded of it.
///
/// Start at [LiveMarket].
@NullMarked
package org.tickwright.workbench.live;

import org.jspecify.annotations.NullMarked;
