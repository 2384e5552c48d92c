package org.tickwright.strategy;

import java.util.List;
import org.tickwright.strategy.Wire.PortRef;

/// What the inputs of nodes that run on another series were on that series' bar before the last known one: what
/// a cross was judged by.
final class CrossHistory {
    private final NodeBinding binding;
    private final SharedColumns base;

    CrossHistory(NodeBinding binding, SharedColumns base) {
        this.binding = binding;
        this.base = base;
    }

    /// True if a node runs on another series than the base.
    boolean elsewhere(String node) {
        return binding.series().of(node) != base;
    }

    /// The value at a port that feeds such a node, one bar of the node's series before the one that is known at
    /// a base bar.
    double before(String node, PortRef port, int bar) {
        Column column = binding.natives().get(port);
        if (column == null) {
            return Double.NaN;
        }
        if (binding.series().timeless(port.node())) {
            return column.point(bar);
        }
        Join join = new Join(base.clock(), binding.series().of(node).clock(), List.of());
        int rows = join.rows(bar);
        return rows < 2 ? Double.NaN : column.at(rows - 2);
    }
}
