package org.tickwright.desktop.chart;

import javafx.scene.Node;

/// What the legend offers to do with an indicator, by id. `beside` is the node a person pressed, to
/// open an editor at.
public interface IndicatorActions {

    /// Changes its parameters.
    void edit(String id, Node beside);

    /// Shows or hides it.
    void toggle(String id);

    /// Takes it off the chart.
    void remove(String id);
}
