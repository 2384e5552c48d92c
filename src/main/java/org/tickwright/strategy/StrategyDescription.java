package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.StrategyParameter.Range;
import org.tickwright.strategy.Wire.PortRef;

/// A strategy in plain words: one line per rule, then its parameters.
///
/// Works for any document, also one that cannot run; what is missing or unknown is said. Never empty.
public final class StrategyDescription {
    private final StrategyDocument document;
    private final StrategyGraph graph;
    private final Phrases phrases;
    private final StringBuilder text = new StringBuilder();

    private StrategyDescription(StrategyDocument document, NodeCatalogue catalogue) {
        this.document = document;
        graph = new StrategyGraph(document, catalogue);
        phrases = new Phrases(graph, catalogue);
    }

    /// Describes a strategy of built-in nodes.
    public static String describe(StrategyDocument document) {
        return describe(document, new NodeCatalogue(IndicatorCatalogue.builtIn()));
    }

    /// Describes a strategy. Lines end with `\n`.
    public static String describe(StrategyDocument document, NodeCatalogue catalogue) {
        return new StrategyDescription(document, catalogue).all();
    }

    private String all() {
        line(document.name().isBlank() ? "A strategy without a name" : document.name());
        if (!document.description().isBlank()) {
            line(document.description().strip());
        }
        line("");
        rules();
        parameters();
        unused();
        return text.toString();
    }

    private void rules() {
        List<Node> actions = document.nodes().stream()
                .filter(node -> StandardNodes.ACTIONS.contains(node.type()))
                .sorted(Comparator.comparingInt((Node node) -> ORDER.indexOf(node.type()))
                        .thenComparing(Node::id))
                .toList();
        if (actions.isEmpty()) {
            line("It has no rule yet: nothing enters or exits.");
            return;
        }
        actions.forEach(action -> line(rule(action)));
        for (String definition : phrases.definitions()) {
            line("Where " + definition + ".");
        }
        boolean ordered = actions.stream().anyMatch(action -> graph.source(action.id(), OrderNodes.PORT) != null);
        line("Rules are read at every close; orders fill at the next open"
                + (ordered ? " unless the rule says otherwise." : "."));
    }

    private static final List<String> ORDER = List.of(
            StandardNodes.ENTER_LONG,
            StandardNodes.EXIT_LONG,
            StandardNodes.ENTER_SHORT,
            StandardNodes.EXIT_SHORT,
            StandardNodes.TARGET_WEIGHT);

    private String rule(Node action) {
        StringBuilder rule = new StringBuilder(title(action)).append(" when ");
        rule.append(phrases.condition(graph.source(action.id(), StandardNodes.WHEN)));
        for (String port :
                List.of(OrderNodes.PORT, "size", StandardNodes.STOP, StandardNodes.TARGET, StandardNodes.TRAILING)) {
            PortRef source = graph.source(action.id(), port);
            if (source != null) {
                rule.append(", ").append(phrases.term(source));
            }
        }
        if (action.type().equals(StandardNodes.TARGET_WEIGHT)) {
            rule.append(", so that it is ").append(phrases.weight(action));
        }
        return rule.append('.').toString();
    }

    /// What is traded, where the node names it.
    private static String instrument(Node action) {
        Object named = action.params().get(NodeType.INSTRUMENT);
        return named == null ? "" : named.equals(NodeType.EACH) ? " for each instrument" : " for " + named;
    }

    private String title(Node action) {
        NodeType type = graph.type(action.id());
        String title = type == null ? action.type() : type.title();
        String named = title + instrument(action);
        return action.id().equals(action.type()) ? named : named + " (" + action.id() + ")";
    }

    private void parameters() {
        if (document.parameters().isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>();
        for (StrategyParameter parameter : document.parameters()) {
            @Nullable Range range = parameter.range();
            all.add(parameter.name() + " " + Explanation.digits(parameter.value())
                    + (range == null
                            ? ""
                            : " (" + Explanation.digits(range.from()) + " to " + Explanation.digits(range.to())
                                    + " in steps of " + Explanation.digits(range.step()) + ")"));
        }
        line("Parameters: " + String.join(", ", all) + ".");
    }

    private void unused() {
        Set<String> used = graph.upstream(document.nodes().stream()
                .filter(node -> StandardNodes.ACTIONS.contains(node.type()))
                .map(Node::id)
                .toList());
        List<String> idle = document.nodes().stream()
                .map(Node::id)
                .filter(id -> !used.contains(id))
                .distinct()
                .toList();
        if (!idle.isEmpty()) {
            line("Not used by any rule: " + String.join(", ", idle) + ".");
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
