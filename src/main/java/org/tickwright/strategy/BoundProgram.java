package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;
import org.tickwright.portfolio.PositionView;
import org.tickwright.strategy.ConditionColumn.Logic;
import org.tickwright.strategy.Wire.PortRef;

/// A program over one series: columns of what depends on data alone, made in blocks, and the rest bar by bar.
final class BoundProgram implements Evaluation {
    /// Rows of a block: its columns together stay in the processor's cache.
    private static final int BLOCK = 4096;

    private final Program program;
    private final List<Node> own;
    private final Supplier<NodeBinding> asFlat;
    private final Bars bars;
    private final PositionColumn.Cursor cursor;
    private final WeightRule[] weights;
    private final Map<PortRef, Column> ports;
    private final CrossHistory history;
    private final Column[] columnar;
    private final Column[] stepwise;
    private final ActionTable actions;
    private final Explanation explanation;
    private final Map<String, List<ReasonReader>> readers = new HashMap<>();

    private int prepared;
    private @Nullable Flat flat;

    /// A program over the base instrument.
    BoundProgram(Program program, Settings settings, SharedColumns shared) {
        this(program, settings, shared, Set.of());
    }

    /// Like the other, with the kernels of these nodes muted.
    BoundProgram(Program program, Settings settings, SharedColumns shared, Set<String> muted) {
        this(program, settings, shared, new PositionColumn.Cursor(), muted);
    }

    private BoundProgram(
            Program program, Settings settings, SharedColumns shared, PositionColumn.Cursor cursor, Set<String> muted) {
        this(
                program,
                program.actions(),
                settings,
                shared,
                cursor,
                GraphBindings.alone(program, settings, shared, cursor, false, muted),
                () -> GraphBindings.alone(program, settings, shared, new PositionColumn.Cursor(), true, muted));
    }

    /// A program with some of its actions, bound already; `asFlat` binds it for an account without a position.
    BoundProgram(
            Program program,
            List<Node> own,
            Settings settings,
            SharedColumns shared,
            PositionColumn.Cursor cursor,
            NodeBinding binding,
            Supplier<NodeBinding> asFlat) {
        this.program = program;
        this.own = own;
        this.cursor = cursor;
        this.asFlat = asFlat;
        bars = shared.bars();
        ports = binding.columns();
        history = new CrossHistory(binding, shared);
        List<Column> byData = new ArrayList<>();
        List<Column> byPosition = new ArrayList<>();
        binding.order().forEach(column -> (column.stepwise() ? byPosition : byData).add(column));
        Map<Column, ConditionColumn> possible = possibilities(byPosition);
        ActionRules rules = new ActionRules(program, own, settings, ports);
        actions = rules.table(possible);
        weights = rules.weights().toArray(WeightRule[]::new);
        byData.addAll(possible.values());
        columnar = byData.toArray(Column[]::new);
        stepwise = byPosition.toArray(Column[]::new);
        explanation = new Explanation(program.graph());
    }

    /// For each condition that depends on the position, where some position could make it true: `and` and
    /// `or` pass on what their other inputs say, anything else may be true everywhere.
    private static Map<Column, ConditionColumn> possibilities(List<Column> stepwise) {
        Map<Column, ConditionColumn> possible = new LinkedHashMap<>();
        for (Column column : stepwise) {
            if (column instanceof Logic logic && logic.operation() != Logic.Operation.NOT) {
                ConditionColumn[] inputs = logic.inputs().clone();
                for (int i = 0; i < inputs.length; i++) {
                    inputs[i] = possible.getOrDefault(inputs[i], inputs[i]);
                }
                possible.put(column, new Logic(logic.operation(), inputs));
            } else if (column instanceof ConditionColumn) {
                possible.put(column, new ConditionColumn.Always());
            }
        }
        return possible;
    }

    @Override
    public void prepare(int to) {
        if (to <= prepared) {
            return;
        }
        if (to > bars.size()) {
            throw new IllegalArgumentException("There are " + bars.size() + " bars, asked for " + to);
        }
        if (prepared == 0) {
            reserve(to);
        }
        while (prepared < to) {
            int end = Math.min(to, blockEnd(prepared));
            for (Column column : columnar) {
                column.advance(end);
            }
            actions.advance(end);
            prepared = end;
        }
    }

    /// Where the block of a row ends.
    static int blockEnd(int row) {
        return (row / BLOCK + 1) * BLOCK;
    }

    private void reserve(int rows) {
        for (Column column : columnar) {
            column.reserve(rows);
        }
        for (Column column : stepwise) {
            column.reserve(rows);
        }
        actions.reserve(rows);
    }

    @Override
    public void decide(int bar, PositionView position, Decision decision) {
        if (stepwise.length > 0) {
            step(bar, position);
        }
        actions.decide(bar, decision);
        for (int i = 0; i < weights.length && Double.isNaN(decision.weight); i++) {
            decision.weight = weights[i].at(bar);
        }
    }

    private void step(int bar, PositionView position) {
        if (bar < stepwise[0].filled()) {
            throw new IllegalStateException("Bar " + bar + " was decided already; bind the strategy again");
        }
        cursor.position = position;
        cursor.bar = bar;
        for (Column column : stepwise) {
            column.advance(bar + 1);
        }
    }

    @Override
    public int nextActiveBar(int from, int to) {
        prepare(to);
        return actions.nextActiveBar(from, to);
    }

    @Override
    public List<String> orderNodes() {
        return program.orderNodes();
    }

    @Override
    public boolean needsEveryHeldBar() {
        return actions.needsEveryHeldBar();
    }

    @Override
    public double value(String node, String port, int bar) {
        prepare(bar + 1);
        Column column = ports.get(new PortRef(node, port));
        if (column == null) {
            throw new IllegalArgumentException("There is no number or condition at " + node + "." + port);
        }
        return column.stepwise() ? flat(bar).at(node, port, bar) : column.at(bar);
    }

    private Flat flat(int bar) {
        Flat known = flat();
        known.prepare(bar + 1);
        return known;
    }

    private Flat flat() {
        Flat known = flat;
        if (known == null) {
            NodeBinding binding = asFlat.get();
            known = new Flat(binding.columns(), binding.order().toArray(Column[]::new));
            flat = known;
        }
        return known;
    }

    /// True if a port depends on the position.
    boolean readsPosition() {
        return stepwise.length > 0;
    }

    /// The column of a port; where it depends on the position, that of an account without one.
    Column compared(PortRef port) {
        Column column = ports.get(port);
        if (column == null) {
            throw new IllegalArgumentException("There is no number or condition at " + port);
        }
        return column.stepwise() ? flat().column(port.node(), port.port()) : column;
    }

    /// Makes the rows below `to` of what an account without a position gives.
    void prepareFlat(int to) {
        flat(to - 1);
    }

    /// The columns of an account without a position.
    private record Flat(Map<PortRef, Column> ports, Column[] order) {
        void prepare(int to) {
            for (Column column : order) {
                column.advance(to);
            }
        }

        double at(String node, String port, int bar) {
            return column(node, port).at(bar);
        }

        Column column(String node, String port) {
            Column column = ports.get(new PortRef(node, port));
            if (column == null) {
                throw new IllegalArgumentException("There is no number or condition at " + node + "." + port);
            }
            return column;
        }
    }

    /// The value that a decision at this bar has seen; for a bar that was not decided, that of a flat
    /// position.
    private double seen(Column column, PortRef port, int bar) {
        return bar < column.filled() ? column.at(bar) : value(port.node(), port.port(), bar);
    }

    private ReasonReader.Source source(Explanation.Reading reading) {
        PortRef port = reading.port();
        Column column = ports.get(port);
        if (column == null) {
            throw new IllegalArgumentException("There is no number or condition at " + port);
        }
        String crossing = reading.crossing();
        if (crossing == null) {
            return bar -> seen(column, port, bar);
        }
        return history.elsewhere(crossing)
                ? bar -> history.before(crossing, port, bar)
                : bar -> bar == 0 ? Double.NaN : seen(column, port, bar - 1);
    }

    @Override
    public Phrase why(String action, int bar) {
        prepare(bar + 1);
        return reasonReader(action, bar).at(bar);
    }

    /// The node of that id, else the first node of that type whose condition is true, else the first of that
    /// type.
    private ReasonReader reasonReader(String action, int bar) {
        List<ReasonReader> candidates = readers.computeIfAbsent(action, this::readersOf);
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.size() == 1 || candidates.get(i).holds(bar)) {
                return candidates.get(i);
            }
        }
        return candidates.getFirst();
    }

    private List<ReasonReader> readersOf(String action) {
        List<Node> named = own.stream().filter(node -> node.id().equals(action)).toList();
        List<Node> nodes = named.isEmpty()
                ? own.stream().filter(node -> node.type().equals(action)).toList()
                : named;
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The strategy has no action " + action);
        }
        return nodes.stream()
                .map(node -> new ReasonReader(explanation, node, this::source))
                .toList();
    }

    @Override
    public int firstDefinedBar() {
        prepare(bars.size());
        int first = 0;
        Set<String> feeding =
                program.graph().upstream(own.stream().map(Node::id).toList());
        for (Map.Entry<PortRef, Column> port : usedPorts(feeding).entrySet()) {
            if (!port.getValue().stepwise()) {
                first = Math.max(first, port.getValue().firstDefined());
            }
        }
        return Math.min(first, bars.size());
    }

    private Map<PortRef, Column> usedPorts(Set<String> nodes) {
        Set<PortRef> read = new HashSet<>();
        for (Wire wire : program.document().wires()) {
            if (nodes.contains(wire.to().node())) {
                read.add(wire.from());
            }
        }
        Map<PortRef, Column> used = new HashMap<>(ports);
        used.keySet().retainAll(read);
        return used;
    }
}
