package org.tickwright.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.market.Bars.Field;
import org.tickwright.strategy.ConditionColumn.Logic;
import org.tickwright.strategy.PositionColumn.Reading;
import org.tickwright.strategy.PositionColumn.State;

/// What the built-in nodes compute: from each node type to the column of its output.
final class Formulas {
    /// Makes the column of a node's output from what the node is bound to.
    interface Formula {
        Column column(NodeBinding node);
    }

    private static final Map<String, Formula> ALL = new LinkedHashMap<>();

    static {
        ALL.put(StandardNodes.PRICE, Formulas::price);
        ALL.put(StandardNodes.AGE, node -> node.age(StandardNodes.AGE_UNITS.indexOf(node.choice("in"))));
        ALL.put(StandardNodes.RANK, node -> node.rank(node.choice("first").equals("largest")));
        ALL.put(StandardNodes.SCHEDULE, node -> node.schedule(node.choice("every"), (int) node.setting("bars")));
        ALL.put(StandardNodes.CONSTANT, node -> new NumberColumn.Constant(node.setting("value")));
        ALL.put(StandardNodes.PARAMETER, node -> new NumberColumn.Constant(node.setting("parameter")));
        arithmetic("add", Arithmetic.Operation.ADD);
        arithmetic("subtract", Arithmetic.Operation.SUBTRACT);
        arithmetic("multiply", Arithmetic.Operation.MULTIPLY);
        arithmetic("divide", Arithmetic.Operation.DIVIDE);
        arithmetic("minimum", Arithmetic.Operation.MINIMUM);
        arithmetic("maximum", Arithmetic.Operation.MAXIMUM);
        ALL.put("negate", node -> new Arithmetic(Arithmetic.Operation.NEGATE, node.number("a"), node.number("a")));
        ALL.put("abs", node -> new Arithmetic(Arithmetic.Operation.ABS, node.number("a"), node.number("a")));
        ALL.put(StandardNodes.LAG, node -> new NumberColumn.Lag(node.number("a"), (int) node.setting("bars")));
        comparison("greater", "less", Comparison.Operation.GREATER);
        comparison("greaterOrEqual", "lessOrEqual", Comparison.Operation.GREATER_OR_EQUAL);
        comparison("crossesAbove", "crossesBelow", Comparison.Operation.CROSSES_ABOVE);
        comparison("equal", "", Comparison.Operation.EQUAL);
        comparison("notEqual", "", Comparison.Operation.NOT_EQUAL);
        ALL.put("and", node -> new Logic(Logic.Operation.AND, node.conditions()));
        ALL.put("or", node -> new Logic(Logic.Operation.OR, node.conditions()));
        ALL.put("not", node -> new Logic(Logic.Operation.NOT, node.conditions()));
        ALL.put("inPosition", node -> node.position(State.IN_POSITION));
        ALL.put("isLong", node -> node.position(State.LONG));
        ALL.put("isShort", node -> node.position(State.SHORT));
        ALL.put("barsSinceEntry", node -> node.position(Reading.BARS_SINCE_ENTRY));
        ALL.put("entryPrice", node -> node.position(Reading.ENTRY_PRICE));
        ALL.put("openProfit", node -> node.position(Reading.OPEN_PROFIT));
        ALL.put("quantity", node -> node.position(Reading.QUANTITY));
        ALL.put("equity", node -> node.position(Reading.EQUITY));
    }

    private Formulas() {}

    /// The formula of a node type; an [IllegalStateException] for types that compute nothing.
    static Formula of(String type) {
        Formula formula = ALL.get(type);
        if (formula == null) {
            throw new IllegalStateException("Node type " + type + " has no formula");
        }
        return formula;
    }

    private static void arithmetic(String type, Arithmetic.Operation operation) {
        ALL.put(type, node -> new Arithmetic(operation, node.number("a"), node.number("b")));
    }

    private static void comparison(String type, String exchanged, Comparison.Operation operation) {
        ALL.put(type, node -> new Comparison(operation, node.number("a"), node.number("b")));
        if (!exchanged.isEmpty()) {
            ALL.put(exchanged, node -> new Comparison(operation, node.number("b"), node.number("a")));
        }
    }

    private static Column price(NodeBinding node) {
        String field = node.choice("field");
        return switch (field) {
            case "hl2" -> mean(node, Field.HIGH, Field.LOW);
            case "hlc3" -> mean(node, Field.HIGH, Field.LOW, Field.CLOSE);
            case "ohlc4" -> mean(node, Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE);
            default -> node.price(field);
        };
    }

    private static Column mean(NodeBinding node, Field... fields) {
        return new NumberColumn.Mean(List.of(fields).stream().map(node::price).toArray(NumberColumn[]::new));
    }
}
