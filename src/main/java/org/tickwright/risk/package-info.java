/// Sizing and the pre-trade gate. Only the gate can make an [ApprovedOrder].
///
/// Start at [RiskGate].
@NullMarked
package org.tickwright.risk;

import org.jspecify.annotations.NullMarked;
