package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a strategy file holds: immutable, so that undo, preview and runs share it without copying.
///
/// `layout` lies apart: moving a box changes nothing that a strategy means. `unknown` holds top-level fields
/// that this version does not know. `lineage` is the idea that the strategy is a version of; it means nothing to a run.
public record StrategyDocument(
        String name,
        String description,
        List<StrategyParameter> parameters,
        List<Node> nodes,
        List<Wire> wires,
        Map<String, Point> layout,
        Map<String, Object> unknown,
        Lineage lineage) {

    /// Takes unmodifiable copies that keep their order.
    public StrategyDocument {
        parameters = List.copyOf(parameters);
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
        layout = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        unknown = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /// A strategy of the lineage that its name stands for.
    public StrategyDocument(
            String name,
            String description,
            List<StrategyParameter> parameters,
            List<Node> nodes,
            List<Wire> wires,
            Map<String, Point> layout,
            Map<String, Object> unknown) {
        this(name, description, parameters, nodes, wires, layout, unknown, Lineage.named(name));
    }

    /// Where a node's upper left corner lies on the canvas, in pixels at 100 %.
    public record Point(double x, double y) {}

    /// A strategy without nodes.
    public static StrategyDocument empty(String name) {
        return new StrategyDocument(name, "", List.of(), List.of(), List.of(), Map.of(), Map.of());
    }

    /// The node of that id.
    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /// The parameter of that name.
    public Optional<StrategyParameter> parameter(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    /// The same strategy under another name.
    public StrategyDocument withName(String changed) {
        return new StrategyDocument(changed, description, parameters, nodes, wires, layout, unknown, lineage);
    }

    /// The same strategy with another description.
    public StrategyDocument withDescription(String changed) {
        return new StrategyDocument(name, changed, parameters, nodes, wires, layout, unknown, lineage);
    }

    /// The same strategy as a version of another idea.
    public StrategyDocument withLineage(Lineage changed) {
        return new StrategyDocument(name, description, parameters, nodes, wires, layout, unknown, changed);
    }

    /// The same strategy with other parameters.
    public StrategyDocument withParameters(List<StrategyParameter> changed) {
        return new StrategyDocument(name, description, changed, nodes, wires, layout, unknown, lineage);
    }

    /// The same strategy with other nodes and wires.
    public StrategyDocument withGraph(List<Node> changedNodes, List<Wire> changedWires) {
        return new StrategyDocument(
                name, description, parameters, changedNodes, changedWires, layout, unknown, lineage);
    }

    /// The same strategy with another layout.
    public StrategyDocument withLayout(Map<String, Point> changed) {
        return new StrategyDocument(name, description, parameters, nodes, wires, changed, unknown, lineage);
    }

    /// The same strategy with one more node at a place.
    public StrategyDocument withNode(Node node, Point at) {
        List<Node> more = new ArrayList<>(nodes);
        more.add(node);
        Map<String, Point> places = new LinkedHashMap<>(layout);
        places.put(node.id(), at);
        return withGraph(more, wires).withLayout(places);
    }
}
