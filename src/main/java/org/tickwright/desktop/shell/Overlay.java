package org.tickwright.desktop.shell;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What lies over the frame one at a time: palette, keys, first-launch card. The keyboard stays inside while it is open
/// and goes back where it was afterwards.
final class Overlay {
    private final StackPane view = new StackPane();
    private @Nullable Node before;

    Overlay() {
        view.getStyleClass().add("tw-veil");
        view.setVisible(false);
        view.setOnMousePressed(event -> {
            if (view.equals(event.getTarget())) {
                close();
            }
        });
        view.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .addListener((property, was, now) -> Platform.runLater(this::keepFocusInside));
    }

    StackPane view() {
        return view;
    }

    boolean open() {
        return view.isVisible();
    }

    /// What is shown, null if nothing.
    @Nullable
    Node content() {
        return open() ? view.getChildren().getFirst() : null;
    }

    /// Shows `content` at `position`, with the keyboard on `focus`.
    void show(Region content, Pos position, Node focus) {
        Scene scene = view.getScene();
        if (!open()) {
            before = scene == null ? null : scene.getFocusOwner();
        }
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(content, position);
        view.getChildren().setAll(content);
        view.setVisible(true);
        focus.requestFocus();
    }

    /// Takes it away; false if there was nothing.
    boolean close() {
        if (!open()) {
            return false;
        }
        view.setVisible(false);
        view.getChildren().clear();
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
        }
        return true;
    }

    private void keepFocusInside() {
        Scene scene = view.getScene();
        if (open() && scene != null && !within(scene.getFocusOwner())) {
            first(view);
        }
    }

    private boolean within(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(view)) {
                return true;
            }
        }
        return false;
    }

    private static boolean first(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Overlay::first);
    }
}
