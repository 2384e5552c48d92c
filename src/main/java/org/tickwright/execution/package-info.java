/// Orders on their way to a venue and back. Start at [Venue], the port to implement; a [BarVenue] is played
/// from bars, and [SimulatedVenue] fills by the rules of a [FillProfile].
@NullMarked
package org.tickwright.execution;

import org.jspecify.annotations.NullMarked;
