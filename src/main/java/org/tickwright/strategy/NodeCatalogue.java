package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.indicator.InputColumns;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeSpec;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;

/// Every type of node there is: the built-in ones, one per indicator (`indicator.SMA`), and those that
/// plug-ins brought (`node.NAME`).
///
/// A node with one output calls it [#VALUE]. An indicator's inputs are optional and take their price column
/// when unconnected, save those that no price column is the default of; its settings have TA-Lib's parameter names;
/// several outputs are named as TA-Lib names
/// them without `out` (`indicator.MACD` has `MACD`, `MACDSignal`, `MACDHist`).
public final class NodeCatalogue {
    /// What comes before an indicator's name in its node type.
    public static final String INDICATOR_PREFIX = "indicator.";
    /// What comes before the name of a node that a plug-in brought.
    public static final String NODE_PREFIX = "node.";
    /// The output port of every node that has one output.
    public static final String VALUE = "value";

    /// Columns made of the bars' times, which no wire replaces.
    private static final Set<String> DERIVED_COLUMNS = Set.of(InputColumns.TIME, InputColumns.SESSION);

    private final IndicatorCatalogue indicators;
    private final Map<String, NodeType> types = new LinkedHashMap<>();
    private final Map<String, NodeDefinition> brought = new LinkedHashMap<>();

    /// The built-in nodes and one node type per indicator.
    public NodeCatalogue(IndicatorCatalogue indicators) {
        this(indicators, List.of());
    }

    /// Like [#NodeCatalogue(IndicatorCatalogue)], with nodes that plug-ins brought.
    public NodeCatalogue(IndicatorCatalogue indicators, List<NodeDefinition> nodes) {
        this.indicators = indicators;
        StandardNodes.sources().forEach(this::add);
        indicators.all().forEach(definition -> add(ofIndicator(definition.spec())));
        StandardNodes.rules().forEach(this::add);
        for (NodeDefinition node : nodes) {
            NodeType type = ofNode(node.spec());
            add(type);
            brought.put(type.type(), node);
        }
    }

    private void add(NodeType type) {
        if (types.putIfAbsent(type.type(), type) != null) {
            throw new IllegalArgumentException("Node type " + type.type() + " is there twice");
        }
    }

    /// All types, in the order of the palette.
    public List<NodeType> all() {
        return List.copyOf(types.values());
    }

    /// The type of that name.
    public Optional<NodeType> find(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /// The indicators that the node types were made of.
    public IndicatorCatalogue indicators() {
        return indicators;
    }

    /// The indicator behind a node type; empty for other nodes and indicators that are not there.
    Optional<IndicatorDefinition> indicator(String type) {
        return type.startsWith(INDICATOR_PREFIX) && types.containsKey(type)
                ? indicators.find(type.substring(INDICATOR_PREFIX.length()))
                : Optional.empty();
    }

    /// What its maker says of a node type; plain for the built-in ones that are no indicators.
    IndicatorSpec.Marks marks(String type) {
        return indicator(type)
                .map(indicator -> indicator.spec().marks())
                .or(() -> brought(type).map(node -> node.spec().marks()))
                .orElse(IndicatorSpec.Marks.PLAIN);
    }

    /// The definition behind a node that a plug-in brought; empty for other nodes.
    public Optional<NodeDefinition> brought(String type) {
        return Optional.ofNullable(brought.get(type));
    }

    private static NodeType ofNode(NodeSpec spec) {
        List<Port> inputs = new ArrayList<>();
        for (NodeSpec.Input input : spec.inputs()) {
            if (!DERIVED_COLUMNS.contains(input.defaultColumn())) {
                boolean optional = !input.defaultColumn().isEmpty();
                inputs.add(new Port(input.name(), portType(input.kind()), optional, null));
            }
        }
        List<Port> outputs = new ArrayList<>();
        for (NodeSpec.Output output : spec.outputs()) {
            String name = spec.severalOutputs() ? output.name() : VALUE;
            boolean number = output.kind() == NodeSpec.Kind.NUMBER;
            outputs.add(new Port(name, portType(output.kind()), false, number ? output.unit() : null));
        }
        return new NodeType(
                NODE_PREFIX + spec.name(),
                spec.title(),
                spec.category(),
                spec.summary(),
                List.copyOf(inputs),
                List.copyOf(outputs),
                spec.parameters().stream().map(NodeCatalogue::ofParameter).toList(),
                inputs.stream().anyMatch(Port::optional));
    }

    private static PortType portType(NodeSpec.Kind kind) {
        return kind == NodeSpec.Kind.CONDITION ? PortType.CONDITION : PortType.NUMBER;
    }

    private static NodeType ofIndicator(IndicatorSpec spec) {
        List<Port> inputs = new ArrayList<>();
        for (IndicatorSpec.Input input : spec.inputs()) {
            if (!DERIVED_COLUMNS.contains(input.defaultColumn())) {
                boolean optional = InputColumns.isOfEverySeries(input.defaultColumn());
                inputs.add(new Port(input.name(), PortType.NUMBER, optional, null));
            }
        }
        List<Port> outputs = new ArrayList<>();
        for (IndicatorSpec.Output output : spec.outputs()) {
            outputs.add(new Port(spec.severalOutputs() ? output.name() : VALUE, PortType.NUMBER, false, output.unit()));
        }
        List<Setting> settings =
                spec.parameters().stream().map(NodeCatalogue::ofParameter).toList();
        return new NodeType(
                INDICATOR_PREFIX + spec.name(),
                spec.title(),
                spec.group(),
                spec.summary(),
                List.copyOf(inputs),
                List.copyOf(outputs),
                settings,
                true);
    }

    private static Setting ofParameter(IndicatorSpec.Parameter parameter) {
        Object defaultValue = parameter.choices().isEmpty()
                ? (Object) parameter.defaultValue()
                : parameter.choices().get((int) parameter.defaultValue());
        return new Setting(
                parameter.name(),
                parameter.title(),
                parameter.integer(),
                parameter.from(),
                parameter.to(),
                defaultValue,
                parameter.choices());
    }
}
