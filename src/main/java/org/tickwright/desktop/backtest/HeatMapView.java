package org.tickwright.desktop.backtest;

import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;

/// A heat map on a canvas with a cursor that follows the pointer, or the arrow keys; a click or Enter opens a
/// combination.
final class HeatMapView extends Pane {
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ReadOnlyProperty<Palette> palette;
    private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper(-1);
    private final ChangeListener<Palette> repaint = (property, before, now) -> paint();
    private final IntConsumer open;
    private @Nullable HeatMap map;

    HeatMapView(ReadOnlyProperty<Palette> palette, IntConsumer open) {
        this.palette = palette;
        this.open = open;
        getStyleClass().addAll("tw-canvas-host", "tw-heat-map");
        setId("heat-map");
        overlay.setMouseTransparent(true);
        getChildren().addAll(canvas, overlay);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> point(map == null ? -1 : map.pointAt(event.getX(), event.getY())));
        setOnMouseExited(event -> point(-1));
        setOnMouseClicked(event -> {
            requestFocus();
            if (map != null && event.getButton() == MouseButton.PRIMARY) {
                openAt(map.pointAt(event.getX(), event.getY()));
            }
        });
        setOnKeyPressed(this::key);
        sceneProperty().addListener((property, before, now) -> {
            palette.removeListener(repaint);
            if (now != null) {
                palette.addListener(repaint);
                paint();
            }
        });
    }

    /// The combination under the cursor, -1 for none.
    ReadOnlyIntegerProperty cursor() {
        return cursor.getReadOnlyProperty();
    }

    /// Draws a map; null for none.
    void show(@Nullable HeatMap shown) {
        map = shown;
        if (shown == null || shown.column(cursor.get()) < 0) {
            cursor.set(-1);
        }
        paint();
    }

    /// Where the middle of a combination's cell is drawn, for tests; null where it is not in the map.
    double @Nullable [] middle(int point) {
        return map == null ? null : map.middle(point);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            for (Canvas each : new Canvas[] {canvas, overlay}) {
                each.setWidth(width);
                each.setHeight(height);
            }
            paint();
        }
    }

    private void paint() {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (map != null) {
            map.fit(canvas.getWidth(), canvas.getHeight());
            map.paint(canvas.getGraphicsContext2D(), palette.getValue());
        }
        paintCursor();
    }

    private void paintCursor() {
        overlay.getGraphicsContext2D().clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        if (map != null && cursor.get() >= 0) {
            map.paintCursor(overlay.getGraphicsContext2D(), palette.getValue(), cursor.get());
        }
    }

    private void point(int point) {
        if (point != cursor.get()) {
            cursor.set(point);
            paintCursor();
        }
    }

    private void openAt(int point) {
        if (point >= 0) {
            open.accept(point);
        }
    }

    private void key(KeyEvent event) {
        HeatMap shown = map;
        if (shown == null) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> point(shown.beside(cursor.get(), -1, 0));
            case RIGHT -> point(shown.beside(cursor.get(), 1, 0));
            case UP -> point(shown.beside(cursor.get(), 0, 1));
            case DOWN -> point(shown.beside(cursor.get(), 0, -1));
            case HOME -> point(shown.start());
            case ENTER, SPACE -> openAt(cursor.get());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
