package org.tickwright.desktop.tour;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.PlaceId;

/// What a home without anything shows.
final class EmptyStops {
    private final TourHand hand;

    EmptyStops(TourHand hand) {
        this.hand = hand;
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("welcome", () -> {}),
                new Stop("charts-empty", () -> hand.press(KeyCode.ESCAPE)),
                new Stop("studio-empty", () -> hand.go(PlaceId.STUDIO)),
                new Stop("backtest-empty", () -> hand.go(PlaceId.BACKTEST)),
                new Stop("data-empty", () -> hand.go(PlaceId.DATA)));
    }
}
