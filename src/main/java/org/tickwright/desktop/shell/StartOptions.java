package org.tickwright.desktop.shell;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.tickwright.kernel.Clock;

/// What the frame is given besides the use cases: where background work runs, the clock of the status bar, how large
/// the
/// store is (bytes; called on the background executor), whether the first-launch card may show, and the log file that
/// faults point to.
public record StartOptions(Executor background, Clock clock, LongSupplier storeBytes, Welcome welcome) {

    /// When the first-launch card shows.
    public enum Welcome {
        /// On a home that has no workspace yet.
        FIRST_TIME,
        /// Always.
        ALWAYS,
        /// Never.
        NEVER
    }
}
