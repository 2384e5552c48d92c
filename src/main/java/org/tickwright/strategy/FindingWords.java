package org.tickwright.strategy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.KernelFault;
import org.tickwright.market.Bars;
import org.tickwright.strategy.CausalityReport.Finding;
import org.tickwright.strategy.CausalityReport.Kind;
import org.tickwright.strategy.Wire.PortRef;

/// A finding of the causality check as a sentence.
final class FindingWords {
    private static final long NANOS = 1_000_000_000L;

    private FindingWords() {}

    /// The bar at which a value differs, when it opens, and the last bar that was known.
    record Place(int bar, long time, int cut) {
        @Override
        public String toString() {
            return "bar " + bar + " (" + Instant.ofEpochSecond(Math.floorDiv(time, NANOS), Math.floorMod(time, NANOS))
                    + ")";
        }
    }

    static String of(Kind kind, PortRef port, Place place, double before, double after) {
        String node = "Node " + port.node() + ", output " + port.port() + ", ";
        String values = value(before) + " with all bars there and " + value(after);
        return switch (kind) {
            case LOOKS_AHEAD ->
                node + "looks ahead: at " + place + " it is " + values + " when nothing after bar " + place.cut()
                        + " is known.";
            case NOT_REPEATABLE ->
                node + "is not repeatable: at " + place + " it is " + value(before) + " the first time and "
                        + value(after) + " the second, over the same bars.";
            case DEPENDS_ON_PORTIONS ->
                node + "gives another value at " + place + " when bars come one by one, as they do live. It does not"
                        + " look ahead; keep its state in the kernel's fields.";
            case FAILS -> node + "fails at " + place + ".";
        };
    }

    /// What a kernel's fault says: what it changed counts as looking ahead, all else as failing.
    static Finding of(NodeFault fault, String port, Bars bars) {
        KernelFault.@Nullable Change change = fault.getCause() instanceof KernelFault kernel ? kernel.change() : null;
        int bar = Math.min(change == null ? fault.bar() : change.row(), bars.size() - 1);
        return new Finding(
                change == null ? Kind.FAILS : Kind.LOOKS_AHEAD,
                fault.node(),
                port,
                bar,
                bars.time(bar),
                change == null ? bar : fault.bar() - 1,
                change == null ? Double.NaN : change.now(),
                change == null ? Double.NaN : change.known(),
                String.valueOf(fault.getMessage()));
    }

    private static String value(double value) {
        return Double.isNaN(value) ? "undefined" : Double.toString(value);
    }
}
