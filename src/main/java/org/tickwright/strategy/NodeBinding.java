package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.IndicatorColumn;
import org.tickwright.indicator.InputColumns;
import org.tickwright.market.Bars;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeSpec;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire.PortRef;

/// Makes the columns of a graph, node by node in topological order; formulas see the node at hand through it.
///
/// A node runs on the bars of the series that all its inputs live on. Where they live on several, or it reads
/// the position, it runs on the base series, and what lives elsewhere is joined to it by when it was known.
/// Constants, and arithmetic on nothing else, fit any series.
final class NodeBinding {
    private final StrategyGraph graph;
    private final NodeCatalogue catalogue;
    private final Settings settings;
    private final SharedColumns shared;
    private final SharedColumns own;
    private final PositionColumn.Cursor cursor;
    private final boolean flat;
    private final NodeSeries series;
    private final Peers peers;
    private final Map<PortRef, Column> natives = new HashMap<>();
    private final Map<PortRef, Column> columns = new HashMap<>();
    private final Set<Column> order = new LinkedHashSet<>();
    private final Map<SharedColumns, Set<Column>> elsewhere = new HashMap<>();
    private Node node = Node.of("", "", Map.of());
    private SharedColumns at;
    private Set<String> muted = Set.of();

    /// With `flat` set, the position is that of an account without one.
    NodeBinding(
            StrategyGraph graph,
            NodeCatalogue catalogue,
            Settings settings,
            SharedColumns shared,
            PositionColumn.Cursor cursor,
            boolean flat,
            Peers peers) {
        this.peers = peers;
        this.graph = graph;
        this.catalogue = catalogue;
        this.settings = settings;
        this.shared = shared;
        this.own = shared.afresh();
        this.cursor = cursor;
        this.flat = flat;
        series = new NodeSeries(graph, shared, peers.each());
        at = shared;
    }

    /// Leaves out the kernels of these nodes, whose outputs are then undefined.
    void mute(Set<String> nodes) {
        muted = nodes;
    }

    /// All columns of the base series so that each comes after its inputs.
    Set<Column> order() {
        return order;
    }

    /// Columns of the base series by output port; what lives on another series is joined to it.
    Map<PortRef, Column> columns() {
        return columns;
    }

    /// Columns by output port on the series on which each node runs.
    Map<PortRef, Column> natives() {
        return natives;
    }

    /// On which series nodes run.
    NodeSeries series() {
        return series;
    }

    /// Makes the columns of a node, which comes after those that feed it.
    void bind(Node each) {
        NodeType type = graph.type(each.id());
        if (type == null || type.outputs().isEmpty()) {
            return;
        }
        PortType kind = type.outputs().getFirst().type();
        if (kind != PortType.NUMBER && kind != PortType.CONDITION) {
            return;
        }
        node = each;
        at = series.place(each, type);
        IndicatorDefinition indicator = catalogue.indicator(each.type()).orElse(null);
        NodeDefinition brought = catalogue.brought(each.type()).orElse(null);
        if (indicator != null) {
            indicator(type, muted.contains(each.id()) ? new Muted.Indicator(indicator.spec()) : indicator);
        } else if (brought != null) {
            brought(type, muted.contains(each.id()) ? new Muted.Brought(brought.spec()) : brought);
        } else {
            output(type.outputs().getFirst().name(), formula(type));
        }
    }

    private void output(String port, Column column) {
        PortRef ref = new PortRef(node.id(), port);
        natives.put(ref, column);
        columns.put(ref, joined(column, at));
    }

    private Column formula(NodeType type) {
        List<Object> arguments = new ArrayList<>();
        type.settings().forEach(setting -> arguments.add(settings.number(node, setting)));
        if (type.type().equals(StandardNodes.AGE)) {
            arguments.add(series.named(node).orElse(shared));
        } else if (type.type().equals(StandardNodes.RANK)) {
            arguments.add(String.valueOf(peers.each()));
        }
        List<Column> inputs = new ArrayList<>();
        boolean stepwise = false;
        for (Port port : type.inputs()) {
            Column input = input(port.name());
            if (input != null) {
                inputs.add(input);
                stepwise |= input.stepwise();
            }
        }
        if (type.type().equals(StandardNodes.RANK)) {
            inputs.addAll(rivals());
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
            inputs[i] = input == null ? unconnected(spec.inputs().get(i).defaultColumn()) : (NumberColumn) input;
            stepwise |= inputs[i].stepwise();
        }
        IndicatorArguments arguments = arguments(type);
        SharedColumns cache = stepwise ? own : at;
        List<Column> key = List.copyOf(Arrays.asList(inputs));
        IndicatorColumn running = cache.get(
                IndicatorColumn.class,
                new ColumnKey(type.type(), List.of(definition, arguments), key),
                () -> new IndicatorColumn(definition, arguments));
        NodeSite site = new NodeSite(node.id(), type.type(), at.bars());
        boolean dependsOnPosition = stepwise;
        for (int i = 0; i < type.outputs().size(); i++) {
            int index = i;
            Column column = keep(
                    stepwise,
                    new ColumnKey(type.type() + "#" + i, List.of(definition, arguments), key),
                    () -> new NumberColumn.Output(site, running, inputs, index, dependsOnPosition));
            output(type.outputs().get(i).name(), column);
        }
    }

    private IndicatorArguments arguments(NodeType type) {
        double[] values = new double[type.settings().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = settings.number(node, type.settings().get(i));
        }
        return new IndicatorArguments(values);
    }

    private void brought(NodeType type, NodeDefinition definition) {
        NodeSpec spec = definition.spec();
        Column[] inputs = new Column[spec.inputs().size()];
        boolean stepwise = false;
        for (int i = 0; i < inputs.length; i++) {
            Column input = input(spec.inputs().get(i).name());
            inputs[i] = input == null ? unconnected(spec.inputs().get(i).defaultColumn()) : input;
            stepwise |= inputs[i].stepwise();
        }
        IndicatorArguments arguments = arguments(type);
        List<Column> key = List.of(inputs);
        NodeSite site = new NodeSite(node.id(), type.type(), at.bars());
        KernelColumns running = (stepwise ? own : at)
                .get(
                        KernelColumns.class,
                        new ColumnKey(type.type(), List.of(definition, arguments), key),
                        () -> new KernelColumns(site, definition, arguments, inputs));
        boolean dependsOnPosition = stepwise;
        for (int i = 0; i < type.outputs().size(); i++) {
            int index = i;
            Column column = keep(
                    stepwise,
                    new ColumnKey(type.type() + "#" + i, List.of(definition, arguments), key),
                    () -> running.column(index, dependsOnPosition));
            output(type.outputs().get(i).name(), column);
        }
    }

    private <T extends Column> Column keep(boolean stepwise, ColumnKey key, Supplier<T> maker) {
        Column column = (stepwise ? own : at).get(Column.class, key, maker::get);
        if (at == shared) {
            order.add(column);
        } else {
            elsewhere.computeIfAbsent(at, place -> new LinkedHashSet<>()).add(column);
        }
        return column;
    }

    /// A column as the base series sees it.
    private Column joined(Column column, SharedColumns from) {
        if (from == shared) {
            return column;
        }
        SharedColumns before = at;
        at = shared;
        Column joined = keep(false, new ColumnKey("join", List.of(), List.of(column)), () -> {
            Join join = new Join(shared.clock(), from.clock(), elsewhere.getOrDefault(from, Set.of()));
            return switch (column) {
                case NumberColumn number -> new Join.Numbers(join, number);
                case ConditionColumn condition -> new Join.Conditions(join, condition);
            };
        });
        at = before;
        return joined;
    }

    private @Nullable Column input(String port) {
        PortRef source = graph.source(node.id(), port);
        if (source == null) {
            return null;
        }
        return at == shared
                ? columns.get(source)
                : series.timeless(source.node()) ? repeated(source) : natives.get(source);
    }

    /// The column of a constant, or of arithmetic on constants, on the series at hand.
    private @Nullable Column repeated(PortRef source) {
        Node constant = graph.node(source.node());
        NodeType type = graph.type(source.node());
        if (constant == null || type == null) {
            return null;
        }
        Node before = node;
        node = constant;
        Column column = formula(type);
        node = before;
        return column;
    }

    /// What an indicator reads where nothing is connected: a column of the series that the node names, else of
    /// the one that it runs on.
    private NumberColumn unconnected(String column) {
        SharedColumns place = at;
        at = InputColumns.ofTimes(column) ? place : series.named(node).orElse(place);
        NumberColumn read = price(column);
        SharedColumns from = at;
        at = place;
        return from == place ? read : (NumberColumn) joined(read, from);
    }

    /// The numbers that a rank compares, of every instrument of the universe.
    private List<NumberColumn> rivals() {
        PortRef source = graph.source(node.id(), "a");
        List<NumberColumn> rivals = new ArrayList<>();
        for (NodeBinding rival : peers.universe()) {
            rivals.add((NumberColumn) Objects.requireNonNull(rival.columns.get(source)));
        }
        return rivals;
    }

    /// The place of the node's number among those of the universe.
    Column rank(boolean largestFirst) {
        List<NumberColumn> rivals = rivals();
        Set<Column> needed = new LinkedHashSet<>();
        peers.universe().forEach(rival -> needed.addAll(rival.order));
        return rivals.isEmpty()
                ? new RankColumn(List.of(), List.of(number("a")), 0, largestFirst)
                : new RankColumn(needed, rivals, peers.own(), largestFirst);
    }

    /// The first base bar of each period.
    Column schedule(String period, int bars) {
        return new ScheduleColumn(shared.bars(), period, bars);
    }

    /// How long ago the last bar of the series that the node names became known.
    Column age(int unit) {
        SharedColumns from = series.named(node).orElse(shared);
        return new Join.Age(new Join(shared.clock(), from.clock(), List.of()), unit);
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
                () -> new NumberColumn.Derived(at.inputs(), name));
    }

    /// A column of the bars.
    NumberColumn price(Bars.Field field) {
        return (NumberColumn) keep(
                false,
                new ColumnKey("column " + field, List.of(), List.of()),
                () -> new NumberColumn.Field(at.bars(), field));
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
