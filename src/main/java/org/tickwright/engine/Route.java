package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.execution.Venue;
import org.tickwright.risk.RiskGate;

/// Where the orders of one instrument go: through its gate to its venue.
final class Route {
    private final RiskGate gate;
    private @Nullable Venue venue;

    Route(RiskGate gate) {
        this.gate = gate;
    }

    /// Says where orders go; once, before the first event.
    void connect(Venue target) {
        venue = target;
    }

    RiskGate gate() {
        return gate;
    }

    Venue venue() {
        if (venue == null) {
            throw new IllegalStateException("An instrument is not connected to a venue");
        }
        return venue;
    }
}
