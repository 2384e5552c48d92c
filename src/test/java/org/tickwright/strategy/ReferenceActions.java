package org.tickwright.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickwright.risk.SizeRule;

/// What the actions of a strategy want, written down a second time over the values of a [ReferenceEvaluator].
final class ReferenceActions {
    private final ReferenceEvaluator evaluator;
    private final StrategyDocument document;
    private final NodeCatalogue catalogue;

    ReferenceActions(ReferenceEvaluator evaluator, StrategyDocument document, NodeCatalogue catalogue) {
        this.evaluator = evaluator;
        this.document = document;
        this.catalogue = catalogue;
    }

    String decision(int bar) {
        Decision decision = new Decision();
        decision.clear();
        direction(Decision.LONG, "enterLong", "exitLong", bar, decision);
        direction(Decision.SHORT, "enterShort", "exitShort", bar, decision);
        return DecisionText.of(decision);
    }

    private void direction(int direction, String enter, String exit, int bar, Decision decision) {
        decision.exit[direction] = ofType(exit).stream().anyMatch(node -> evaluator.in(node, "when", bar) == 1);
        Node chosen = null;
        for (Node node : ofType(enter)) {
            if (chosen == null && fires(node, bar)) {
                decision.enter[direction] = true;
                chosen = node;
            }
        }
        for (Node node : ofType(enter)) {
            chosen = chosen == null && evaluator.source(node, "trailing").isPresent() ? node : chosen;
        }
        if (chosen == null && !ofType(enter).isEmpty()) {
            chosen = ofType(enter).getFirst();
        }
        if (chosen != null) {
            decision.size[direction] = size(chosen);
            decision.stopDistance[direction] = level(chosen, "stop", true, bar);
            decision.stopFraction[direction] = level(chosen, "stop", false, bar);
            decision.targetDistance[direction] = level(chosen, "target", true, bar);
            decision.targetFraction[direction] = level(chosen, "target", false, bar);
            decision.trailDistance[direction] = level(chosen, "trailing", true, bar);
            decision.trailFraction[direction] = level(chosen, "trailing", false, bar);
            order(chosen, direction, bar, decision);
        }
    }

    private void order(Node entry, int direction, int bar, Decision decision) {
        decision.orderLevel[direction] = Double.NaN;
        decision.orderDistance[direction] = Double.NaN;
        decision.orderFraction[direction] = Double.NaN;
        if (evaluator.source(entry, "order").isEmpty()) {
            return;
        }
        Node order = document.node(
                        evaluator.source(entry, "order").orElseThrow().node())
                .orElseThrow();
        NodeType type = catalogue.find(order.type()).orElseThrow();
        decision.style[direction] = OrderNodes.style(order, type, new Settings(document, Map.of()));
        if (evaluator.source(order, "level").isPresent()) {
            decision.orderLevel[direction] = evaluator.in(order, "level", bar);
        }
        if (evaluator.source(order, "distance").isPresent()) {
            double value = evaluator.setting(order, "multiple") * evaluator.in(order, "distance", bar);
            decision.orderDistance[direction] = Double.isFinite(value) && value > 0 ? value : Double.NaN;
        } else if (!type.inputs().isEmpty()) {
            decision.orderFraction[direction] = evaluator.setting(order, "offset");
        }
    }

    /// Whether the price of an entry's order is defined and above 0.
    private boolean priced(Node entry, int bar) {
        if (evaluator.source(entry, "order").isEmpty()) {
            return true;
        }
        Node order = document.node(
                        evaluator.source(entry, "order").orElseThrow().node())
                .orElseThrow();
        if (evaluator.source(order, "level").isPresent()) {
            double level = evaluator.in(order, "level", bar);
            return level > 0 && Double.isFinite(level);
        }
        double distance = evaluator.source(order, "distance").isEmpty()
                ? 1
                : evaluator.setting(order, "multiple") * evaluator.in(order, "distance", bar);
        return distance > 0 && Double.isFinite(distance);
    }

    private List<Node> ofType(String type) {
        return document.nodes().stream()
                .filter(node -> node.type().equals(type))
                .sorted(Comparator.comparing(Node::id))
                .toList();
    }

    private boolean fires(Node node, int bar) {
        boolean fires = evaluator.in(node, "when", bar) == 1 && priced(node, bar);
        for (String port : List.of("stop", "target", "trailing")) {
            boolean distance = evaluator
                    .source(node, port)
                    .map(from -> catalogue
                            .find(document.node(from.node()).orElseThrow().type())
                            .orElseThrow())
                    .map(type -> !type.inputs().isEmpty())
                    .orElse(false);
            fires &= !distance || level(node, port, true, bar) > 0;
        }
        return fires;
    }

    private double level(Node node, String port, boolean distance, int bar) {
        if (evaluator.source(node, port).isEmpty()) {
            return Double.NaN;
        }
        Node level =
                document.node(evaluator.source(node, port).orElseThrow().node()).orElseThrow();
        boolean reads =
                evaluator.source(level, "distance").isPresent() || level.type().equals("trailingPrice");
        if (reads != distance) {
            return Double.NaN;
        }
        if (!reads) {
            return evaluator.setting(level, "fraction");
        }
        if (level.type().equals("trailingPrice")) {
            return evaluator.setting(level, "points");
        }
        double value = evaluator.setting(level, "multiple") * evaluator.in(level, "distance", bar);
        return Double.isFinite(value) && value > 0 ? value : Double.NaN;
    }

    private SizeRule size(Node entry) {
        if (evaluator.source(entry, "size").isEmpty()) {
            return null;
        }
        Node size = document.node(evaluator.source(entry, "size").orElseThrow().node())
                .orElseThrow();
        String kind = size.type().substring("size".length()).toUpperCase(Locale.ROOT);
        if (kind.equals("VOLATILITY")) {
            return SizeRule.volatility(evaluator.setting(size, "target"), (int) evaluator.setting(size, "bars"));
        }
        if (kind.equals("KELLY")) {
            return SizeRule.kelly(
                    evaluator.setting(size, "multiple"),
                    evaluator.setting(size, "cap"),
                    (int) evaluator.setting(size, "trades"),
                    evaluator.setting(size, "start"));
        }
        String name =
                catalogue.find(size.type()).orElseThrow().settings().getFirst().name();
        return new SizeRule(SizeRule.Kind.valueOf(kind), evaluator.setting(size, name));
    }
}
