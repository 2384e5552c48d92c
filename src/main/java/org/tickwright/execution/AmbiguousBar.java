package org.tickwright.execution;

/// A bar that could not tell what had happened on it: its index, its opening time in nanoseconds UTC, what
/// it left open and how that was resolved, in words.
public record AmbiguousBar(int index, long time, String what, String resolved) {

    /// The same bar with a further question.
    AmbiguousBar and(String further, String answer) {
        return new AmbiguousBar(index, time, what + " Then: " + further, resolved + " Then: " + answer);
    }
}
