package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.List;

/// The readers of the reasons of a program's actions over its columns, made when they are first asked for.
final class ReasonReaders {
    private final Explanation explanation;
    private final List<Node> actions;
    private final ReasonReader.Sources columns;
    private final List<Candidates> known = new ArrayList<>();

    /// The nodes that an action may mean, at least one.
    private record Candidates(String action, ReasonReader[] readers) {}

    ReasonReaders(Explanation explanation, List<Node> actions, ReasonReader.Sources columns) {
        this.explanation = explanation;
        this.actions = actions;
        this.columns = columns;
    }

    /// That of the node of that id, else of the first node of that type whose condition is true, else of the first of
    /// that type.
    ReasonReader of(String action, int bar) {
        ReasonReader[] candidates = of(action);
        for (int i = 0; i < candidates.length && candidates.length > 1; i++) {
            if (candidates[i].holds(bar)) {
                return candidates[i];
            }
        }
        return candidates[0];
    }

    /// There are few actions, each asked for thousands of times.
    private ReasonReader[] of(String action) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).action.equals(action)) {
                return known.get(i).readers;
            }
        }
        Candidates made = new Candidates(action, made(action));
        known.add(made);
        return made.readers;
    }

    private ReasonReader[] made(String action) {
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
                .toArray(ReasonReader[]::new);
    }
}
