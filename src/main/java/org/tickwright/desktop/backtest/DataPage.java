package org.tickwright.desktop.backtest;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.SymbolCompletion;
import org.tickwright.desktop.UniverseModel;
import org.tickwright.market.Finding;
import org.tickwright.market.SeriesInfo;
import org.tickwright.report.Figures;

/// Second page: which series, what the audit says of it, and which part of it.
final class DataPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final int FINDINGS_SHOWN = 3;
    private static final double WIDE = 400;
    private static final double CLOSE_WIDTH = 240;

    private final Desk desk;
    private final WizardModel model;
    private final TableView<SeriesInfo> table = new TableView<>();
    private final FilteredList<SeriesInfo> filtered;
    private final VBox verdict = new VBox();
    private final VBox page = new VBox();
    private final ScrollPane view = new ScrollPane(page);
    private boolean following;

    DataPage(Desk desk, WizardModel model) {
        this.desk = desk;
        this.model = model;
        filtered = new FilteredList<>(model.series());
        buildTable();
        TextField filter = new TextField();
        filter.setPromptText("Filter by symbol or source");
        filter.setAccessibleText("Filter the series");
        filter.textProperty().addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            filtered.setPredicate(info ->
                    (info.key() + " " + info.source()).toLowerCase(Locale.ROOT).contains(wanted));
            follow();
        });
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.getStyleClass().addAll("tw-card", "tw-verdict");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        HBox below = new HBox(verdict, range());
        below.getStyleClass().add("tw-wizard-columns");
        StackPane middle = new StackPane(table, nothing());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(128);
        page.getStyleClass().add("tw-wizard-page");
        page.getChildren().addAll(filter, middle, universe(), below);
        view.setFitToWidth(true);
        view.setFitToHeight(true);
        view.getStyleClass().addAll("tw-plain", "edge-to-edge");
        model.chosenSeries().addListener((property, before, now) -> {
            follow();
            judge();
        });
        model.verdict().addListener((property, before, now) -> judge());
        desk.settings().numbers().addListener((property, before, now) -> table.refresh());
        follow();
        judge();
    }

    Region view() {
        return view;
    }

    void focus() {
        table.requestFocus();
    }

    /// Brings the chosen series into view, once the table has its rows.
    void shown() {
        Platform.runLater(() -> {
            SeriesInfo chosen = model.chosenSeries().get();
            if (chosen != null) {
                table.scrollTo(chosen);
            }
        });
    }

    private Region nothing() {
        VBox empty = new VBox(
                Nodes.label("No prices yet", "tw-empty-title"),
                Nodes.words(
                        "A backtest needs a series of prices. Import a file, or install the samples.", "tw-empty-text"),
                Nodes.button("Go to Data", "fth-database", () -> desk.go(PlaceId.DATA)));
        empty.getStyleClass().add("tw-empty");
        empty.visibleProperty()
                .bind(javafx.beans.binding.Bindings.isEmpty(model.series()).and(model.loaded()));
        return empty;
    }

    private void buildTable() {
        SortedList<SeriesInfo> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("series");
        table.getStyleClass().addAll("tw-table", "edge-to-edge");
        table.setAccessibleText("Series");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Symbol", 144, info -> info.key().symbol()));
        table.getColumns()
                .add(column("Timeframe", 104, info -> info.key().timeframe().toString()));
        TableColumn<SeriesInfo, Integer> bars = new TableColumn<>("Bars");
        bars.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().bars()));
        bars.setCellFactory(column -> new CountCell());
        bars.getStyleClass().add("tw-number");
        bars.setPrefWidth(112);
        table.getColumns().add(bars);
        table.getColumns().add(column("From", 112, info -> day(info, info.from())));
        table.getColumns().add(column("To", 112, info -> day(info, info.to())));
        table.getColumns().add(column("Kind", 88, info -> info.simulated() ? "SIM" : "Market"));
        table.getColumns().add(column("Source", 200, SeriesInfo::source));
        model.series().addListener((ListChangeListener<SeriesInfo>) change -> follow());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.chosenSeries().set(now);
            }
        });
    }

    private static TableColumn<SeriesInfo, String> column(
            String title, double width, Function<SeriesInfo, String> text) {
        TableColumn<SeriesInfo, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(any -> new TextCell());
        column.setComparator(Comparator.naturalOrder());
        column.setPrefWidth(width);
        return column;
    }

    private static String day(SeriesInfo info, long nanos) {
        return DAY.format(
                Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)).atZone(info.zone()));
    }

    /// A cell that may be cut and tells the whole in its tooltip.
    private static final class TextCell extends TableCell<SeriesInfo, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
        }
    }

    private final class CountCell extends TableCell<SeriesInfo, Integer> {
        CountCell() {
            getStyleClass().add("tw-number");
        }

        @Override
        protected void updateItem(@Nullable Integer count, boolean empty) {
            super.updateItem(count, empty);
            setText(
                    empty || count == null
                            ? ""
                            : new Figures(desk.settings().numbers().get()).count(count));
        }
    }

    private Region range() {
        TextField from = new TextField();
        from.setPromptText("first bar");
        from.textProperty().bindBidirectional(model.form().from().text());
        TextField to = new TextField();
        to.setPromptText("last bar");
        to.textProperty().bindBidirectional(model.form().to().text());
        VBox range = new VBox(
                Nodes.label("Range of time", "tw-strong"),
                Nodes.row(
                        "From",
                        from,
                        "",
                        new SimpleStringProperty(""),
                        model.form().from().problem()),
                Nodes.row(
                        "To",
                        to,
                        "",
                        new SimpleStringProperty("Indicators also see the bars before."),
                        model.form().to().problem()));
        TextField closes = new TextField();
        closes.setId("session-close");
        closes.setPromptText("16:00@America/New_York");
        closes.textProperty().bindBidirectional(model.closes().entry().text());
        VBox close = Nodes.row(
                "At",
                closes,
                "",
                new SimpleStringProperty("When daily and longer bars are known. Empty: at midnight. For one symbol"
                        + " SPY=16:00; several with commas."),
                model.closes().entry().problem());
        closes.setMaxWidth(WIDE);
        closes.setPrefWidth(CLOSE_WIDTH);
        Fold fold =
                new Fold("close", "Session close", () -> model.closes().entry().given() ? 1 : 0, close);
        model.closes().entry().onChange(fold::follow);
        Nodes.visibleWhile(fold.view(), model.closes().needed());
        range.getChildren().add(fold.view());
        range.getStyleClass().addAll("tw-card", "tw-range");
        range.setMinHeight(Region.USE_PREF_SIZE);
        range.setMinWidth(344);
        range.setPrefWidth(344);
        return range;
    }

    private Region universe() {
        UniverseModel universe = model.universe();
        TextField field = new TextField();
        field.setId("wizard-universe");
        field.textProperty().bindBidirectional(universe.text());
        SymbolCompletion.install(field, universe::offered);
        VBox row = Nodes.row(
                "Universe",
                field,
                "",
                new SimpleStringProperty(
                        "The instruments that “each” stands for, with commas between them; empty is the"
                                + " chosen series alone."),
                universe.problem());
        field.setMaxWidth(WIDE);
        field.setPrefWidth(WIDE);
        row.getStyleClass().add("tw-card");
        row.setMinHeight(Region.USE_PREF_SIZE);
        Nodes.visibleWhile(row, universe.needed());
        return row;
    }

    private void follow() {
        following = true;
        SeriesInfo chosen = model.chosenSeries().get();
        if (chosen == null) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().select(chosen);
        }
        following = false;
    }

    private void judge() {
        SeriesInfo info = model.chosenSeries().get();
        BacktestWork.Verdict found = model.verdict().get();
        verdict.getChildren().clear();
        if (info == null) {
            verdict.getChildren().add(Nodes.words("Choose a series to see what the audit says of it.", "tw-muted"));
            return;
        }
        Label badge = Nodes.label("Auditing…", "tw-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        if (found != null) {
            boolean clean = found.counts().isEmpty();
            boolean error = found.findings().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
            badge.setText(clean ? "Nothing found" : error ? "Errors" : "Warnings");
            badge.getStyleClass().add(clean ? "tw-ok" : error ? "tw-error" : "tw-warn");
        }
        HBox title = new HBox(Nodes.label("Audit of " + info.key(), "tw-strong"), badge);
        title.getStyleClass().add("tw-title-row");
        if (info.simulated()) {
            title.getChildren().add(Nodes.label("SIM", "tw-badge", "tw-sim"));
        }
        verdict.getChildren().add(title);
        if (found != null) {
            verdict.getChildren().add(Nodes.words(summary(found), "tw-muted"));
            for (Finding finding : found.findings()
                    .subList(0, Math.min(FINDINGS_SHOWN, found.findings().size()))) {
                verdict.getChildren().add(Nodes.words(finding.message(), "tw-small", "tw-muted"));
            }
            if (found.findings().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR)) {
                verdict.getChildren().add(accept());
            }
        }
    }

    private CheckBox accept() {
        CheckBox accept = new CheckBox("Run in spite of the errors; the report says so");
        accept.setId("accept-errors");
        accept.setSelected(model.acceptErrors().get());
        accept.setOnAction(event -> model.acceptErrors().set(accept.isSelected()));
        return accept;
    }

    private String summary(BacktestWork.Verdict found) {
        if (found.counts().isEmpty()) {
            return "No gaps and no outliers. Prices that cannot be right were refused at import.";
        }
        Figures figures = new Figures(desk.settings().numbers().get());
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> each : new java.util.TreeMap<>(found.counts()).entrySet()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(each.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(": ")
                    .append(figures.count(each.getValue()));
        }
        return "The run uses the bars as they are. Found " + text + ".";
    }
}
