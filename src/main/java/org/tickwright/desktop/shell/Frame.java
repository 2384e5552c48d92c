package org.tickwright.desktop.shell;

import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.PlaceId;
import org.tickwright.kernel.Clock;

/// The nodes of the frame: mode edge, rail, top bar, the place, status bar; messages and overlays above.
final class Frame {
    private final StackPane root = new StackPane();
    private final BorderPane body = new BorderPane();
    private final StackPane stage = new StackPane();
    private final Overlay overlay = new Overlay();
    private final Toasts toasts = new Toasts();
    private final StatusBar statusBar;
    private final Scene scene;
    private @Nullable Rail rail;

    Frame(ObservableList<RunningTask> running, Clock clock, boolean readOnly, Commands commands) {
        statusBar = new StatusBar(running, clock, readOnly);
        Region edge = new Region();
        edge.getStyleClass().add("tw-mode-edge");
        BorderPane middle = new BorderPane(stage);
        middle.setTop(new TopBar(commands::search, commands::help).view());
        middle.setBottom(statusBar.view());
        body.setTop(edge);
        body.setCenter(middle);
        stage.getStyleClass().add("tw-stage");
        StackPane messages = new StackPane(toasts.view());
        messages.getStyleClass().add("tw-messages");
        messages.setPickOnBounds(false);
        root.getStyleClass().add("tw-root");
        root.getChildren().addAll(body, messages, overlay.view());
        scene = new Scene(root, 1440, 900);
    }

    Scene scene() {
        return scene;
    }

    StackPane root() {
        return root;
    }

    Overlay overlay() {
        return overlay;
    }

    Toasts toasts() {
        return toasts;
    }

    StatusBar statusBar() {
        return statusBar;
    }

    /// Puts the rail in its place.
    void rail(Rail added) {
        rail = added;
        body.setLeft(added.view());
    }

    /// Shows a place, or the settings where `id` is null.
    void show(Parent view, @Nullable PlaceId id) {
        stage.getChildren().setAll(view);
        if (rail != null) {
            rail.mark(id);
        }
    }

    /// Lays everything out at a size, as the next pulse of a window of that size would.
    void layOut(int width, int height) {
        root.resize(width, height);
        root.applyCss();
        root.layout();
        root.layout();
    }
}
