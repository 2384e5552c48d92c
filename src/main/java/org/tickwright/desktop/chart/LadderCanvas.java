package org.tickwright.desktop.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;

/// The rows of a ladder on a canvas of their own, drawn at most once per pulse and only when something
/// changed. Driven by wheel and keys.
final class LadderCanvas extends Region {
    private static final double INSET = 2;

    private final LadderModel model;
    private final ObservableValue<Palette> palette;
    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private double wheel;
    private long frames;

    LadderCanvas(LadderModel model, ObservableValue<Palette> palette) {
        this.model = model;
        this.palette = palette;
        setId("ladder");
        getStyleClass().add("tw-ladder-canvas");
        setFocusTraversable(true);
        setAccessibleRoleDescription("Depth ladder");
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        model.revision().addListener((o, was, is) -> requestLayout());
        palette.addListener((o, was, is) -> requestLayout());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .addListener((o, was, is) -> requestLayout());
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                model.centre();
            }
        });
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// How many frames were drawn so far.
    long frames() {
        return frames;
    }

    private void scrolled(ScrollEvent event) {
        wheel += event.getDeltaY();
        int rows = (int) (wheel / LadderPainter.ROW);
        wheel -= rows * LadderPainter.ROW;
        if (rows != 0) {
            model.scroll(rows);
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean done = true;
        switch (event.getCode()) {
            case UP, KP_UP -> model.scroll(1);
            case DOWN, KP_DOWN -> model.scroll(-1);
            case PAGE_UP -> model.page(1);
            case PAGE_DOWN -> model.page(-1);
            case HOME, SPACE -> model.centre();
            case PLUS, EQUALS, ADD -> model.regroup(1);
            case MINUS, SUBTRACT -> model.regroup(-1);
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? model.words()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private double scale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null || !(window.getRenderScaleX() > 0) ? 1 : window.getRenderScaleX();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth() - 2 * INSET);
        double height = Math.floor(getHeight() - 2 * INSET);
        canvas.relocate(INSET, INSET);
        if (width < 1 || height < 1) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        model.room(LadderPainter.room(height));
        frames++;
        surface.begin(scale());
        new LadderPainter(model, surface, ChartColours.of(palette.getValue())).draw(width, height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return LadderPainter.HEAD + 5 * LadderPainter.ROW;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LadderPainter.HEAD + 20 * LadderPainter.ROW;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 288;
    }
}
