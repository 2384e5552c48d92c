package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final WeightRule[] weights;
    private final Map<PortRef, Column> ports;
    private final CrossHistory history;
    private final boolean stepwise;
    private final Rows rows;
    private final ActionTable actions;
    private final Explanation explanation;
    private final ReasonReaders reasons;

    private int prepared;
    private @Nullable Flat flat;

    /// What a program is bound to: some of its actions, their settings, the columns of the base series, the graph bound
    /// to them, and the same for an account without a position.
    record Parts(
            List<Node> own,
            Settings settings,
            SharedColumns shared,
            PositionColumn.Cursor cursor,
            NodeBinding binding,
            Supplier<NodeBinding> asFlat) {

        /// A program over the base instrument, with the kernels of some nodes muted.
        static Parts alone(Program program, Settings settings, SharedColumns shared, Set<String> muted) {
            PositionColumn.Cursor cursor = new PositionColumn.Cursor();
            return new Parts(
                    program.actions(),
                    settings,
                    shared,
                    cursor,
                    GraphBindings.alone(program, settings, shared, cursor, false, muted),
                    () -> GraphBindings.alone(program, settings, shared, new PositionColumn.Cursor(), true, muted));
        }
    }

    BoundProgram(Program program, Parts parts, Evaluator evaluator) {
        this.program = program;
        own = parts.own();
        asFlat = parts.asFlat();
        bars = parts.shared().bars();
        NodeBinding binding = parts.binding();
        ports = binding.columns();
        history = new CrossHistory(binding, parts.shared());
        List<Column> byData = new ArrayList<>();
        List<Column> byPosition = new ArrayList<>();
        binding.order().forEach(column -> (column.stepwise() ? byPosition : byData).add(column));
        stepwise = !byPosition.isEmpty();
        Map<Column, ConditionColumn> possible = possibilities(byPosition);
        ActionRules rules = new ActionRules(program, own, parts.settings(), ports);
        actions = rules.table(possible);
        weights = rules.weights().toArray(WeightRule[]::new);
        explanation = new Explanation(program.graph());
        reasons = new ReasonReaders(explanation, own, this::source);
        if (evaluator.compiles(bars.size())) {
            rows = new CompiledRows(new CodePlanner(binding.order(), actions.firings(), readLater()).layout(), actions);
        } else {
            byData.addAll(possible.values());
            rows = new InterpretedRows(byData, byPosition, actions, parts.cursor());
        }
    }

    /// What compiled code must leave behind: what actions and weights read beside the bits, and what reasons read that
    /// cannot be worked out later from its own row alone.
    private Set<Column> readLater() {
        Set<Column> read = new LinkedHashSet<>(actions.read());
        for (WeightRule weight : weights) {
            read.add(weight.when());
            if (weight.weight() != null) {
                read.add(weight.weight());
            }
        }
        for (Node action : own) {
            for (Explanation.Reading reading : explanation.readings(action)) {
                Column column = column(reading.port());
                boolean crossing = RowOperation.of(column) == RowOperation.CROSSES_ABOVE;
                if (column.stepwise() || crossing) {
                    read.add(column);
                }
            }
        }
        return read;
    }

    /// For each condition that depends on the position, where some position could make it true: `and` and
    /// `or` pass on what their other inputs say, anything else may be true everywhere.
    private static Map<Column, ConditionColumn> possibilities(List<Column> stepwise) {
        Map<Column, ConditionColumn> possible = new LinkedHashMap<>();
        for (Column column : stepwise) {
            if (column instanceof Logic logic && logic.operation() != Logic.Operation.NOT) {
                ConditionColumn[] inputs = logic.conditions().clone();
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
            rows.reserve(to);
            actions.reserve(to);
        }
        while (prepared < to) {
            int end = Math.min(to, blockEnd(prepared));
            rows.advance(end);
            prepared = end;
        }
    }

    /// Where the block of a row ends.
    static int blockEnd(int row) {
        return (row / BLOCK + 1) * BLOCK;
    }

    @Override
    public void reserve(int count) {
        rows.reserve(count);
        actions.reserve(count);
    }

    @Override
    public void decide(int bar, PositionView position, Decision decision) {
        actions.decide(bar, rows.step(bar, position), decision);
        for (int i = 0; i < weights.length && Double.isNaN(decision.weight); i++) {
            decision.weight = weights[i].at(bar);
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
        Column column = column(new PortRef(node, port));
        if (column.stepwise()) {
            return flat(bar).at(node, port, bar);
        }
        complete(column, bar + 1);
        return column.at(bar);
    }

    private Column column(PortRef port) {
        Column column = ports.get(port);
        if (column == null) {
            throw new IllegalArgumentException("There is no number or condition at " + port);
        }
        return column;
    }

    /// Makes the rows that compiled code had no need of.
    private static void complete(Column column, int to) {
        if (column.filled() < to) {
            column.inputs().forEach(input -> complete(input, to));
            column.advance(to);
        }
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
        return stepwise;
    }

    /// The column of a port; where it depends on the position, that of an account without one.
    Column compared(PortRef port) {
        Column column = column(port);
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
        if (bar >= column.filled() && column.stepwise()) {
            return value(port.node(), port.port(), bar);
        }
        return column.point(bar);
    }

    private ReasonReader.Source source(Explanation.Reading reading) {
        PortRef port = reading.port();
        Column column = column(port);
        String crossing = reading.crossing();
        if (crossing == null) {
            return ReasonReader.Source.of(column, 0, bar -> seen(column, port, bar));
        }
        return history.elsewhere(crossing)
                ? ReasonReader.Source.of(bar -> history.before(crossing, port, bar))
                : ReasonReader.Source.of(column, 1, bar -> bar == 0 ? Double.NaN : seen(column, port, bar - 1));
    }

    @Override
    public Phrase why(String action, int bar) {
        prepare(bar + 1);
        rows.recall(bar);
        return reasons.of(action, bar).at(bar);
    }

    @Override
    public int keepWhy(String action, int bar, ReasonLog log) {
        prepare(bar + 1);
        rows.recall(bar);
        return reasons.of(action, bar).keep(bar, log);
    }

    @Override
    public int firstDefinedBar() {
        prepare(bars.size());
        int first = 0;
        Set<String> feeding =
                program.graph().upstream(own.stream().map(Node::id).toList());
        for (Map.Entry<PortRef, Column> port : usedPorts(feeding).entrySet()) {
            if (!port.getValue().stepwise()) {
                complete(port.getValue(), bars.size());
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
