/// Sizing and the pre-trade gate. Only the gate can make an [ApprovedOrder].
///
/// Start at [RiskGate]; [SizeRule] says how large an entry is, [Costs] what trading costs.
@NullMarked
package org.tickwright.risk;

import org.jspecify.annotations.NullMarked;
