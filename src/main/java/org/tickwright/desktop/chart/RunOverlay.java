package org.tickwright.desktop.chart;

import java.util.List;

/// The trades of an archived run over the bars of a chart. `sameData` is false where the series has
/// changed since the run, so that trades may not lie where they were.
public record RunOverlay(String id, String strategyName, List<TradeMark> trades, boolean sameData) {

    /// Takes an unmodifiable copy.
    public RunOverlay {
        trades = List.copyOf(trades);
    }
}
