package org.tickwright.desktop.shell;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The command palette: type, choose with the arrow keys, Enter runs it.
final class CommandPalette {
    private static final int ROWS = 9;
    private static final int ROW = 40;

    private final PaletteModel model = new PaletteModel();
    private final VBox view = new VBox();
    private final TextField query = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>(FXCollections.observableArrayList());
    private final Label hint = new Label();
    private final Runnable close;

    CommandPalette(Runnable close) {
        this.close = close;
        view.getStyleClass().addAll("tw-overlay", "tw-palette");
        view.setPrefWidth(640);
        query.setPromptText("Symbol, command, strategy, run or setting");
        query.setAccessibleText("Find a symbol, command, strategy, run or setting");
        query.textProperty().addListener((property, before, now) -> refresh());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFocusTraversable(false);
        list.setCellFactory(any -> new Row());
        list.setPlaceholder(new Label("Nothing of that name. Data imports symbols, Studio makes strategies."));
        list.setPrefHeight(ROWS * ROW);
        list.setOnMouseClicked(event -> run());
        hint.getStyleClass().addAll("tw-muted", "tw-small");
        hint.setText("↑ ↓ choose    Enter run    Esc close");
        view.getChildren().addAll(query, list, hint);
    }

    Region view() {
        return view;
    }

    TextField query() {
        return query;
    }

    /// Starts afresh with what can be found at once.
    void offer(List<PaletteEntry> entries) {
        model.offer(entries);
        query.clear();
        refresh();
    }

    /// Adds what was loaded in the background.
    void offerMore(List<PaletteEntry> entries) {
        model.offerMore(entries);
        refresh();
    }

    private void refresh() {
        list.getItems().setAll(model.find(query.getText()));
        list.getSelectionModel().selectFirst();
        if (!list.getItems().isEmpty()) {
            list.scrollTo(0);
        }
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN
                ? 1
                : event.getCode() == KeyCode.UP
                        ? -1
                        : event.getCode() == KeyCode.PAGE_DOWN ? ROWS : event.getCode() == KeyCode.PAGE_UP ? -ROWS : 0;
        if (step != 0) {
            move(step);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            run();
        } else if (event.getCode() == KeyCode.TAB) {
            event.consume();
        }
    }

    private void move(int step) {
        int last = list.getItems().size() - 1;
        int at = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + step));
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(0, at - ROWS / 2));
    }

    private void run() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.action().run();
        }
    }

    /// A line: icon, title, detail on the right, what it is.
    private static final class Row extends ListCell<PaletteEntry> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox box = new HBox(title, gap(), detail);

        Row() {
            box.getStyleClass().add("tw-palette-row");
            detail.getStyleClass().addAll("tw-muted", "tw-small");
            title.setMinWidth(0);
            detail.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            title.setText(entry.title());
            title.setGraphic(Icons.of(entry.kind().icon(), "tw-muted"));
            detail.setText(entry.detail().isEmpty() ? entry.kind().word() : entry.detail());
            setGraphic(box);
        }

        private static Region gap() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return gap;
        }
    }
}
