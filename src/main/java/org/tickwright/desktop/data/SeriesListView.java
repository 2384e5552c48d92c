package org.tickwright.desktop.data;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.market.AuditReport;
import org.tickwright.market.SeriesKey;

/// The list of series with what can be done with one, and below it that of what else the store keeps.
final class SeriesListView {
    private final Desk desk;
    private final SeriesListModel model;
    private final Runnable importFile;
    private final Consumer<SeriesKey> openQuality;
    private final Runnable openSql;
    private final BorderPane view = new BorderPane();
    private final TableView<SeriesRow> table = new TableView<>();
    private final FindingsView findings = new FindingsView((code, accepted) -> {}, true);
    private final EventListView events;
    private final TextField filter = new TextField();
    private final HBox confirm = new HBox();
    private final Label question = new Label();
    private final Button first = new Button("Import a file", new FontIcon("fth-upload"));
    private final Button keep = new Button("Keep");

    SeriesListView(
            Desk desk, SeriesListModel model, Runnable importFile, Consumer<SeriesKey> openQuality, Runnable openSql) {
        this.desk = desk;
        this.model = model;
        this.importFile = importFile;
        this.openQuality = openQuality;
        this.openSql = openSql;
        events = new EventListView(desk, model.events());
        buildTable();
        buildConfirm();
        view.setTop(toolbar());
        view.setCenter(new StackPane(table, empty()));
        view.setBottom(new VBox(findings.view(), confirm, events.view()));
        findings.view().getStyleClass().add("tw-series-findings");
        show(findings.view(), false);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> showFindings(now));
        desk.settings().numbers().addListener((property, before, now) -> table.refresh());
    }

    Region view() {
        return view;
    }

    void focus() {
        if (table.isVisible()) {
            table.requestFocus();
        } else {
            first.requestFocus();
        }
    }

    void focusFilter() {
        filter.requestFocus();
    }

    @Nullable
    SeriesRow selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    void openChart() {
        SeriesRow row = selected();
        if (row != null) {
            desk.openChart(row.info().key());
        }
    }

    void openQuality() {
        SeriesRow row = selected();
        if (row != null) {
            openQuality.accept(row.info().key());
        }
    }

    /// Asks before it deletes; the question is a bar below the list.
    void askToDelete() {
        SeriesRow row = selected();
        if (row != null) {
            question.setText("Delete " + row.info().key() + " with its "
                    + row.bars(desk.settings().numbers().get()) + " bars? This cannot be undone.");
            confirm.setUserData(row);
            show(confirm, true);
            keep.requestFocus();
        }
    }

    /// Takes the question back; false if there was none.
    boolean keep() {
        boolean asked = confirm.isVisible();
        boolean askedBelow = events.keep();
        show(confirm, false);
        if (asked) {
            table.requestFocus();
        }
        return asked || askedBelow;
    }

    void export() {
        SeriesRow row = selected();
        if (row == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export " + row.info().key());
        chooser.setInitialFileName(row.symbol().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + row.timeframe() + ".csv");
        File file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file != null) {
            model.export(row.info().key(), file.toPath());
        }
    }

    /// What the audit saw in the selected series, where it saw anything.
    private void showFindings(@Nullable SeriesRow row) {
        AuditReport report = row == null ? null : row.audit();
        boolean any = report != null && !report.findings().isEmpty();
        show(findings.view(), any);
        if (row != null && report != null && any) {
            findings.times(row.info());
            findings.show("The audit of " + row.info().key() + ": " + row.quality(), List.of(), report.findings());
        }
    }

    private HBox toolbar() {
        Label title = new Label("Data");
        title.getStyleClass().add("tw-heading");
        filter.setPromptText("Filter by symbol, timeframe or source");
        filter.setPrefWidth(280);
        filter.setAccessibleText("Filter the series");
        filter.textProperty().bindBidirectional(model.filter());
        Button add = button("Import…", "fth-upload", importFile);
        add.getStyleClass().add("accent");
        Button sql = button("SQL", "fth-terminal", openSql);
        sql.setId("data-sql");
        sql.setTooltip(new Tooltip("Ask the store in SQL"));
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        Button chart = button("Open chart", "fth-bar-chart-2", this::openChart);
        Button quality = button("Quality", "fth-calendar", this::openQuality);
        Button export = button("Export CSV…", "fth-download", this::export);
        Button delete = button("Delete…", "fth-trash-2", this::askToDelete);
        for (Button each : new Button[] {chart, quality, export, delete}) {
            each.disableProperty().bind(none);
        }
        HBox bar = new HBox(title, gap(), filter, chart, quality, export, delete, sql, add);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private void buildTable() {
        table.setItems(model.rows());
        table.getStyleClass().addAll("tw-table", "edge-to-edge");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(Columns.text("Symbol", 144, SeriesRow::symbol));
        table.getColumns().add(Columns.text("Timeframe", 104, SeriesRow::timeframe));
        TableColumn<SeriesRow, String> bars = Columns.text(
                "Bars", 112, row -> row.bars(desk.settings().numbers().get()));
        bars.getStyleClass().add("tw-number");
        table.getColumns().add(bars);
        table.getColumns().add(Columns.text("From", 152, SeriesRow::from));
        table.getColumns().add(Columns.text("To", 152, SeriesRow::to));
        table.getColumns()
                .add(Columns.text("Zone", 160, row -> row.info().zone().getId()));
        table.getColumns().add(kind());
        table.getColumns().add(Columns.text("Quality", 128, SeriesRow::quality));
        table.getColumns().add(Columns.text("Source", 280, row -> row.info().source()));
        table.setPlaceholder(new Label("No series of bars matches the filter."));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openChart();
            }
        });
        table.setContextMenu(new ContextMenu(
                item("Open chart", this::openChart),
                item("Quality", this::openQuality),
                item("Export CSV…", this::export),
                item("Delete…", this::askToDelete)));
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

    private void buildConfirm() {
        Region gap = gap();
        Button delete = new Button("Delete");
        delete.getStyleClass().add("danger");
        delete.setOnAction(event -> {
            if (confirm.getUserData() instanceof SeriesRow row) {
                model.delete(row.info().key());
            }
            keep();
        });
        keep.setOnAction(event -> keep());
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tw-warning");
        confirm.getStyleClass().add("tw-confirm");
        confirm.getChildren().addAll(icon, question, gap, keep, delete);
        show(confirm, false);
    }

    private Node empty() {
        FontIcon icon = new FontIcon("fth-database");
        icon.getStyleClass().add("tw-empty-icon");
        Label title = new Label("No prices yet");
        title.getStyleClass().add("tw-empty-title");
        Label text = new Label(
                "Prices come from files: bars of any length, trades or quotes, as CSV, JSON or Parquet, gzipped, in"
                    + " folders or archives. Import them, or drop them here: you see what was found before anything is"
                    + " stored.");
        text.getStyleClass().add("tw-empty-text");
        first.getStyleClass().add("accent");
        first.setOnAction(event -> importFile.run());
        VBox empty = new VBox(icon, title, text, first);
        empty.getStyleClass().add("tw-empty");
        empty.visibleProperty()
                .bind(model.loaded()
                        .and(Bindings.isEmpty(model.rows()))
                        .and(Bindings.isEmpty(model.events().all()))
                        .and(model.filter().isEmpty()));
        table.visibleProperty().bind(empty.visibleProperty().not());
        return empty;
    }

    private TableColumn<SeriesRow, String> kind() {
        TableColumn<SeriesRow, String> column =
                Columns.text("", 72, row -> row.info().simulated() ? "SIM" : "");
        column.setCellFactory(any -> new TableCell<>() {
            private final Label badge = new Label("SIM");

            {
                badge.getStyleClass().addAll("tw-badge", "tw-sim");
            }

            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                setGraphic(empty || text == null || text.isEmpty() ? null : badge);
            }
        });
        return column;
    }

    private static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
