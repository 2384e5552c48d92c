package org.tickwright.desktop.chart;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// What the keyboard does on a focused chart. The same actions have names in [ChartActions].
final class ChartKeys {
    private final ChartActions actions;

    ChartKeys(ChartModel model) {
        actions = new ChartActions(model);
    }

    void install(Node node) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean done = true;
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> step(event, -1);
            case RIGHT, KP_RIGHT -> step(event, 1);
            case UP, KP_UP -> stretch(event, 1);
            case DOWN, KP_DOWN -> stretch(event, -1);
            case PLUS, EQUALS, ADD -> actions.zoom(1);
            case MINUS, SUBTRACT -> actions.zoom(-1);
            case HOME -> actions.home();
            case END -> actions.end();
            case PAGE_UP -> actions.page(-1);
            case PAGE_DOWN -> actions.page(1);
            case L -> actions.toggleLog();
            case R -> actions.reset();
            case F -> actions.fit();
            case ESCAPE -> done = actions.clearCrosshair();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void step(KeyEvent event, int direction) {
        if (event.isShiftDown()) {
            actions.moveCrosshair(direction);
        } else {
            actions.pan(direction);
        }
    }

    private void stretch(KeyEvent event, int direction) {
        if (event.isShiftDown()) {
            actions.stretch(direction);
        } else {
            actions.panValues(direction);
        }
    }
}
