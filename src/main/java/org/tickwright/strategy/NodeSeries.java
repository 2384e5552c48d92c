package org.tickwright.strategy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Wire.PortRef;

/// On which series each node of a graph runs. Nodes are placed in topological order.
final class NodeSeries {
    private static final Set<String> ON_BASE = Set.of(StandardNodes.AGE, StandardNodes.RANK);
    private static final Set<String> CONSTANTS = Set.of(StandardNodes.CONSTANT, StandardNodes.PARAMETER);

    private final StrategyGraph graph;
    private final SharedColumns base;
    private final @Nullable String each;
    private final Map<String, SharedColumns> places = new HashMap<>();
    private final Set<String> timeless = new HashSet<>();

    /// `each` is the instrument that `each` stands for, null for the base instrument.
    NodeSeries(StrategyGraph graph, SharedColumns base, @Nullable String each) {
        this.graph = graph;
        this.base = base;
        this.each = each;
    }

    /// True for constants and arithmetic on nothing else.
    boolean timeless(String node) {
        return timeless.contains(node);
    }

    /// The series on which a node that was placed runs; the base for others.
    SharedColumns of(String node) {
        return places.getOrDefault(node, base);
    }

    /// The series that a node names by its settings.
    Optional<SharedColumns> named(Node node) {
        return SeriesNeed.of(node)
                .map(need -> need.ofEach() ? need.by(each) : need)
                .map(base::of);
    }

    /// Finds out where a node runs.
    SharedColumns place(Node node, NodeType type) {
        Set<SharedColumns> inputs = new LinkedHashSet<>();
        boolean constant = true;
        boolean complete = !type.inputs().isEmpty();
        for (Port port : type.inputs()) {
            @Nullable PortRef source = graph.source(node.id(), port.name());
            complete &= source != null;
            if (source != null && !timeless.contains(source.node())) {
                constant = false;
                inputs.add(of(source.node()));
            }
        }
        if (CONSTANTS.contains(node.type()) || (constant && complete && pointwise(type))) {
            timeless.add(node.id());
            return base;
        }
        if (type.ofSeries() && !complete) {
            named(node).ifPresent(inputs::add);
        }
        boolean elsewhere =
                inputs.size() == 1 && !type.category().equals(StandardNodes.POSITION) && !ON_BASE.contains(type.type());
        SharedColumns place = elsewhere ? inputs.iterator().next() : base;
        places.put(node.id(), place);
        return place;
    }

    private static boolean pointwise(NodeType type) {
        return type.category().equals(StandardNodes.ARITHMETIC) && !type.type().equals(StandardNodes.LAG);
    }
}
