package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyParameter;

/// Edits of a strategy's parameters and of the settings that follow them, from document to document.
final class ParameterEdits {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private ParameterEdits() {}

    /// True if text can name a parameter: a letter, then up to 39 letters, digits or `_`.
    static boolean validName(String text) {
        return NAME.matcher(text).matches();
    }

    /// `wish` if no parameter is called so, else with the first free number behind it.
    static String freeName(StrategyDocument document, String wish) {
        String name = wish;
        for (int number = 2; document.parameter(name).isPresent(); number++) {
            name = wish + number;
        }
        return name;
    }

    /// With one parameter more.
    static StrategyDocument add(StrategyDocument document, StrategyParameter parameter) {
        List<StrategyParameter> parameters = new ArrayList<>(document.parameters());
        parameters.add(parameter);
        return document.withParameters(parameters);
    }

    /// With a parameter changed; its name stays.
    static StrategyDocument change(StrategyDocument document, String name, UnaryOperator<StrategyParameter> change) {
        return document.withParameters(document.parameters().stream()
                .map(p -> p.name().equals(name) ? change.apply(p) : p)
                .toList());
    }

    /// Without a parameter; settings that followed it keep its value.
    static StrategyDocument remove(StrategyDocument document, String name) {
        double value = document.parameter(name).map(StrategyParameter::value).orElse(Double.NaN);
        StrategyDocument freed = mapReferences(document, name, ref -> value);
        return freed.withParameters(
                freed.parameters().stream().filter(p -> !p.name().equals(name)).toList());
    }

    /// With a parameter under another name; settings follow.
    static StrategyDocument rename(StrategyDocument document, String name, String changed) {
        StrategyDocument moved = mapReferences(document, name, ref -> new ParameterRef(changed));
        return change(moved, name, p -> new StrategyParameter(changed, p.integer(), p.value(), p.range(), p.unknown()));
    }

    /// How many settings follow a parameter.
    static long uses(StrategyDocument document, String name) {
        return document.nodes().stream()
                .flatMap(n -> n.params().values().stream())
                .filter(new ParameterRef(name)::equals)
                .count();
    }

    private static StrategyDocument mapReferences(
            StrategyDocument document, String name, Function<ParameterRef, Object> mapped) {
        List<Node> nodes = document.nodes().stream()
                .map(n -> mapReferences(n, name, mapped))
                .toList();
        return document.withGraph(nodes, document.wires());
    }

    private static Node mapReferences(Node node, String name, Function<ParameterRef, Object> mapped) {
        if (!node.params().containsValue(new ParameterRef(name))) {
            return node;
        }
        Map<String, Object> params = new LinkedHashMap<>(node.params());
        params.replaceAll((setting, value) ->
                value instanceof ParameterRef ref && ref.name().equals(name) ? mapped.apply(ref) : value);
        return new Node(node.id(), node.type(), params, node.unknown());
    }
}
