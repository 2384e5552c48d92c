package org.tickwright.desktop.chart;

import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The card of a trade beside its arrow while the mouse is on it.
final class TradeTip extends StackPane {
    private static final double GAP = 16;
    private static final double WIDTH = 296;

    private final TradeCard card;
    private @Nullable TradeMark shown;

    TradeTip(ChartModel model) {
        card = new TradeCard(model);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setId("chart-trade-tip");
        getStyleClass().add("chart-tip");
        getChildren().add(card);
    }

    /// The trade it shows; null while it is hidden.
    @Nullable
    TradeMark trade() {
        return shown;
    }

    /// Shows a trade beside a point, inside an area of that size; null hides it.
    void show(@Nullable TradeMark trade, double x, double y, double width, double height) {
        setVisible(trade != null);
        if (trade == null) {
            shown = null;
            return;
        }
        if (!trade.equals(shown)) {
            shown = trade;
            card.show(trade);
        }
        applyCss();
        double tall = prefHeight(WIDTH);
        double left = x + GAP + WIDTH <= width ? x + GAP : Math.max(x - GAP - WIDTH, 0);
        double top = Math.clamp(y - tall / 2, 0, Math.max(height - tall, 0));
        resizeRelocate(Math.rint(left), Math.rint(top), WIDTH, Math.ceil(tall));
    }
}
