package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// A market that stands still: its depth ladder, its footprint, its volume profile.
final class LadderStops {
    private static final SeriesKey APPLE = new SeriesKey("AAPL", Timeframe.DAY);

    private static final SeriesKey ALPHA = new SeriesKey("SIM:ALPHA", Timeframe.parse("1s"));

    private final TourHand hand;
    private final TourWindow window;

    LadderStops(TourHand hand) {
        this.hand = hand;
        window = hand.window();
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("market-ladder", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.go(PlaceId.MARKET);
                    onScreen(() -> {
                        window.market().model().rate().set("300");
                        window.market().model().speed().set("60x");
                        window.market().model().start();
                    });
                    TourHand.until(() -> shows("Last"));
                    TourHand.until(() -> window.live().state().traffic().events() > 18_000);
                    window.live().pause(true);
                    hand.untilStatusSays("PAUSED");
                }),
                new Stop("market-ladder-coarse", () -> {
                    for (int i = 0; i < 2; i++) {
                        hand.run("market.ladderCoarser");
                    }
                    onScreen(() -> window.market().ladder().scroll(4));
                }),
                new Stop("charts-footprint", () -> {
                    hand.run("market.chart");
                    hand.run("chart.ladder");
                    hand.run("chart.footprint");
                    TourHand.until(
                            () -> onScreen(() -> hand.label("#chart-flow").startsWith("Footprint · sold")));
                }),
                new Stop("charts-footprint-candles", () -> {
                    onScreen(() -> window.workstation().openChart(APPLE));
                    TourHand.until(() -> flow("Footprint: candles while"));
                    hand.run("chart.footprint");
                    TourHand.until(() -> flow("Footprint: candles, for"));
                }),
                new Stop("charts-profile-bars", () -> {
                    hand.run("chart.candles");
                    hand.run("chart.reset");
                    hand.run("chart.profile");
                    TourHand.until(() -> flow("Volume profile · from bars"));
                }),
                new Stop("charts-profile", () -> {
                    onScreen(() -> window.workstation().openChart(ALPHA));
                    hand.run("chart.ladder");
                    TourHand.until(
                            () -> onScreen(() -> hand.label("#chart-flow").contains("trades · POC")));
                }),
                new Stop(
                        "help-charts", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.CHARTS))));
    }

    private boolean flow(String start) {
        return onScreen(() -> hand.label("#chart-flow").startsWith(start));
    }

    private boolean shows(String word) {
        return onScreen(() -> hand.label("#ladder-last").startsWith(word));
    }
}
