package org.tickwright.desktop.studio;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.tickwright.strategy.StrategyDocument;

/// The line below the graph: how much there is, what the keys do, the zoom.
final class GraphFooter extends HBox {
    private final StudioModel model;
    private final GraphView view;
    private final Label count = new Label();
    private final Label zoom = new Label();

    GraphFooter(StudioModel model, GraphView view) {
        this.model = model;
        this.view = view;
        getStyleClass().add("studio-footer");
        Label keys = new Label("A add · C connect · T tidy · F fit · Shift+drag frame · wheel zoom");
        keys.setMinWidth(0);
        count.setMinWidth(USE_PREF_SIZE);
        zoom.setMinWidth(USE_PREF_SIZE);
        List.of(count, keys, zoom).forEach(label -> label.getStyleClass().addAll("tw-small", "tw-muted"));
        getChildren().addAll(count, Pages.spring(), keys, Pages.spring(), zoom);
        model.documentProperty().addListener(o -> show());
        view.viewportProperty().addListener(o -> show());
        show();
    }

    private void show() {
        StrategyDocument document = model.document();
        count.setText(
                of(document.nodes().size(), "node") + ", " + of(document.wires().size(), "wire"));
        zoom.setText(Math.round(view.viewport().zoom() * 100) + " %");
    }

    private static String of(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
