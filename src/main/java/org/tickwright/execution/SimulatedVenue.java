package org.tickwright.execution;

/// To come.
final class SimulatedVenue {
    private SimulatedVenue() {}
}
