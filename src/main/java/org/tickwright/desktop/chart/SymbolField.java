package org.tickwright.desktop.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;

/// The symbol of the chart, which is also where another one is typed: every key narrows the list
/// below, Enter opens the chosen one, Esc takes the typing back.
final class SymbolField extends TextField {
    private final ChartsModel model;
    private final Flyout flyout;
    private final Consumer<SeriesInfo> chosen;
    private final ListView<SeriesInfo> list = new ListView<>();
    private final VBox panel = new VBox(list);
    private boolean settling;
    private int asked;

    SymbolField(ChartsModel model, Flyout flyout, Consumer<SeriesInfo> chosen) {
        this.model = model;
        this.flyout = flyout;
        this.chosen = chosen;
        setId("chart-symbol");
        setPromptText("Symbol");
        setAccessibleText("Symbol of the chart; type to search");
        getStyleClass().add("chart-symbol");
        panel.setId("chart-symbol-menu");
        panel.getStyleClass().add("chart-menu");
        list.setId("chart-symbol-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        Label none = new Label("No series has that name. Import one in Data.");
        list.setPlaceholder(none);
        textProperty().addListener((o, was, is) -> {
            if (!settling) {
                ask();
            }
        });
        focusedProperty().addListener((o, was, is) -> focusMoved(is));
        setOnMouseClicked(e -> ask());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnAction(e -> take(list.getSelectionModel().getSelectedItem()));
        list.setOnMouseClicked(e -> take(list.getSelectionModel().getSelectedItem()));
        model.info().addListener((o, was, is) -> settle());
        settle();
    }

    /// Takes the focus and lists every series.
    void search() {
        requestFocus();
        ask();
    }

    private boolean typingHere() {
        return getScene() != null && equals(getScene().getFocusOwner());
    }

    private void focusMoved(boolean focused) {
        if (focused) {
            Platform.runLater(this::selectAll);
        } else if (open()) {
            flyout.close();
        } else {
            settle();
        }
    }

    private boolean open() {
        return panel.equals(flyout.panel());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && open()) {
            flyout.close();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && !open()) {
            ask();
            event.consume();
        } else if (open()) {
            ListKeys.steer(event, list);
        }
    }

    /// Shows the symbol of the open series again.
    private void settle() {
        settling = true;
        SeriesInfo open = model.info().get();
        setText(open == null ? "" : open.key().symbol());
        settling = false;
    }

    /// Asks for series, whose list opens when the answer is there.
    private void ask() {
        SeriesInfo now = model.info().get();
        boolean untouched = now != null && getText().equals(now.key().symbol());
        int number = ++asked;
        model.search(untouched ? "" : getText(), found -> {
            if (number == asked && typingHere()) {
                offer(found, untouched ? now : null);
            }
        });
    }

    private void offer(List<SeriesInfo> found, @Nullable SeriesInfo current) {
        list.getItems().setAll(found);
        int at = 0;
        for (int i = 0; i < found.size(); i++) {
            if (current != null && found.get(i).key().equals(current.key())) {
                at = i;
            }
        }
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(at - 3, 0));
        if (!open()) {
            flyout.open(panel, this, this, this::settle);
        }
    }

    private void take(@Nullable SeriesInfo info) {
        if (open() && info != null) {
            flyout.close();
            chosen.accept(info);
        }
    }

    private static final class Cell extends ListCell<SeriesInfo> {
        private final Label symbol = new Label();
        private final Label meaning = new Label();
        private final Label origin = new Label();
        private final MenuRow row = new MenuRow(symbol, meaning, origin);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable SeriesInfo info, boolean empty) {
            super.updateItem(info, empty);
            setText(null);
            if (empty || info == null) {
                setGraphic(null);
            } else {
                symbol.setText(info.key().symbol());
                meaning.setText(SeriesWords.span(info));
                origin.setText(info.key().timeframe() + (info.simulated() ? "  SIM" : ""));
                setGraphic(row);
            }
        }
    }
}
