package org.tickwright.desktop.backtest;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepFigure;

/// A slice of a grid as cells. The peak has a ring, the plateau a frame around its neighbourhood and a dot. Cells that
/// are narrower than a pixel share it: the best of them is shown.
final class HeatCells implements HeatMap {
    private static final double WIDE = 40;
    private static final double HIGH = 18;

    private final SweepResults results;
    private final SweepMarks marks;
    private final HeatGrid grid;
    private final SweepWords words;
    private final String x;
    private final String y;
    private HeatFrame frame = HeatFrame.in(1, 1);

    HeatCells(SweepJob job, SweepMarks marks, HeatGrid grid, SweepWords words, String x, String y) {
        results = job.results();
        this.marks = marks;
        this.grid = grid;
        this.words = words;
        this.x = x;
        this.y = y;
    }

    @Override
    public void fit(double width, double height) {
        frame = HeatFrame.in(width, height);
    }

    private double left(int column) {
        return frame.left() + Math.floor(column * frame.width() / grid.columns());
    }

    private double top(int row) {
        return frame.bottom() - Math.floor((row + 1) * frame.height() / grid.rows());
    }

    @Override
    public void paint(GraphicsContext to, Palette palette) {
        HeatInk ink = new HeatInk(marks, palette);
        SweepFigure figure = marks.figure();
        boolean worded = frame.width() / grid.columns() >= WIDE && frame.height() / grid.rows() >= HIGH;
        boolean gaps = frame.width() / grid.columns() >= 6 && frame.height() / grid.rows() >= 6;
        int columns = (int) Math.min(grid.columns(), Math.max(1, frame.width()));
        int rows = (int) Math.min(grid.rows(), Math.max(1, frame.height()));
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < rows; j++) {
                double value = best(figure, i, columns, j, rows);
                if (Double.isInfinite(value)) {
                    continue;
                }
                Color color = ink.of(value);
                to.setFill(color);
                double fromX = frame.left() + Math.floor(i * frame.width() / columns);
                double toX = frame.left() + Math.floor((i + 1) * frame.width() / columns);
                double fromY = frame.bottom() - Math.floor((j + 1) * frame.height() / rows);
                double toY = frame.bottom() - Math.floor(j * frame.height() / rows);
                double gap = gaps ? 1 : 0;
                to.fillRect(fromX, fromY, toX - fromX - gap, toY - fromY - gap);
                if (worded) {
                    word(to, HeatInk.on(color), words.figure(figure, value), (fromX + toX) / 2, (fromY + toY) / 2);
                }
            }
        }
        labels(to, palette);
        ink.legend(to, words, frame.right() - 64, 12);
        mark(to, palette);
    }

    /// The value of a cell; the best of those that share a pixel; infinite where nothing is finished.
    private double best(SweepFigure figure, int i, int columns, int j, int rows) {
        double best = Double.POSITIVE_INFINITY;
        for (int column = i * grid.columns() / columns; column < (i + 1) * grid.columns() / columns; column++) {
            for (int row = j * grid.rows() / rows; row < (j + 1) * grid.rows() / rows; row++) {
                int point = grid.point(column, row);
                if (point >= 0 && results.has(point)) {
                    double value = results.of(figure, point);
                    best = Double.isInfinite(best) || results.order(figure).compare(value, best) < 0 ? value : best;
                }
            }
        }
        return best;
    }

    private static void word(GraphicsContext to, Color color, String text, double middleX, double middleY) {
        to.setFill(color);
        to.setFont(Font.font("Roboto", 12));
        to.setTextAlign(TextAlignment.CENTER);
        to.fillText(text, middleX, middleY + 4);
    }

    private void labels(GraphicsContext to, Palette palette) {
        frame.names(to, palette, x, y);
        double[] across = new double[grid.columns()];
        String[] acrossTexts = new String[grid.columns()];
        for (int i = 0; i < across.length; i++) {
            across[i] = (left(i) + left(i + 1)) / 2;
            acrossTexts[i] = words.value(grid.xs().get(i));
        }
        frame.below(to, palette, across, acrossTexts);
        if (y.isEmpty()) {
            return;
        }
        double[] up = new double[grid.rows()];
        String[] upTexts = new String[grid.rows()];
        for (int j = 0; j < up.length; j++) {
            up[j] = (top(j) + top(j - 1)) / 2;
            upTexts[j] = words.value(grid.ys().get(j));
        }
        frame.beside(to, palette, up, upTexts);
    }

    private void mark(GraphicsContext to, Palette palette) {
        Plateau plateau = marks.plateau();
        int plateauColumn = plateau == null ? -1 : grid.column(plateau.point());
        if (plateau != null && plateauColumn >= 0) {
            int row = grid.row(plateau.point());
            int fromColumn = Math.max(0, plateauColumn - 1);
            int toColumn = Math.min(grid.columns() - 1, plateauColumn + 1);
            int fromRow = Math.max(0, row - 1);
            int toRow = Math.min(grid.rows() - 1, row + 1);
            box(to, palette.background(), 5, fromColumn, toColumn, fromRow, toRow);
            box(to, palette.text(), 2, fromColumn, toColumn, fromRow, toRow);
            corner(to, palette, plateauColumn, row);
        }
        int peakColumn = marks.peak() < 0 ? -1 : grid.column(marks.peak());
        if (peakColumn >= 0) {
            ring(to, palette, peakColumn, grid.row(marks.peak()));
        }
    }

    private void box(
            GraphicsContext to, Color color, double width, int fromColumn, int toColumn, int fromRow, int toRow) {
        to.setStroke(color);
        to.setLineWidth(width);
        double top = top(toRow);
        to.strokeRect(
                left(fromColumn) - 1, top - 1, left(toColumn + 1) - left(fromColumn) + 1, top(fromRow - 1) - top + 1);
    }

    /// A filled triangle in the corner of the plateau's cell, beside its number.
    private void corner(GraphicsContext to, Palette palette, int column, int row) {
        double size = Math.clamp(Math.min(left(column + 1) - left(column), top(row - 1) - top(row)) / 2, 4, 10);
        double cellLeft = left(column);
        double cellTop = top(row);
        to.setFill(palette.background());
        to.fillPolygon(
                new double[] {cellLeft, cellLeft + size + 3, cellLeft},
                new double[] {cellTop, cellTop, cellTop + size + 3},
                3);
        to.setFill(palette.text());
        to.fillPolygon(
                new double[] {cellLeft, cellLeft + size, cellLeft}, new double[] {cellTop, cellTop, cellTop + size}, 3);
    }

    private void ring(GraphicsContext to, Palette palette, int column, int row) {
        double width = Math.max(12, left(column + 1) - left(column) - 5);
        double height = Math.max(12, top(row - 1) - top(row) - 5);
        double middleX = (left(column) + left(column + 1) - 1) / 2;
        double middleY = (top(row) + top(row - 1) - 1) / 2;
        for (int pass = 0; pass < 2; pass++) {
            to.setStroke(pass == 0 ? palette.background() : palette.text());
            to.setLineWidth(pass == 0 ? 4 : 2);
            to.strokeRoundRect(
                    middleX - width / 2, middleY - height / 2, width, height, Math.min(width, height), height);
        }
    }

    @Override
    public void paintCursor(GraphicsContext to, Palette palette, int point) {
        int column = grid.column(point);
        if (column < 0) {
            return;
        }
        int row = grid.row(point);
        box(to, palette.background(), 4, column, column, row, row);
        box(to, palette.accent(), 2, column, column, row, row);
    }

    @Override
    public int pointAt(double px, double py) {
        int column = (int) Math.floor((px - frame.left()) * grid.columns() / frame.width());
        int row = (int) Math.floor((frame.bottom() - py) * grid.rows() / frame.height());
        boolean inside = column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows();
        int point = inside ? grid.point(column, row) : -1;
        return point >= 0 && results.has(point) ? point : -1;
    }

    @Override
    public int column(int point) {
        return point < 0 ? -1 : grid.column(point);
    }

    @Override
    public int beside(int point, int right, int up) {
        int column = column(point);
        if (column < 0) {
            return start();
        }
        int row = grid.row(point) + up;
        column += right;
        while (column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows()) {
            int next = grid.point(column, row);
            if (next >= 0) {
                return next;
            }
            column += right;
            row += up;
        }
        return point;
    }

    @Override
    public int start() {
        Plateau plateau = marks.plateau();
        if (plateau != null && grid.column(plateau.point()) >= 0) {
            return plateau.point();
        }
        if (marks.peak() >= 0 && grid.column(marks.peak()) >= 0) {
            return marks.peak();
        }
        int first = -1;
        for (int i = 0; i < grid.columns() * grid.rows() && first < 0; i++) {
            first = grid.point(i % grid.columns(), i / grid.columns());
        }
        return first;
    }

    @Override
    public double @Nullable [] middle(int point) {
        int column = column(point);
        if (column < 0) {
            return null;
        }
        int row = grid.row(point);
        return new double[] {(left(column) + left(column + 1)) / 2, (top(row) + top(row - 1)) / 2};
    }
}
