package org.tickwright.workbench;

import java.util.List;
import java.util.Optional;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.NodeCatalogue;

/// Everything a strategy can be made of at one moment: the built-in nodes and what plug-ins brought.
///
/// Immutable. Whoever starts a run takes one and keeps it to the end, so a jar that changes meanwhile
/// changes the next run and never this one.
public record Catalogues(NodeCatalogue nodes, List<PlugIn> plugIns) {

    /// The built-in nodes alone.
    public static Catalogues builtIn() {
        return of(IndicatorCatalogue.builtIn());
    }

    /// The built-in nodes with these indicators.
    public static Catalogues of(IndicatorCatalogue indicators) {
        return new Catalogues(new NodeCatalogue(indicators), List.of());
    }

    /// The indicators.
    public IndicatorCatalogue indicators() {
        return nodes.indicators();
    }

    /// The jar that brought a node type; empty for built-in ones.
    public Optional<PlugIn> origin(String type) {
        return plugIns.stream().filter(plugIn -> plugIn.brings().contains(type)).findFirst();
    }
}
