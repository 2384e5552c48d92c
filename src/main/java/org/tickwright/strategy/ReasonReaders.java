package org.tickwright.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The readers of the reasons of a program's actions over its columns, made when they are first asked for.
final class ReasonReaders {
    private final Explanation explanation;
    private final List<Node> actions;
    private final ReasonReader.Sources columns;
    private final Map<String, List<ReasonReader>> readers = new HashMap<>();

    ReasonReaders(Explanation explanation, List<Node> actions, ReasonReader.Sources columns) {
        this.explanation = explanation;
        this.actions = actions;
        this.columns = columns;
    }

    /// That of the node of that id, else of the first node of that type whose condition is true, else of the first of
    /// that type.
    ReasonReader of(String action, int bar) {
        List<ReasonReader> candidates = of(action);
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.size() == 1 || candidates.get(i).holds(bar)) {
                return candidates.get(i);
            }
        }
        return candidates.getFirst();
    }

    private List<ReasonReader> of(String action) {
        return readers.computeIfAbsent(action, this::made);
    }

    private List<ReasonReader> made(String action) {
        List<Node> named =
                actions.stream().filter(node -> node.id().equals(action)).toList();
        List<Node> nodes = named.isEmpty()
                ? actions.stream().filter(node -> node.type().equals(action)).toList()
                : named;
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The strategy has no action " + action);
        }
        return nodes.stream()
                .map(node -> new ReasonReader(explanation, node, columns))
                .toList();
    }
}
