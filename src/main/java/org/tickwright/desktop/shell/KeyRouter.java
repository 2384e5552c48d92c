package org.tickwright.desktop.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.Place;

/// Turns keys into commands: the control with the focus first, then the frame, then the place. Keys that write
/// characters stay with a text field that has the focus.
final class KeyRouter {
    private final Workstation workstation;
    private final KeyMap keys;

    KeyRouter(Workstation workstation, KeyMap keys) {
        this.workstation = workstation;
        this.keys = keys;
    }

    /// Starts listening to the scene's keys.
    void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> typed(scene, event));
    }

    private void pressed(Scene scene, KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (workstation.back()) {
                event.consume();
            }
            return;
        }
        if (typing(scene) && writes(event)) {
            return;
        }
        DeskCommand command = find(event);
        if (command != null && (!workstation.overlayOpen() || command.id().equals(Commands.THEME))) {
            event.consume();
            command.action().run();
        }
    }

    private void typed(Scene scene, KeyEvent event) {
        if ("?".equals(event.getCharacter()) && !typing(scene) && !workstation.overlayOpen()) {
            event.consume();
            workstation.openKeys();
        }
    }

    private @Nullable DeskCommand find(KeyEvent event) {
        for (DeskCommand command : workstation.commands().all()) {
            if (matches(command, event)) {
                return command;
            }
        }
        Place place = workstation.current();
        if (place != null) {
            for (DeskCommand command : place.commands()) {
                if (matches(command, event)) {
                    return command;
                }
            }
        }
        return null;
    }

    private boolean matches(DeskCommand command, KeyEvent event) {
        KeyCombination key = keys.keyOf(command);
        return key != null && key.match(event);
    }

    private static boolean typing(Scene scene) {
        Node focus = scene.getFocusOwner();
        return focus instanceof TextInputControl text && text.isEditable();
    }

    /// A key that puts a character into a text or edits it.
    private static boolean writes(KeyEvent event) {
        boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        return !modified && !event.getCode().isFunctionKey();
    }
}
