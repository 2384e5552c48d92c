package org.tickwright.desktop.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.DeskCommand;

/// The `?` page: every key of the place a person is in, and of the frame.
final class KeysPage {
    private final VBox view = new VBox();
    private final Button close = new Button("Close");

    KeysPage(String place, List<DeskCommand> here, List<DeskCommand> everywhere, KeyMap keys, Runnable onClose) {
        Label title = new Label("Keys in " + place);
        title.getStyleClass().add("tw-title");
        VBox rows = new VBox();
        rows.getStyleClass().add("tw-form");
        rows.getChildren().addAll(section(place, here, keys), section("Everywhere", everywhere, keys));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("tw-plain");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(480);
        close.setOnAction(event -> onClose.run());
        view.getStyleClass().addAll("tw-overlay", "tw-keys");
        view.setPrefWidth(560);
        view.getChildren().addAll(title, scroll, close);
    }

    Region view() {
        return view;
    }

    Button close() {
        return close;
    }

    /// A heading and a line per command that has a key.
    static VBox section(String title, List<DeskCommand> commands, KeyMap keys) {
        Label heading = new Label(title);
        heading.getStyleClass().addAll("tw-strong");
        VBox box = new VBox(heading);
        box.getStyleClass().add("tw-form");
        for (DeskCommand command : commands) {
            if (keys.keyOf(command) != null) {
                box.getChildren().add(row(command, keys));
            }
        }
        return box;
    }

    private static HBox row(DeskCommand command, KeyMap keys) {
        Label name = new Label(command.title());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label key = new Label(KeyMap.words(keys.keyOf(command)));
        key.getStyleClass().add("tw-key");
        HBox row = new HBox(name, gap, key);
        row.getStyleClass().add("tw-key-row");
        return row;
    }
}
