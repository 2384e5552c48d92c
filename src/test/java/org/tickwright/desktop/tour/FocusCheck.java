package org.tickwright.desktop.tour;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;

/// Gives the keyboard to each control in turn and wants to see where it is.
final class FocusCheck {
    private static final int FEWEST_PIXELS = 24;
    private static final int MARGIN = 4;

    private FocusCheck() {}

    /// Controls that look the same with and without the focus, one line each. JavaFX thread, window focused.
    static List<String> look(Scene scene) {
        List<String> found = new ArrayList<>();
        Node before = scene.getFocusOwner();
        Node veil = scene.lookup(".tw-veil");
        Parent reachable = veil instanceof Parent overlay && veil.isVisible() ? overlay : scene.getRoot();
        for (Node node : traversable(reachable)) {
            scene.getRoot().requestFocus();
            scene.getRoot().applyCss();
            String look = look(node);
            WritableImage without = hasCanvas(node) ? picture(scene, node) : null;
            node.requestFocus();
            scene.getRoot().applyCss();
            if (!node.isFocused()) {
                found.add("focus: " + SceneCheck.path(node) + ": cannot take the focus");
            } else if (look.equals(look(node))
                    && (without == null || different(without, picture(scene, node)) < FEWEST_PIXELS)) {
                found.add("focus: " + SceneCheck.path(node) + ": looks the same with and without the focus");
            }
        }
        if (before != null) {
            before.requestFocus();
        }
        return found;
    }

    private static List<Node> traversable(Parent root) {
        List<Node> found = new ArrayList<>();
        for (Node node : root.getChildrenUnmodifiable()) {
            if (node.isVisible() && !node.isDisabled()) {
                if (node.isFocusTraversable() && inside(node)) {
                    found.add(node);
                }
                if (node instanceof Parent parent) {
                    found.addAll(traversable(parent));
                }
            }
        }
        return found;
    }

    /// What style sheets can change about a control to show the focus, of it and of all its parts.
    private static String look(Node node) {
        StringBuilder look = new StringBuilder();
        look.append(node.getEffect()).append(node.getOpacity());
        if (node instanceof Region region) {
            describe(region.getBackground(), look);
            look.append(region.getBorder() == null ? "" : region.getBorder().getStrokes());
        }
        if (node instanceof Shape shape) {
            look.append(shape.getFill()).append(shape.getStroke());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look.append(look(child)));
        }
        return look.toString();
    }

    private static void describe(Background background, StringBuilder look) {
        if (background != null) {
            for (BackgroundFill fill : background.getFills()) {
                look.append(fill.getFill()).append(fill.getInsets());
            }
        }
    }

    private static boolean hasCanvas(Node node) {
        return node instanceof Canvas
                || node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(FocusCheck::hasCanvas);
    }

    private static boolean inside(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0
                && bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMaxX() <= node.getScene().getWidth() + 1
                && bounds.getMaxY() <= node.getScene().getHeight() + 1;
    }

    private static WritableImage picture(Scene scene, Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(
                Math.max(0, bounds.getMinX() - MARGIN),
                Math.max(0, bounds.getMinY() - MARGIN),
                bounds.getWidth() + 2 * MARGIN,
                bounds.getHeight() + 2 * MARGIN));
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.getRoot().snapshot(parameters, null);
    }

    private static int different(WritableImage a, WritableImage b) {
        PixelReader first = a.getPixelReader();
        PixelReader second = b.getPixelReader();
        int count = 0;
        for (int y = 0; y < Math.min(a.getHeight(), b.getHeight()); y++) {
            for (int x = 0; x < Math.min(a.getWidth(), b.getWidth()); x++) {
                count += first.getArgb(x, y) == second.getArgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
