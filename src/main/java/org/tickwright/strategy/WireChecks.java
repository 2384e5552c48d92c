package org.tickwright.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Wire.PortRef;

/// What can be wrong with wires: ends that do not exist, types that do not fit, two wires into one port,
/// circles.
final class WireChecks {
    private final StrategyGraph graph;
    private final ProblemList problems;

    WireChecks(StrategyGraph graph, ProblemList problems) {
        this.graph = graph;
        this.problems = problems;
    }

    void check() {
        Map<PortRef, PortRef> taken = new HashMap<>();
        for (Wire wire : graph.document().wires()) {
            String fault = fault(graph, wire);
            if (fault != null) {
                problems.error(
                        known(wire.to().node(), wire.from().node()), wire.to().port(), fault, "Delete this wire.");
            }
            PortRef other = taken.putIfAbsent(wire.to(), wire.from());
            if (other != null) {
                problems.error(
                        known(wire.to().node(), wire.from().node()),
                        wire.to().port(),
                        "Input " + wire.to() + " has two wires, from " + other + " and from " + wire.from() + ".",
                        "Delete one of them.");
            }
        }
        List<String> cycle = graph.cycle();
        if (!cycle.isEmpty()) {
            problems.error(
                    cycle.getFirst(),
                    null,
                    "These nodes feed each other in a circle: " + String.join(" → ", cycle) + " → " + cycle.getFirst()
                            + ".",
                    "Delete one of the wires between them; a value of an earlier bar cannot come from a later node.");
        }
    }

    /// The node a problem is shown at: the end of the wire, or its start where the end does not exist.
    private @Nullable String known(String to, String from) {
        return graph.node(to) != null ? to : graph.node(from) != null ? from : null;
    }

    /// What is wrong with a wire by itself, null if nothing is. Ports of nodes with unknown types are taken
    /// as they come.
    static @Nullable String fault(StrategyGraph graph, Wire wire) {
        PortRef from = wire.from();
        PortRef to = wire.to();
        if (graph.node(from.node()) == null || graph.node(to.node()) == null) {
            String missing = graph.node(from.node()) == null ? from.node() : to.node();
            return "The wire " + wire + " ends at " + missing + ", and there is no such node.";
        }
        Port output = graph.output(from);
        Port input = graph.input(to);
        if (output == null && graph.type(from.node()) != null) {
            return "Node " + from.node() + " has no output " + from.port() + "." + choices(graph, from.node(), true);
        }
        if (input == null && graph.type(to.node()) != null) {
            return "Node " + to.node() + " has no input " + to.port() + "." + choices(graph, to.node(), false);
        }
        return output == null || input == null ? null : mismatch(graph, from, output, to, input);
    }

    private static String choices(StrategyGraph graph, String node, boolean outputs) {
        NodeType type = graph.type(node);
        List<Port> ports = type == null ? List.of() : outputs ? type.outputs() : type.inputs();
        String side = outputs ? "outputs" : "inputs";
        return ports.isEmpty()
                ? " It has no " + side + "."
                : " Its " + side + " are: "
                        + String.join(", ", ports.stream().map(Port::name).toList()) + ".";
    }

    private static @Nullable String mismatch(StrategyGraph graph, PortRef from, Port output, PortRef to, Port input) {
        if (from.node().equals(to.node())) {
            return "Node " + from.node() + " cannot feed itself.";
        }
        if (output.type() != input.type()) {
            return "Input " + to + " takes " + named(input.type()) + ", and " + from + " is " + named(output.type())
                    + "." + hint(output.type(), input.type());
        }
        NodeType type = graph.type(from.node());
        String place = type == null ? "" : StandardNodes.protectionPort(type.type());
        if (output.type() == PortType.PROTECTION && !place.equals(to.port())) {
            return "Input " + to + " does not take a " + from.node() + "; it belongs in " + to.node() + "." + place
                    + ".";
        }
        return null;
    }

    private static String hint(PortType output, PortType input) {
        return output == PortType.NUMBER && input == PortType.CONDITION
                ? " Compare it with something first."
                : output == PortType.NUMBER && input == PortType.PROTECTION
                        ? " Put a stop, target or trailing stop node between."
                        : "";
    }

    static String named(PortType type) {
        return switch (type) {
            case NUMBER -> "a number";
            case CONDITION -> "a condition";
            case SIZE -> "a size";
            case PROTECTION -> "a stop, target or trailing stop";
            case ORDER -> "an order";
        };
    }
}
