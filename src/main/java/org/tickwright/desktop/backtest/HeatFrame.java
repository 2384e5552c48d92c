package org.tickwright.desktop.backtest;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tickwright.desktop.Palette;

/// The room of a heat map: a legend above, values of one parameter below, of the other at the left.
record HeatFrame(double left, double top, double width, double height) {
    private static final double LEFT = 64;
    private static final double RIGHT = 16;
    private static final double TOP = 32;
    private static final double BOTTOM = 44;
    private static final double LABEL = 44;

    static HeatFrame in(double width, double height) {
        return new HeatFrame(LEFT, TOP, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - TOP - BOTTOM));
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /// Writes the names of the parameters.
    void names(GraphicsContext to, Palette palette, String x, String y) {
        to.setFont(Font.font("Roboto Medium", 12));
        to.setFill(palette.text());
        to.setTextAlign(TextAlignment.CENTER);
        to.fillText(x, left + width / 2, bottom() + 36);
        to.setTextAlign(TextAlignment.LEFT);
        to.fillText(y.isEmpty() ? "" : "↑ " + y, 8, 16);
    }

    /// Values below columns, as many as there is room for.
    void below(GraphicsContext to, Palette palette, double[] middles, String[] texts) {
        to.setFont(Font.font("Roboto", 12));
        to.setFill(palette.textMuted());
        to.setTextAlign(TextAlignment.CENTER);
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < middles.length; i++) {
            if (middles[i] - last >= LABEL) {
                to.fillText(texts[i], middles[i], bottom() + 16);
                last = middles[i];
            }
        }
    }

    /// Values beside rows, as many as there is room for; rows go upwards.
    void beside(GraphicsContext to, Palette palette, double[] middles, String[] texts) {
        to.setFont(Font.font("Roboto", 12));
        to.setFill(palette.textMuted());
        to.setTextAlign(TextAlignment.RIGHT);
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < middles.length; i++) {
            if (last - middles[i] >= 20) {
                to.fillText(texts[i], left - 8, middles[i] + 4);
                last = middles[i];
            }
        }
    }
}
