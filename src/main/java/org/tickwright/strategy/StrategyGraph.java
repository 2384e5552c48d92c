package org.tickwright.strategy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Wire.PortRef;

/// A document with its nodes and wires looked up by name: what validator, program and description share.
///
/// It takes any document: of nodes with the same id the first counts, of wires into the same port the first,
/// and wires whose ends do not exist are left out of the order.
final class StrategyGraph {
    private final StrategyDocument document;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, NodeType> types = new HashMap<>();
    private final Map<PortRef, PortRef> sources = new HashMap<>();
    private final Map<String, List<String>> followers = new HashMap<>();
    private final List<Node> order = new ArrayList<>();
    private final List<String> cycle = new ArrayList<>();

    StrategyGraph(StrategyDocument document, NodeCatalogue catalogue) {
        this.document = document;
        for (Node node : document.nodes()) {
            if (nodes.putIfAbsent(node.id(), node) == null) {
                catalogue.find(node.type()).ifPresent(type -> types.put(node.id(), type));
            }
        }
        for (Wire wire : document.wires()) {
            String from = wire.from().node();
            String to = wire.to().node();
            if (nodes.containsKey(from)
                    && nodes.containsKey(to)
                    && sources.putIfAbsent(wire.to(), wire.from()) == null) {
                followers.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
            }
        }
        sort();
    }

    StrategyDocument document() {
        return document;
    }

    @Nullable
    Node node(String id) {
        return nodes.get(id);
    }

    /// The type of a node; null for unknown nodes and unknown types.
    @Nullable
    NodeType type(String node) {
        return types.get(node);
    }

    /// The output port that feeds an input port; null if nothing is connected.
    @Nullable
    PortRef source(String node, String port) {
        return sources.get(new PortRef(node, port));
    }

    @Nullable
    Port input(PortRef ref) {
        NodeType type = types.get(ref.node());
        return type == null ? null : named(type.inputs(), ref.port());
    }

    @Nullable
    Port output(PortRef ref) {
        NodeType type = types.get(ref.node());
        return type == null ? null : named(type.outputs(), ref.port());
    }

    static @Nullable Port named(List<Port> ports, String name) {
        for (Port port : ports) {
            if (port.name().equals(name)) {
                return port;
            }
        }
        return null;
    }

    /// The nodes such that each comes after those that feed it; nodes on a cycle and behind one are missing.
    List<Node> order() {
        return Collections.unmodifiableList(order);
    }

    /// The ids along one cycle, in the direction of its wires; empty if there is none.
    List<String> cycle() {
        return Collections.unmodifiableList(cycle);
    }

    /// The nodes that lie before these, themselves included.
    Set<String> upstream(List<String> ids) {
        Set<String> reached = new HashSet<>(ids);
        ArrayDeque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.pop();
            NodeType type = types.get(id);
            if (type == null) {
                continue;
            }
            for (Port port : type.inputs()) {
                PortRef source = source(id, port.name());
                if (source != null && reached.add(source.node())) {
                    open.push(source.node());
                }
            }
        }
        return reached;
    }

    /// True if a path of wires leads from one node to another.
    boolean leadsTo(String from, String to) {
        Set<String> reached = new HashSet<>();
        ArrayDeque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (id.equals(to)) {
                return true;
            }
            if (reached.add(id)) {
                followers.getOrDefault(id, List.of()).forEach(open::push);
            }
        }
        return false;
    }

    private void sort() {
        Map<String, Integer> waiting = new HashMap<>();
        nodes.keySet().forEach(id -> waiting.put(id, 0));
        followers.values().forEach(list -> list.forEach(id -> waiting.merge(id, 1, Integer::sum)));
        ArrayDeque<String> ready = new ArrayDeque<>();
        nodes.keySet().stream().filter(id -> waiting.getOrDefault(id, 0) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(nodes.get(id));
            waiting.remove(id);
            for (String follower : followers.getOrDefault(id, List.of())) {
                if (waiting.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        nodes.keySet().stream()
                .filter(waiting::containsKey)
                .findFirst()
                .ifPresent(id -> findCycle(id, waiting.keySet()));
    }

    /// Every node that was never ready is fed by another such node, so walking against the wires ends in a
    /// cycle.
    private void findCycle(String start, Set<String> stuck) {
        Map<String, String> feeder = new HashMap<>();
        sources.forEach((to, from) -> {
            if (stuck.contains(to.node()) && stuck.contains(from.node())) {
                feeder.merge(to.node(), from.node(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        });
        List<String> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String id = start;
        while (id != null && seen.add(id)) {
            path.add(id);
            id = feeder.get(id);
        }
        if (id != null) {
            cycle.addAll(path.subList(path.indexOf(id), path.size()));
            Collections.reverse(cycle.subList(1, cycle.size()));
        }
    }
}
