package org.tickwright.desktop.data;

import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;

/// The list of trades, quotes, splits and dividends below that of series; there where the store has any.
final class EventListView {
    private static final int MOST_ROWS = 6;
    private static final int ROW = 32;

    private final Desk desk;
    private final EventListModel model;
    private final VBox view = new VBox();
    private final TableView<EventRow> table = new TableView<>();
    private final HBox confirm = new HBox();
    private final Label question = new Label();
    private final Button keep = new Button("Keep");

    EventListView(Desk desk, EventListModel model) {
        this.desk = desk;
        this.model = model;
        buildTable();
        buildConfirm();
        view.getChildren().addAll(toolbar(), table, confirm);
        model.all().addListener((ListChangeListener<EventRow>) change -> fit());
        model.rows().addListener((ListChangeListener<EventRow>) change -> fit());
        desk.settings().numbers().addListener((property, before, now) -> table.refresh());
        fit();
    }

    Region view() {
        return view;
    }

    TableView<EventRow> table() {
        return table;
    }

    /// As high as its rows need, up to some.
    private void fit() {
        Parts.visible(view, !model.all().isEmpty());
        int rows = Math.clamp(model.rows().size(), 1, MOST_ROWS);
        table.setPrefHeight((rows + 1.25) * ROW);
        table.setMinHeight((rows + 1.25) * ROW);
    }

    private HBox toolbar() {
        Label title = new Label("Trades, quotes, splits and dividends");
        title.getStyleClass().add("tw-strong");
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        Button chart = button("Open chart", "fth-bar-chart-2", this::openChart);
        chart.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            EventRow row = selected();
                            return row == null || !row.trades();
                        },
                        table.getSelectionModel().selectedItemProperty()));
        Button export = button("Export CSV…", "fth-download", this::export);
        export.disableProperty().bind(none);
        Button delete = button("Delete…", "fth-trash-2", this::askToDelete);
        delete.disableProperty().bind(none);
        HBox bar = new HBox(title, gap(), chart, export, delete);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private void buildTable() {
        table.setId("data-events");
        table.setItems(model.rows());
        table.setAccessibleText("Trades, quotes, splits and dividends");
        table.getStyleClass().addAll("tw-table", "edge-to-edge");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(Columns.text("Symbol", 144, EventRow::symbol));
        table.getColumns().add(Columns.text("Kind", 168, EventRow::kind));
        TableColumn<EventRow, String> count = Columns.text(
                "Count", 112, row -> String.format(desk.settings().numbers().get(), "%,d", row.count()));
        count.getStyleClass().add("tw-number");
        table.getColumns().add(count);
        table.getColumns().add(Columns.text("From", 168, EventRow::from));
        table.getColumns().add(Columns.text("To", 168, EventRow::to));
        table.getColumns().add(Columns.text("Source", 400, EventRow::source));
        table.setPlaceholder(new Label("None of them matches the filter."));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openChart();
            }
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openChart();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            askToDelete();
            event.consume();
        }
    }

    @Nullable
    EventRow selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void openChart() {
        EventRow row = selected();
        if (row != null) {
            model.openChart(row);
        }
    }

    private void export() {
        EventRow row = selected();
        if (row == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export " + row.name());
        chooser.setInitialFileName(row.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".csv");
        File file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file != null) {
            model.export(row, file.toPath());
        }
    }

    /// Asks before it deletes; the question is a bar below the list.
    void askToDelete() {
        EventRow row = selected();
        if (row != null) {
            question.setText(
                    "Delete the " + String.format(desk.settings().numbers().get(), "%,d ", row.count()) + row.kind()
                            + " of " + row.symbol() + " with all versions? This cannot be undone.");
            confirm.setUserData(row);
            Parts.visible(confirm, true);
            keep.requestFocus();
        }
    }

    /// Takes the question back; false if there was none.
    boolean keep() {
        boolean asked = confirm.isVisible();
        Parts.visible(confirm, false);
        if (asked) {
            table.requestFocus();
        }
        return asked;
    }

    private void buildConfirm() {
        Button delete = new Button("Delete");
        delete.getStyleClass().add("danger");
        delete.setOnAction(event -> {
            if (confirm.getUserData() instanceof EventRow row) {
                model.delete(row);
            }
            keep();
        });
        keep.setOnAction(event -> keep());
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tw-warning");
        confirm.getStyleClass().add("tw-confirm");
        confirm.getChildren().addAll(icon, question, gap(), keep, delete);
        Parts.visible(confirm, false);
    }

    private static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
