package org.tickwright.desktop.chart;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The trades of the run over the chart: a list to walk through, and why the selected one was
/// entered and left.
final class TradePanel extends VBox {
    private final ChartsModel model;
    private final Label title = new Label();
    private final Label warning = new Label(
            "The series has changed since this run, so trades may not lie where they were. Run it again to be sure.");
    private final ListView<TradeMark> list = new ListView<>();
    private final TradeCard card;
    private boolean following;

    TradePanel(ChartsModel model) {
        this.model = model;
        card = new TradeCard(model.chart());
        setId("chart-trades");
        getStyleClass().add("chart-trades");
        list.setId("chart-trade-list");
        list.setAccessibleText("Trades of the run");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label("This run made no trades."));
        VBox.setVgrow(list, Priority.ALWAYS);
        warning.setWrapText(true);
        card.setMinHeight(USE_PREF_SIZE);
        list.setMinHeight(84);
        warning.getStyleClass().addAll("tw-warning", "tw-small", "chart-trades-warning");
        getChildren().addAll(header(), warning, list, card);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !following) {
                model.chart().revealTrade(is.number());
            }
        });
        model.chart().selectedTrade().addListener((o, was, is) -> follow(is.intValue()));
        model.run().addListener((o, was, is) -> show(is));
        show(model.run().get());
    }

    private HBox header() {
        Button previous = ChartLegend.button("fth-chevron-left", "Previous trade ([)");
        previous.setId("chart-trade-previous");
        previous.setOnAction(e -> model.stepTrade(-1));
        Button next = ChartLegend.button("fth-chevron-right", "Next trade (])");
        next.setId("chart-trade-next");
        next.setOnAction(e -> model.stepTrade(1));
        Button close = ChartLegend.button("fth-x", "Take the trades off the chart");
        close.setOnAction(e -> model.closeRun());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        title.getStyleClass().add("tw-strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox header = new HBox(title, previous, next, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("tw-panel-header");
        return header;
    }

    private void show(@Nullable RunOverlay run) {
        setVisible(run != null);
        setManaged(run != null);
        card.show(null);
        if (run == null) {
            list.getItems().clear();
            return;
        }
        title.setText(run.strategyName() + " · " + run.id());
        warning.setVisible(!run.sameData());
        warning.setManaged(!run.sameData());
        list.getItems().setAll(run.trades());
        follow(model.chart().selectedTrade().get());
    }

    private void follow(int number) {
        following = true;
        TradeMark selected = null;
        for (TradeMark trade : list.getItems()) {
            if (trade.number() == number) {
                selected = trade;
            }
        }
        card.show(selected);
        if (selected == null) {
            list.getSelectionModel().clearSelection();
        } else if (!selected.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(selected);
            // Only after the card below has taken its room is it known which rows are in view.
            int at = Math.max(list.getSelectionModel().getSelectedIndex() - 1, 0);
            Platform.runLater(() -> list.scrollTo(at));
        }
        following = false;
    }

    private final class Cell extends ListCell<TradeMark> {
        private final Label number = new Label();
        private final Label side = new Label();
        private final Label result = new Label();
        private final HBox row = new HBox(number, side, result);

        Cell() {
            row.getStyleClass().add("chart-trade-row");
            row.setAlignment(Pos.CENTER_LEFT);
            number.getStyleClass().addAll("tw-muted", "tw-small", "chart-trade-number");
            side.getStyleClass().add("tw-small");
            side.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(side, Priority.ALWAYS);
            result.getStyleClass().add("tw-small");
        }

        @Override
        protected void updateItem(@Nullable TradeMark trade, boolean empty) {
            super.updateItem(trade, empty);
            setText(null);
            if (empty || trade == null) {
                setGraphic(null);
                return;
            }
            number.setText(Integer.toString(trade.number()));
            side.setText(trade.longSide() ? "▲ long" : "▼ short");
            result.setText(model.chart().plot().numbers().signed(trade.result(), 2));
            result.getStyleClass().removeAll("tw-up", "tw-down");
            result.getStyleClass().add(trade.result() < 0 ? "tw-down" : "tw-up");
            setGraphic(row);
        }
    }
}
