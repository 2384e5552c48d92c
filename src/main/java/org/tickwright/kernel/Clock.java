package org.tickwright.kernel;

/// Where the program reads the time. Backtests use the time of the last event, sessions the machine's.
@FunctionalInterface
public interface Clock {

    /// Nanoseconds since 1970-01-01T00:00:00Z.
    long nanos();
}
