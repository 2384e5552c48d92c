package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.EntryRule.Level;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire.PortRef;

/// Binds enter and exit nodes, with their sizes and protections, to columns.
final class ActionRules {
    private final StrategyGraph graph;
    private final Program program;
    private final List<Node> actions;
    private final Settings settings;
    private final Map<PortRef, Column> columns;

    /// The rules of some action nodes, in the order of their ids.
    ActionRules(Program program, List<Node> actions, Settings settings, Map<PortRef, Column> columns) {
        this.program = program;
        this.actions = actions;
        this.graph = program.graph();
        this.settings = settings;
        this.columns = columns;
    }

    ActionTable table(Map<Column, ConditionColumn> possible) {
        List<List<EntryRule>> entries = List.of(entries(StandardNodes.ENTER_LONG), entries(StandardNodes.ENTER_SHORT));
        List<List<ConditionColumn>> exits = List.of(exits(StandardNodes.EXIT_LONG), exits(StandardNodes.EXIT_SHORT));
        List<ConditionColumn> maybe = new ArrayList<>();
        for (List<EntryRule> list : entries) {
            for (EntryRule entry : list) {
                if (entry.stepwise()) {
                    maybe.add(possible.getOrDefault(entry.when(), entry.when()));
                }
            }
        }
        for (List<ConditionColumn> list : exits) {
            for (ConditionColumn exit : list) {
                if (exit.stepwise() && ActionTable.exitsMatterWhileFlat(entries)) {
                    maybe.add(possible.getOrDefault(exit, exit));
                }
            }
        }
        return new ActionTable(entries, exits, maybe);
    }

    /// The entries of a direction.
    List<EntryRule> entriesOf(int direction) {
        return entries(direction == Decision.LONG ? StandardNodes.ENTER_LONG : StandardNodes.ENTER_SHORT);
    }

    /// The exits of a direction.
    List<ConditionColumn> exitsOf(int direction) {
        return exits(direction == Decision.LONG ? StandardNodes.EXIT_LONG : StandardNodes.EXIT_SHORT);
    }

    private List<EntryRule> entries(String type) {
        return nodes(type).stream()
                .map(node -> new EntryRule(
                        node.id(),
                        when(node),
                        size(source(node, "size")),
                        order(source(node, OrderNodes.PORT)),
                        level(source(node, "stop")),
                        level(source(node, "target")),
                        level(source(node, "trailing"))))
                .toList();
    }

    /// The target weights, of which the first that says something counts.
    List<WeightRule> weights() {
        return nodes(StandardNodes.TARGET_WEIGHT).stream()
                .map(node -> {
                    PortRef weight = graph.source(node.id(), StandardNodes.WEIGHT);
                    return new WeightRule(
                            node.id(),
                            when(node),
                            setting(node),
                            weight == null ? null : (NumberColumn) columns.get(weight));
                })
                .toList();
    }

    private List<ConditionColumn> exits(String type) {
        return nodes(type).stream().map(this::when).toList();
    }

    private List<Node> nodes(String type) {
        return actions.stream().filter(node -> node.type().equals(type)).toList();
    }

    private ConditionColumn when(Node node) {
        PortRef source = graph.source(node.id(), StandardNodes.WHEN);
        if (source != null && columns.get(source) instanceof ConditionColumn condition) {
            return condition;
        }
        throw new IllegalStateException("Action " + node.id() + " has no condition");
    }

    private @Nullable Node source(Node node, String port) {
        PortRef source = graph.source(node.id(), port);
        return source == null ? null : graph.node(source.node());
    }

    private @Nullable SizeRule size(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        double value = setting(node);
        return switch (node.type()) {
            case StandardNodes.SIZE_UNITS -> new SizeRule(SizeRule.Kind.UNITS, value);
            case StandardNodes.SIZE_CASH -> new SizeRule(SizeRule.Kind.CASH, value);
            case StandardNodes.SIZE_FRACTION -> new SizeRule(SizeRule.Kind.FRACTION, value);
            case StandardNodes.SIZE_RISK -> new SizeRule(SizeRule.Kind.RISK, value);
            case StandardNodes.SIZE_VOLATILITY -> SizeRule.volatility(value, (int) setting(node, StandardNodes.BARS));
            case StandardNodes.SIZE_KELLY ->
                SizeRule.kelly(
                        value,
                        setting(node, StandardNodes.CAP),
                        (int) setting(node, StandardNodes.TRADES),
                        setting(node, StandardNodes.START));
            default -> throw new IllegalStateException("Node " + node.id() + " is no size");
        };
    }

    private Level level(@Nullable Node node) {
        if (node == null) {
            return Level.NONE;
        }
        double value = setting(node);
        NumberColumn distance = number(node, StandardNodes.DISTANCE);
        if (distance != null) {
            return Level.ofDistance(value, distance);
        }
        return node.type().equals(StandardNodes.TRAILING_PRICE) ? Level.ofPrice(value) : Level.ofFraction(value);
    }

    private @Nullable NumberColumn number(Node node, String port) {
        PortRef source = graph.source(node.id(), port);
        return source == null ? null : (NumberColumn) columns.get(source);
    }

    private OrderRule order(@Nullable Node node) {
        if (node == null) {
            return OrderRule.MARKET;
        }
        NodeType type = type(node);
        OrderStyle style = OrderNodes.style(node, type, settings);
        if (type.settings().isEmpty()) {
            return new OrderRule(style, null, Level.NONE);
        }
        NumberColumn distance = number(node, StandardNodes.DISTANCE);
        Level away = distance == null
                ? Level.ofFraction(setting(node, OrderNodes.OFFSET))
                : Level.ofDistance(setting(node, OrderNodes.MULTIPLE), distance);
        return new OrderRule(style, number(node, OrderNodes.LEVEL), away);
    }

    private double setting(Node node, String name) {
        for (Setting setting : type(node).settings()) {
            if (setting.name().equals(name)) {
                return settings.number(node, setting);
            }
        }
        throw new IllegalStateException("Node " + node.id() + " has no setting " + name);
    }

    private NodeType type(Node node) {
        return program.catalogue()
                .find(node.type())
                .orElseThrow(() -> new IllegalStateException("Unknown node type " + node.type()));
    }

    /// The first setting of a size or protection node, which is what it is about.
    private double setting(Node node) {
        return settings.number(node, type(node).settings().getFirst());
    }
}
