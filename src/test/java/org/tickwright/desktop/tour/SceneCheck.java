package org.tickwright.desktop.tour;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/// Looks over a laid-out scene as a strict designer would, and says what is wrong with it and where:
///
/// - **clipped**: a text that does not fit its own box (an ellipsis) or reaches out of what its ancestors show;
/// - **overlapping**: two visible texts that cover one another, neither of which lies on something opaque;
/// - **contrast**: text with less than 4.5 against what lies behind it (disabled controls are exempt, as in WCAG);
/// - **grid**: a control or region whose place or size in its parent is not a multiple of 4 px.
///
/// Exempt from the grid, because nobody placed it by hand: glyphs and icons, what is centred in its parent, what a skin
/// made inside a control, a width that follows a text, the share of a width or height that a layout gives away, and
/// lines
/// one pixel thin. Text inside a table or list cell may end in an ellipsis when the whole of it is in a tooltip.
final class SceneCheck {
    private static final double GRID = 4;
    private static final double TOLERANCE = 0.6;
    private static final double CONTRAST = 4.5;

    private final List<String> found = new ArrayList<>();
    private final List<Placed> texts = new ArrayList<>();

    private record Placed(Text text, Bounds bounds) {}

    private SceneCheck() {}

    /// What is wrong with the tree below `root`, one line each: what, where, why.
    static List<String> look(Parent root, Color base) {
        SceneCheck check = new SceneCheck();
        Bounds all = root.localToScene(root.getLayoutBounds());
        check.walk(root, all, base);
        check.overlaps();
        return check.found;
    }

    private void walk(Node node, Bounds shown, Color behind) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text && !(node instanceof FontIcon)) {
            text(text, shown, behind);
            return;
        }
        if (node instanceof Canvas || node instanceof Shape) {
            return;
        }
        Color here = node instanceof Region region ? background(region, behind) : behind;
        Bounds visible = node.getClip() == null
                ? shown
                : cut(shown, node.localToScene(node.getClip().getBoundsInParent()));
        if (node instanceof Labeled labeled) {
            ellipsis(labeled);
        }
        if (node instanceof Region region) {
            grid(region);
        }
        if (node instanceof Parent parent) {
            for (Node each : parent.getChildrenUnmodifiable()) {
                walk(each, visible, here);
            }
        }
    }

    private void text(Text text, Bounds shown, Color behind) {
        if (text.getText().isBlank() || disabled(text)) {
            return;
        }
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        Bounds seen = cut(bounds, shown);
        if (seen.getWidth() <= 0 || seen.getHeight() <= 0) {
            return;
        }
        if (!scrolls(text) && (bounds.getWidth() - seen.getWidth() > 2 || bounds.getHeight() - seen.getHeight() > 4)) {
            say("clipped", text, "'" + brief(text) + "' is " + size(bounds) + ", of which " + size(seen) + " shows");
        }
        Paint fill = text.getFill();
        if (fill instanceof Color colour) {
            double contrast = Colours.contrast(Colours.over(colour, behind), behind);
            if (contrast < CONTRAST) {
                say("contrast", text, String.format("'%s' has %.2f: %s on %s", brief(text), contrast, colour, behind));
            }
        }
        texts.add(new Placed(text, seen));
    }

    private void ellipsis(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isBlank() || labeled.getTooltip() != null || disabled(labeled)) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && text.isVisible()
                    && text.getText().endsWith(labeled.getEllipsisString())
                    && !whole.endsWith(labeled.getEllipsisString())) {
                say("clipped", labeled, "'" + whole + "' is cut to '" + text.getText() + "' and has no tooltip");
            }
        }
    }

    private void overlaps() {
        for (int i = 0; i < texts.size(); i++) {
            for (int k = i + 1; k < texts.size(); k++) {
                Placed a = texts.get(i);
                Placed b = texts.get(k);
                Bounds both = cut(a.bounds(), b.bounds());
                if (both.getWidth() > 2
                        && both.getHeight() > 3
                        && !sameFlow(a.text(), b.text())
                        && !covers(b.text(), a.text(), both)) {
                    say(
                            "overlapping",
                            a.text(),
                            "'" + brief(a.text()) + "' and '" + brief(b.text()) + "' at " + path(b.text()));
                }
            }
        }
    }

    /// Whether both are words of one text that flows over several lines, whose boxes cover one another and whose
    /// letters do
    /// not.
    private static boolean sameFlow(Node a, Node b) {
        Node flow = flow(a);
        return flow != null && flow.equals(flow(b));
    }

    private static Node flow(Node text) {
        Node at = text;
        while (at != null && !(at instanceof TextFlow)) {
            at = at.getParent();
        }
        return at;
    }

    /// Whether something opaque that `above` lies in, and `below` does not, hides what is below there.
    private static boolean covers(Node above, Node below, Bounds where) {
        for (Node at = above.getParent(); at != null; at = at.getParent()) {
            if (holds(at, below)) {
                return false;
            }
            if (at instanceof Region region
                    && opaque(region)
                    && region.localToScene(region.getLayoutBounds()).contains(where)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Node ancestor, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opaque(Region region) {
        return region.getBackground() != null
                && region.getBackground().getFills().stream()
                        .anyMatch(fill -> fill.getFill() instanceof Color colour && colour.isOpaque());
    }

    private void grid(Region region) {
        Parent parent = region.getParent();
        if (parent == null || madeBySkin(region) || region.getHeight() <= 2 || region.getWidth() <= 2) {
            return;
        }
        if (off(region.getHeight()) && !stretched(region) && !(region instanceof ProgressBar)) {
            say("grid", region, "is " + region.getHeight() + " px high");
        }
        double y = region.getLayoutY();
        boolean centred = centres(parent) || Math.abs(2 * y + region.getHeight() - inner(parent)) < 2 + TOLERANCE;
        if (off(y) && !centred && region.isManaged() && !belowStretched(region)) {
            say("grid", region, "lies at y " + y + " in its parent");
        }
    }

    /// Whether the parent puts its children around its own middle.
    private static boolean centres(Parent parent) {
        Pos alignment = switch (parent) {
            case VBox box -> box.getAlignment();
            case HBox box -> box.getAlignment();
            case StackPane stack -> stack.getAlignment();
            default -> Pos.TOP_LEFT;
        };
        return alignment != null && alignment.getVpos() == VPos.CENTER;
    }

    private static double inner(Parent parent) {
        return parent instanceof Region region
                ? region.getHeight()
                : parent.getLayoutBounds().getHeight();
    }

    /// Parts that a control's skin laid out, and cells of virtual lists.
    private static boolean madeBySkin(Region region) {
        for (Node at = region; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("virtual-flow")
                    || at.getStyleClass().contains("column-header-background")
                    || at.getStyleClass().contains("split-pane-divider")
                    || at.getStyleClass().contains("tw-off-grid")) {
                return true;
            }
        }
        Parent parent = region.getParent();
        return region instanceof ScrollBar
                || region instanceof Separator
                || parent instanceof ScrollBar
                || parent instanceof Slider
                || parent instanceof TextInputControl
                || parent instanceof Labeled
                || parent instanceof javafx.scene.control.Control && !(parent instanceof SplitPane)
                || parent.getStyleClass().contains("viewport");
    }

    /// Lies below a part of a column that takes what room is left, so that its place follows from that.
    private static boolean belowStretched(Region region) {
        return region.getParent() instanceof VBox column
                && column.getChildren().stream()
                        .takeWhile(each -> !each.equals(region))
                        .anyMatch(each -> each.isManaged() && each instanceof Region above && stretched(above));
    }

    /// Takes the room that is left, whatever it is.
    private static boolean stretched(Region region) {
        Parent parent = region.getParent();
        return parent instanceof Region box
                && (region.getHeight()
                                >= box.getHeight()
                                        - box.getInsets().getTop()
                                        - box.getInsets().getBottom()
                                        - 6
                        || region.prefHeight(region.getWidth()) != region.getHeight());
    }

    private static boolean off(double value) {
        return Math.abs(value - GRID * Math.round(value / GRID)) > TOLERANCE;
    }

    private static boolean disabled(Node node) {
        return node.isDisabled();
    }

    private static boolean scrolls(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("scroll-pane")
                    || at.getStyleClass().contains("virtual-flow")
                    || at instanceof TextInputControl
                    || at instanceof TableView<?> table && sideways(table)) {
                return true;
            }
        }
        return false;
    }

    /// The headers of a table scroll with its cells, which lie in a virtual flow.
    private static boolean sideways(TableView<?> table) {
        return table.lookupAll(".scroll-bar").stream()
                .anyMatch(bar -> bar.isVisible()
                        && bar instanceof ScrollBar along
                        && along.getOrientation() == Orientation.HORIZONTAL);
    }

    private Color background(Region region, Color behind) {
        Background background = region.getBackground();
        Color seen = behind;
        if (background != null) {
            for (BackgroundFill fill : background.getFills()) {
                if (fill.getFill() instanceof Color colour && fill.getInsets().getTop() < region.getHeight() / 2) {
                    seen = Colours.over(colour, seen);
                }
            }
        }
        return seen;
    }

    private static Bounds cut(Bounds a, Bounds b) {
        double minX = Math.max(a.getMinX(), b.getMinX());
        double minY = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                minX,
                minY,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - minX),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - minY));
    }

    private void say(String what, Node where, String why) {
        found.add(what + ": " + path(where) + ": " + why);
    }

    private static String brief(Text text) {
        String words = text.getText().replace('\n', ' ');
        return words.length() > 40 ? words.substring(0, 40) + "…" : words;
    }

    private static String size(Bounds bounds) {
        return Math.round(bounds.getWidth()) + " x " + Math.round(bounds.getHeight());
    }

    /// A path a person can find the node by: type and own style classes, up to five ancestors.
    static String path(Node node) {
        List<String> parts = new ArrayList<>();
        for (Node at = node; at != null && parts.size() < 6; at = at.getParent()) {
            String classes = at.getStyleClass().isEmpty() ? "" : "." + String.join(".", at.getStyleClass());
            parts.addFirst(at.getClass().getSimpleName() + classes);
        }
        return String.join(" > ", parts);
    }
}
