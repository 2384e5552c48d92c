package org.tickwright.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Wire.PortRef;

/// Says in plain words why an action's condition is what it is at a bar, with the values that made it so.
///
/// Which values the words may need is known beforehand ([#readings]), so that a run keeps these numbers and leaves
/// the words to who reads them. Immutable.
final class Explanation {
    private static final int DEEPEST = 12;
    private static final MathContext DIGITS = new MathContext(7);
    private static final Set<String> CROSSES = Set.of("crossesAbove", "crossesBelow");
    private static final Set<String> LOGIC = Set.of("and", "or", "not");
    private static final Set<String> COMPARISONS = Set.of(
            "greater", "greaterOrEqual", "less", "lessOrEqual", "equal", "notEqual", "crossesAbove", "crossesBelow");

    private final StrategyGraph graph;
    private final IdentityHashMap<Node, Pair> pairs = new IdentityHashMap<>();

    /// What a comparison reads and how it is called, found once: a run has many reasons.
    private record Pair(
            PortRef own,
            @Nullable PortRef a,
            String nameOfA,
            @Nullable PortRef b,
            String nameOfB) {}

    /// Values by output port and bar; conditions are 1, 0 or NaN.
    interface Values {
        double at(PortRef port, int bar);

        /// What an input of a node was on the bar before the one that `bar` sees, on the series on which the
        /// node runs.
        double before(String node, PortRef port, int bar);
    }

    /// A value that a reason reads: an output port at a bar, or where `crossing` names a node, what that node's
    /// input was before.
    record Reading(PortRef port, @Nullable String crossing) {
        static Reading now(PortRef port) {
            return new Reading(port, null);
        }
    }

    Explanation(StrategyGraph graph) {
        this.graph = graph;
        for (Node node : graph.document().nodes()) {
            if (COMPARISONS.contains(node.type())) {
                pairs.put(node, pairOf(node));
            }
        }
    }

    /// The reason for an enter or exit node.
    String of(Node action, int bar, Values values) {
        PortRef when = when(action);
        if (when == null) {
            return "no condition is connected";
        }
        String text = condition(when, bar, values, 0);
        return values.at(when, bar) == 1 ? text : "not true: " + text;
    }

    private @Nullable PortRef when(Node action) {
        return graph.source(action.id(), StandardNodes.WHEN);
    }

    /// Everything that the reason for a node may read, each once.
    Set<Reading> readings(Node action) {
        Set<Reading> readings = new LinkedHashSet<>();
        PortRef when = when(action);
        if (when != null) {
            readings.add(Reading.now(when));
            collect(when, 0, readings);
        }
        return readings;
    }

    private void collect(PortRef port, int depth, Set<Reading> readings) {
        Node node = graph.node(port.node());
        if (node == null || depth > DEEPEST) {
            return;
        }
        if (COMPARISONS.contains(node.type())) {
            collect(pair(node), CROSSES.contains(node.type()) ? node.id() : null, readings);
        } else if (LOGIC.contains(node.type())) {
            readings.add(Reading.now(new PortRef(node.id(), NodeCatalogue.VALUE)));
            for (PortRef source : sources(node)) {
                readings.add(Reading.now(source));
                collect(source, depth + 1, readings);
            }
        }
    }

    private static void collect(Pair pair, @Nullable String crossing, Set<Reading> readings) {
        readings.add(Reading.now(pair.own));
        for (PortRef source : new PortRef[] {pair.a, pair.b}) {
            if (source != null) {
                readings.add(Reading.now(source));
                if (crossing != null) {
                    readings.add(new Reading(source, crossing));
                }
            }
        }
    }

    private String condition(PortRef port, int bar, Values values, int depth) {
        Node node = graph.node(port.node());
        if (node == null || depth > DEEPEST) {
            return port.node();
        }
        return switch (node.type()) {
            case "greater" -> compare(node, ">", bar, values);
            case "greaterOrEqual" -> compare(node, "≥", bar, values);
            case "less" -> compare(node, "<", bar, values);
            case "lessOrEqual" -> compare(node, "≤", bar, values);
            case "equal" -> compare(node, "=", bar, values);
            case "notEqual" -> compare(node, "≠", bar, values);
            case "crossesAbove" -> cross(node, ">", "≤", bar, values);
            case "crossesBelow" -> cross(node, "<", "≥", bar, values);
            case "and" -> several(node, " and ", bar, values, depth);
            case "or" -> several(node, " or ", bar, values, depth);
            case "not" -> "not (" + several(node, "", bar, values, depth) + ")";
            case "inPosition" -> "in a position";
            case StandardNodes.SCHEDULE -> "schedule " + node.id();
            case "isLong" -> "long";
            case "isShort" -> "short";
            default -> node.id();
        };
    }

    private String compare(Node node, String sign, int bar, Values values) {
        Pair pair = pair(node);
        String relation = holds(pair, bar, values) ? " " + sign + " " : " is not " + sign + " ";
        return named(node) + left(pair, bar, values) + relation + right(pair, bar, values);
    }

    private String cross(Node node, String now, String before, int bar, Values values) {
        Pair pair = pair(node);
        boolean holds = holds(pair, bar, values);
        String text = named(node)
                + left(pair, bar, values)
                + (holds ? " " + now + " " : " against ")
                + right(pair, bar, values);
        return bar == 0
                ? text
                : text + ", before " + digits(before(node, pair.a, bar, values))
                        + (holds ? " " + before + " " : " against ") + digits(before(node, pair.b, bar, values));
    }

    private Pair pair(Node node) {
        return Objects.requireNonNull(pairs.get(node));
    }

    private Pair pairOf(Node node) {
        PortRef a = graph.source(node.id(), "a");
        PortRef b = graph.source(node.id(), "b");
        return new Pair(
                new PortRef(node.id(), NodeCatalogue.VALUE), a, a == null ? "" : name(a), b, b == null ? "" : name(b));
    }

    private static String left(Pair pair, int bar, Values values) {
        return number(pair.a, pair.nameOfA, bar, values);
    }

    private static String right(Pair pair, int bar, Values values) {
        return number(pair.b, pair.nameOfB, bar, values);
    }

    private static String number(@Nullable PortRef source, String name, int bar, Values values) {
        String text = digits(source == null ? Double.NaN : values.at(source, bar));
        return name.isEmpty() ? text : name + " " + text;
    }

    private static double before(Node node, @Nullable PortRef source, int bar, Values values) {
        return source == null ? Double.NaN : values.before(node.id(), source, bar);
    }

    private static boolean holds(Pair pair, int bar, Values values) {
        return values.at(pair.own, bar) == 1;
    }

    private static String named(Node node) {
        return node.type() + ": ";
    }

    /// Of a condition that is true the inputs that are, of one that is not those that are not.
    private String several(Node node, String joint, int bar, Values values, int depth) {
        List<String> all = new ArrayList<>();
        List<String> decisive = new ArrayList<>();
        double result = values.at(new PortRef(node.id(), NodeCatalogue.VALUE), bar);
        for (PortRef source : sources(node)) {
            String text = condition(source, bar, values, depth + 1);
            all.add(text);
            if (Double.compare(values.at(source, bar), result) == 0) {
                decisive.add(text);
            }
        }
        return String.join(joint, decisive.isEmpty() ? all : decisive);
    }

    /// The ports that feed a node, in the order of its inputs.
    private List<PortRef> sources(Node node) {
        NodeType type = graph.type(node.id());
        List<PortRef> sources = new ArrayList<>();
        for (Port port : type == null ? List.<Port>of() : type.inputs()) {
            PortRef source = graph.source(node.id(), port.name());
            if (source != null) {
                sources.add(source);
            }
        }
        return sources;
    }

    /// What a person calls a port; empty for constants, whose value says it all.
    private String name(PortRef port) {
        Node node = graph.node(port.node());
        if (node == null || node.type().equals(StandardNodes.CONSTANT)) {
            return "";
        }
        @Nullable Object setting = node.params().get(StandardNodes.PARAMETER);
        if (node.type().equals(StandardNodes.PARAMETER) && setting instanceof ParameterRef(String parameter)) {
            return parameter;
        }
        return port.port().equals(NodeCatalogue.VALUE) ? node.id() : node.id() + "." + port.port();
    }

    /// Up to seven significant digits.
    static String digits(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "negative infinite";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 0.1 && magnitude < 1e6) {
            return decimal(value < 0, magnitude);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        boolean plain = Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /// Seven digits of a number of everyday size, made without big decimals: a run has many reasons.
    private static String decimal(boolean negative, double magnitude) {
        int decimals = magnitude < 1 ? 7 : 6;
        long power = magnitude < 1 ? 10_000_000 : 1_000_000;
        for (double limit = 10; magnitude >= limit; limit *= 10) {
            decimals--;
            power /= 10;
        }
        long units = Math.round(magnitude * power);
        StringBuilder text = new StringBuilder(12);
        if (negative) {
            text.append('-');
        }
        text.append(units / power).append('.').append(power + units % power);
        text.deleteCharAt(text.length() - decimals - 1);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        text.setLength(text.charAt(end - 1) == '.' ? end - 1 : end);
        return text.toString();
    }
}
