package org.tickwright.desktop.studio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.Connections.Connection;
import org.tickwright.desktop.studio.Connections.End;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

/// The mouse on the graph. Drag on a port draws a wire, on a card moves what is selected, on the plane pans, with Shift
/// on the plane draws a frame around what to select; the middle button or Space always pans; the wheel zooms at the
/// pointer.
final class GraphMouse {
    private static final double STARTS_DRAG = 4;
    private static final double WHEEL = 0.0018;
    private static final int MOST_CHECKED = 60;

    private final GraphView view;
    private final StudioModel model;
    private final GraphActions actions;
    private final HintText texts;

    /// What a press began.
    private sealed interface Gesture {
        record Pan(double x, double y, Viewport from) implements Gesture {}

        record Move(Map<String, Point> origin, Point from, String key, boolean wasSelected, String id)
                implements Gesture {}

        record Draw() implements Gesture {}

        record Frame(Point from, Set<String> before) implements Gesture {}
    }

    private @Nullable Gesture gesture;
    private double pressX;
    private double pressY;
    private boolean dragged;

    GraphMouse(GraphView view, StudioModel model, GraphActions actions) {
        this.view = view;
        this.model = model;
        this.actions = actions;
        texts = new HintText(model);
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, e -> {
            view.hover(new Hit.Plane());
            view.hint().hide();
        });
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent e) {
        view.popups().close();
        view.hint().hide();
        view.requestFocus();
        pressX = e.getX();
        pressY = e.getY();
        dragged = false;
        boolean pans =
                e.getButton() == MouseButton.MIDDLE || view.getProperties().containsKey(GraphKeys.SPACE);
        if (pans) {
            gesture = new Gesture.Pan(e.getX(), e.getY(), view.viewport());
        } else if (e.getButton() == MouseButton.PRIMARY) {
            gesture = begin(e, view.hit(e.getX(), e.getY()));
        } else if (e.getButton() == MouseButton.SECONDARY) {
            gesture = null;
            selectForMenu(view.hit(e.getX(), e.getY()));
        }
        e.consume();
    }

    private Gesture begin(MouseEvent e, Hit under) {
        boolean adds = e.isShiftDown() || e.isShortcutDown();
        return switch (under) {
            case Hit.OnPort port -> beginWire(port);
            case Hit.Body body -> beginMove(body.card().id(), adds);
            case Hit.OnWire wire -> {
                model.select(wire.wire());
                yield new Gesture.Pan(e.getX(), e.getY(), view.viewport());
            }
            case Hit.Plane plane
            when adds -> new Gesture.Frame(view.viewport().toPlane(e.getX(), e.getY()), model.selection());
            case Hit.Plane plane -> new Gesture.Pan(e.getX(), e.getY(), view.viewport());
        };
    }

    private Gesture beginMove(String id, boolean adds) {
        boolean wasSelected = model.selection().contains(id);
        if (adds) {
            model.toggle(id);
        } else if (!wasSelected) {
            model.select(Set.of(id));
        }
        Point from = view.viewport().toPlane(pressX, pressY);
        Set<String> moving = model.selection();
        return new Gesture.Move(actions.placesOf(moving), from, model.freshMergeKey("move"), wasSelected && !adds, id);
    }

    /// A wire starts at the port, or takes the end of the wire that already lies there into the hand.
    private Gesture beginWire(Hit.OnPort port) {
        End end = new End(port.ref(), port.spot().input());
        Optional<Wire> held = port.spot().input()
                ? model.document().wires().stream()
                        .filter(w -> w.to().equals(port.ref()))
                        .findFirst()
                : Optional.empty();
        End from = held.map(w -> new End(w.from(), false)).orElse(end);
        Wire detached = held.orElse(null);
        List<End> candidates = actions.connections().sameType(from);
        if (candidates.size() <= MOST_CHECKED) {
            candidates = candidates.stream()
                    .filter(other ->
                            actions.connections().check(detached, from, other).allowed())
                    .toList();
        }
        view.drag(new WireDrag(from, port.card().centre(port.spot()), Set.copyOf(candidates), null, null, detached));
        return new Gesture.Draw();
    }

    private void selectForMenu(Hit under) {
        if (under instanceof Hit.OnWire wire) {
            model.select(wire.wire());
        } else {
            String id = GraphPainter.hoveredCard(under);
            if (id != null && !model.selection().contains(id)) {
                model.select(Set.of(id));
            }
        }
    }

    private void dragged(MouseEvent e) {
        if (!dragged && Math.hypot(e.getX() - pressX, e.getY() - pressY) < STARTS_DRAG) {
            return;
        }
        dragged = true;
        Point at = view.viewport().toPlane(e.getX(), e.getY());
        switch (gesture) {
            case Gesture.Pan pan -> {
                view.viewport(pan.from().panned(e.getX() - pan.x(), e.getY() - pan.y()));
                view.setCursor(Cursor.CLOSED_HAND);
            }
            case Gesture.Move move ->
                actions.moveFrom(
                        move.origin(),
                        at.x() - move.from().x(),
                        at.y() - move.from().y(),
                        move.key());
            case Gesture.Draw draw -> drawWire(e, at);
            case Gesture.Frame frame -> drawFrame(frame, at);
            case null -> {}
        }
        e.consume();
    }

    private void drawWire(MouseEvent e, Point at) {
        WireDrag drag = view.drag();
        if (drag == null) {
            return;
        }
        End over = view.hit(e.getX(), e.getY()) instanceof Hit.OnPort port
                ? new End(port.ref(), port.spot().input())
                : null;
        WireDrag now = drag.at(at);
        End target = over == null || over.equals(drag.from()) ? null : over;
        if (target == null) {
            now = now.above(null, null);
        } else if (!target.equals(drag.target())) {
            now = now.above(target, actions.connections().check(drag.detached(), drag.from(), target));
        }
        view.drag(now);
        Connection meaning = now.meaning();
        if (meaning == null) {
            view.hint().hide();
        } else if (meaning.refusal() == null) {
            view.hint().now(texts.fits(meaning), e.getX(), e.getY(), false);
        } else {
            view.hint().now(meaning.refusal(), e.getX(), e.getY(), true);
        }
    }

    private void drawFrame(Gesture.Frame frame, Point at) {
        Box box = Box.between(frame.from(), at);
        view.marquee(box);
        Set<String> ids = new LinkedHashSet<>(frame.before());
        model.scene().within(box).forEach(card -> ids.add(card.id()));
        model.select(ids);
    }

    private void released(MouseEvent e) {
        view.setCursor(Cursor.DEFAULT);
        WireDrag drag = view.drag();
        if (gesture instanceof Gesture.Draw && drag != null) {
            dropWire(drag);
        }
        if (gesture instanceof Gesture.Move) {
            model.seal();
        }
        view.marquee(null);
        gesture = null;
        e.consume();
    }

    private void dropWire(WireDrag drag) {
        view.drag(null);
        view.hint().hide();
        End target = drag.target();
        Wire detached = drag.detached();
        if (target != null) {
            if (drag.targetFits() && detached == null) {
                actions.connections().connect(drag.from(), target);
            } else if (drag.targetFits() && detached != null && !target.port().equals(detached.to())) {
                actions.connections().reconnect(detached, drag.from(), target);
            }
        } else if (dragged && detached != null) {
            actions.connections().disconnect(Set.of(detached));
        } else if (dragged) {
            view.popups().addConnected(drag.from(), drag.pointer());
        }
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || dragged || !e.isStillSincePress()) {
            return;
        }
        Hit under = view.hit(e.getX(), e.getY());
        boolean adds = e.isShiftDown() || e.isShortcutDown();
        switch (under) {
            case Hit.Plane plane
            when e.getClickCount() == 2 -> view.popups().addNode(view.viewport().toPlane(e.getX(), e.getY()));
            case Hit.Plane plane when !adds -> model.select(Set.of());
            case Hit.Body body
            when e.getClickCount() == 2 -> view.popups().rename(body.card().id());
            case Hit.Body body when !adds -> model.select(Set.of(body.card().id()));
            default -> {}
        }
        e.consume();
    }

    private void moved(MouseEvent e) {
        Hit under = view.hit(e.getX(), e.getY());
        Hit before = view.hover();
        view.hover(under);
        view.setCursor(under instanceof Hit.OnPort ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        if (!under.equals(before)) {
            String text = texts.about(under);
            if (text.isEmpty()) {
                view.hint().hide();
            } else {
                view.hint().soon(text, e.getX(), e.getY());
            }
        }
    }

    private void scrolled(ScrollEvent e) {
        view.hint().hide();
        if (e.isShiftDown()) {
            double by = e.getDeltaX() == 0 ? e.getDeltaY() : e.getDeltaX();
            view.viewport(view.viewport().panned(by, 0));
        } else {
            view.viewport(view.viewport().zoomedAt(e.getX(), e.getY(), Math.exp(e.getDeltaY() * WHEEL)));
        }
        e.consume();
    }
}
