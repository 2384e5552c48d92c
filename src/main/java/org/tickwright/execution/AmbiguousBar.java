package org.tickwright.execution;

import org.jspecify.annotations.Nullable;

/// A bar that could not tell what had happened on it: its index in its own series, its opening time in nanoseconds
/// UTC, what it left open and how that was resolved, in words. `instrument` is null in a run that trades the base
/// instrument alone.
public record AmbiguousBar(
        int index,
        long time,
        String what,
        String resolved,
        @Nullable String instrument) {

    /// A bar of the base instrument.
    public AmbiguousBar(int index, long time, String what, String resolved) {
        this(index, time, what, resolved, null);
    }

    /// The same bar, of a named instrument.
    public AmbiguousBar of(String symbol) {
        return new AmbiguousBar(index, time, what, resolved, symbol);
    }

    /// What it left open, with the instrument where the run traded several.
    public String whatOfWhich() {
        return instrument == null ? what : instrument + ": " + what;
    }

    /// The same bar with a further question.
    AmbiguousBar and(String further, String answer) {
        return new AmbiguousBar(index, time, what + " Then: " + further, resolved + " Then: " + answer, instrument);
    }
}
