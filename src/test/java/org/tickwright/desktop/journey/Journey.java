package org.tickwright.desktop.journey;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.tour.TourWindow;

/// What a person does and sees, in words for the journeys.
final class Journey {
    private static final int PATIENCE = 30;

    private final TourWindow window;
    private final FxRobot robot = new FxRobot();

    Journey(TourWindow window) {
        this.window = window;
    }

    /// The keyboard and mouse.
    FxRobot robot() {
        return robot;
    }

    /// Waits until something is so; says what it waited for where it never comes.
    void until(String what, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> onScreen(() -> isTrue(holds)));
        } catch (TimeoutException e) {
            String focus =
                    onScreen(() -> String.valueOf(window.workstation().scene().getFocusOwner()));
            window.photograph("journey-stuck");
            throw new AssertionError(
                    "Waited " + PATIENCE + " s for: " + what + "; the focus is on " + focus
                            + "; see target/screenshots/journey-stuck.png",
                    e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isTrue(Callable<Boolean> holds) throws Exception {
        return holds.call();
    }

    /// Waits until a node of that selector shows.
    void untilShown(String selector) {
        until(selector + " to show", () -> shown(selector));
    }

    /// Whether a node of that selector is on the screen.
    boolean shown(String selector) {
        Node node = window.workstation().scene().lookup(selector);
        return node != null && node.isVisible() && node.getParent() != null;
    }

    /// The words of a label, button or field.
    String words(String selector) {
        return onScreen(() -> switch (window.workstation().scene().lookup(selector)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case null -> "";
            default -> throw new IllegalStateException(selector + " has no words");
        });
    }

    /// Puts the keyboard on a node, selects what a field holds and types over it, then Enter.
    void typeOver(String selector, String text) {
        onScreen(() -> {
            TextInputControl field =
                    (TextInputControl) window.workstation().scene().lookup(selector);
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text, 0);
        robot.push(javafx.scene.input.KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until a place is at the front.
    void untilAt(PlaceId place) {
        String selector = switch (place) {
            case CHARTS -> ".charts-place";
            case STUDIO -> ".studio";
            case BACKTEST -> ".tw-backtest";
            case DATA -> ".tw-data";
            case MARKET -> ".tw-market";
        };
        untilShown(selector);
    }
}
