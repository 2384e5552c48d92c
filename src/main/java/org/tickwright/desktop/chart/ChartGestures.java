package org.tickwright.desktop.chart;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.tickwright.desktop.chart.plot.Pane;
import org.tickwright.desktop.chart.plot.Plot;
import org.tickwright.desktop.chart.plot.Spot;

/// What the mouse does on a chart: the wheel zooms at the cursor, a drag pans, a drag on an axis
/// scales it, a double click on an axis resets it, a drag on a border between panes moves it.
final class ChartGestures {
    private static final double PER_NOTCH = 0.0035;
    private static final double PER_PIXEL = 0.006;

    private final ChartModel model;
    private final Region area;
    private Spot pressed = new Spot(Spot.Part.CORNER, -1, 0, 0);
    private double lastX;
    private double lastY;
    private double startX;

    ChartGestures(ChartModel model, Region area) {
        this.model = model;
        this.area = area;
    }

    void install() {
        area.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        area.addEventHandler(MouseEvent.MOUSE_EXITED, e -> model.hideCrosshair());
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        area.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        area.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        area.addEventHandler(ZoomEvent.ZOOM, e -> {
            zoom(e.getX(), e.getZoomFactor());
            e.consume();
        });
    }

    private Plot plot() {
        return model.plot();
    }

    private void moved(MouseEvent event) {
        Spot spot = plot().at(event.getX(), event.getY());
        area.setCursor(cursor(spot.part(), false));
        if (spot.part() == Spot.Part.PANE) {
            model.crosshair(spot.bar(), event.getY());
        } else {
            model.hideCrosshair();
        }
    }

    private static Cursor cursor(Spot.Part part, boolean dragging) {
        return switch (part) {
            case PANE -> dragging ? Cursor.CLOSED_HAND : Cursor.CROSSHAIR;
            case VALUE_AXIS, DIVIDER -> Cursor.V_RESIZE;
            case TIME_AXIS -> Cursor.H_RESIZE;
            case CORNER -> Cursor.DEFAULT;
        };
    }

    private void pressed(MouseEvent event) {
        pressed = plot().at(event.getX(), event.getY());
        startX = event.getX();
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        lastX = event.getX();
        lastY = event.getY();
        area.setCursor(cursor(pressed.part(), true));
        switch (pressed.part()) {
            case PANE -> pan(dx, dy);
            case VALUE_AXIS -> scaleValues(dy);
            case TIME_AXIS -> {
                plot().time().zoom(plot().plotWidth(), Math.exp(dx * PER_PIXEL));
                model.moved();
            }
            case DIVIDER -> {
                plot().dragDivider(pressed.pane(), dy);
                model.moved();
            }
            case CORNER -> {}
        }
    }

    private void pan(double dx, double dy) {
        plot().time().pan(dx);
        Pane pane = plot().panes().get(Math.min(pressed.pane(), plot().panes().size() - 1));
        if (pane.scale().held()) {
            pane.scale().pan(dy);
        }
        model.crosshair(plot().time().barAt(lastX), lastY);
        model.moved();
    }

    private void scaleValues(double dy) {
        Pane pane = plot().panes().get(Math.min(pressed.pane(), plot().panes().size() - 1));
        pane.scale().scale(pane.top() + pane.height() / 2, Math.exp(dy * PER_PIXEL));
        model.moved();
    }

    private void released(MouseEvent event) {
        area.setCursor(cursor(plot().at(event.getX(), event.getY()).part(), false));
    }

    private void clicked(MouseEvent event) {
        Spot spot = plot().at(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && Math.abs(event.getX() - startX) < 4) {
            switch (spot.part()) {
                case VALUE_AXIS -> plot().panes().get(spot.pane()).scale().release();
                case TIME_AXIS -> plot().time().reset();
                default -> {
                    return;
                }
            }
            model.moved();
        }
    }

    private void scrolled(ScrollEvent event) {
        Spot spot = plot().at(event.getX(), event.getY());
        double across = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (spot.part() == Spot.Part.VALUE_AXIS) {
            Pane pane = plot().panes().get(spot.pane());
            pane.scale().scale(event.getY(), Math.exp(-event.getDeltaY() * PER_NOTCH));
            model.moved();
        } else if (Math.abs(across) > Math.abs(event.getDeltaY()) || event.isShiftDown()) {
            plot().time().pan(across);
            model.moved();
        } else if (event.getDeltaY() != 0) {
            zoom(Math.min(event.getX(), plot().plotWidth()), Math.exp(event.getDeltaY() * PER_NOTCH));
        }
        if (spot.part() == Spot.Part.PANE && model.crosshairShown()) {
            model.crosshair(plot().time().barAt(event.getX()), event.getY());
        }
        event.consume();
    }

    private void zoom(double x, double factor) {
        plot().time().zoom(x, factor);
        model.moved();
    }
}
