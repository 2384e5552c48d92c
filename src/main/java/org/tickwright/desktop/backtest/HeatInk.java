package org.tickwright.desktop.backtest;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tickwright.desktop.Palette;
import org.tickwright.study.sweep.SweepFigure;

/// The colours of a heat map: the stronger, the better; losses have the colour of falling prices, so that colour alone
/// never has to be told from another of the same strength.
record HeatInk(SweepMarks marks, Palette palette) {
    private static final double FAINT = 0.08;
    private static final double LEGEND = 160;

    /// True for figures whose sign says gain or loss.
    private static boolean signed(SweepFigure figure) {
        return switch (figure) {
            case SHARPE, TOTAL_RETURN, CAGR, SQN, EXPECTANCY -> true;
            default -> false;
        };
    }

    private boolean diverging() {
        return signed(marks.figure()) && marks.low() < 0 && marks.high() > 0;
    }

    /// The colour of a value; that of no value for NaN.
    Color of(double value) {
        if (Double.isNaN(value) || Double.isNaN(marks.low())) {
            return palette.grid();
        }
        if (!diverging()) {
            boolean loss = signed(marks.figure()) && marks.high() <= 0;
            double place = marks.goodness(value);
            return loss ? blend(palette.down(), 1 - place) : blend(palette.up(), place);
        }
        double most = Math.max(-marks.low(), marks.high());
        double strength = Math.min(1, Math.abs(value) / most);
        return blend(value < 0 ? palette.down() : palette.up(), strength);
    }

    private Color blend(Color full, double strength) {
        return palette.background().interpolate(full, FAINT + (1 - FAINT) * strength);
    }

    /// Black or white, whichever is the easier to read on a colour.
    static Color on(Color ground) {
        return luminance(ground) > 0.179 ? Color.BLACK : Color.WHITE;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
    }

    /// The scale, at the right end of a line whose top is `y`.
    void legend(GraphicsContext to, SweepWords words, double right, double y) {
        if (Double.isNaN(marks.low())) {
            return;
        }
        double left = right - LEGEND;
        boolean falling = !marks.figure().higherIsBetter();
        for (int i = 0; i < LEGEND; i++) {
            double place = i / (LEGEND - 1);
            double value = marks.low() + (falling ? 1 - place : place) * (marks.high() - marks.low());
            to.setFill(of(value));
            to.fillRect(left + i, y, 1, 8);
        }
        to.setFont(Font.font("Roboto", 12));
        to.setFill(palette.textMuted());
        String low = words.figure(marks.figure(), marks.low());
        String high = words.figure(marks.figure(), marks.high());
        to.setTextAlign(TextAlignment.RIGHT);
        to.fillText(falling ? high : low, left - 8, y + 8);
        to.setTextAlign(TextAlignment.LEFT);
        to.fillText(falling ? low : high, right + 8, y + 8);
    }
}
