package org.tickwright.desktop.chart;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.NumberText;

/// What a trade was: side, size, prices, result, and why it was entered and left.
final class TradeCard extends VBox {
    private final ChartModel model;

    TradeCard(ChartModel model) {
        this.model = model;
        getStyleClass().add("chart-trade-card");
    }

    /// Shows a trade; null shows nothing.
    void show(@Nullable TradeMark trade) {
        ChartSeries series = model.series().get();
        if (trade == null || series == null) {
            getChildren().clear();
            return;
        }
        Label title = new Label("Trade " + trade.number() + (trade.longSide() ? " · long ▲" : " · short ▼"));
        title.getStyleClass().add("tw-strong");
        getChildren()
                .setAll(
                        title,
                        facts(trade, series),
                        reason("Entered", when(trade.entryBar()), trade.entryReason()),
                        reason("Left", when(trade.exitBar()), trade.exitReason()));
    }

    private String when(int bar) {
        boolean known = bar >= 0 && bar < model.candles().size();
        return known
                ? model.plot()
                        .times()
                        .full(model.candles().time(bar), model.plot().barNanos())
                : "";
    }

    private GridPane facts(TradeMark trade, ChartSeries series) {
        NumberText numbers = model.plot().numbers();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("chart-trade-facts");
        row(grid, 0, "Size", Readout.size(numbers, trade.quantity()), null);
        row(grid, 1, "Entry", numbers.fixed(trade.entryPrice(), series.decimals()), null);
        row(grid, 2, "Exit", numbers.fixed(trade.exitPrice(), series.decimals()), null);
        row(grid, 3, "Held", trade.barsHeld() + (trade.barsHeld() == 1 ? " bar" : " bars"), null);
        String result = numbers.signed(trade.result(), 2) + " (" + numbers.signed(trade.returnPercent(), 2) + " %)";
        row(grid, 4, "Result", result, trade.result() < 0 ? "tw-down" : "tw-up");
        return grid;
    }

    private static void row(GridPane grid, int row, String name, String value, @Nullable String style) {
        Label key = new Label(name);
        key.getStyleClass().addAll("tw-muted", "tw-small");
        Label text = new Label(value);
        text.getStyleClass().addAll("tw-small", "tw-strong");
        if (style != null) {
            text.getStyleClass().add(style);
        }
        grid.addRow(row, key, text);
    }

    private static VBox reason(String name, String when, String text) {
        Label key = new Label(when.isEmpty() ? name : name + " · " + when);
        key.getStyleClass().addAll("tw-muted", "tw-small");
        Label why = new Label(text.isBlank() ? "No reason was recorded" : text);
        why.getStyleClass().add("tw-small");
        why.setWrapText(true);
        return new VBox(key, why);
    }
}
