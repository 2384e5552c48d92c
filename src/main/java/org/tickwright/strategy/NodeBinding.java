package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.IndicatorColumn;
import org.tickwright.market.Bars;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire.PortRef;

/// Makes the columns of a graph, node by node in topological order; formulas see the node at hand through it.
final class NodeBinding {
    private final StrategyGraph graph;
    private final NodeCatalogue catalogue;
    private final Settings settings;
    private final SharedColumns shared;
    private final SharedColumns own;
    private final PositionColumn.Cursor cursor;
    private final boolean flat;
    private final Map<PortRef, Column> columns = new HashMap<>();
    private final Set<Column> order = new LinkedHashSet<>();
    private Node node = Node.of("", "", Map.of());

    /// With `flat` set, the position is that of an account without one.
    NodeBinding(
            StrategyGraph graph,
            NodeCatalogue catalogue,
            Settings settings,
            SharedColumns shared,
            PositionColumn.Cursor cursor,
            boolean flat) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.settings = settings;
        this.shared = shared;
        this.own = new SharedColumns(shared.bars());
        this.cursor = cursor;
        this.flat = flat;
    }

    /// Makes the columns of all nodes that have outputs.
    void bindAll() {
        for (Node each : graph.order()) {
            bind(each);
        }
    }

    /// All columns so that each comes after its inputs.
    Set<Column> order() {
        return order;
    }

    /// Columns by output port.
    Map<PortRef, Column> columns() {
        return columns;
    }

    private void bind(Node each) {
        NodeType type = graph.type(each.id());
        if (type == null || type.outputs().isEmpty()) {
            return;
        }
        PortType kind = type.outputs().getFirst().type();
        if (kind != PortType.NUMBER && kind != PortType.CONDITION) {
            return;
        }
        node = each;
        IndicatorDefinition indicator = catalogue.indicator(each.type()).orElse(null);
        if (indicator != null) {
            indicator(type, indicator);
        } else {
            Column column = formula(type);
            columns.put(new PortRef(each.id(), type.outputs().getFirst().name()), column);
        }
    }

    private Column formula(NodeType type) {
        List<Object> arguments = new ArrayList<>();
        type.settings().forEach(setting -> arguments.add(settings.number(node, setting)));
        List<Column> inputs = new ArrayList<>();
        boolean stepwise = false;
        for (Port port : type.inputs()) {
            Column input = input(port.name());
            if (input != null) {
                inputs.add(input);
                stepwise |= input.stepwise();
            }
        }
        boolean ofPosition = inputs.isEmpty() && type.category().equals(StandardNodes.POSITION);
        ColumnKey key = new ColumnKey(flat && ofPosition ? "flat " + type.type() : type.type(), arguments, inputs);
        Supplier<Column> maker = () -> Formulas.of(type.type()).column(this);
        return keep(stepwise || (ofPosition && !flat), key, maker);
    }

    private void indicator(NodeType type, IndicatorDefinition definition) {
        IndicatorSpec spec = definition.spec();
        NumberColumn[] inputs = new NumberColumn[spec.inputs().size()];
        boolean stepwise = false;
        for (int i = 0; i < inputs.length; i++) {
            Column input = input(spec.inputs().get(i).name());
            inputs[i] = input == null ? price(spec.inputs().get(i).defaultColumn()) : (NumberColumn) input;
            stepwise |= inputs[i].stepwise();
        }
        double[] values = new double[type.settings().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = settings.number(node, type.settings().get(i));
        }
        IndicatorArguments arguments = new IndicatorArguments(values);
        SharedColumns cache = stepwise ? own : shared;
        List<Column> key = List.copyOf(Arrays.asList(inputs));
        IndicatorColumn running = cache.get(
                IndicatorColumn.class,
                new ColumnKey(type.type(), List.of(arguments), key),
                () -> new IndicatorColumn(definition, arguments));
        boolean dependsOnPosition = stepwise;
        for (int i = 0; i < type.outputs().size(); i++) {
            int index = i;
            Column column = keep(
                    stepwise,
                    new ColumnKey(type.type() + "#" + i, List.of(arguments), key),
                    () -> new NumberColumn.Output(running, inputs, index, dependsOnPosition));
            columns.put(new PortRef(node.id(), type.outputs().get(i).name()), column);
        }
    }

    private <T extends Column> Column keep(boolean stepwise, ColumnKey key, Supplier<T> maker) {
        Column column = (stepwise ? own : shared).get(Column.class, key, maker::get);
        order.add(column);
        return column;
    }

    private @Nullable Column input(String port) {
        PortRef source = graph.source(node.id(), port);
        return source == null ? null : columns.get(source);
    }

    /// The number connected to an input of the node.
    NumberColumn number(String port) {
        if (input(port) instanceof NumberColumn column) {
            return column;
        }
        throw new IllegalStateException("Input " + port + " of node " + node.id() + " has no number");
    }

    /// The conditions connected to the node, in the order of its inputs.
    ConditionColumn[] conditions() {
        List<ConditionColumn> connected = new ArrayList<>();
        NodeType type = graph.type(node.id());
        if (type != null) {
            for (Port port : type.inputs()) {
                if (input(port.name()) instanceof ConditionColumn column) {
                    connected.add(column);
                }
            }
        }
        return connected.toArray(ConditionColumn[]::new);
    }

    /// A setting of the node as a number.
    double setting(String name) {
        return settings.number(node, settingNamed(name));
    }

    /// A setting of the node as one of its choices.
    String choice(String name) {
        Setting setting = settingNamed(name);
        return setting.choices().get((int) settings.number(node, setting));
    }

    private Setting settingNamed(String name) {
        return catalogue.find(node.type()).stream()
                .flatMap(type -> type.settings().stream())
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Node " + node.id() + " has no setting " + name));
    }

    /// A column of the bars by name.
    NumberColumn price(String name) {
        for (Bars.Field field : Bars.Field.values()) {
            if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
                return price(field);
            }
        }
        return (NumberColumn) keep(
                false,
                new ColumnKey("column " + name, List.of(), List.of()),
                () -> new NumberColumn.Derived(shared.inputs(), name));
    }

    /// A column of the bars.
    NumberColumn price(Bars.Field field) {
        return (NumberColumn) keep(
                false,
                new ColumnKey("column " + field, List.of(), List.of()),
                () -> new NumberColumn.Field(shared.bars(), field));
    }

    /// A number of the position.
    Column position(PositionColumn.Reading reading) {
        return new PositionColumn.Numbers(reading, cursor, flat);
    }

    /// A condition of the position.
    Column position(PositionColumn.State state) {
        return new PositionColumn.States(state, cursor, flat);
    }
}
