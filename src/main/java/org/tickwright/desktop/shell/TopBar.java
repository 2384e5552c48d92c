package org.tickwright.desktop.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The top bar: search, the mode in words, and help.
final class TopBar {
    private final HBox view = new HBox();

    TopBar(Runnable search, Runnable openHelp) {
        Label prompt = new Label("Symbol or command", Icons.of("fth-search", "tw-muted"));
        prompt.getStyleClass().add("tw-muted");
        Label key = new Label("Ctrl+K");
        key.getStyleClass().add("tw-key");
        HBox inside = new HBox(prompt, gap(), key);
        inside.getStyleClass().add("tw-search-inside");
        Button button = new Button(null, inside);
        button.getStyleClass().add("tw-search");
        button.setAccessibleText("Find a symbol or command");
        button.setOnAction(event -> search.run());
        Label mode = new Label("SIMULATION");
        mode.getStyleClass().add("tw-mode");
        mode.setTooltip(new Tooltip("No order leaves this program: everything runs on stored data."));
        Button help = new Button(null, Icons.of("fth-help-circle"));
        help.getStyleClass().add("tw-icon-button");
        help.setTooltip(new Tooltip("Help on what is at hand  (F1)"));
        help.setAccessibleText("Help on what is at hand");
        help.setOnAction(event -> openHelp.run());
        view.getStyleClass().add("tw-top-bar");
        view.getChildren().addAll(button, gap(), mode, help);
    }

    HBox view() {
        return view;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
