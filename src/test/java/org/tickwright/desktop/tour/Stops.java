package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.PlaceId;

/// The screens of the tour in their states, in the order a person would meet them.
final class Stops {
    private final TourWindow window;

    Stops(TourWindow window) {
        this.window = window;
    }

    /// Something to do that may fail.
    interface Arrival {
        /// Goes there.
        void run() throws Exception;
    }

    /// A screen in one state, and how to come there from the one before.
    record Stop(String name, Arrival arrive) {}

    /// All stops.
    List<Stop> all() {
        return List.of(
                new Stop("welcome", () -> {}),
                new Stop("charts-empty", () -> press(KeyCode.ESCAPE)),
                new Stop("data-empty", () -> go(PlaceId.DATA)),
                new Stop("data-import-empty", () -> run("data.import")),
                new Stop("palette", () -> press("Shortcut+K")),
                new Stop("keys", () -> {
                    press(KeyCode.ESCAPE);
                    press("F1");
                }),
                new Stop("settings", () -> {
                    press(KeyCode.ESCAPE);
                    press("Shortcut+Comma");
                }),
                new Stop("messages", () -> {
                    press(KeyCode.ESCAPE);
                    onScreen(() -> {
                        window.workstation().notify("AAPL 1d written to /home/you/aapl.csv", false);
                        window.workstation()
                                .notify(
                                        "Export of AAPL 1d not finished: the disk is full. The series itself is safe;"
                                                + " free some space and export again.",
                                        true);
                    });
                }));
    }

    /// Switches to the theme of that name.
    void theme(String name) {
        boolean dark = window.workstation().settings().palette().get().dark();
        if (dark != name.equals("dark")) {
            press("Shortcut+Shift+L");
        }
    }

    private void go(PlaceId place) {
        onScreen(() -> window.workstation().go(place));
    }

    private void run(String id) {
        onScreen(() -> window.data().commands().stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .map(DeskCommand::action)
                .orElseThrow()
                .run());
    }

    private void press(KeyCode code) {
        onScreen(() -> fire(code, false, false));
    }

    private void press(String key) {
        KeyCombination combination = KeyCombination.valueOf(key);
        String name = key.substring(key.lastIndexOf('+') + 1);
        KeyCode code = name.equals("Comma") ? KeyCode.COMMA : KeyCode.valueOf(name);
        onScreen(() -> fire(
                code,
                combination.getShift() == KeyCombination.ModifierValue.DOWN,
                combination.getShortcut() == KeyCombination.ModifierValue.DOWN));
    }

    private void fire(KeyCode code, boolean shift, boolean control) {
        Scene scene = window.workstation().scene();
        Node focus = scene.getFocusOwner();
        Event.fireEvent(
                focus == null ? scene : focus,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }
}
