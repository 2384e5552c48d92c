/// Orders on their way to a venue and back. Port: [Venue]; the simulated venue is [SimulatedVenue].
@NullMarked
package org.tickwright.execution;

import org.jspecify.annotations.NullMarked;
