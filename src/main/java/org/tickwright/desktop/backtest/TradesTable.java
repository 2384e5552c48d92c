package org.tickwright.desktop.backtest;

import java.util.Comparator;
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
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Trade;
import org.tickwright.report.Figures;
import org.tickwright.report.RunCurves;

/// The trades of a run: every column sorts, click or Enter shows a trade on the chart.
final class TradesTable {
    private final TableView<Trade> table = new TableView<>();
    private final IntConsumer open;
    private Figures figures = new Figures(Locale.US);
    private @Nullable RunCurves curves;
    private int decimals = 2;
    private final TableColumn<Trade, Long> entry;
    private final TableColumn<Trade, Long> exit;

    TradesTable(IntConsumer open) {
        this.open = open;
        table.setId("trades");
        table.setAccessibleText("Trades");
        table.getStyleClass().addAll("tw-table", "edge-to-edge", "tw-trades");
        Label none = Nodes.words("The strategy made no trade over these bars.", "tw-muted");
        table.setPlaceholder(none);
        number("#", 56, t -> t.trade(), v -> figures.count(v), false);
        text("Side", 80, t -> (t.side() == Trade.Side.LONG ? "▲ " : "▼ ") + t.sideInWords());
        entry = time("Entry", Trade::entryTime);
        number("Price", 88, Trade::entryPrice, v -> figures.price(v, decimals), false);
        exit = time("Exit", Trade::exitTime);
        columns();
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            Trade trade = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && trade != null) {
                open.accept(trade.trade());
                event.consume();
            }
        });
    }

    TableView<Trade> view() {
        return table;
    }

    void show(ResultModel.Shown shown, Locale locale) {
        figures = new Figures(locale);
        RunCurves drawn = shown.curves();
        curves = drawn;
        decimals = Figures.priceDecimals(shown.sheet().bars());
        double width = drawn.intraday() ? 144 : 112;
        entry.setPrefWidth(width);
        exit.setPrefWidth(width);
        table.getSortOrder().clear();
        table.getItems().setAll(shown.sheet().run().trades());
        table.getSelectionModel().clearSelection();
        table.scrollTo(0);
        table.refresh();
    }

    private TableRow<Trade> row() {
        TableRow<Trade> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (!row.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                open.accept(row.getItem().trade());
            }
        });
        return row;
    }

    private void columns() {
        number("Price", 88, Trade::exitPrice, v -> figures.price(v, decimals), false);
        number("Quantity", 112, Trade::qty, v -> figures.quantity(v), false);
        number("Net P&L", 112, Trade::netPnl, v -> figures.gain(v), true);
        number("Return", 88, Trade::returnPct, v -> figures.percent(v / 100, true), true);
        number("Bars", 64, Trade::barsHeld, v -> figures.count(v), false);
        text("Entered because", 240, t -> t.entryReasonText().strip());
        text("Left because", 240, TradesTable::exitWords);
    }

    private static String exitWords(Trade trade) {
        String kind = trade.exitReason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String words = trade.exitReasonText().strip();
        return words.isEmpty() || words.equalsIgnoreCase(kind) ? kind : kind + ": " + words;
    }

    private <T extends Comparable<T>> void number(
            String title, double width, Function<Trade, T> value, Function<T, String> words, boolean toned) {
        TableColumn<Trade, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(each -> new NumberCell<>(words, toned));
        column.setComparator(Comparator.naturalOrder());
        column.getStyleClass().add("tw-number");
        column.setPrefWidth(width);
        column.setMinWidth(48);
        table.getColumns().add(column);
    }

    private TableColumn<Trade, Long> time(String title, Function<Trade, Long> value) {
        TableColumn<Trade, Long> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(each -> new TimeCell());
        table.getColumns().add(column);
        return column;
    }

    private void text(String title, double width, Function<Trade, String> value) {
        TableColumn<Trade, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(each -> new WordsCell());
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }

    private static final class NumberCell<T extends Comparable<T>> extends TableCell<Trade, T> {
        private final Function<T, String> words;
        private final boolean toned;

        NumberCell(Function<T, String> words, boolean toned) {
            this.words = words;
            this.toned = toned;
            getStyleClass().add("tw-number");
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : words.apply(item));
            getStyleClass().removeAll("tw-up", "tw-down");
            if (toned && item instanceof Double value && value != 0) {
                getStyleClass().add(value > 0 ? "tw-up" : "tw-down");
            }
        }
    }

    private final class TimeCell extends TableCell<Trade, Long> {
        @Override
        protected void updateItem(@Nullable Long nanos, boolean empty) {
            super.updateItem(nanos, empty);
            setText(empty || nanos == null || curves == null ? "" : curves.timeText(nanos));
        }
    }

    private static final class WordsCell extends TableCell<Trade, String> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty || words == null ? "" : words);
            whole.setText(getText());
            setTooltip(getText().length() > 24 ? whole : null);
        }
    }
}
