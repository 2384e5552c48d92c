package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// One binding of a graph per instrument that it is evaluated for, node by node side by side, so that a rank finds
/// what all instruments of the universe say.
final class GraphBindings {
    private final Map<String, NodeBinding> bindings = new TreeMap<>();
    private final Map<String, PositionColumn.Cursor> cursors = new TreeMap<>();

    /// Binds for the symbols that are traded and for those of the universe. An instrument that is not in the universe
    /// is evaluated with the base instrument as `each`.
    GraphBindings(Program program, Settings settings, SharedColumns shared, Set<String> traded, boolean flat) {
        List<String> universe = shared.data().universe();
        String base = shared.data().base().key().symbol();
        List<NodeBinding> members = new ArrayList<>();
        Set<String> symbols = new LinkedHashSet<>(universe);
        symbols.addAll(traded);
        for (String symbol : symbols) {
            PositionColumn.Cursor cursor = new PositionColumn.Cursor();
            String each = universe.contains(symbol) ? symbol : base;
            Peers peers = new Peers(each, universe.indexOf(each), members);
            NodeBinding binding =
                    new NodeBinding(program.graph(), program.catalogue(), settings, shared, cursor, flat, peers);
            bindings.put(symbol, binding);
            cursors.put(symbol, cursor);
            if (universe.contains(symbol)) {
                members.add(binding);
            }
        }
        for (Node node : program.graph().order()) {
            bindings.values().forEach(binding -> binding.bind(node));
        }
    }

    /// A binding for one instrument without a universe, with the kernels of some nodes muted.
    static NodeBinding alone(
            Program program,
            Settings settings,
            SharedColumns shared,
            PositionColumn.Cursor cursor,
            boolean flat,
            Set<String> muted) {
        NodeBinding binding =
                new NodeBinding(program.graph(), program.catalogue(), settings, shared, cursor, flat, Peers.NONE);
        binding.mute(muted);
        program.graph().order().forEach(binding::bind);
        return binding;
    }

    NodeBinding of(String symbol) {
        return Objects.requireNonNull(bindings.get(symbol));
    }

    PositionColumn.Cursor cursor(String symbol) {
        return Objects.requireNonNull(cursors.get(symbol));
    }
}
