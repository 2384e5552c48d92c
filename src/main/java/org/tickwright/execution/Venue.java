package org.tickwright.execution;

/// To come.
final class Venue {
    private Venue() {}
}
