package org.tickwright.strategy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Setting;

/// The settings of nodes as numbers, with the values that the strategy's parameters have in one run.
final class Settings {
    private final Map<String, Double> parameters = new HashMap<>();

    /// The strategy's own values with some overridden. An unknown name or a fraction for an integer parameter
    /// is an [IllegalArgumentException].
    Settings(StrategyDocument document, Map<String, Double> overridden) {
        for (StrategyParameter parameter : document.parameters()) {
            parameters.put(parameter.name(), parameter.value());
        }
        overridden.forEach((name, value) -> {
            StrategyParameter parameter = document.parameter(name)
                    .orElseThrow(() -> new IllegalArgumentException("The strategy has no parameter '" + name
                            + "'; it has " + (parameters.isEmpty() ? "none" : String.join(", ", names(document)))));
            if (!Double.isFinite(value) || (parameter.integer() && value != Math.rint(value))) {
                throw new IllegalArgumentException("Parameter " + name + " must be a "
                        + (parameter.integer() ? "whole " : "") + "number, was " + value);
            }
            parameters.put(name, value);
        });
    }

    private static java.util.List<String> names(StrategyDocument document) {
        return document.parameters().stream().map(StrategyParameter::name).toList();
    }

    /// The value of a setting; an [IllegalArgumentException] says what is wrong with it.
    double number(Node node, Setting setting) {
        Object value = node.params().getOrDefault(setting.name(), setting.defaultValue());
        Double number = numeric(value, setting);
        String fault = number == null ? "is not set to a number that exists" : fault(setting, number);
        if (number == null || fault != null) {
            throw new IllegalArgumentException("Setting " + setting.name() + " of node " + node.id() + " " + fault
                    + (value instanceof ParameterRef(String name) ? " (parameter " + name + ")" : ""));
        }
        return number;
    }

    private @Nullable Double numeric(Object value, Setting setting) {
        return switch (value) {
            case Double number -> number;
            case ParameterRef(String name) -> parameters.get(name);
            case String choice
            when setting.choices().contains(choice) ->
                (double) setting.choices().indexOf(choice);
            default -> null;
        };
    }

    /// What is wrong with a value for a setting, null if nothing is.
    static @Nullable String fault(Setting setting, double value) {
        if (setting.integer() && value != Math.rint(value)) {
            return "must be a whole number, was " + StrategyWriter.number(value);
        }
        boolean choice = !setting.choices().isEmpty();
        boolean inside = value >= setting.from() && value <= setting.to() && (!choice || value == Math.rint(value));
        return inside
                ? null
                : "must be " + StrategyWriter.number(setting.from()) + " to " + StrategyWriter.number(setting.to())
                        + ", was " + StrategyWriter.number(value);
    }
}
