package org.tickwright.desktop.data;

import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.market.Bars;
import org.tickwright.workbench.SeriesComparison;
import org.tickwright.workbench.SeriesLibrary;

/// The closes of two series over the span that both cover, by a logarithmic scale, with a mark below
/// where they differ. The chosen difference is a line from top to bottom.
final class CompareDrawing extends Pane {
    private static final double HEIGHT = 200;
    private static final double TOP = 24;
    private static final double MARKS = 12;

    private final Canvas canvas = new Canvas();
    private final ReadOnlyProperty<Palette> palette;
    private final ChangeListener<Palette> repaint = (property, before, now) -> paint();
    private SeriesLibrary.@Nullable Laid laid;
    private SeriesComparison.@Nullable Row marked;
    private double low;
    private double high;
    private long from;
    private long to;

    CompareDrawing(ReadOnlyProperty<Palette> palette) {
        this.palette = palette;
        getStyleClass().add("tw-canvas-host");
        setId("compare-drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("The closes of both series");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().add(canvas);
        sceneProperty().addListener((property, before, now) -> {
            palette.removeListener(repaint);
            if (now != null) {
                palette.addListener(repaint);
                paint();
            }
        });
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    void show(SeriesLibrary.@Nullable Laid shown) {
        laid = shown;
        marked = null;
        paint();
    }

    void mark(SeriesComparison.@Nullable Row row) {
        marked = row;
        paint();
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        SeriesLibrary.Laid shown = laid;
        if (shown == null
                || canvas.getWidth() < 1
                || shown.first().size() == 0
                || shown.second().size() == 0) {
            return;
        }
        measure(shown);
        if (to <= from || !(high > low)) {
            return;
        }
        Palette colours = palette.getValue();
        Color one = colours.accent();
        Color other = colours.warning();
        line(graphics, shown.second(), other, 3);
        line(graphics, shown.first(), one, 1);
        graphics.setFill(colours.danger());
        for (SeriesComparison.Row row : shown.found().rows()) {
            graphics.fillRect(Math.floor(x(row.time())) - 1, HEIGHT - MARKS, 2, MARKS - 4);
        }
        SeriesComparison.Row chosen = marked;
        if (chosen != null) {
            graphics.setFill(colours.danger());
            graphics.fillRect(Math.floor(x(chosen.time())), TOP, 1, HEIGHT - TOP);
        }
        legend(graphics, shown, one, other);
    }

    /// The span that both cover, and the closes in it.
    private void measure(SeriesLibrary.Laid shown) {
        Bars first = shown.first();
        Bars second = shown.second();
        from = Math.max(first.time(0), second.time(0));
        to = Math.min(first.time(first.size() - 1), second.time(second.size() - 1));
        low = Double.MAX_VALUE;
        high = 0;
        for (Bars bars : new Bars[] {first, second}) {
            for (int i = bars.indexAtOrAfter(from); i < bars.size() && bars.time(i) <= to; i++) {
                low = Math.min(low, bars.close(i));
                high = Math.max(high, bars.close(i));
            }
        }
    }

    private double x(long time) {
        return (time - from) / (double) (to - from) * (canvas.getWidth() - 2) + 1;
    }

    private double y(double price) {
        return TOP + Math.log(high / price) / Math.log(high / low) * (HEIGHT - TOP - MARKS - 8) + 4;
    }

    /// A step for each column of pixels from its lowest to its highest close.
    private void line(GraphicsContext graphics, Bars bars, Color colour, double width) {
        graphics.setStroke(colour);
        graphics.setLineWidth(width);
        graphics.beginPath();
        boolean begun = false;
        int i = bars.indexAtOrAfter(from);
        while (i < bars.size() && bars.time(i) <= to) {
            double column = Math.floor(x(bars.time(i)));
            double least = bars.close(i);
            double most = bars.close(i);
            for (; i < bars.size() && bars.time(i) <= to && Math.floor(x(bars.time(i))) == column; i++) {
                least = Math.min(least, bars.close(i));
                most = Math.max(most, bars.close(i));
            }
            if (begun) {
                graphics.lineTo(column + 0.5, y(most));
            } else {
                graphics.moveTo(column + 0.5, y(most));
                begun = true;
            }
            graphics.lineTo(column + 0.5, y(least));
        }
        graphics.stroke();
    }

    private void legend(GraphicsContext graphics, SeriesLibrary.Laid shown, Color one, Color other) {
        graphics.setFont(Font.font("Roboto", 12));
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(one);
        graphics.fillRect(0, 8, 16, 2);
        graphics.setFill(palette.getValue().textMuted());
        graphics.fillText("first", 24, 9);
        graphics.setFill(other);
        graphics.fillRect(72, 7, 16, 4);
        graphics.setFill(palette.getValue().textMuted());
        graphics.fillText("second", 96, 9);
        if (!shown.found().rows().isEmpty()) {
            graphics.setFill(palette.getValue().danger());
            graphics.fillRect(160, 5, 2, 8);
            graphics.setFill(palette.getValue().textMuted());
            graphics.fillText("differs", 168, 9);
        }
    }
}
