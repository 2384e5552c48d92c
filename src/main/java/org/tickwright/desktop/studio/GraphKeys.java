package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.tickwright.strategy.Wire;

/// The keyboard on the graph: moving between nodes, moving nodes, panning and zooming. What has a name in the command
/// palette is in `StudioCommands`.
final class GraphKeys {
    /// Key of the view's properties while Space is held.
    static final String SPACE = "studio.space";

    private static final double PAN = 96;

    private final GraphView view;
    private final StudioModel model;
    private final GraphActions actions;

    GraphKeys(GraphView view, StudioModel model, GraphActions actions) {
        this.view = view;
        this.model = model;
        this.actions = actions;
    }

    void install() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                view.getProperties().remove(SPACE);
            }
        });
        view.focusedProperty().addListener((o, was, focused) -> {
            if (!focused) {
                view.getProperties().remove(SPACE);
                model.seal();
            }
        });
    }

    private void pressed(KeyEvent e) {
        if (e.getTarget() != view) {
            return;
        }
        boolean done = e.getCode().isArrowKey() ? arrow(e) : other(e);
        if (done) {
            view.hint().hide();
            e.consume();
        }
    }

    private boolean arrow(KeyEvent e) {
        int dx = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
        int dy = e.getCode() == KeyCode.UP ? -1 : e.getCode() == KeyCode.DOWN ? 1 : 0;
        if (e.isShortcutDown()) {
            view.viewport(view.viewport().panned(-dx * PAN, -dy * PAN));
        } else if (e.isShiftDown() || e.isAltDown()) {
            actions.nudge(dx, dy);
            model.selection().stream().findFirst().ifPresent(view::reveal);
        } else {
            walk(dx, dy);
        }
        return true;
    }

    private void walk(int dx, int dy) {
        Optional<NodeCard> from =
                model.selection().stream().reduce((first, last) -> last).flatMap(model.scene()::card);
        if (from.isEmpty()) {
            step(1);
            return;
        }
        model.scene().neighbour(from.get(), dx, dy).ifPresent(card -> go(card.id()));
    }

    private boolean other(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return false;
        }
        switch (e.getCode()) {
            case TAB -> {
                return step(e.isShiftDown() ? -1 : 1);
            }
            case SPACE -> view.getProperties().put(SPACE, true);
            case W -> nextWire();
            case HOME -> end(0);
            case END -> end(-1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// To the next node in reading order; past the last one the key goes on to the next control.
    private boolean step(int by) {
        List<String> order = model.scene().readingOrder();
        int at = model.selection().stream()
                .reduce((first, last) -> last)
                .map(order::indexOf)
                .orElse(by > 0 ? -1 : order.size());
        int next = at + by;
        if (next < 0 || next >= order.size()) {
            return false;
        }
        go(order.get(next));
        return true;
    }

    private void end(int index) {
        List<String> order = model.scene().readingOrder();
        if (!order.isEmpty()) {
            go(index < 0 ? order.getLast() : order.getFirst());
        }
    }

    private void go(String id) {
        model.select(Set.of(id));
        view.reveal(id);
    }

    /// Selects the next wire of the selected node, or of the node whose wire is selected.
    private void nextWire() {
        List<Wire> wires =
                model.document().wires().stream().filter(w -> touches(w)).toList();
        if (wires.isEmpty()) {
            return;
        }
        int at = model.selectedWire().map(wires::indexOf).orElse(-1);
        model.select(wires.get((at + 1) % wires.size()));
    }

    private boolean touches(Wire wire) {
        if (model.selectedWire().isPresent()) {
            return model.selectedWire().get().to().node().equals(wire.to().node());
        }
        return model.selection().isEmpty()
                || model.selection().contains(wire.from().node())
                || model.selection().contains(wire.to().node());
    }
}
