package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// What belongs to the window: palette, keys, settings, messages.
final class FrameStops {
    private final TourHand hand;
    private final TourWindow window;

    FrameStops(TourHand hand) {
        this.hand = hand;
        window = hand.window();
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("palette", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.press("Shortcut+K");
                }),
                new Stop(
                        "palette-found",
                        () -> onScreen(
                                () -> ((TextField) window.workstation().scene().getFocusOwner()).setText("sma"))),
                new Stop("keys", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.press("Shift+F1");
                }),
                new Stop("settings", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.press("Shortcut+Comma");
                }),
                new Stop("messages", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> {
                        window.workstation().notify("AAPL 1d written to aapl.csv", false);
                        window.workstation()
                                .notify(
                                        "Export of AAPL 1d not finished: the disk is full. The series itself is safe;"
                                                + " free some space and export again.",
                                        true);
                    });
                }));
    }
}
