package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.Wire.PortRef;

/// Random strategies of one account and the market around them, for tests of other packages.
public final class RandomTrading {
    private static final NodeCatalogue CATALOGUE =
            new NodeCatalogue(new IndicatorCatalogue(IndicatorCatalogue.builtIn().all().stream()
                    .filter(definition -> !definition.spec().group().equals("ta4j"))
                    .toList()));
    private static final Set<String> TERMS = Set.of(OrderNodes.PORT, "stop", "target", "trailing", "size");

    private RandomTrading() {}

    /// A program that trades the base instrument alone, with an integer parameter (whole) and another (real). Bare
    /// entries have no orders, sizes or protection of their own; others may have them, and orders where these are
    /// wanted.
    public static Program program(long seed, int size, boolean bare, boolean orders) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, size);
        List<Node> nodes = document.nodes().stream()
                .filter(node -> !node.type().equals(StandardNodes.TARGET_WEIGHT))
                .toList();
        Set<String> ids = nodes.stream().map(Node::id).collect(Collectors.toSet());
        List<Wire> wires = document.wires().stream()
                .filter(wire -> ids.contains(wire.to().node()))
                .filter(wire -> !(bare && TERMS.contains(wire.to().port())))
                .filter(wire -> orders || !wire.to().port().equals(OrderNodes.PORT))
                .toList();
        return Program.of(document.withGraph(nodes, wires), CATALOGUE);
    }

    /// So many bars with series of other instruments and timeframes around them.
    public static MarketData market(long seed, int bars) {
        return Markets.around(seed, Markets.random(seed, bars));
    }

    /// A program that trades often: entries and exits on comparisons of averages, prices and what they were, joined by
    /// and, or, not.
    public static Program crossing(long seed) {
        return new Crossing(new SplittableRandom(seed)).program();
    }

    private static final class Crossing {
        private final SplittableRandom random;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Wire> wires = new ArrayList<>();
        private final List<PortRef> numbers = new ArrayList<>();
        private final List<PortRef> conditions = new ArrayList<>();

        Crossing(SplittableRandom random) {
            this.random = random;
        }

        Program program() {
            for (String field : List.of("close", "open", "hl2")) {
                numbers.add(add("price", Map.of("field", field)));
            }
            for (int i = 0; i < 4; i++) {
                number();
            }
            for (int i = 0; i < 6; i++) {
                condition();
            }
            for (int i = 0; i < 3; i++) {
                logic();
            }
            for (String action : List.of("enterLong", "exitLong", "enterShort", "exitShort")) {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    wire(pick(conditions), add(action, Map.of()), "when");
                }
            }
            StrategyDocument document = StrategyDocument.empty("crossing")
                    .withParameters(List.of(
                            new StrategyParameter("whole", true, 4, null, Map.of()),
                            new StrategyParameter("real", false, 0.5, null, Map.of())))
                    .withGraph(nodes, wires);
            return Program.of(document, CATALOGUE);
        }

        private PortRef add(String type, Map<String, Object> settings) {
            Node node = Node.of("n" + nodes.size(), type, settings);
            nodes.add(node);
            return new PortRef(node.id(), "value");
        }

        private void wire(PortRef from, PortRef to, String port) {
            wires.add(new Wire(from, new PortRef(to.node(), port)));
        }

        private PortRef pick(List<PortRef> from) {
            return from.get(random.nextInt(from.size()));
        }

        private void number() {
            int kind = random.nextInt(4);
            PortRef made = kind == 0
                    ? add("lag", Map.of("bars", (double) random.nextInt(1, 4)))
                    : add(
                            random.nextBoolean() ? "indicator.SMA" : "indicator.EMA",
                            Map.of(
                                    "optInTimePeriod",
                                    random.nextBoolean() ? new ParameterRef("whole") : (double) random.nextInt(2, 9)));
            wire(pick(numbers), made, kind == 0 ? "a" : "real");
            numbers.add(made);
        }

        private void condition() {
            List<String> types = List.of(
                    "greater",
                    "less",
                    "greaterOrEqual",
                    "lessOrEqual",
                    "crossesAbove",
                    "crossesBelow",
                    "equal",
                    "notEqual");
            PortRef made = add(types.get(random.nextInt(types.size())), Map.of());
            wire(pick(numbers), made, "a");
            wire(pick(numbers), made, "b");
            conditions.add(made);
        }

        private void logic() {
            String type = List.of("and", "or", "not").get(random.nextInt(3));
            PortRef made = add(type, Map.of());
            if (type.equals("not")) {
                wire(pick(conditions), made, "a");
            } else {
                wire(pick(conditions), made, "a");
                wire(pick(conditions), made, "b");
            }
            conditions.add(made);
        }
    }
}
