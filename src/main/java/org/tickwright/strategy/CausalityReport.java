package org.tickwright.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorSpec.Cost;

/// What the causality check of a strategy over one series found.
///
/// `cuts` is the number of bars at which history was cut; bar by bar, every one was. `seed` makes the same cuts
/// again.
public record CausalityReport(int bars, int cuts, long seed, List<NodeFacts> nodes, List<Finding> findings) {

    /// What is wrong with a node.
    public enum Kind {
        /// It reads bars that come later, or changes what was known.
        LOOKS_AHEAD(true),
        /// The same data twice give different values.
        NOT_REPEATABLE(true),
        /// Its kernel fails.
        FAILS(true),
        /// Nothing leaks, but bars that come one by one give other values than all at once.
        DEPENDS_ON_PORTIONS(false);

        private final boolean severe;

        Kind(boolean severe) {
            this.severe = severe;
        }

        /// True if no result of the strategy can be trusted.
        public boolean severe() {
            return severe;
        }
    }

    /// A node's output that is wrong.
    ///
    /// `bar` is where its value differs, `time` when that bar opens (nanoseconds UTC), `cut` the last bar that was
    /// known. `before` is the value with all bars there, `after` with those up to the cut alone; both are NaN where
    /// a kernel failed. Conditions are 1, 0 or NaN. `message` is a whole sentence.
    public record Finding(
            Kind kind,
            String node,
            String port,
            int bar,
            long time,
            int cut,
            double before,
            double after,
            String message) {}

    /// A node's output: from which bar on it is defined (the number of bars if never), from which it no longer
    /// shows where the data begin (null if never), and its marks.
    public record NodeFacts(
            String node,
            String type,
            String port,
            int definedFrom,
            @Nullable Integer stableFrom,
            boolean repaints,
            Cost cost) {}

    /// True if nothing severe was found.
    public boolean clean() {
        return findings.stream().noneMatch(finding -> finding.kind().severe());
    }
}
