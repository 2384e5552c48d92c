/// Order intent, order, its state machine, fill.
///
/// Start at [OrderIntent] for what a strategy asks, [Order] for what the venue works, [OrderState] for the
/// table of its steps, [Fill] for what happened. Prices and quantities are fixed point; who makes them says
/// at which scales.
@NullMarked
package org.tickwright.order;

import org.jspecify.annotations.NullMarked;
