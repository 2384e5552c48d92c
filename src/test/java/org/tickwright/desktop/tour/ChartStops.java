package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// Charts of stored series.
final class ChartStops {
    private static final SeriesKey APPLE = new SeriesKey("AAPL", Timeframe.DAY);
    private static final SeriesKey SIMULATED = new SeriesKey("SIM-ALPHA", Timeframe.MINUTE);

    private final TourHand hand;
    private final TourWindow window;

    ChartStops(TourHand hand) {
        this.hand = hand;
        window = hand.window();
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("charts", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openChart(APPLE));
                }),
                new Stop(
                        "charts-indicators",
                        () -> onScreen(() -> {
                            for (String name : List.of("SMA", "BBANDS", "RSI", "MACD")) {
                                window.charts().model().add(hand.indicator(name));
                            }
                        })),
                new Stop(
                        "charts-repaints",
                        () -> onScreen(() -> {
                            window.charts().model().add(hand.indicator("ZIGZAG"));
                            window.charts().model().add(hand.indicator("FRACTAL"));
                        })),
                new Stop("charts-indicator-search", () -> hand.run("chart.addIndicator")),
                new Stop("charts-simulated", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openChart(SIMULATED));
                }));
    }
}
