package org.tickwright.desktop.chart;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A row of a menu: a short name, what it means, and where it belongs at the right.
final class MenuRow extends HBox {
    MenuRow(Label name, Label meaning, Label origin) {
        getStyleClass().add("chart-menu-row");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().addAll("tw-strong", "chart-menu-name");
        meaning.getStyleClass().add("chart-menu-meaning");
        meaning.setMaxWidth(Double.MAX_VALUE);
        meaning.setMinWidth(0);
        origin.getStyleClass().addAll("tw-muted", "tw-small");
        origin.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        getChildren().addAll(name, meaning, origin);
    }
}
