package org.tickwright.desktop.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.tickwright.desktop.chart.plot.Surface;

/// A chart's surface on a JavaFX canvas. Sets colours and fonts only when they change.
final class CanvasSurface implements Surface {
    private static final String FAMILY = "Roboto";
    private static final int COLOURS = 128;
    private static final int WIDTHS = 2048;

    private final GraphicsContext graphics;
    private final int[] keys = new int[COLOURS];
    private final Color[] colours = new Color[COLOURS];
    private final Map<Face, Map<String, Double>> widths = new HashMap<>();
    private final Text measure = new Text();
    private double pixel = 1;
    private int fill;
    private int stroke;
    private double lineWidth = -1;
    private Face face = Face.MESSAGE;
    private Align align = Align.LEFT;
    private boolean fresh = true;

    CanvasSurface(GraphicsContext graphics) {
        this.graphics = graphics;
    }

    /// Starts a frame at a scale of the screen: 1 at 100 %.
    void begin(double scale) {
        pixel = 1 / scale;
        fresh = true;
    }

    private static Font font(Face face) {
        return switch (face) {
            case LABEL -> Font.font(FAMILY, 12);
            case STRONG -> Font.font(FAMILY + " Medium", 12);
            case MESSAGE -> Font.font(FAMILY, 14);
        };
    }

    private Color colour(int argb) {
        int slot = (argb * 0x9E3779B1) >>> 25;
        Color known = colours[slot];
        if (known == null || keys[slot] != argb) {
            known = Color.rgb((argb >> 16) & 255, (argb >> 8) & 255, argb & 255, (argb >>> 24) / 255.0);
            keys[slot] = argb;
            colours[slot] = known;
        }
        return known;
    }

    private void prepare() {
        if (fresh) {
            fresh = false;
            lineWidth = -1;
            graphics.setLineCap(StrokeLineCap.BUTT);
            graphics.setLineJoin(StrokeLineJoin.ROUND);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.setFontSmoothingType(FontSmoothingType.GRAY);
            graphics.setFill(Color.BLACK);
            graphics.setStroke(Color.BLACK);
            graphics.setFont(font(face));
            graphics.setTextAlign(alignment(align));
            fill = 0xFF000000;
            stroke = 0xFF000000;
        }
    }

    private void fillWith(int argb) {
        prepare();
        if (argb != fill) {
            fill = argb;
            graphics.setFill(colour(argb));
        }
    }

    private void strokeWith(int argb, double width) {
        prepare();
        if (argb != stroke) {
            stroke = argb;
            graphics.setStroke(colour(argb));
        }
        if (width != lineWidth) {
            lineWidth = width;
            graphics.setLineWidth(width);
        }
    }

    @Override
    public double pixel() {
        return pixel;
    }

    @Override
    public void rect(double x, double y, double width, double height, int argb) {
        fillWith(argb);
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, double width, int argb) {
        strokeWith(argb, width);
        graphics.strokePolyline(x, y, count);
    }

    @Override
    public void dashed(double x1, double y1, double x2, double y2, double width, int argb) {
        strokeWith(argb, width);
        graphics.setLineDashes(4, 3);
        graphics.strokeLine(x1, y1, x2, y2);
        graphics.setLineDashes();
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        fillWith(argb);
        graphics.fillPolygon(x, y, count);
    }

    @Override
    public void text(String text, double x, double y, Align newAlign, Face newFace, int argb) {
        fillWith(argb);
        if (newFace != face) {
            face = newFace;
            graphics.setFont(font(face));
        }
        if (newAlign != align) {
            align = newAlign;
            graphics.setTextAlign(alignment(align));
        }
        graphics.fillText(text, x, y);
    }

    private static TextAlignment alignment(Align align) {
        return switch (align) {
            case LEFT -> TextAlignment.LEFT;
            case CENTRE -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        };
    }

    @Override
    public double textWidth(String text, Face wanted) {
        Map<String, Double> known = widths.computeIfAbsent(wanted, f -> new HashMap<>());
        if (known.size() > WIDTHS) {
            known.clear();
        }
        return known.computeIfAbsent(text, t -> {
            measure.setFont(font(wanted));
            measure.setText(t);
            return measure.getLayoutBounds().getWidth();
        });
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        prepare();
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
    }

    @Override
    public void unclip() {
        graphics.restore();
        fresh = true;
    }
}
