package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Toggle;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import org.testfx.util.WaitForAsyncUtils;

/// Goes through a screen with the Tab key and wants to see where the keyboard is. Each control is looked at once in a
/// tour.
final class FocusCheck {
    private static final int FEWEST_PIXELS = 24;
    private static final int MOST_STEPS = 120;
    private static final int MARGIN = 4;

    private final Set<Node> proven = Collections.newSetFromMap(new IdentityHashMap<>());

    /// Controls that Tab does not reach, or that look the same with and without the focus, one line each.
    List<String> look(Scene scene) {
        Node before = onScreen(scene::getFocusOwner);
        Map<Node, String> without = onScreen(() -> unfocused(scene));
        List<Node> drawn = onScreen(() -> walk(scene, without));
        List<String> found = new ArrayList<>();
        for (Node node : drawn) {
            if (differentWhenFocused(scene, node)) {
                proven.add(node);
            } else {
                found.add("focus: " + SceneCheck.path(node) + ": looks the same with and without the focus");
            }
            without.remove(node);
        }
        without.keySet().removeAll(proven);
        without.forEach((node, look) -> found.add(
                "focus: " + SceneCheck.path(node) + ": Tab does not reach it, or it looks the same with the focus"));
        proven.addAll(without.keySet());
        if (before != null) {
            onScreen(before::requestFocus);
        }
        return found;
    }

    private Map<Node, String> unfocused(Scene scene) {
        Node veil = scene.lookup(".tw-veil");
        Parent reachable = veil instanceof Parent overlay && veil.isVisible() ? overlay : scene.getRoot();
        scene.getRoot().requestFocus();
        scene.getRoot().applyCss();
        Map<Node, String> looks = new IdentityHashMap<>();
        for (Node node : traversable(reachable)) {
            if (!proven.contains(node)) {
                looks.put(node, look(node));
            }
        }
        return looks;
    }

    /// Tabs through; what shows the focus by its style is proven, what may draw it on a canvas comes back.
    private List<Node> walk(Scene scene, Map<Node, String> without) {
        List<Node> drawn = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        scene.getRoot().requestFocus();
        scene.getRoot().requestFocusTraversal(TraversalDirection.NEXT);
        for (int step = 0; step < MOST_STEPS; step++) {
            Node owner = scene.getFocusOwner();
            if (owner == null || !seen.add(owner)) {
                break;
            }
            scene.getRoot().applyCss();
            String look = without.get(owner);
            if (look != null && !look.equals(look(owner))) {
                proven.add(owner);
            } else if (look != null && hasCanvas(owner)) {
                drawn.add(owner);
            }
            owner.requestFocusTraversal(TraversalDirection.NEXT);
        }
        return drawn;
    }

    private static boolean differentWhenFocused(Scene scene, Node node) {
        onScreen(() -> scene.getRoot().requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage without = onScreen(() -> picture(scene, node));
        onScreen(node::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        return different(without, onScreen(() -> picture(scene, node))) >= FEWEST_PIXELS;
    }

    private static List<Node> traversable(Parent root) {
        List<Node> found = new ArrayList<>();
        for (Node node : root.getChildrenUnmodifiable()) {
            if (node.isVisible() && !node.isDisabled()) {
                if (node.isFocusTraversable() && inside(node) && !byArrows(node)) {
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

    /// One of several of which the arrow keys choose; Tab goes to the chosen one.
    private static boolean byArrows(Node node) {
        return node instanceof Toggle toggle && toggle.getToggleGroup() != null && !toggle.isSelected();
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
