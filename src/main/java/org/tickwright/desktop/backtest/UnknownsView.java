package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.engine.RunResult;
import org.tickwright.report.Figures;
import org.tickwright.report.RunCurves;
import org.tickwright.report.Sheet;
import org.tickwright.report.Unknowns;

/// What could not be known: how wide that makes the result, and every bar that left something open. Click or Enter
/// shows
/// a bar's trade on the chart.
final class UnknownsView {
    private static final double WIDEST = 5000;

    private final IntConsumer open;
    private final Label words = Nodes.words("");
    private final HBox ends = new HBox();
    private final TableView<UnknownsModel.Row> table = new TableView<>();
    private final VBox view = new VBox();
    private @Nullable RunCurves curves;

    UnknownsView(Desk desk, IntConsumer open) {
        this.open = open;
        words.setId("unknown-words");
        ends.getStyleClass().add("tw-ends");
        ends.setId("band-ends");
        buildTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getStyleClass().add("tw-result-page");
        HBox title =
                new HBox(Nodes.label("What could not be known", "tw-heading"), Nodes.help(desk, HelpTopic.UNKNOWN));
        title.getStyleClass().add("tw-title-row");
        view.getChildren().addAll(title, words, ends, table);
    }

    Region view() {
        return view;
    }

    void show(ResultModel.Shown shown, Locale locale) {
        RunResult run = shown.sheet().run();
        Figures figures = new Figures(locale);
        curves = shown.curves();
        words.setText(Unknowns.inWords(run, figures));
        ends.getChildren()
                .setAll(Unknowns.ends(run, figures).stream()
                        .map(UnknownsView::tile)
                        .toList());
        Nodes.visible(ends, !ends.getChildren().isEmpty());
        table.getItems().setAll(UnknownsModel.rows(run));
        table.getSelectionModel().clearSelection();
        Nodes.visible(table, !table.getItems().isEmpty());
    }

    private static VBox tile(Sheet.Figure figure) {
        Label value = Nodes.label(figure.value(), "tw-figure-value");
        if (figure.tone() != 0) {
            value.getStyleClass().add(figure.tone() > 0 ? "tw-up" : "tw-down");
        }
        Label note = Nodes.words(figure.note(), "tw-figure-note");
        VBox tile = new VBox(Nodes.label(figure.title(), "tw-figure-label"), value, note);
        tile.getStyleClass().addAll("tw-figure", "tw-figure-tile");
        tile.setPrefWidth(240);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }

    private void buildTable() {
        table.setId("ambiguous");
        table.setAccessibleText("Bars that do not tell what happened inside them");
        table.getStyleClass().addAll("tw-table", "edge-to-edge", "tw-metrics");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(
                "Bar",
                144,
                row -> curves == null ? "" : curves.timeText(row.bar().time()));
        column("Trade", 64, row -> row.trade() == 0 ? "" : String.valueOf(row.trade()))
                .getStyleClass()
                .add("tw-number");
        column("What it left open", 440, row -> row.bar().whatOfWhich());
        column("How it was resolved", 320, row -> row.bar().resolved());
        table.setRowFactory(each -> row());
        table.setOnKeyPressed(event -> {
            UnknownsModel.Row row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                open.accept(row.trade());
                event.consume();
            }
        });
    }

    private TableRow<UnknownsModel.Row> row() {
        TableRow<UnknownsModel.Row> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (!row.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                open.accept(row.getItem().trade());
            }
        });
        return row;
    }

    private TableColumn<UnknownsModel.Row, String> column(
            String title, double width, Function<UnknownsModel.Row, String> text) {
        TableColumn<UnknownsModel.Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(any -> new WordsCell());
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 144));
        column.setMaxWidth(width < 200 ? width : WIDEST);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    /// A cell that may be cut and tells the whole in its tooltip.
    private static final class WordsCell extends TableCell<UnknownsModel.Row, String> {
        private final Tooltip whole = new Tooltip();

        WordsCell() {
            setWrapText(true);
            whole.setWrapText(true);
            whole.setMaxWidth(480);
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty || words == null ? "" : words);
            whole.setText(getText());
            setTooltip(getText().length() > 40 ? whole : null);
        }
    }
}
