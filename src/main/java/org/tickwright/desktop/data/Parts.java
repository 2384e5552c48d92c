package org.tickwright.desktop.data;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts that the pages of an import are made of.
final class Parts {
    private Parts() {}

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that breaks its lines and is as high as they need.
    static Label words(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Says something, or takes no room where there is nothing to say.
    static void say(Label label, String text) {
        label.setText(text);
        visible(label, !text.isEmpty());
    }

    static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// A control behind its name.
    static HBox row(String name, Region control) {
        Label label = label(name, "tw-form-label");
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(name);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(label, control);
        row.getStyleClass().add("tw-form-row");
        return row;
    }

    /// A tile with a figure, and a word below it where there is one to say.
    static VBox figure(String name, String value, String note) {
        VBox tile = new VBox(label(name, "tw-figure-label"), label(value, "tw-figure-value"));
        if (!note.isEmpty()) {
            tile.getChildren().add(label(note, "tw-figure-note"));
        }
        tile.getStyleClass().add("tw-figure");
        tile.setMinWidth(144);
        return tile;
    }

    static <T> StringConverter<T> converter(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        };
    }
}
