/// Order intent, order, its state machine, fill.
///
/// Start at [OrderIntent] for what a strategy asks, [Order] for what the venue works, [Fill] for what happened.
@NullMarked
package org.tickwright.order;

import org.jspecify.annotations.NullMarked;
