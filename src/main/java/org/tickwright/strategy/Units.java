package org.tickwright.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.IndicatorSpec.Unit;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Wire.PortRef;

/// What the numbers on the wires count, worked out from prices and indicators forward.
///
/// Constants and parameters have no unit and fit anything; so do plain numbers. An indicator that counts
/// prices counts whatever is connected instead of the price. Price times number is a price, price by price a
/// ratio, and ratios and percentages times a constant may be anything.
final class Units {
    private final StrategyGraph graph;
    private final NodeCatalogue catalogue;
    private final Map<PortRef, Unit> units = new HashMap<>();

    Units(StrategyGraph graph, NodeCatalogue catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
        graph.order().forEach(this::infer);
    }

    /// The unit at an output port, null where any fits.
    @Nullable
    Unit of(PortRef port) {
        return units.get(port);
    }

    /// Adds an error for every node that puts numbers together which do not belong together.
    void check(ProblemList problems) {
        for (Node node : graph.order()) {
            NodeType type = graph.type(node.id());
            if (type == null) {
                continue;
            }
            if (needsSameUnits(type)) {
                same(node, problems);
            }
            for (Port port : type.inputs()) {
                fixed(node, port, problems);
            }
        }
    }

    private static boolean needsSameUnits(NodeType type) {
        return switch (type.type()) {
            case "add", "subtract", "minimum", "maximum" -> true;
            default -> type.category().equals(StandardNodes.COMPARISON);
        };
    }

    private void same(Node node, ProblemList problems) {
        Unit a = input(node, "a");
        Unit b = input(node, "b");
        if (!compatible(a, b)) {
            problems.error(
                    node.id(),
                    "b",
                    "Node " + node.id() + " puts " + named(a) + " (" + graph.source(node.id(), "a") + ") together with "
                            + named(b) + " (" + graph.source(node.id(), "b") + ").",
                    "Connect two numbers of the same kind, or a constant or parameter.");
        }
    }

    private void fixed(Node node, Port port, ProblemList problems) {
        PortRef source = graph.source(node.id(), port.name());
        if (port.unit() != null && source != null && !compatible(port.unit(), of(source))) {
            problems.error(
                    node.id(),
                    port.name(),
                    "Input " + port.name() + " of node " + node.id() + " takes " + named(port.unit()) + ", and "
                            + source + " is " + named(of(source)) + ".",
                    "Connect a distance in price such as the average true range, or use the node for a fraction.");
        }
    }

    private static boolean compatible(@Nullable Unit a, @Nullable Unit b) {
        return a == null || b == null || a == b || a == Unit.NUMBER || b == Unit.NUMBER;
    }

    private void infer(Node node) {
        NodeType type = graph.type(node.id());
        if (type == null) {
            return;
        }
        IndicatorDefinition indicator = catalogue.indicator(node.type()).orElse(null);
        for (Port output : type.outputs()) {
            if (output.type() == PortType.NUMBER) {
                Unit unit = indicator == null ? ofNode(node, output) : ofIndicator(node, indicator.spec(), output);
                if (unit != null) {
                    units.put(new PortRef(node.id(), output.name()), unit);
                }
            }
        }
    }

    private @Nullable Unit ofNode(Node node, Port output) {
        return switch (node.type()) {
            case StandardNodes.PRICE -> "volume".equals(node.params().get("field")) ? Unit.VOLUME : Unit.PRICE;
            case "add", "subtract", "minimum", "maximum" -> joined(input(node, "a"), input(node, "b"));
            case "multiply" -> product(input(node, "a"), input(node, "b"));
            case "divide" -> quotient(input(node, "a"), input(node, "b"));
            case "negate", "abs", StandardNodes.LAG -> input(node, "a");
            default -> output.unit();
        };
    }

    private static @Nullable Unit joined(@Nullable Unit a, @Nullable Unit b) {
        return a == null || a == Unit.NUMBER ? b : a;
    }

    private static @Nullable Unit product(@Nullable Unit a, @Nullable Unit b) {
        if (scales(a)) {
            return scales(b) ? both(a, b) : amount(b, a);
        }
        return scales(b) ? amount(a, b) : Unit.NUMBER;
    }

    private static @Nullable Unit quotient(@Nullable Unit a, @Nullable Unit b) {
        if (a != null && a == b) {
            return Unit.RATIO;
        }
        return scales(b) && a != null ? amount(a, b) : scales(a) && scales(b) ? null : Unit.NUMBER;
    }

    /// What a number is after scaling: prices, volumes and bars stay what they are unless a percentage scaled
    /// them.
    private static @Nullable Unit amount(@Nullable Unit unit, @Nullable Unit scale) {
        return scale == Unit.PERCENT || scales(unit) ? null : unit;
    }

    private static @Nullable Unit both(@Nullable Unit a, @Nullable Unit b) {
        return a == Unit.RATIO && b == Unit.RATIO ? Unit.RATIO : null;
    }

    /// True for units by which something else is scaled rather than counted.
    private static boolean scales(@Nullable Unit unit) {
        return unit == null || unit == Unit.NUMBER || unit == Unit.RATIO || unit == Unit.PERCENT;
    }

    /// The unit that is declared, unless the column that would be read by default was replaced.
    private @Nullable Unit ofIndicator(Node node, IndicatorSpec spec, Port output) {
        Unit declared = output.unit();
        if (declared != Unit.PRICE && declared != Unit.VOLUME) {
            return declared;
        }
        List<Unit> read = spec.inputs().stream()
                .filter(input -> ofColumn(input.defaultColumn()) == declared)
                .map(input -> connectedOr(node, input.name(), declared))
                .distinct()
                .toList();
        return read.isEmpty() ? declared : read.size() == 1 && read.getFirst() != Unit.NUMBER ? read.getFirst() : null;
    }

    /// The unit connected to an input, `unit` where nothing is; plain numbers and those without a unit alike.
    private Unit connectedOr(Node node, String input, Unit unit) {
        return graph.source(node.id(), input) == null
                ? unit
                : Objects.requireNonNullElse(input(node, input), Unit.NUMBER);
    }

    private static Unit ofColumn(String column) {
        return switch (column) {
            case "open", "high", "low", "close" -> Unit.PRICE;
            case "volume" -> Unit.VOLUME;
            default -> Unit.NUMBER;
        };
    }

    private @Nullable Unit input(Node node, String port) {
        PortRef source = graph.source(node.id(), port);
        return source == null ? null : of(source);
    }

    private static String named(@Nullable Unit unit) {
        return switch (unit) {
            case PRICE -> "a price";
            case VOLUME -> "a volume";
            case PERCENT -> "a percentage";
            case RATIO -> "a ratio";
            case BARS -> "a number of bars";
            case NUMBER -> "a plain number";
            case null -> "a number";
        };
    }
}
