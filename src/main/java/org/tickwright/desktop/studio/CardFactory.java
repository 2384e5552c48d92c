package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.NodeCard.Fact;
import org.tickwright.desktop.studio.NodeCard.Spot;
import org.tickwright.desktop.studio.NodeCard.Tone;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.PortType;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.strategy.Wire;

/// Makes the cards of a document. A card is made again only when its node or the parameters changed.
final class CardFactory {
    private static final double LEAST_WIDTH = 120;
    private static final double MOST_WIDTH = 264;
    private static final double TITLE_CHAR = 7.6;
    private static final double SMALL_CHAR = 6.4;
    private static final double SIDES = 28;
    private static final String INDICATOR = "indicator.";

    private final NodeCatalogue catalogue;
    private final IndicatorCatalogue indicators;
    private final Map<String, NodeType> types = new HashMap<>();
    private final Map<Node, NodeCard> made = new HashMap<>();
    private List<StrategyParameter> parameters = List.of();
    private List<Wire> wires = List.of();

    CardFactory(NodeCatalogue catalogue) {
        this.catalogue = catalogue;
        indicators = catalogue.indicators();
        catalogue.all().forEach(type -> types.put(type.type(), type));
    }

    /// The cards of a document in its order. Nodes without a place lie at 0, 0.
    List<NodeCard> cards(StrategyDocument document) {
        boolean rewired = !wires.equals(document.wires());
        if (!parameters.equals(document.parameters())) {
            made.clear();
        }
        parameters = document.parameters();
        wires = document.wires();
        boolean allKnown = document.nodes().stream().allMatch(n -> types.containsKey(n.type()));
        Map<String, Set<String>> loose = allKnown ? Map.of() : portsOfUnknownNodes(document);
        List<NodeCard> cards = new ArrayList<>(document.nodes().size());
        for (Node node : document.nodes()) {
            NodeCard card = made.get(node);
            if (card == null || (card.type() == null && rewired)) {
                card = card(node, loose.getOrDefault(node.id(), Set.of()));
                made.put(node, card);
            }
            Point at = document.layout().getOrDefault(node.id(), new Point(0, 0));
            cards.add(card.at().equals(at) ? card : card.movedTo(at));
        }
        if (made.size() > 4 * cards.size() + 64) {
            made.clear();
        }
        return cards;
    }

    /// The title of a node: `SMA 10`, `30`, `Crosses above`.
    String title(Node node) {
        NodeType type = types.get(node.type());
        return type == null ? node.type() : title(node, type);
    }

    /// A setting's value as a number or word, whatever it follows; null where it follows a parameter that is missing.
    static @Nullable Object valueOf(Node node, Setting setting, Function<String, @Nullable StrategyParameter> find) {
        Object value = node.params().getOrDefault(setting.name(), setting.defaultValue());
        if (value instanceof ParameterRef ref) {
            StrategyParameter parameter = find.apply(ref.name());
            return parameter == null ? null : (Object) parameter.value();
        }
        return value;
    }

    private NodeCard card(Node node, Set<String> loosePorts) {
        NodeType type = types.get(node.type());
        String title = type == null ? node.type() : title(node, type);
        String subtitle = subtitle(node, type, title);
        List<Fact> facts = type == null ? List.of() : facts(node, type);
        List<Port> in = type == null ? ports(loosePorts, "in:") : type.inputs();
        List<Port> out = type == null ? ports(loosePorts, "out:") : type.outputs();
        NodeBadge badge = type == null ? NodeBadge.NONE : badge(node, type);
        double width = width(title, subtitle, facts, in, out);
        double rows = Math.max(in.size(), out.size());
        double top = NodeCard.HEADER + facts.size() * NodeCard.FACT_ROW;
        return new NodeCard(
                node,
                type,
                tone(node, type),
                title,
                subtitle,
                badge,
                facts,
                spots(in, true, 0, top),
                spots(out, false, width, top),
                new Point(0, 0),
                width,
                top + rows * NodeCard.PORT_ROW + NodeCard.FOOT);
    }

    private NodeBadge badge(Node node, NodeType type) {
        double[] values = type.settings().stream()
                .mapToDouble(setting -> number(node, setting))
                .toArray();
        Optional<NodeBadge> badge = node.type().startsWith(INDICATOR)
                ? indicators
                        .find(node.type().substring(INDICATOR.length()))
                        .map(definition -> NodeBadge.of(definition, values))
                : catalogue.brought(node.type()).map(definition -> NodeBadge.of(definition, values));
        return badge.orElse(NodeBadge.NONE);
    }

    /// A setting's value as its indicator takes it: choices by their index, NaN for what is neither.
    private double number(Node node, Setting setting) {
        Object value = valueOf(node, setting, this::parameter);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        int choice = setting.choices().indexOf(String.valueOf(value));
        return choice < 0 ? Double.NaN : choice;
    }

    private static List<Spot> spots(List<Port> ports, boolean input, double x, double top) {
        List<Spot> spots = new ArrayList<>(ports.size());
        for (Port port : ports) {
            spots.add(new Spot(port, input, x, top + (spots.size() + 0.5) * NodeCard.PORT_ROW));
        }
        return List.copyOf(spots);
    }

    private static double width(String title, String subtitle, List<Fact> facts, List<Port> in, List<Port> out) {
        double width = Math.max(title.length() * TITLE_CHAR, subtitle.length() * SMALL_CHAR);
        for (Fact fact : facts) {
            width = Math.max(width, (fact.name().length() + fact.value().length() + 3) * SMALL_CHAR);
        }
        for (int i = 0; i < Math.max(in.size(), out.size()); i++) {
            int letters = (i < in.size() ? in.get(i).name().length() : 0)
                    + (i < out.size() ? out.get(i).name().length() : 0);
            width = Math.max(width, (letters + 3) * SMALL_CHAR);
        }
        double snapped = Math.ceil((width + SIDES) / GraphScene.GRID) * GraphScene.GRID;
        return Math.clamp(snapped, LEAST_WIDTH, MOST_WIDTH);
    }

    private String title(Node node, NodeType type) {
        String series = series(node);
        return series.isEmpty() ? ownTitle(node, type) : ownTitle(node, type) + " · " + series;
    }

    /// The series that a node names: `SPY 1w`; empty if it is the base series.
    private static String series(Node node) {
        return Stream.of(NodeType.INSTRUMENT, NodeType.TIMEFRAME)
                .map(node.params()::get)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private String ownTitle(Node node, NodeType type) {
        if (node.type().startsWith(INDICATOR)) {
            return join(node.type().substring(INDICATOR.length()), numbers(node, type));
        }
        if (isSource(type)) {
            Setting setting = type.settings().getFirst();
            Object raw = node.params().getOrDefault(setting.name(), setting.defaultValue());
            return shown(node, setting, raw, false);
        }
        return type.title();
    }

    /// A node that only says one thing, which therefore is its title: a column of the bars, a constant, a parameter.
    private static boolean isSource(NodeType type) {
        return type.inputs().isEmpty()
                && type.settings().size() == 1
                && type.outputs().size() == 1
                && type.outputs().getFirst().type() == PortType.NUMBER;
    }

    private static String join(String name, List<String> values) {
        return values.isEmpty() ? name : name + " " + String.join(", ", values);
    }

    /// The numbers a person tells apart two indicators by: all numeric settings, words left out.
    private List<String> numbers(Node node, NodeType type) {
        List<String> values = new ArrayList<>();
        for (Setting setting : type.settings()) {
            if (setting.choices().isEmpty() && valueOf(node, setting, this::parameter) instanceof Number number) {
                values.add(NumberText.brief(number.doubleValue()));
            }
        }
        return values;
    }

    private @Nullable StrategyParameter parameter(String name) {
        for (StrategyParameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    private static String subtitle(Node node, @Nullable NodeType type, String title) {
        if (type == null) {
            return node.id() + " · unknown type";
        }
        String id = plain(node.id());
        boolean says = !plain(title).startsWith(id) && !id.equals(plain(type.type()));
        return says ? node.id() : isSource(type) ? type.title() : type.category();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private List<Fact> facts(Node node, NodeType type) {
        boolean inTitle = node.type().startsWith(INDICATOR);
        if (isSource(type)) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        for (Setting setting : type.settings()) {
            Object raw = node.params().getOrDefault(setting.name(), setting.defaultValue());
            boolean linked = raw instanceof ParameterRef;
            boolean number = setting.choices().isEmpty() && valueOf(node, setting, this::parameter) instanceof Number;
            boolean changed = !raw.equals(setting.defaultValue());
            if (linked || (inTitle ? !number && changed : true)) {
                facts.add(new Fact(setting.title(), shown(node, setting, raw, inTitle), linked));
            }
        }
        return List.copyOf(facts);
    }

    private String shown(Node node, Setting setting, Object raw, boolean valueIsInTitle) {
        Object value = valueOf(node, setting, this::parameter);
        String text = value instanceof Number number ? NumberText.brief(number.doubleValue()) : String.valueOf(value);
        if (raw instanceof ParameterRef ref) {
            if (value == null) {
                return ref.name() + " ?";
            }
            return valueIsInTitle ? ref.name() : ref.name() + " = " + text;
        }
        return text;
    }

    private static Tone tone(Node node, @Nullable NodeType type) {
        if (type == null) {
            return Tone.UNKNOWN;
        }
        if (type.outputs().isEmpty()) {
            String name = node.type().toLowerCase(Locale.ROOT);
            boolean exits = name.contains("exit");
            return exits ? Tone.EXIT : name.contains("short") ? Tone.SHORT : Tone.LONG;
        }
        return switch (type.outputs().getFirst().type()) {
            case NUMBER -> Tone.NUMBER;
            case CONDITION -> Tone.CONDITION;
            case SIZE -> Tone.SIZE;
            case PROTECTION -> Tone.PROTECTION;
            case ORDER -> Tone.ORDER;
        };
    }

    /// A node of an unknown type shows the ports that its wires name.
    private Map<String, Set<String>> portsOfUnknownNodes(StrategyDocument document) {
        Map<String, Set<String>> ports = new HashMap<>();
        for (Wire wire : document.wires()) {
            ports.computeIfAbsent(wire.from().node(), k -> new LinkedHashSet<>())
                    .add("out:" + wire.from().port());
            ports.computeIfAbsent(wire.to().node(), k -> new LinkedHashSet<>())
                    .add("in:" + wire.to().port());
        }
        return ports;
    }

    private static List<Port> ports(Set<String> loose, String prefix) {
        return loose.stream()
                .filter(p -> p.startsWith(prefix))
                .map(p -> new Port(p.substring(prefix.length()), PortType.NUMBER, true, null))
                .toList();
    }
}
