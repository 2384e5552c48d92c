package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.StrategyParameter.Range;

/// Puts small graphs together: `new Graph().node("sma", "indicator.SMA", "optInTimePeriod", 3).wire("sma",
/// "up.a")`.
final class Graph {
    private final List<StrategyParameter> parameters = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    /// A node; settings as name, value, name, value. Numbers may be integers; `"$fast"` follows a parameter.
    Graph node(String id, String type, Object... settings) {
        Map<String, Object> params = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            params.put((String) settings[i], setting(settings[i + 1]));
        }
        nodes.add(Node.of(id, type, params));
        return this;
    }

    private static Object setting(Object value) {
        return switch (value) {
            case Integer whole -> (double) whole;
            case String text when text.startsWith("$") -> new ParameterRef(text.substring(1));
            default -> value;
        };
    }

    /// A wire from an output, `value` where no port is named.
    Graph wire(String from, String to) {
        wires.add(Wire.of(from.contains(".") ? from : from + ".value", to));
        return this;
    }

    Graph parameter(String name, boolean integer, double value) {
        parameters.add(new StrategyParameter(name, integer, value, null, Map.of()));
        return this;
    }

    Graph parameter(String name, boolean integer, double value, double from, double to, double step) {
        parameters.add(new StrategyParameter(name, integer, value, new Range(from, to, step), Map.of()));
        return this;
    }

    StrategyDocument document() {
        return new StrategyDocument("test", "", parameters, nodes, wires, Map.of(), Map.of());
    }
}
