/// The double-entry ledger and the position of an account.
///
/// Start at [Ledger] and its [Holding]s; [Scales] says how many decimals its numbers carry, [PositionView]
/// what a strategy may see.
@NullMarked
package org.tickwright.portfolio;

import org.jspecify.annotations.NullMarked;
