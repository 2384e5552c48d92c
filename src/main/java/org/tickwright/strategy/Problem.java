package org.tickwright.strategy;

import org.jspecify.annotations.Nullable;

/// Something wrong with a strategy, at its node and port, with the mend in words.
///
/// `node` and `port` are null where the problem concerns the whole strategy.
public record Problem(
        Severity severity, @Nullable String node, @Nullable String port, String message, String mend) {

    /// Errors stop a run; warnings do not.
    public enum Severity {
        ERROR,
        WARNING
    }
}
