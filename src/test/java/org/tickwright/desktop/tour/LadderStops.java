package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.PlaceId;

/// The depth ladder of a market that stands still.
final class LadderStops {
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
                        window.market().model().rate().set("3000");
                        window.market().model().start();
                    });
                    TourHand.until(() -> shows("Last"));
                    TourHand.until(() -> window.live().state().traffic().events() > 12_000);
                    window.live().pause(true);
                    hand.untilStatusSays("PAUSED");
                }),
                new Stop("market-ladder-coarse", () -> {
                    for (int i = 0; i < 2; i++) {
                        hand.run("market.ladderCoarser");
                    }
                    onScreen(() -> window.market().ladder().scroll(4));
                }));
    }

    private boolean shows(String word) {
        return onScreen(() -> hand.label("#ladder-last").startsWith(word));
    }
}
