package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.portfolio.PositionView;
import org.tickwright.risk.SizeRule;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire.PortRef;

/// The meaning of a strategy written down a second time, as plainly as possible: one bar, one node, by
/// recursion.
///
/// Numbers are doubles with NaN for undefined, conditions are 1, 0 or NaN. Nothing here knows columns,
/// blocks, sharing or skipping.
final class ReferenceEvaluator {
    private final StrategyDocument document;
    private final IndicatorCatalogue indicators;
    private final Bars bars;
    private final IntFunction<? extends PositionView> positions;
    private final NodeCatalogue catalogue;
    private final Map<String, Double> known = new HashMap<>();

    /// `positions` gives the position at the close of each bar.
    ReferenceEvaluator(
            StrategyDocument document,
            IndicatorCatalogue indicators,
            Bars bars,
            IntFunction<? extends PositionView> positions) {
        this.document = document;
        this.indicators = indicators;
        this.bars = bars;
        this.positions = positions;
        catalogue = new NodeCatalogue(indicators);
    }

    double value(String node, String port, int bar) {
        String key = node + "." + port + "@" + bar;
        Double before = known.get(key);
        if (before == null) {
            before = compute(document.node(node).orElseThrow(), port, bar);
            known.put(key, before);
        }
        return before;
    }

    private double compute(Node node, String port, int bar) {
        if (node.type().startsWith(NodeCatalogue.INDICATOR_PREFIX)) {
            return indicator(node, port, bar);
        }
        return switch (node.type()) {
            case "price" -> price(choice(node, "field"), bar);
            case "constant" -> setting(node, "value");
            case "parameter" -> setting(node, "parameter");
            case "add" -> finite(in(node, "a", bar) + in(node, "b", bar));
            case "subtract" -> finite(in(node, "a", bar) - in(node, "b", bar));
            case "multiply" -> finite(in(node, "a", bar) * in(node, "b", bar));
            case "divide" -> finite(in(node, "a", bar) / in(node, "b", bar));
            case "negate" -> -in(node, "a", bar);
            case "abs" -> Math.abs(in(node, "a", bar));
            case "minimum" -> Math.min(in(node, "a", bar), in(node, "b", bar));
            case "maximum" -> Math.max(in(node, "a", bar), in(node, "b", bar));
            case "lag" -> {
                int earlier = bar - (int) setting(node, "bars");
                yield earlier < 0 ? Double.NaN : in(node, "a", earlier);
            }
            case "and" -> and(conditions(node, bar));
            case "or" ->
                not(and(conditions(node, bar).stream()
                        .map(ReferenceEvaluator::not)
                        .toList()));
            case "not" -> not(in(node, "a", bar));
            case "inPosition" -> truth(positions.apply(bar).quantity() != 0);
            case "isLong" -> truth(positions.apply(bar).quantity() > 0);
            case "isShort" -> truth(positions.apply(bar).quantity() < 0);
            case "barsSinceEntry" -> positions.apply(bar).barsSinceEntry();
            case "entryPrice" -> positions.apply(bar).entryPrice();
            case "openProfit" -> positions.apply(bar).openProfit();
            case "quantity" -> positions.apply(bar).quantity();
            case "equity" -> positions.apply(bar).equity();
            case "crossesAbove" -> crossesAbove(node, "a", "b", bar);
            case "crossesBelow" -> crossesAbove(node, "b", "a", bar);
            default -> compare(node.type(), in(node, "a", bar), in(node, "b", bar));
        };
    }

    private static double compare(String type, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        return truth(
                switch (type) {
                    case "greater" -> a > b;
                    case "greaterOrEqual" -> a >= b;
                    case "less" -> a < b;
                    case "lessOrEqual" -> a <= b;
                    case "equal" -> a == b;
                    case "notEqual" -> a != b;
                    default -> throw new IllegalArgumentException("The reference does not know the node type " + type);
                });
    }

    private double crossesAbove(Node node, String a, String b, int bar) {
        if (bar == 0) {
            return Double.NaN;
        }
        double before = compare("lessOrEqual", in(node, a, bar - 1), in(node, b, bar - 1));
        double now = compare("greater", in(node, a, bar), in(node, b, bar));
        return Double.isNaN(before) || Double.isNaN(now) ? Double.NaN : truth(before == 1 && now == 1);
    }

    private static double and(List<Double> values) {
        if (values.contains(0.0)) {
            return 0;
        }
        return values.contains(Double.NaN) ? Double.NaN : 1;
    }

    private static double not(double value) {
        return 1 - value;
    }

    private static double truth(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private List<Double> conditions(Node node, int bar) {
        List<Double> values = new ArrayList<>();
        for (String port : List.of("a", "b", "c", "d")) {
            source(node, port).ifPresent(from -> values.add(value(from.node(), from.port(), bar)));
        }
        return values;
    }

    private double price(String field, int bar) {
        double open = bars.open(bar);
        double high = bars.high(bar);
        double low = bars.low(bar);
        double close = bars.close(bar);
        return switch (field) {
            case "open" -> open;
            case "high" -> high;
            case "low" -> low;
            case "close" -> close;
            case "volume" -> bars.volume(bar);
            case "hl2" -> (high + low) / 2;
            case "hlc3" -> (high + low + close) / 3;
            case "ohlc4" -> (open + high + low + close) / 4;
            default -> throw new IllegalArgumentException("The reference does not know the field " + field);
        };
    }

    /// The indicator over the last stretch of bars at which all its inputs are defined.
    private double indicator(Node node, String port, int bar) {
        IndicatorDefinition definition = indicators
                .find(node.type().substring(NodeCatalogue.INDICATOR_PREFIX.length()))
                .orElseThrow();
        IndicatorSpec spec = definition.spec();
        double[][] inputs = new double[spec.inputs().size()][bar + 1];
        int begin = 0;
        for (int row = 0; row <= bar; row++) {
            for (int i = 0; i < inputs.length; i++) {
                inputs[i][row] = input(node, spec.inputs().get(i), row);
                begin = Double.isFinite(inputs[i][row]) ? begin : row + 1;
            }
        }
        if (begin > bar) {
            return Double.NaN;
        }
        double[] arguments = spec.parameters().stream()
                .mapToDouble(parameter -> setting(node, parameter.name()))
                .toArray();
        double[][] outputs = new double[spec.outputs().size()][bar + 1];
        definition.kernel(new IndicatorArguments(arguments), begin).advance(inputs, begin, bar + 1, outputs);
        int output = 0;
        while (spec.severalOutputs() && !spec.outputs().get(output).name().equals(port)) {
            output++;
        }
        return outputs[output][bar];
    }

    private double input(Node node, IndicatorSpec.Input input, int bar) {
        return source(node, input.name())
                .map(from -> value(from.node(), from.port(), bar))
                .orElseGet(() -> switch (input.defaultColumn()) {
                    case "time" -> (double) bars.time(bar);
                    case "session" -> (double) Math.floorDiv(bars.time(bar), 86_400_000_000_000L);
                    default -> price(input.defaultColumn(), bar);
                });
    }

    private double in(Node node, String port, int bar) {
        PortRef from = source(node, port).orElseThrow();
        return value(from.node(), from.port(), bar);
    }

    private java.util.Optional<PortRef> source(Node node, String port) {
        return document.wires().stream()
                .filter(wire -> wire.to().equals(new PortRef(node.id(), port)))
                .map(Wire::from)
                .findFirst();
    }

    private double setting(Node node, String name) {
        Setting setting = catalogue.find(node.type()).orElseThrow().settings().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Object value = node.params().getOrDefault(name, setting.defaultValue());
        return switch (value) {
            case Double number -> number;
            case ParameterRef(String parameter) ->
                document.parameter(parameter).orElseThrow().value();
            case String text -> setting.choices().indexOf(text);
            default -> throw new IllegalArgumentException("The reference does not know the setting " + value);
        };
    }

    private String choice(Node node, String name) {
        Setting setting = catalogue.find(node.type()).orElseThrow().settings().getFirst();
        return setting.choices().get((int) setting(node, name));
    }

    /// What the strategy wants at the close of a bar, in words that can be compared.
    String decision(int bar) {
        Decision decision = new Decision();
        decision.clear();
        direction(Decision.LONG, "enterLong", "exitLong", bar, decision);
        direction(Decision.SHORT, "enterShort", "exitShort", bar, decision);
        return text(decision);
    }

    private void direction(int direction, String enter, String exit, int bar, Decision decision) {
        decision.exit[direction] = ofType(exit).stream().anyMatch(node -> in(node, "when", bar) == 1);
        Node chosen = null;
        for (Node node : ofType(enter)) {
            if (chosen == null && fires(node, bar)) {
                decision.enter[direction] = true;
                chosen = node;
            }
        }
        for (Node node : ofType(enter)) {
            chosen = chosen == null && source(node, "trailing").isPresent() ? node : chosen;
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
        }
    }

    private List<Node> ofType(String type) {
        return document.nodes().stream()
                .filter(node -> node.type().equals(type))
                .sorted(Comparator.comparing(Node::id))
                .toList();
    }

    private boolean fires(Node node, int bar) {
        boolean fires = in(node, "when", bar) == 1;
        for (String port : List.of("stop", "target", "trailing")) {
            boolean distance = source(node, port)
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
        if (source(node, port).isEmpty()) {
            return Double.NaN;
        }
        Node level = document.node(source(node, port).orElseThrow().node()).orElseThrow();
        boolean reads = source(level, "distance").isPresent();
        if (reads != distance) {
            return Double.NaN;
        }
        if (!reads) {
            return setting(level, "fraction");
        }
        double value = setting(level, "multiple") * in(level, "distance", bar);
        return Double.isFinite(value) && value > 0 ? value : Double.NaN;
    }

    private SizeRule size(Node entry) {
        if (source(entry, "size").isEmpty()) {
            return null;
        }
        Node size = document.node(source(entry, "size").orElseThrow().node()).orElseThrow();
        String kind = size.type().substring("size".length()).toUpperCase(Locale.ROOT);
        String name =
                catalogue.find(size.type()).orElseThrow().settings().getFirst().name();
        return new SizeRule(SizeRule.Kind.valueOf(kind), setting(size, name));
    }

    /// A decision as text.
    static String text(Decision decision) {
        StringBuilder text = new StringBuilder();
        for (int direction = 0; direction < 2; direction++) {
            text.append(decision.enter[direction] ? "enter " : "- ")
                    .append(decision.exit[direction] ? "exit " : "- ")
                    .append(decision.size[direction])
                    .append(" stop ")
                    .append(decision.stopDistance[direction])
                    .append('/')
                    .append(decision.stopFraction[direction])
                    .append(" target ")
                    .append(decision.targetDistance[direction])
                    .append('/')
                    .append(decision.targetFraction[direction])
                    .append(" trail ")
                    .append(decision.trailDistance[direction])
                    .append(direction == 0 ? " | " : "");
        }
        return text.toString();
    }
}
