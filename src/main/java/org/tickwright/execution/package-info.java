/// Orders on their way to a venue and back. Start at [Venue], the port to implement; [SimulatedVenue] fills
/// from bars by a [FillProfile].
@NullMarked
package org.tickwright.execution;

import org.jspecify.annotations.NullMarked;
