package org.tickwright.strategy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.StrategyParameter.Range;

/// What can be wrong with a node by itself: its type, its settings, inputs that nothing feeds.
final class NodeChecks {
    private final StrategyGraph graph;
    private final ProblemList problems;
    private final Map<String, StrategyParameter> parameters = new HashMap<>();

    NodeChecks(StrategyGraph graph, ProblemList problems) {
        this.graph = graph;
        this.problems = problems;
        graph.document().parameters().forEach(parameter -> parameters.putIfAbsent(parameter.name(), parameter));
    }

    void check() {
        Set<String> ids = new HashSet<>();
        for (Node node : graph.document().nodes()) {
            if (!ids.add(node.id())) {
                problems.error(
                        node.id(), null, "There are two nodes with the id " + node.id() + ".", "Rename one of them.");
                continue;
            }
            NodeType type = graph.type(node.id());
            if (type == null) {
                problems.error(
                        node.id(),
                        null,
                        "Node " + node.id() + " has the unknown type " + node.type() + ".",
                        "Replace it, or open the strategy with the version or plug-in that knows this type. It is kept"
                                + " as it is.");
            } else {
                settings(node, type);
                inputs(node, type);
            }
        }
    }

    private void settings(Node node, NodeType type) {
        new SeriesChecks(graph, problems).check(node, type);
        for (String name : node.params().keySet()) {
            if (!SeriesChecks.SETTINGS.contains(name)
                    && type.settings().stream()
                            .noneMatch(setting -> setting.name().equals(name))) {
                problems.error(
                        node.id(),
                        null,
                        "Node " + node.id() + " has the setting " + name + ", which " + type.type() + " does not know.",
                        type.settings().isEmpty()
                                ? "Remove it; " + type.type() + " has no settings."
                                : "Remove it or use one of: "
                                        + String.join(
                                                ", ",
                                                type.settings().stream()
                                                        .map(Setting::name)
                                                        .toList()) + ".");
            }
        }
        type.settings().forEach(setting -> setting(node, setting));
    }

    private void setting(Node node, Setting setting) {
        Object value = node.params().getOrDefault(setting.name(), setting.defaultValue());
        String place = "Setting " + setting.name() + " of node " + node.id();
        if (value instanceof ParameterRef(String name)) {
            parameter(node, setting, name, place);
        } else if (node.type().equals(StandardNodes.PARAMETER)) {
            problems.error(
                    node.id(),
                    null,
                    "Node " + node.id() + " does not say which parameter it is.",
                    parameters.isEmpty()
                            ? "Add a parameter to the strategy and choose it."
                            : "Choose one of: "
                                    + String.join(
                                            ", ",
                                            parameters.keySet().stream()
                                                    .sorted()
                                                    .toList()) + ".");
        } else {
            String fault = fault(setting, value);
            if (fault != null) {
                problems.error(node.id(), null, place + " " + fault + ".", mend(setting));
            }
        }
    }

    private static @Nullable String fault(Setting setting, Object value) {
        return switch (value) {
            case Double number -> Settings.fault(setting, number);
            case String text when setting.choices().contains(text) -> null;
            case String text ->
                (setting.choices().isEmpty() ? "must be a number" : "is no choice") + ", was '" + text + "'";
            default ->
                "must be a " + (setting.choices().isEmpty() ? "number" : "choice") + ", was "
                        + StrategyWriter.inline(value);
        };
    }

    private static String mend(Setting setting) {
        return setting.choices().isEmpty()
                ? "Set a " + (setting.integer() ? "whole " : "") + "number from "
                        + StrategyWriter.number(setting.from()) + " to " + StrategyWriter.number(setting.to()) + "."
                : "Choose one of: " + String.join(", ", setting.choices()) + ".";
    }

    private void parameter(Node node, Setting setting, String name, String place) {
        StrategyParameter parameter = parameters.get(name);
        if (parameter == null) {
            problems.error(
                    node.id(),
                    null,
                    place + " follows the parameter " + name + ", which does not exist.",
                    "Add a parameter " + name + " or set a number.");
            return;
        }
        if ((setting.integer() || !setting.choices().isEmpty()) && !parameter.integer()) {
            problems.error(
                    node.id(),
                    null,
                    place + " needs whole numbers, and the parameter " + name + " may hold fractions.",
                    "Make " + name + " an integer parameter.");
            return;
        }
        String fault = Double.isFinite(parameter.value()) ? Settings.fault(setting, parameter.value()) : null;
        if (fault != null) {
            problems.error(node.id(), null, place + " " + fault + " (parameter " + name + ").", mend(setting));
        }
        range(node, setting, parameter, place);
    }

    private void range(Node node, Setting setting, StrategyParameter parameter, String place) {
        Range range = parameter.range();
        if (range != null && (range.from() < setting.from() || range.to() > setting.to())) {
            problems.warning(
                    node.id(),
                    null,
                    place + " takes " + StrategyWriter.number(setting.from()) + " to "
                            + StrategyWriter.number(setting.to()) + ", and the range of " + parameter.name()
                            + " goes beyond.",
                    "Narrow the range of " + parameter.name() + "; a sweep would fail at its ends.");
        }
    }

    private void inputs(Node node, NodeType type) {
        for (Port port : type.inputs()) {
            if (!port.optional() && graph.source(node.id(), port.name()) == null) {
                problems.error(
                        node.id(),
                        port.name(),
                        "Input " + port.name() + " of node " + node.id() + " is not connected.",
                        "Connect " + WireChecks.named(port.type()) + " to it.");
            }
        }
    }
}
