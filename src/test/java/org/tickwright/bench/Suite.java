package org.tickwright.bench;

import java.util.List;

/// What `-Dbench=NAME` runs: comparisons, and the check that makes them fair.
record Suite(String name, Check check, List<Comparison> comparisons) {

    /// Makes sure that both sides of every comparison do the same work.
    @FunctionalInterface
    interface Check {
        /// Says in words what was checked, or throws with the first difference.
        String run() throws Exception;
    }
}
