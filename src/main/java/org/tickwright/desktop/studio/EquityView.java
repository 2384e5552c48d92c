package org.tickwright.desktop.studio;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.Palette;
import org.tickwright.engine.RunResult;

/// The equity of a run at a glance: the curve over the capital it began with, highest and lowest value, first and last
/// date.
final class EquityView extends Region {
    private static final double LABEL = 16;

    private final DeskSettings settings;
    private final Canvas canvas = new Canvas();
    private final Label font = new Label();
    private @Nullable RunResult result;

    EquityView(DeskSettings settings) {
        this.settings = settings;
        getStyleClass().add("studio-equity");
        setId("studio-equity");
        font.getStyleClass().add("studio-card-detail");
        font.setManaged(false);
        font.setOpacity(0);
        getChildren().addAll(canvas, font);
        ObservableValue<Palette> palette = settings.palette();
        palette.addListener(o -> requestLayout());
        settings.numbers().addListener(o -> requestLayout());
        font.fontProperty().addListener(o -> requestLayout());
        setMinSize(160, 72);
    }

    /// Shows the equity of a run, or nothing.
    void show(@Nullable RunResult shown) {
        result = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (result != null && result.equity().length > 1 && height > 3 * LABEL) {
            draw(g, result, width, height);
        }
    }

    private void draw(GraphicsContext g, RunResult run, double width, double height) {
        double[] equity = run.equity();
        double capital = run.settings().capital();
        double low = capital;
        double high = capital;
        for (double value : equity) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double top = LABEL + 4;
        double bottom = height - LABEL - 4;
        double span = high > low ? high - low : 1;
        Palette palette = settings.palette().get();
        double base = bottom - (capital - low) / span * (bottom - top);
        curve(g, palette, equity, low, span, width, top, bottom, base);
        g.setFont(font.getFont());
        g.setFill(palette.textMuted());
        g.setTextBaseline(VPos.CENTER);
        NumberFormat format = NumberFormat.getIntegerInstance(settings.numbers().get());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("Equity", 0, LABEL / 2);
        g.fillText(day(run.time()[0]), 0, height - LABEL / 2);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(format.format(low) + " – " + format.format(high), width, LABEL / 2);
        g.fillText(day(run.time()[run.time().length - 1]), width, height - LABEL / 2);
    }

    private static void curve(
            GraphicsContext g,
            Palette palette,
            double[] equity,
            double low,
            double span,
            double width,
            double top,
            double bottom,
            double base) {
        boolean won = equity[equity.length - 1] >= equity[0];
        Color colour = won ? palette.up() : palette.down();
        int columns = (int) Math.max(2, Math.min(width, equity.length));
        double[] xs = new double[columns + 2];
        double[] ys = new double[columns + 2];
        for (int i = 0; i < columns; i++) {
            int at = (int) ((long) i * (equity.length - 1) / (columns - 1));
            xs[i] = i * width / (columns - 1);
            ys[i] = bottom - (equity[at] - low) / span * (bottom - top);
        }
        xs[columns] = width;
        ys[columns] = base;
        xs[columns + 1] = 0;
        ys[columns + 1] = base;
        g.setFill(GraphPainter.fade(colour, 0.16));
        g.fillPolygon(xs, ys, columns + 2);
        g.setStroke(palette.border());
        g.setLineWidth(1);
        g.setLineDashes(4, 4);
        g.strokeLine(0, Math.rint(base) + 0.5, width, Math.rint(base) + 0.5);
        g.setLineDashes();
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.strokePolyline(xs, ys, columns);
    }

    private static String day(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    /// Equity of a run in words, for a screen reader.
    static String words(RunResult run, Locale locale) {
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        return "Equity from " + format.format(run.settings().capital()) + " to "
                + format.format(run.summary().finalEquity());
    }
}
