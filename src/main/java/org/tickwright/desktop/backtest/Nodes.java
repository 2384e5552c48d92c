package org.tickwright.desktop.backtest;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;

/// The small parts that the pages of this place are made of.
final class Nodes {
    private static final double FIELD_WIDTH = 160;
    private static final double WIDE_FIELD = 240;
    private static final double MARGIN = 32;

    private Nodes() {}

    /// A label with style classes.
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

    /// A column of a grid that keeps its width.
    static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width, width, width);
    }

    /// A column of a grid that takes the room there is.
    static ColumnConstraints rest() {
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        return rest;
    }

    /// Adds a row whose cells begin at the same height.
    static void addRow(GridPane grid, Node... cells) {
        for (Node cell : cells) {
            GridPane.setValignment(cell, VPos.TOP);
        }
        grid.addRow(grid.getRowCount(), cells);
    }

    static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// Takes the room that others leave.
    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// Shows a node and gives it room, or neither.
    static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /// Shows a node and gives it room while the value is true.
    static void visibleWhile(Node node, ObservableValue<Boolean> value) {
        visible(node, value.getValue());
        value.addListener((property, before, now) -> visible(node, now));
    }

    /// How a list of choices names them; nobody writes into it.
    static <T> StringConverter<T> naming(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : name.apply(item);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    /// A row of a form: name, field, unit, and below it help or what is wrong.
    static VBox row(String name, FormField field, String unit, ObservableValue<String> help) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(field.text());
        input.getStyleClass().add("tw-number");
        return row(name, input, unit, help, field.problem());
    }

    /// The same with a control of any kind.
    static VBox row(
            String name, TextField input, String unit, ObservableValue<String> help, ObservableValue<String> problem) {
        Label title = label(name, "tw-form-label");
        title.setLabelFor(input);
        input.setAccessibleText(name);
        input.setPrefWidth(FIELD_WIDTH);
        input.setMinWidth(FIELD_WIDTH);
        input.setMaxWidth(FIELD_WIDTH);
        HBox line = new HBox(title, input, label(unit, "tw-muted"));
        line.getStyleClass().add("tw-form-row");
        Label note = words("", "tw-form-help", "tw-under-field");
        VBox row = new VBox(line, note);
        Runnable update = () -> {
            boolean wrong = !problem.getValue().isEmpty();
            note.setText(wrong ? problem.getValue() : help.getValue());
            note.getStyleClass().setAll("label", wrong ? "tw-field-error" : "tw-form-help", "tw-under-field");
            visible(note, !note.getText().isEmpty());
            input.getStyleClass().remove("tw-invalid");
            if (wrong) {
                input.getStyleClass().add("tw-invalid");
            }
        };
        problem.addListener((property, before, now) -> update.run());
        help.addListener((property, before, now) -> update.run());
        update.run();
        return row;
    }

    /// The same for words that need room.
    static VBox wide(String name, TextEntry entry, ObservableValue<String> help) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(entry.text());
        VBox row = row(name, input, "", help, entry.problem());
        input.setMaxWidth(WIDE_FIELD);
        input.setPrefWidth(WIDE_FIELD);
        return row;
    }

    /// A row for a file: its path, a button that asks for one, and below them what was read. `choose` gets the field.
    static VBox file(String name, FileEntry<?> entry, String help, Consumer<TextField> choose) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(entry.text());
        input.setPromptText("path of a file");
        VBox row = row(name, input, "", entry.words().map(told -> told.isEmpty() ? help : told), entry.problem());
        Button ask = icon("fth-folder", "Choose a file: " + name, () -> choose.accept(input));
        Button clear = icon("fth-x", "Without it: " + name, entry::clear);
        Runnable follow = () -> visible(clear, entry.given());
        entry.onChange(follow);
        follow.run();
        HBox line = (HBox) row.getChildren().getFirst();
        HBox buttons = new HBox(ask, clear);
        buttons.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().setAll(line.getChildren().getFirst(), input, buttons);
        return row;
    }

    private static Button icon(String icon, String words, Runnable action) {
        Button button = button("", icon, action);
        button.getStyleClass().addAll("tw-icon-button", "tw-dense");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    /// A card with a title.
    static VBox card(String title, Node... content) {
        VBox card = new VBox(label(title, "tw-strong"));
        card.getChildren().addAll(content);
        card.getStyleClass().add("tw-card");
        return card;
    }

    /// A card with a title and a mark beside it that opens a help page.
    static VBox card(Desk desk, HelpTopic topic, String title, Node... content) {
        VBox card = card(title, content);
        HBox line = new HBox(label(title, "tw-strong"), help(desk, topic));
        line.getStyleClass().add("tw-title-row");
        card.getChildren().set(0, line);
        return card;
    }

    /// A question mark that opens a help page.
    static Button help(Desk desk, HelpTopic topic) {
        Button mark = new Button("", new FontIcon("fth-help-circle"));
        mark.getStyleClass().addAll("tw-icon-button", "tw-help-mark");
        mark.setAccessibleText("Help: " + topic.title());
        mark.setTooltip(new Tooltip("Help: " + topic.title()));
        mark.setOnAction(event -> desk.openHelp(topic));
        return mark;
    }

    /// A row of a form whose control is a list of choices, with help below it.
    static VBox choice(String name, ComboBox<?> choice, String help) {
        Label title = label(name, "tw-form-label");
        title.setLabelFor(choice);
        choice.setAccessibleText(name);
        choice.setPrefWidth(FIELD_WIDTH);
        choice.setMinWidth(FIELD_WIDTH);
        HBox line = new HBox(title, choice);
        line.getStyleClass().add("tw-form-row");
        Label note = words(help, "tw-form-help", "tw-under-field");
        visible(note, !help.isEmpty());
        return new VBox(line, note);
    }

    /// Scrolls just far enough that a node inside is in view.
    static void reveal(ScrollPane pane, Node node) {
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        Bounds box = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double seen = pane.getViewportBounds().getHeight();
        double spare = content.getLayoutBounds().getHeight() - seen;
        double top = pane.getVvalue() * spare;
        if (spare > 0 && (box.getMinY() < top || box.getMaxY() + MARGIN > top + seen)) {
            pane.setVvalue(Math.clamp((box.getMinY() - seen / 2) / spare, 0, 1));
        }
    }

    /// The first text field in or below a node that can be typed into and is wrong, or null.
    static @Nullable TextField firstInvalid(Parent parent) {
        for (Node node : parent.lookupAll(".tw-invalid")) {
            if (node instanceof TextField field) {
                return field;
            }
        }
        return null;
    }
}
