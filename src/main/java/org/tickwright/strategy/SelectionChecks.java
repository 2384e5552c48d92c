package org.tickwright.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be wrong with ranks and target weights: a rank of what is the same for all, of what depends on a position,
/// and an instrument that is both entered and weighted.
final class SelectionChecks {
    private final StrategyGraph graph;
    private final ProblemList problems;

    SelectionChecks(StrategyGraph graph, ProblemList problems) {
        this.graph = graph;
        this.problems = problems;
    }

    void check() {
        Map<Object, Node> weighted = new HashMap<>();
        for (Node node : graph.document().nodes()) {
            if (node.type().equals(StandardNodes.RANK)) {
                rank(node);
            } else if (node.type().equals(StandardNodes.TARGET_WEIGHT)) {
                weighted.putIfAbsent(instrument(node), node);
            }
        }
        for (Node node : graph.document().nodes()) {
            boolean other =
                    StandardNodes.ACTIONS.contains(node.type()) && !node.type().equals(StandardNodes.TARGET_WEIGHT);
            Node weight = other ? weighted.get(instrument(node)) : null;
            if (weight != null) {
                problems.error(
                        node.id(),
                        null,
                        "The instrument of " + node.id() + " has a target weight, from " + weight.id() + ", and "
                                + node.type() + " would work against it.",
                        "Use target weights or enter and exit nodes for one instrument, not both.");
            }
        }
    }

    private static Object instrument(Node node) {
        return node.params().getOrDefault(NodeType.INSTRUMENT, "");
    }

    private void rank(Node node) {
        Set<String> upstream = graph.upstream(List.of(node.id()));
        boolean each = false;
        for (String id : upstream) {
            Node fed = graph.node(id);
            NodeType type = graph.type(id);
            each |= fed != null && NodeType.EACH.equals(fed.params().get(NodeType.INSTRUMENT));
            if (type != null && type.category().equals(StandardNodes.POSITION)) {
                problems.error(
                        node.id(),
                        "a",
                        "Rank " + node.id() + " reads " + id + ", which depends on the position.",
                        "Rank what depends on prices alone.");
            }
        }
        if (!each) {
            problems.error(
                    node.id(),
                    "a",
                    "Rank " + node.id() + " reads the same number for every instrument.",
                    "Set instrument to each at the price or indicator that feeds it.");
        }
    }
}
