package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire.PortRef;

/// Numbers and conditions of a graph as phrases. What lies too deep is called by its id and defined
/// afterwards.
final class Phrases {
    private static final int DEEPEST = 5;
    private static final Map<String, String> RELATIONS = Map.of(
            "greater", "is above",
            "greaterOrEqual", "is at or above",
            "less", "is below",
            "lessOrEqual", "is at or below",
            "equal", "equals",
            "notEqual", "differs from",
            "crossesAbove", "crosses above",
            "crossesBelow", "crosses below");
    private static final Map<String, String> SIGNS =
            Map.of("add", " + ", "subtract", " − ", "multiply", " × ", "divide", " ÷ ");
    private static final Map<String, String> STATES = Map.of(
            "inPosition", "a position is held",
            "isLong", "a long position is held",
            "isShort", "a short position is held",
            "barsSinceEntry", "the bars since entry",
            "entryPrice", "the entry price",
            "openProfit", "the open profit",
            "quantity", "the units held",
            "equity", "the account's equity");
    private static final Map<String, String> MEANS = Map.of(
            "hl2", "the mean of high and low",
            "hlc3", "the mean of high, low and close",
            "ohlc4", "the mean of open, high, low and close");

    private final StrategyGraph graph;
    private final NodeCatalogue catalogue;
    private final Set<PortRef> deferred = new LinkedHashSet<>();

    Phrases(StrategyGraph graph, NodeCatalogue catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
    }

    String condition(@Nullable PortRef port) {
        return phrase(port, 0);
    }

    /// What was called by its id, as `id is phrase`; empty after all has been asked for.
    List<String> definitions() {
        Map<PortRef, String> defined = new LinkedHashMap<>();
        List<PortRef> open = new ArrayList<>(deferred);
        while (!open.isEmpty()) {
            for (PortRef port : open) {
                defined.put(port, name(port) + " is: " + phrase(port, 0));
            }
            open = deferred.stream().filter(port -> !defined.containsKey(port)).toList();
        }
        return List.copyOf(defined.values());
    }

    /// A size, stop, target or trailing stop.
    String term(PortRef port) {
        Node node = graph.node(port.node());
        NodeType type = graph.type(port.node());
        if (node != null && type != null && OrderNodes.TYPES.contains(node.type())) {
            return order(node, type);
        }
        if (node == null || type == null || type.settings().isEmpty()) {
            return unknown(port, node);
        }
        Setting setting = type.settings().getFirst();
        String number = setting(node, setting, false);
        String share = setting(node, setting, true);
        String distance = multiple(node, setting) + phrase(graph.source(node.id(), StandardNodes.DISTANCE), 1);
        return switch (node.type()) {
            case StandardNodes.SIZE_UNITS -> "with " + number + " units";
            case StandardNodes.SIZE_CASH -> "with " + number + " of cash";
            case StandardNodes.SIZE_FRACTION -> "with " + share + " of the cash";
            case StandardNodes.SIZE_RISK -> "sized so that the stop risks " + share + " of the account";
            case StandardNodes.SIZE_VOLATILITY ->
                "sized so that the position moves the account by " + share
                        + " a year, as the price moved over the last "
                        + setting(node, named(type, StandardNodes.BARS), false) + " bars";
            case StandardNodes.SIZE_KELLY ->
                "with " + number + " times the Kelly fraction of the account by the trades so far, at most "
                        + setting(node, named(type, StandardNodes.CAP), true) + ", and "
                        + setting(node, named(type, StandardNodes.START), true) + " until "
                        + setting(node, named(type, StandardNodes.TRADES), false) + " are closed";
            case "stopPercent" -> "with a stop loss " + share + " from the entry fill";
            case "stopDistance" -> "with a stop loss at " + distance + " from the entry fill";
            case "targetPercent" -> "with a profit target " + share + " from the entry fill";
            case "targetDistance" -> "with a profit target at " + distance + " from the entry fill";
            case "trailingStop" ->
                "with a trailing stop at " + distance + " from the entry fill, then from the best close since entry";
            case StandardNodes.TRAILING_PERCENT ->
                "with a trailing stop " + share + " from the entry fill, then from the best close since entry";
            case StandardNodes.TRAILING_PRICE ->
                "with a trailing stop " + number
                        + " in price from the entry fill, then from the best close since entry";
            default -> unknown(port, node);
        };
    }

    private String order(Node node, NodeType type) {
        String place = type.settings().isEmpty() ? "" : " " + place(node, type);
        return switch (node.type()) {
            case OrderNodes.LIMIT -> "by a limit order" + place + lasting(node, type);
            case OrderNodes.STOP -> "by a stop order" + place + lasting(node, type);
            case OrderNodes.STOP_LIMIT ->
                "by a stop order" + place + " with the limit "
                        + setting(node, named(type, OrderNodes.LIMIT_OFFSET), true) + " beyond it"
                        + lasting(node, type);
            case OrderNodes.MARKET_ON_CLOSE -> "by a market order for the next close";
            default -> "by a limit order" + place + " for the next close";
        };
    }

    private String place(Node node, NodeType type) {
        PortRef level = graph.source(node.id(), OrderNodes.LEVEL);
        if (level != null) {
            return "at " + phrase(level, 1);
        }
        PortRef distance = graph.source(node.id(), StandardNodes.DISTANCE);
        return distance == null
                ? setting(node, named(type, OrderNodes.OFFSET), true) + " from the close"
                : multiple(node, named(type, OrderNodes.MULTIPLE)) + phrase(distance, 1) + " from the close";
    }

    private String lasting(Node node, NodeType type) {
        String choice = setting(node, named(type, OrderNodes.TIME), false);
        return ", " + OrderNodes.lasting(choice, setting(node, named(type, OrderNodes.BARS), false));
    }

    private static Setting named(NodeType type, String name) {
        return type.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.type() + " has no setting " + name));
    }

    private String multiple(Node node, Setting setting) {
        Object value = node.params().getOrDefault(setting.name(), setting.defaultValue());
        return value.equals(1.0) ? "" : setting(node, setting, false) + " × ";
    }

    private String phrase(@Nullable PortRef port, int depth) {
        if (port == null) {
            return "(nothing is connected)";
        }
        Node node = graph.node(port.node());
        NodeType type = graph.type(port.node());
        if (node == null || type == null) {
            return unknown(port, node);
        }
        if (depth >= DEEPEST && !type.inputs().isEmpty()) {
            deferred.add(port);
            return name(port);
        }
        IndicatorDefinition indicator = catalogue.indicator(node.type()).orElse(null);
        return indicator == null ? ofNode(node, type, depth) : ofIndicator(node, indicator.spec(), port, depth);
    }

    private static String unknown(PortRef port, @Nullable Node node) {
        return node == null
                ? "(" + port + ", which does not exist)"
                : "(" + node.id() + ", of the unknown type " + node.type() + ")";
    }

    private static String name(PortRef port) {
        return "“" + (port.port().equals(NodeCatalogue.VALUE) ? port.node() : port.toString()) + "”";
    }

    private String ofNode(Node node, NodeType type, int depth) {
        String state = STATES.get(node.type());
        if (state != null) {
            return state;
        }
        String relation = RELATIONS.get(node.type());
        if (relation != null) {
            return input(node, "a", depth) + " " + relation + " " + input(node, "b", depth);
        }
        String sign = SIGNS.get(node.type());
        if (sign != null) {
            return "(" + input(node, "a", depth) + sign + input(node, "b", depth) + ")";
        }
        return switch (node.type()) {
            case StandardNodes.PRICE -> price(node, type);
            case StandardNodes.AGE -> age(node, type);
            case StandardNodes.SCHEDULE -> schedule(node, type);
            case StandardNodes.RANK -> rank(node, type, depth);
            case StandardNodes.CONSTANT, StandardNodes.PARAMETER ->
                setting(node, type.settings().getFirst(), false);
            case StandardNodes.LAG ->
                input(node, "a", depth) + " " + ago(node, type.settings().getFirst());
            case "negate" -> "−" + input(node, "a", depth);
            case "abs" -> "the absolute value of " + input(node, "a", depth);
            case "minimum" -> "the smaller of " + input(node, "a", depth) + " and " + input(node, "b", depth);
            case "maximum" -> "the larger of " + input(node, "a", depth) + " and " + input(node, "b", depth);
            case "not" -> "not (" + input(node, "a", depth) + ")";
            case "and" -> logic(node, type, " and ", depth);
            case "or" -> logic(node, type, " or ", depth);
            default -> type.type().startsWith(NodeCatalogue.NODE_PREFIX) ? brought(node, type, depth) : node.id();
        };
    }

    private String brought(Node node, NodeType type, int depth) {
        List<String> inputs = type.inputs().stream()
                .map(input -> graph.source(node.id(), input.name()))
                .filter(source -> source != null)
                .map(source -> phrase(source, depth + 1))
                .toList();
        return "“" + type.title() + "”"
                + (inputs.isEmpty() ? "" : " of " + String.join(" and ", inputs))
                + settings(node);
    }

    private String input(Node node, String port, int depth) {
        return phrase(graph.source(node.id(), port), depth + 1);
    }

    private String logic(Node node, NodeType type, String joint, int depth) {
        List<String> parts = new ArrayList<>();
        for (Port port : type.inputs()) {
            PortRef source = graph.source(node.id(), port.name());
            if (source != null || !port.optional()) {
                parts.add(phrase(source, depth + 1));
            }
        }
        String joined = String.join(joint, parts);
        return depth == 0 ? joined : "(" + joined + ")";
    }

    private static String price(Node node, NodeType type) {
        String field = String.valueOf(
                node.params().getOrDefault("field", type.settings().getFirst().defaultValue()));
        String phrase = MEANS.getOrDefault(field, "the " + field);
        return "the " + ofTimeframe(node) + phrase.substring("the ".length()) + ofInstrument(node);
    }

    private static String age(Node node, NodeType type) {
        String unit = String.valueOf(
                node.params().getOrDefault("in", type.settings().getFirst().defaultValue()));
        String bar = "the last known " + ofTimeframe(node) + "bar" + ofInstrument(node);
        return "the " + unit + " since " + bar + " became known";
    }

    private static String ofTimeframe(Node node) {
        return SeriesNeed.adjective(node.params().get(NodeType.TIMEFRAME));
    }

    private static String ofInstrument(Node node) {
        Object instrument = node.params().get(NodeType.INSTRUMENT);
        return instrument == null ? "" : instrument.equals(NodeType.EACH) ? " of each instrument" : " of " + instrument;
    }

    private String schedule(Node node, NodeType type) {
        String every = setting(node, type.settings().getFirst(), false);
        return every.equals("bars")
                ? "every " + setting(node, type.settings().get(1), false) + " bars"
                : "a " + every + " begins";
    }

    private String rank(Node node, NodeType type, int depth) {
        String first = setting(node, type.settings().getFirst(), false);
        return "the rank of " + input(node, "a", depth) + " in the universe, " + first + " first,";
    }

    /// The part of equity that a target weight node asks for.
    String weight(Node node) {
        PortRef weight = graph.source(node.id(), StandardNodes.WEIGHT);
        NodeType type = graph.type(node.id());
        return weight != null || type == null
                ? phrase(weight, 1) + " of equity"
                : setting(node, type.settings().getFirst(), true) + " of equity";
    }

    private String ago(Node node, Setting setting) {
        String bars = setting(node, setting, false);
        return bars.equals("1") ? "one bar ago" : bars + " bars ago";
    }

    private String ofIndicator(Node node, IndicatorSpec spec, PortRef port, int depth) {
        StringBuilder text = new StringBuilder("the ");
        text.append(spec.severalOutputs() ? port.port() + " of the " + title(spec) : title(spec));
        List<String> inputs = spec.inputs().stream()
                .map(input -> graph.source(node.id(), input.name()))
                .filter(source -> source != null)
                .map(source -> phrase(source, depth + 1))
                .toList();
        boolean ofBars = inputs.size() < spec.inputs().size();
        if (!inputs.isEmpty()) {
            text.append(" of ").append(String.join(" and ", inputs));
            text.append(ofBars ? restOfSeries(node) : "");
        } else if (spec.inputs().size() == 1) {
            text.append(" of the ").append(ofTimeframe(node));
            text.append(spec.inputs().getFirst().defaultColumn()).append(ofInstrument(node));
        } else if (ofBars) {
            text.insert("the ".length(), ofTimeframe(node)).append(ofInstrument(node));
        }
        return text.append(settings(node)).toString();
    }

    private static String restOfSeries(Node node) {
        return SeriesNeed.of(node).isEmpty() ? "" : " and the " + ofTimeframe(node) + "bars" + ofInstrument(node);
    }

    private static String title(IndicatorSpec spec) {
        String title = spec.title();
        boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
    }

    private String settings(Node node) {
        NodeType type = graph.type(node.id());
        List<Setting> settings = type == null ? List.of() : type.settings();
        if (settings.isEmpty()) {
            return "";
        }
        if (settings.size() == 1 && settings.getFirst().name().equals("optInTimePeriod")) {
            return " over " + setting(node, settings.getFirst(), false) + " bars";
        }
        List<String> values = new ArrayList<>();
        for (Setting setting : settings) {
            boolean named = node.params().get(setting.name()) instanceof ParameterRef;
            String title = named ? "" : setting.title().toLowerCase(Locale.ROOT) + " ";
            values.add(title + setting(node, setting, false));
        }
        return " (" + String.join(", ", values) + ")";
    }

    /// The value of a setting; behind the name of its parameter where it follows one.
    private String setting(Node node, Setting setting, boolean percent) {
        Object value = node.params().getOrDefault(setting.name(), setting.defaultValue());
        if (value instanceof ParameterRef(String name)) {
            return graph.document()
                    .parameter(name)
                    .map(parameter -> name + " = " + digits(parameter.value(), percent))
                    .orElse("(parameter " + name + ", which does not exist)");
        }
        return value instanceof Double number ? digits(number, percent) : String.valueOf(value);
    }

    private static String digits(double value, boolean percent) {
        return percent ? Explanation.digits(value * 100) + " %" : Explanation.digits(value);
    }
}
