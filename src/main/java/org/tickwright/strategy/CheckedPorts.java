package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickwright.spi.IndicatorSpec.Marks;
import org.tickwright.strategy.CausalityReport.NodeFacts;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Wire.PortRef;

/// The output ports of a program that carry numbers or conditions, each after those it is made of, and who is to
/// blame when some of them differ.
final class CheckedPorts {
    private final List<PortRef> all = new ArrayList<>();
    private final Map<String, List<Integer>> byNode = new HashMap<>();
    private final List<int[]> inputs = new ArrayList<>();

    CheckedPorts(Program program) {
        StrategyGraph graph = program.graph();
        Map<PortRef, Integer> numbers = new HashMap<>();
        for (Node node : graph.order()) {
            NodeType type = graph.type(node.id());
            if (type == null) {
                continue;
            }
            int[] sources = type.inputs().stream()
                    .map(port -> graph.source(node.id(), port.name()))
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .toArray();
            for (Port port : type.outputs()) {
                if (port.type() == PortType.NUMBER || port.type() == PortType.CONDITION) {
                    PortRef ref = new PortRef(node.id(), port.name());
                    numbers.put(ref, all.size());
                    byNode.computeIfAbsent(node.id(), id -> new ArrayList<>()).add(all.size());
                    all.add(ref);
                    inputs.add(sources);
                }
            }
        }
    }

    List<PortRef> all() {
        return all;
    }

    List<Integer> of(String node) {
        return byNode.getOrDefault(node, List.of());
    }

    /// The name of a node's first port.
    String firstOf(String node) {
        return of(node).isEmpty() ? "" : all.get(of(node).getFirst()).port();
    }

    /// For each port the first row below `to` at which two evaluations differ; `to` if none does.
    int[] firstDifferences(Probe one, Probe other, int to) {
        int[] rows = new int[all.size()];
        for (int port = 0; port < rows.length; port++) {
            rows[port] = one.firstDifference(other, port, to);
        }
        return rows;
    }

    /// The ports that differ below `to` although everything they are made of is still the same at that row; one
    /// of each node at most, and none of those that are settled.
    List<Integer> culprits(int[] differs, int to, Set<String> settled) {
        List<Integer> culprits = new ArrayList<>();
        byNode.forEach((node, ports) -> {
            if (!settled.contains(node)) {
                ports.stream()
                        .filter(port -> differs[port] < to && ownFault(differs, port))
                        .min((a, b) -> Integer.compare(differs[a], differs[b]))
                        .ifPresent(culprits::add);
            }
        });
        culprits.sort(Integer::compare);
        return culprits;
    }

    private boolean ownFault(int[] differs, int port) {
        for (int input : inputs.get(port)) {
            if (differs[input] <= differs[port]) {
                return false;
            }
        }
        return true;
    }

    /// What is to be said of every port.
    List<NodeFacts> facts(Probe truth, Program program, int[] settled) {
        List<NodeFacts> facts = new ArrayList<>();
        for (int port = 0; port < all.size(); port++) {
            PortRef ref = all.get(port);
            NodeType type = program.graph().type(ref.node());
            String name = type == null ? "" : type.type();
            Marks marks = program.catalogue().marks(name);
            int defined = truth.firstDefined(port);
            facts.add(new NodeFacts(
                    ref.node(),
                    name,
                    ref.port(),
                    defined,
                    settled[port] < 0 ? null : Integer.valueOf(Math.max(defined, settled[port])),
                    marks.repaints(),
                    marks.cost()));
        }
        return List.copyOf(facts);
    }
}
