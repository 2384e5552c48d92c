package org.tickwright.desktop.chart;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.Surface;

/// Two canvases, one for the frame and one for the crosshair above it, drawn at most once per pulse
/// and only when something changed.
///
/// It is unmanaged, so asking for a pulse lays out nothing but itself.
final class ChartCanvas extends Region {
    private final ChartModel model;
    private final ObservableValue<Palette> palette;
    private final Canvas frameCanvas = new Canvas();
    private final Canvas cursorCanvas = new Canvas();
    private final CanvasSurface frameSurface = new CanvasSurface(frameCanvas.getGraphicsContext2D());
    private final CanvasSurface cursorSurface = new CanvasSurface(cursorCanvas.getGraphicsContext2D());
    private boolean frameDirty = true;
    private boolean cursorDirty = true;
    private final BiConsumer<Surface, Ink> words;
    private long frames;

    /// `words` may draw above the frame and below the crosshair, after every frame and every move
    /// of the crosshair.
    ChartCanvas(ChartModel model, ObservableValue<Palette> palette, BiConsumer<Surface, Ink> words) {
        this.model = model;
        this.palette = palette;
        this.words = words;
        setManaged(false);
        setMouseTransparent(true);
        cursorCanvas.setMouseTransparent(true);
        getChildren().addAll(frameCanvas, cursorCanvas);
        model.revision().addListener((o, was, is) -> needFrame());
        model.cursorRevision().addListener((o, was, is) -> {
            cursorDirty = true;
            requestLayout();
        });
        palette.addListener((o, was, is) -> needFrame());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .addListener((o, was, is) -> needFrame());
    }

    private void needFrame() {
        frameDirty = true;
        cursorDirty = true;
        requestLayout();
    }

    /// How many frames were drawn so far.
    long frames() {
        return frames;
    }

    private double scale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null || !(window.getRenderScaleX() > 0) ? 1 : window.getRenderScaleX();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != frameCanvas.getWidth() || height != frameCanvas.getHeight()) {
            for (Canvas canvas : new Canvas[] {frameCanvas, cursorCanvas}) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
            frameDirty = true;
            cursorDirty = true;
        }
        if (width < 1 || height < 1) {
            return;
        }
        if (!cursorDirty) {
            return;
        }
        Ink ink = ChartColours.of(palette.getValue());
        if (frameDirty) {
            frameDirty = false;
            frames++;
            frameSurface.begin(scale());
            model.draw(frameSurface, ink, width, height);
        }
        cursorDirty = false;
        cursorSurface.begin(scale());
        cursorCanvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        words.accept(cursorSurface, ink);
        if (model.crosshairShown()) {
            model.plot().drawCrosshair(cursorSurface, ink, model.cursorBar(), model.crosshairY());
        }
    }
}
