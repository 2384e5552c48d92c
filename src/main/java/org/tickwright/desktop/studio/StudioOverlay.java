package org.tickwright.desktop.studio;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card above the whole place while a person decides something; Esc or a click beside it closes it.
final class StudioOverlay extends StackPane {
    private @Nullable Node before;

    StudioOverlay() {
        getStyleClass().add("tw-veil");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setOnMousePressed(e -> {
            if (e.getTarget() == this) {
                close();
            }
            e.consume();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && close()) {
                e.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
    }

    /// Shows a card and gives it the focus.
    void show(Region card, Node focus) {
        if (!isVisible() && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.CENTER);
        getChildren().setAll(card);
        setVisible(true);
        focus.requestFocus();
    }

    boolean open() {
        return isVisible();
    }

    /// Takes the card away and gives the focus back; false if there was none.
    boolean close() {
        if (!isVisible()) {
            return false;
        }
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
        return true;
    }
}
