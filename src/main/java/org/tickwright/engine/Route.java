package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.execution.Venue;
import org.tickwright.risk.RiskGate;
import org.tickwright.risk.SizeBasis;

/// Where the orders of one instrument go: sized by its bars and the account, through its gate to its venue.
final class Route {
    private final RiskGate gate;
    private final SizeBasis sizes;
    private @Nullable Venue venue;

    Route(RiskGate gate, SizeBasis sizes) {
        this.gate = gate;
        this.sizes = sizes;
    }

    /// Says where orders go; once, before the first event.
    void connect(Venue target) {
        venue = target;
    }

    RiskGate gate() {
        return gate;
    }

    /// What sizes come to where an entry is decided.
    SizeBasis sizes() {
        return sizes;
    }

    Venue venue() {
        if (venue == null) {
            throw new IllegalStateException("An instrument is not connected to a venue");
        }
        return venue;
    }
}
