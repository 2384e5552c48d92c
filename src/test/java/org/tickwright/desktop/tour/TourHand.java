package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.PlaceId;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.strategy.StrategyDocument;

/// What a person does in the window of a tour: keys, buttons, fields, and waiting for what comes of them.
record TourHand(TourWindow window) {
    /// Waits until the status bar says a word of the feed.
    void untilStatusSays(String word) throws Exception {
        until(() -> onScreen(() -> ((Label) window.workstation().scene().lookup("#status-feed"))
                .getText()
                .contains(word)));
    }

    /// Waits for what comes by itself.
    static void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }

    /// Opens a file in the import.
    void openFile(Path file) {
        onScreen(() -> window.data().openFile(file));
    }

    /// Switches to the theme of that name.
    void theme(String name) {
        boolean dark = window.workstation().settings().palette().get().dark();
        if (dark != name.equals("dark")) {
            press("Shortcut+Shift+L");
        }
    }

    /// Goes to a place.
    void go(PlaceId place) {
        onScreen(() -> window.workstation().go(place));
    }

    /// Runs a command of a place by its name.
    void run(String id) {
        onScreen(() -> window.places().stream()
                .flatMap(place -> place.commands().stream())
                .filter(command -> command.id().equals(id))
                .findFirst()
                .map(DeskCommand::action)
                .orElseThrow()
                .run());
    }

    /// Presses a key.
    void press(KeyCode code) {
        onScreen(() -> fire(code, false, false));
    }

    /// Presses a key with what is held down, like `Shortcut+K`.
    void press(String key) {
        KeyCombination combination = KeyCombination.valueOf(key);
        String name = key.substring(key.lastIndexOf('+') + 1);
        KeyCode code = name.equals("Comma") ? KeyCode.COMMA : KeyCode.valueOf(name);
        onScreen(() -> fire(
                code,
                combination.getShift() == KeyCombination.ModifierValue.DOWN,
                combination.getShortcut() == KeyCombination.ModifierValue.DOWN));
    }

    /// Fires a button.
    void fire(String id) {
        onScreen(() -> ((ButtonBase) window.workstation().scene().lookup(id)).fire());
    }

    private void fire(KeyCode code, boolean shift, boolean control) {
        Scene scene = window.workstation().scene();
        Node focus = scene.getFocusOwner();
        Event.fireEvent(
                focus == null ? scene : focus,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    /// Chooses a tab of the result.
    void tab(int index) {
        onScreen(() -> ((TabPane) window.workstation().scene().lookup("#result-tabs"))
                .getSelectionModel()
                .select(index));
    }

    /// A text field.
    TextField field(String id) {
        return (TextField) window.workstation().scene().lookup(id);
    }

    /// What a label says.
    String label(String id) {
        return ((Label) window.workstation().scene().lookup(id)).getText();
    }

    /// The first table there is.
    TableView<?> table() {
        return (TableView<?>) window.workstation().scene().lookup(".table-view");
    }

    /// A strategy of the templates.
    StrategyDocument template(String name) {
        return window.workbench().strategies().templates().stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// An indicator of the catalogue.
    IndicatorDefinition indicator(String name) {
        return window.workbench().indicators().find(name).orElseThrow();
    }

    /// Types how many a search shall try.
    void samples(String count) {
        onScreen(() -> window.workstation().scene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> "Samples".equals(node.getAccessibleText()))
                .map(TextField.class::cast)
                .forEach(samples -> samples.setText(count)));
    }

    /// Waits until the sweep on the screen is done and judged.
    void untilSwept() throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onScreen(() -> {
                    Node luck = window.workstation().scene().lookup("#sweep-luck");
                    return window.workstation().idle()
                            && luck != null
                            && luck.getParent() != null
                            && luck.getParent().isVisible();
                }));
    }
}
