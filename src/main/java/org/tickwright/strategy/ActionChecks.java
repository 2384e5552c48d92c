package org.tickwright.strategy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Wire.PortRef;

/// What can be wrong with what a strategy does: nothing at all, entries that never end, risk without a stop,
/// nodes that lead nowhere.
final class ActionChecks {
    private final StrategyGraph graph;
    private final ProblemList problems;

    ActionChecks(StrategyGraph graph, ProblemList problems) {
        this.graph = graph;
        this.problems = problems;
    }

    void check() {
        List<Node> nodes = graph.document().nodes();
        List<Node> actions = nodes.stream()
                .filter(node -> StandardNodes.ACTIONS.contains(node.type()))
                .toList();
        if (actions.isEmpty()) {
            problems.error(
                    null,
                    null,
                    "The strategy does nothing: it has no enter and no exit node.",
                    "Add an enter node and connect a condition to it.");
        }
        direction(nodes, StandardNodes.ENTER_LONG, StandardNodes.EXIT_LONG, "long");
        direction(nodes, StandardNodes.ENTER_SHORT, StandardNodes.EXIT_SHORT, "short");
        nodes.stream()
                .filter(node -> StandardNodes.ENTRIES.contains(node.type()))
                .forEach(this::risk);
        nodes.stream().filter(node -> OrderNodes.TYPES.contains(node.type())).forEach(this::order);
        unused(nodes, actions);
    }

    private void order(Node node) {
        if (connected(node, OrderNodes.LEVEL) && connected(node, StandardNodes.DISTANCE)) {
            problems.warning(
                    node.id(),
                    StandardNodes.DISTANCE,
                    "Order " + node.id() + " has a level and a distance; the level counts.",
                    "Disconnect one of them.");
        }
    }

    private void direction(List<Node> nodes, String enter, String exit, String direction) {
        List<Node> entries = ofType(nodes, enter);
        List<Node> exits = ofType(nodes, exit);
        if (exits.isEmpty()) {
            for (Node entry : entries) {
                if (!isProtected(entry)) {
                    problems.warning(
                            entry.id(),
                            null,
                            "Nothing ends the " + direction + " position that " + entry.id() + " opens.",
                            "Add an " + exit + " node, or connect a stop, target or trailing stop.");
                }
            }
        }
        if (entries.isEmpty()) {
            for (Node node : exits) {
                problems.warning(
                        node.id(),
                        null,
                        "There is no " + direction + " position that " + node.id() + " could close.",
                        "Add an " + enter + " node or delete this one.");
            }
        }
        long trailing = entries.stream()
                .map(node -> graph.source(node.id(), StandardNodes.TRAILING))
                .distinct()
                .count();
        if (trailing > 1) {
            problems.warning(
                    entries.getFirst().id(),
                    StandardNodes.TRAILING,
                    "The " + direction
                            + " entries have different trailing stops; while a position is open the one of the"
                            + " first entry by id that has one is used.",
                    "Connect the same trailing stop to all of them.");
        }
    }

    private static List<Node> ofType(List<Node> nodes, String type) {
        return nodes.stream().filter(node -> node.type().equals(type)).toList();
    }

    private boolean isProtected(Node entry) {
        return connected(entry, StandardNodes.STOP)
                || connected(entry, StandardNodes.TARGET)
                || connected(entry, StandardNodes.TRAILING);
    }

    private boolean connected(Node node, String port) {
        return graph.source(node.id(), port) != null;
    }

    private void risk(Node entry) {
        PortRef size = graph.source(entry.id(), "size");
        @Nullable Node node = size == null ? null : graph.node(size.node());
        boolean risk = node != null && node.type().equals(StandardNodes.SIZE_RISK);
        if (risk && !connected(entry, StandardNodes.STOP) && !connected(entry, StandardNodes.TRAILING)) {
            problems.error(
                    entry.id(),
                    StandardNodes.STOP,
                    "Entry " + entry.id() + " is sized by the risk to its stop, but has none.",
                    "Connect a stop or a trailing stop, or another size.");
        }
    }

    private void unused(List<Node> nodes, List<Node> actions) {
        Set<String> used = graph.upstream(actions.stream().map(Node::id).toList());
        for (Node node : nodes) {
            if (!used.contains(node.id()) && graph.type(node.id()) != null) {
                problems.warning(
                        node.id(),
                        null,
                        "Node " + node.id() + " leads to no action.",
                        "Connect it or delete it; it changes nothing.");
            }
        }
    }
}
