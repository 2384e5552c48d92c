package org.tickwright.strategy;

import java.time.Instant;
import org.tickwright.indicator.KernelFault;
import org.tickwright.market.Bars;

/// Where a kernel runs: which node of which strategy over which bars, so that a fault can say so.
record NodeSite(String node, String type, Bars bars) {
    private static final long NANOS = 1_000_000_000L;

    /// The fault of a kernel with its place. A kernel without a fence of its own says less about the bar.
    NodeFault fault(RuntimeException cause, int from) {
        int row = cause instanceof KernelFault fault ? fault.row() : from;
        String what = cause instanceof KernelFault ? String.valueOf(cause.getMessage()) : type + " failed: " + cause;
        return new NodeFault(
                node,
                row,
                "Node " + node + " stopped at bar " + row + time(row) + ". " + what
                        + ". Nothing was kept; take the node out or mend it.",
                cause);
    }

    private String time(int row) {
        if (row >= bars.size()) {
            return "";
        }
        long nanos = bars.time(row);
        return " (" + Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)) + ")";
    }
}
