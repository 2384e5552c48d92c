package org.tickwright.desktop.backtest;

import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.SweepFigure;

/// What chance chose as dots, by two parameters, all others as they came. The better lie over the worse; the peak has a
/// ring.
final class HeatDots implements HeatMap {
    private static final double RADIUS = 5;
    private static final int TICKS = 5;

    private final SweepJob job;
    private final SweepMarks marks;
    private final SweepWords words;
    private final int[] points;
    private final double[] across;
    private final double[] up;
    private final ParameterRange x;
    private final @Nullable ParameterRange y;
    private HeatFrame frame = HeatFrame.in(1, 1);

    HeatDots(SweepJob job, SweepMarks marks, SweepWords words, String xName, String yName) {
        this.job = job;
        this.marks = marks;
        this.words = words;
        List<ParameterRange> ranges = job.plan().ranges();
        int xAt = index(ranges, xName);
        int yAt = index(ranges, yName);
        x = ranges.get(Math.max(0, xAt));
        y = yAt < 0 ? null : ranges.get(yAt);
        SweepFigure figure = marks.figure();
        Comparator<Integer> worstFirst = Comparator.comparing(
                        (Integer point) -> job.results().of(figure, point),
                        job.results().order(figure)::compare)
                .reversed();
        points = java.util.stream.IntStream.range(0, job.plan().size())
                .filter(job.results()::has)
                .boxed()
                .sorted(worstFirst)
                .mapToInt(Integer::intValue)
                .toArray();
        across = new double[points.length];
        up = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double[] values = job.results().values(points[i]);
            across[i] = values[Math.max(0, xAt)];
            up[i] = yAt < 0 ? 0 : values[yAt];
        }
    }

    private static int index(List<ParameterRange> ranges, String name) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void fit(double width, double height) {
        frame = HeatFrame.in(width, height);
    }

    private double px(double value) {
        double span = x.to() - x.from();
        return frame.left() + RADIUS + (span == 0 ? 0.5 : (value - x.from()) / span) * (frame.width() - 2 * RADIUS);
    }

    private double py(double value) {
        double span = y == null ? 0 : y.to() - y.from();
        double place = y == null || span == 0 ? 0.5 : (value - y.from()) / span;
        return frame.bottom() - RADIUS - place * (frame.height() - 2 * RADIUS);
    }

    @Override
    public void paint(GraphicsContext to, Palette palette) {
        HeatInk ink = new HeatInk(marks, palette);
        to.setStroke(palette.border());
        to.setLineWidth(1);
        to.strokeRect(
                Math.floor(frame.left()) + 0.5,
                Math.floor(frame.top()) + 0.5,
                Math.floor(frame.width()),
                Math.floor(frame.height()));
        for (int i = 0; i < points.length; i++) {
            Color color = ink.of(job.results().of(marks.figure(), points[i]));
            to.setFill(color);
            to.fillOval(px(across[i]) - RADIUS, py(up[i]) - RADIUS, 2 * RADIUS, 2 * RADIUS);
            to.setStroke(palette.background());
            to.strokeOval(px(across[i]) - RADIUS, py(up[i]) - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
        labels(to, palette);
        ink.legend(to, words, frame.right() - 64, 12);
        if (marks.peak() >= 0) {
            ring(to, palette.text(), marks.peak());
        }
    }

    private void labels(GraphicsContext to, Palette palette) {
        frame.names(to, palette, x.name(), y == null ? "" : y.name());
        double[] at = new double[TICKS];
        String[] texts = new String[TICKS];
        for (int i = 0; i < TICKS; i++) {
            double value = x.from() + i * (x.to() - x.from()) / (TICKS - 1);
            at[i] = px(value);
            texts[i] = words.value(value);
        }
        frame.below(to, palette, at, texts);
        if (y == null) {
            return;
        }
        for (int i = 0; i < TICKS; i++) {
            double value = y.from() + i * (y.to() - y.from()) / (TICKS - 1);
            at[i] = py(value);
            texts[i] = words.value(value);
        }
        frame.beside(to, palette, at, texts);
    }

    private void ring(GraphicsContext to, Color color, int point) {
        int at = column(point);
        if (at >= 0) {
            double radius = RADIUS + 4;
            to.setStroke(color);
            to.setLineWidth(2);
            to.strokeOval(px(across[at]) - radius, py(up[at]) - radius, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void paintCursor(GraphicsContext to, Palette palette, int point) {
        ring(to, palette.accent(), point);
    }

    @Override
    public int pointAt(double atX, double atY) {
        int nearest = nearest(atX, atY, 0, 0);
        return nearest >= 0 && StrictMath.hypot(px(across[nearest]) - atX, py(up[nearest]) - atY) <= 2 * RADIUS
                ? points[nearest]
                : -1;
    }

    /// The nearest dot that lies in a direction; any direction for 0, 0.
    private int nearest(double atX, double atY, int right, int upwards) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = points.length - 1; i >= 0; i--) {
            double dx = px(across[i]) - atX;
            double dy = py(up[i]) - atY;
            boolean anywhere = right == 0 && upwards == 0;
            boolean towards =
                    dx * right - dy * upwards > 0.5 && Math.abs(right == 0 ? dx : dy) <= Math.abs(right == 0 ? dy : dx);
            boolean ahead = anywhere || towards;
            double distance = StrictMath.hypot(dx, dy);
            if (ahead && distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /// The place of a combination among the dots.
    @Override
    public int column(int point) {
        for (int i = points.length - 1; i >= 0 && point >= 0; i--) {
            if (points[i] == point) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int beside(int point, int right, int upwards) {
        int at = column(point);
        if (at < 0) {
            return start();
        }
        int next = nearest(px(across[at]), py(up[at]), right, upwards);
        return next < 0 ? point : points[next];
    }

    @Override
    public int start() {
        return marks.peak() >= 0 ? marks.peak() : points.length == 0 ? -1 : points[points.length - 1];
    }

    @Override
    public double @Nullable [] middle(int point) {
        int at = column(point);
        return at < 0 ? null : new double[] {px(across[at]), py(up[at])};
    }
}
