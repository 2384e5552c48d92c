package org.tickwright.desktop.chart;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A layer above a place in which one small panel at a time can be open below a control. A press
/// beside it closes it and goes where it was meant to go.
final class Flyout extends Pane {
    private static final double GAP = 4;

    private final EventHandler<MouseEvent> outside = this::pressedAnywhere;
    private @Nullable Region panel;
    private @Nullable Node anchor;
    private Runnable closed = () -> {};

    Flyout() {
        setPickOnBounds(false);
        getStyleClass().add("chart-flyout-layer");
        sceneProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.removeEventFilter(MouseEvent.MOUSE_PRESSED, outside);
            }
            close();
        });
    }

    private void pressedAnywhere(MouseEvent event) {
        Region open = panel;
        if (open != null && event.getTarget() instanceof Node target && !inside(target, open)) {
            Node opener = anchor;
            // A press on the control that opened it must not open it again.
            if (opener != null && inside(target, opener)) {
                return;
            }
            close();
        }
    }

    private static boolean inside(Node node, Node parent) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    /// Opens a panel below a control, kept inside the layer, and gives `focus` the focus. `onClose`
    /// runs once it is closed, however that happens.
    void open(Region content, Node below, Node focus, Runnable onClose) {
        close();
        panel = content;
        anchor = below;
        closed = onClose;
        if (!content.getStyleClass().contains("chart-flyout")) {
            content.getStyleClass().add("chart-flyout");
        }
        getChildren().setAll(content);
        if (getScene() != null) {
            getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, outside);
        }
        requestLayout();
        focus.requestFocus();
    }

    /// The open panel; null if none is.
    @Nullable
    Region panel() {
        return panel;
    }

    /// Closes what is open; false if nothing was.
    boolean close() {
        if (panel == null) {
            return false;
        }
        panel = null;
        anchor = null;
        getChildren().clear();
        if (getScene() != null) {
            getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, outside);
        }
        Runnable tell = closed;
        closed = () -> {};
        tell.run();
        return true;
    }

    @Override
    protected void layoutChildren() {
        Region open = panel;
        Node below = anchor;
        if (open == null || below == null || below.getScene() == null) {
            return;
        }
        Bounds bounds = below.localToScene(below.getLayoutBounds());
        Point2D at = sceneToLocal(bounds.getMinX(), bounds.getMaxY());
        double width = Math.min(open.prefWidth(-1), getWidth());
        double room = Math.max(getHeight() - at.getY() - 2 * GAP, 120);
        double height = Math.min(open.prefHeight(width), room);
        double left = Math.clamp(at.getX(), GAP, Math.max(getWidth() - width - GAP, GAP));
        open.resizeRelocate(Math.rint(left), Math.rint(at.getY() + GAP), Math.ceil(width), Math.ceil(height));
    }
}
