package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.report.Drawing;
import org.tickwright.report.Mark;

/// Paints a report's [Drawing] on a canvas, anew whenever its size or the colours change.
final class DrawingCanvas extends Pane {

    /// Makes the drawing that fills a size; null for nothing.
    interface Maker {
        @Nullable
        Drawing draw(double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final ReadOnlyProperty<Palette> palette;
    private final ChangeListener<Palette> repaint = (property, before, now) -> paint();
    private Maker maker = (width, height) -> null;
    private @Nullable Drawing drawing;

    DrawingCanvas(ReadOnlyProperty<Palette> palette) {
        this.palette = palette;
        getStyleClass().add("tw-canvas-host");
        getChildren().add(canvas);
        setMinSize(0, 0);
        sceneProperty().addListener((property, before, now) -> {
            palette.removeListener(repaint);
            if (now != null) {
                palette.addListener(repaint);
                paint();
            }
        });
    }

    /// Draws what the maker makes.
    void show(Maker newMaker) {
        maker = newMaker;
        redraw();
    }

    /// The drawing on the screen.
    Optional<Drawing> drawing() {
        return Optional.ofNullable(drawing);
    }

    /// What a pointer at this place may be told.
    Optional<String> hintAt(double x, double y) {
        List<Mark> marks = drawing == null ? List.of() : drawing.marks();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Box box
                    && box.hint() != null
                    && x >= box.x()
                    && x <= box.x() + box.width()
                    && y >= box.y()
                    && y <= box.y() + box.height()) {
                return Optional.of(box.hint());
            }
        }
        return Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            redraw();
        }
    }

    private void redraw() {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        drawing = maker.draw(canvas.getWidth(), canvas.getHeight());
        setAccessibleText(drawing == null ? "" : drawing.description());
        paint();
    }

    private void paint() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (drawing != null) {
            drawing.marks().forEach(mark -> paint(mark, to));
        }
    }

    private void paint(Mark mark, GraphicsContext to) {
        to.setFill(ChartColors.of(mark.ink(), palette.getValue()));
        to.setStroke(ChartColors.of(mark.ink(), palette.getValue()));
        to.setGlobalAlpha(1);
        to.setLineDashes();
        switch (mark) {
            case Mark.Line line -> line(line, to);
            case Mark.Curve curve -> {
                to.setLineWidth(curve.width());
                to.setLineJoin(StrokeLineJoin.ROUND);
                if (curve.dashed()) {
                    to.setLineDashes(4, 3);
                }
                to.strokePolyline(curve.x(), curve.y(), curve.x().length);
            }
            case Mark.Area area -> {
                to.setGlobalAlpha(area.opacity());
                to.fillPolygon(area.x(), area.y(), area.x().length);
                to.setGlobalAlpha(1);
            }
            case Mark.Box box -> {
                to.setGlobalAlpha(box.opacity());
                to.fillRect(box.x(), box.y(), box.width(), box.height());
                to.setGlobalAlpha(1);
            }
            case Mark.Dot dot ->
                to.fillOval(dot.x() - dot.radius(), dot.y() - dot.radius(), 2 * dot.radius(), 2 * dot.radius());
            case Mark.Label label -> {
                to.setFont(Font.font(label.strong() ? "Roboto Medium" : "Roboto", label.size()));
                to.setTextAlign(
                        switch (label.anchor()) {
                            case START -> TextAlignment.LEFT;
                            case MIDDLE -> TextAlignment.CENTER;
                            case END -> TextAlignment.RIGHT;
                        });
                to.fillText(label.text(), label.x(), label.y());
            }
        }
    }

    /// Straight lines lie on whole pixels, so that hairlines are sharp.
    private static void line(Mark.Line line, GraphicsContext to) {
        to.setLineWidth(line.width());
        boolean upright = line.x1() == line.x2();
        boolean level = line.y1() == line.y2();
        double x1 = upright ? Math.floor(line.x1()) + 0.5 : line.x1();
        double x2 = upright ? x1 : line.x2();
        double y1 = level ? Math.floor(line.y1()) + 0.5 : line.y1();
        double y2 = level ? y1 : line.y2();
        to.strokeLine(x1, y1, x2, y2);
    }
}
