package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.market.Replayable;
import org.tickwright.workbench.live.LiveState;

/// The simulated exchange, recorded and replayed.
final class MarketStops {
    private final TourHand hand;
    private final TourWindow window;

    MarketStops(TourHand hand) {
        this.hand = hand;
        window = hand.window();
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("market-empty", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.go(PlaceId.MARKET);
                }),
                new Stop("market-live", () -> {
                    onScreen(() -> {
                        window.market().model().rate().set("2000");
                        window.market().model().start();
                    });
                    TourHand.until(() -> traded() > 100);
                    hand.run("market.record");
                    TourHand.until(() -> window.live().state().recording() != null);
                }),
                new Stop("charts-live", () -> {
                    hand.run("market.chart");
                    TourHand.until(() -> traded() > 400);
                    window.live().pause(true);
                    hand.untilStatusSays("PAUSED");
                }),
                new Stop("market-recordings", () -> {
                    hand.go(PlaceId.MARKET);
                    hand.run("market.stop");
                    TourHand.until(() -> !window.live().state().running());
                    TourHand.until(() -> onScreen(() -> window.market().model().replayable().stream()
                            .anyMatch(each -> each.kind() == Replayable.Kind.RECORDING)));
                }),
                new Stop("market-replay", () -> {
                    hand.fire("#market-replay-step");
                    TourHand.until(() -> window.live().state().replay()
                            && window.live().state().pace().paused());
                    hand.run("market.step");
                    hand.untilStatusSays("PAUSED");
                }),
                new Stop("market-stored", () -> {
                    onScreen(() -> window.market().model().filter().set("aapl"));
                    hand.fire("#market-replay-step");
                    TourHand.until(() -> window.live().state().feed().contains("AAPL"));
                    onScreen(() -> window.live().step(30));
                    TourHand.until(() -> window.live().state().traffic().events() > 30);
                    hand.untilStatusSays("PAUSED");
                    onScreen(() -> window.market().model().filter().set(""));
                }),
                new Stop(
                        "help-market", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.MARKET))));
    }

    private long traded() {
        return window.live().state().instruments().stream()
                .mapToLong(LiveState.Quoted::trades)
                .sum();
    }
}
