package org.tickwright.bench;

import org.jspecify.annotations.Nullable;

/// Our benchmark beside a peer's, or alone where there is no peer.
///
/// `ours` and `peer` are JMH names (`BacktestBench.ours`); `units` is how many `unit`s one invocation works
/// through. `limit` is the time per unit in nanoseconds that this work cannot beat as far as is known, or
/// NaN. A peer that is much slower may work through fewer, `peerUnits`, of the same kind.
record Comparison(
        String title, String ours, @Nullable String peer, long units, String unit, double limit, long peerUnits) {

    /// Both sides work through the same.
    Comparison(String title, String ours, @Nullable String peer, long units, String unit, double limit) {
        this(title, ours, peer, units, unit, limit, units);
    }
}
