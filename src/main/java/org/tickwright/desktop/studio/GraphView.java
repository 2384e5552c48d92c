package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.studio.GraphFrame.Fonts;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.Problem.Severity;
import org.tickwright.strategy.StrategyDocument.Point;

/// The graph on its plane: one canvas, drawn once per pulse when something changed, with what floats above it (hints,
/// search, rename). [GraphMouse] and [GraphKeys] turn input into [GraphActions].
final class GraphView extends Region {
    /// How near a pointer must be to a port, in pixels of the view.
    static final double REACH = 12;

    private final StudioModel model;
    private final GraphActions actions;
    private final ObservableValue<Palette> palette;
    private final Canvas canvas = new Canvas();
    private final Region ring = new Region();
    private final Pane floating = new Pane();
    private final Label titleFont = fontCarrier("studio-card-title");
    private final Label detailFont = fontCarrier("studio-card-detail");
    private final GraphPainter painter = new GraphPainter();
    private final GraphHint hint = new GraphHint();
    private final GraphPopups popups;
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(new Viewport(-24, -24, 1));

    private Hit hover = new Hit.Plane();
    private @Nullable WireDrag drag;
    private @Nullable Box marquee;
    private boolean fitPending = true;
    private boolean fitted;

    GraphView(StudioModel model, GraphActions actions, ObservableValue<Palette> palette) {
        this.model = model;
        this.actions = actions;
        this.palette = palette;
        getStyleClass().add("studio-graph");
        setId("studio-graph");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleRoleDescription("Strategy graph");
        floating.setPickOnBounds(false);
        popups = new GraphPopups(this, model, actions, floating);
        floating.getChildren().add(hint);
        ring.getStyleClass().add("studio-graph-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        getChildren().addAll(canvas, floating, titleFont, detailFont, ring);
        new GraphMouse(this, model, actions).install();
        new GraphKeys(this, model, actions).install();
        listen();
    }

    private void listen() {
        List<Observable> causes = List.of(
                model.sceneProperty(),
                model.selectionProperty(),
                model.selectedWireProperty(),
                model.problemsProperty(),
                palette,
                viewport,
                focusedProperty(),
                titleFont.fontProperty(),
                detailFont.fontProperty());
        causes.forEach(cause -> cause.addListener(o -> redraw()));
        model.selectionProperty().addListener(o -> tell());
        model.problemsProperty().addListener(o -> tell());
        tell();
    }

    private static Label fontCarrier(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setManaged(false);
        label.setMouseTransparent(true);
        label.setOpacity(0);
        return label;
    }

    // Drawing

    /// Draws again at the next pulse.
    void redraw() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        boolean resized = canvas.getWidth() != width || canvas.getHeight() != height;
        canvas.setWidth(width);
        canvas.setHeight(height);
        floating.resizeRelocate(0, 0, width, height);
        ring.resizeRelocate(0, 0, width, height);
        if ((fitPending || (fitted && resized)) && getWidth() > 1 && getHeight() > 1) {
            fitPending = false;
            fitted = true;
            viewport.set(Viewport.fitting(model.scene().bounds(), width, height));
        }
        hint.place(width, height);
        popups.place(width, height);
        painter.paint(canvas.getGraphicsContext2D(), frame(width, height));
    }

    private GraphFrame frame(double width, double height) {
        Map<String, Severity> marks = new HashMap<>();
        for (Problem problem : model.problems()) {
            if (problem.node() != null) {
                marks.merge(problem.node(), problem.severity(), (a, b) -> a == Severity.ERROR ? a : b);
            }
        }
        return new GraphFrame(
                width,
                height,
                viewport.get(),
                model.scene(),
                model.selection(),
                model.selectedWire().orElse(null),
                marks,
                hover,
                drag,
                marquee,
                isFocused(),
                palette.getValue(),
                new Fonts(titleFont.getFont(), detailFont.getFont()));
    }

    // What is in view

    ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    Viewport viewport() {
        return viewport.get();
    }

    void viewport(Viewport changed) {
        fitPending = false;
        fitted = false;
        viewport.set(changed);
    }

    /// Shows the whole graph, at most at 100 %, as soon as the size is known; also at another size, until a person pans
    /// or zooms.
    void fit() {
        fitPending = true;
        requestLayout();
    }

    /// Zooms at the middle.
    void zoom(double factor) {
        viewport(viewport().zoomedAt(getWidth() / 2, getHeight() / 2, factor));
    }

    /// The plane's point in the middle of the view.
    Point middle() {
        return viewport().toPlane(getWidth() / 2, getHeight() / 2);
    }

    /// Pans just far enough that a node is in view.
    void reveal(String id) {
        model.scene().card(id).ifPresent(card -> {
            Box seen = viewport().visible(getWidth(), getHeight()).grown(-GraphScene.GRID);
            Box box = card.box();
            double dx = overshoot(box.x(), box.width(), seen.x(), seen.width());
            double dy = overshoot(box.y(), box.height(), seen.y(), seen.height());
            if ((dx != 0 || dy != 0) && !fitPending) {
                viewport(new Viewport(
                        viewport().x() + dx, viewport().y() + dy, viewport().zoom()));
            }
        });
    }

    private static double overshoot(double at, double size, double from, double room) {
        if (at < from) {
            return at - from;
        }
        return at + size > from + room ? Math.min(at - from, at + size - from - room) : 0;
    }

    /// What is under a point of the view.
    Hit hit(double x, double y) {
        Point at = viewport().toPlane(x, y);
        return model.scene().hit(at.x(), at.y(), REACH / viewport().zoom());
    }

    // Gestures in progress

    Hit hover() {
        return hover;
    }

    void hover(Hit under) {
        if (!under.equals(hover)) {
            hover = under;
            redraw();
        }
    }

    @Nullable
    WireDrag drag() {
        return drag;
    }

    void drag(@Nullable WireDrag changed) {
        drag = changed;
        redraw();
    }

    void marquee(@Nullable Box box) {
        marquee = box;
        redraw();
    }

    GraphHint hint() {
        return hint;
    }

    GraphPopups popups() {
        return popups;
    }

    /// Adds a node of a type where there is room: right of the selected node, or in the middle of the view.
    void addInView(NodeType type) {
        Optional<NodeCard> beside = model.selection().size() == 1
                ? model.scene().card(model.selection().iterator().next())
                : Optional.empty();
        Point wish = beside.map(c -> new Point(c.at().x() + c.width() + 3 * GraphScene.GRID, c.at().y()))
                .orElseGet(() -> new Point(middle().x() - 72, middle().y() - 48));
        reveal(actions.add(type, wish));
    }

    /// Steps back: closes what floats, ends a gesture, clears the selection. False if there was nothing.
    boolean back() {
        if (popups.close()) {
            requestFocus();
            return true;
        }
        if (drag != null || marquee != null) {
            drag(null);
            marquee(null);
            hint.hide();
            return true;
        }
        if (!model.selection().isEmpty() || model.selectedWire().isPresent()) {
            model.select(Set.of());
            return true;
        }
        return false;
    }

    // Accessibility

    private void tell() {
        setAccessibleText(new GraphSpeech(model).describe());
    }

    /// Ids of the nodes whose cards are wholly in view; for tests and the tour.
    List<String> inView() {
        Box seen = viewport().visible(getWidth(), getHeight());
        List<String> ids = new ArrayList<>();
        for (NodeCard card : model.scene().cards()) {
            Box box = card.box();
            if (seen.contains(box.x(), box.y()) && seen.contains(box.x() + box.width(), box.y() + box.height())) {
                ids.add(card.id());
            }
        }
        return ids;
    }
}
