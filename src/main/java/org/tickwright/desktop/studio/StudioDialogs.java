package org.tickwright.desktop.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyLibrary;

/// The questions Studio asks: which strategy to open, under which name to save, what to do with unsaved changes.
final class StudioDialogs {
    private final StudioOverlay overlay;

    StudioDialogs(StudioOverlay overlay) {
        this.overlay = overlay;
    }

    /// Asks whether to keep changes before they would go.
    void unsaved(String name, Runnable save, Runnable discard) {
        Button yes = button("Save", "studio-unsaved-save", () -> then(save));
        yes.getStyleClass().add("accent");
        Button no = button("Don’t save", "studio-unsaved-discard", () -> then(discard));
        Button cancel = button("Cancel", "studio-unsaved-cancel", overlay::close);
        VBox card = card(
                "Save changes to " + name + "?",
                Pages.paragraph("Without saving, what you changed since the last save is gone.", "tw-muted"),
                row(cancel, no, yes));
        card.setPrefWidth(440);
        overlay.show(card, yes);
    }

    /// Asks for a name; `taken` are the names in the library, which saving would replace.
    void saveAs(String proposal, List<String> taken, Consumer<String> save, Runnable elsewhere) {
        TextField name = new TextField(proposal);
        name.setId("studio-save-name");
        name.setAccessibleText("Name of the strategy");
        Label note = Pages.paragraph("", "tw-small", "tw-muted");
        note.setMinHeight(32);
        Button ok = button(
                "Save",
                "studio-save-ok",
                () -> then(() -> save.accept(name.getText().strip())));
        ok.getStyleClass().add("accent");
        name.setOnAction(e -> ok.fire());
        Runnable check = () -> {
            String text = name.getText().strip();
            boolean replaces = taken.stream().anyMatch(t -> t.equalsIgnoreCase(text));
            ok.setDisable(text.isEmpty());
            ok.setText(replaces ? "Replace" : "Save");
            note.setText(replaces ? "There is already a strategy of this name. Saving replaces it." : "");
        };
        name.textProperty().addListener((o, was, now) -> check.run());
        check.run();
        Button file = button("Choose a file …", "studio-save-file", () -> then(elsewhere));
        Button cancel = button("Cancel", "studio-save-cancel", overlay::close);
        HBox buttons = row(file, Pages.spring(), cancel, ok);
        VBox card = card("Save strategy as", name, note, buttons);
        card.setPrefWidth(480);
        overlay.show(card, name);
        name.selectAll();
    }

    /// Shows the user's strategies and the templates to choose from.
    void gallery(
            List<StrategyLibrary.Item> own,
            List<StrategyDocument> templates,
            Thumbnails thumbnails,
            Consumer<Path> open,
            Consumer<StrategyDocument> start,
            Runnable browse) {
        VBox list = new VBox();
        list.getStyleClass().add("studio-gallery-list");
        Button first = null;
        if (!own.isEmpty()) {
            list.getChildren().add(Pages.heading("Your strategies"));
        }
        for (StrategyLibrary.Item item : own) {
            Button row = button(item.name(), "open-" + item.name(), () -> then(() -> open.accept(item.file())));
            row.setMnemonicParsing(false);
            row.getStyleClass().addAll("flat", "studio-gallery-own");
            row.setMaxWidth(Double.MAX_VALUE);
            list.getChildren().add(row);
            first = first == null ? row : first;
        }
        list.getChildren().add(Pages.heading("Templates"));
        for (StrategyDocument template : templates) {
            Button row = templateRow(template, thumbnails, () -> then(() -> start.accept(template)));
            list.getChildren().add(row);
            first = first == null ? row : first;
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("tw-plain");
        scroll.setPrefHeight(480);
        Button file = button("Open a file …", "studio-open-file", () -> then(browse));
        Button cancel = button("Cancel", "studio-open-cancel", overlay::close);
        VBox card = card("Open a strategy", scroll, row(file, Pages.spring(), cancel));
        card.setPrefWidth(760);
        overlay.show(card, first == null ? cancel : first);
    }

    private static Button templateRow(StrategyDocument template, Thumbnails thumbnails, Runnable chosen) {
        Label title = new Label(template.name());
        title.getStyleClass().add("tw-strong");
        Label text = new Label(template.description());
        text.setWrapText(true);
        text.getStyleClass().addAll("tw-small", "tw-muted", "studio-gallery-text");
        VBox words = new VBox(title, text);
        words.getStyleClass().add("studio-gallery-words");
        HBox graphic = new HBox(thumbnails.of(template), words);
        graphic.setAlignment(Pos.CENTER_LEFT);
        graphic.getStyleClass().add("studio-gallery-row");
        Button row = button("", "template-" + template.name(), chosen);
        row.setGraphic(graphic);
        row.setAccessibleText("Template " + template.name() + ". " + template.description());
        row.getStyleClass().addAll("flat", "studio-gallery-template");
        row.setMaxWidth(Double.MAX_VALUE);
        return row;
    }

    private void then(Runnable next) {
        overlay.close();
        next.run();
    }

    private static VBox card(String title, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("tw-heading");
        VBox card = new VBox(heading);
        card.getChildren().addAll(content);
        card.getStyleClass().addAll("tw-overlay", "studio-dialog");
        return card;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.getStyleClass().add("studio-dialog-buttons");
        return row;
    }

    private static Button button(String text, String id, Runnable run) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> run.run());
        return button;
    }
}
