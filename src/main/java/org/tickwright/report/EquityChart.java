package org.tickwright.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Equity against buy and hold, the drawdown below it, on one axis of time. Behind the equity lies the band that the
/// bars leave open, where the run has one.
///
/// Beside the drawing it keeps the scales, so that a screen can say what lies under the pointer.
public final class EquityChart {
    private static final double RIGHT = 72;
    private static final double TOP = 28;
    private static final double BOTTOM = 24;
    private static final double GAP = 28;
    private static final double TEXT = 12;
    private static final double TICK_SPACING = 40;
    private static final double LOG_FROM = 8;

    private final RunCurves curves;
    private final Figures figures;
    private final double width;
    private final double height;
    private final Scale equity;
    private final Scale drawdown;
    private final Drawing drawing;

    private EquityChart(RunCurves curves, double width, double height, Figures figures) {
        this.curves = curves;
        this.figures = figures;
        this.width = width;
        this.height = height;
        double usable = height - TOP - GAP - BOTTOM;
        double split = TOP + usable * 0.7;
        equity = equityScale(split);
        drawdown = drawdownScale(split + GAP, height - BOTTOM);
        drawing = draw();
    }

    /// Draws the curves into a plane of this size, at least 200 by 150.
    public static EquityChart of(RunCurves curves, double width, double height, Figures figures) {
        return new EquityChart(curves, Math.max(width, 200), Math.max(height, 150), figures);
    }

    /// The marks.
    public Drawing drawing() {
        return drawing;
    }

    /// The bar of the run nearest to a coordinate; -1 where there are none.
    public int barAt(double x) {
        int n = curves.equity().length;
        if (n == 0) {
            return -1;
        }
        double share = x / Math.max(1, plotWidth());
        return (int) Math.max(0, Math.min(n - 1L, Math.round(share * (n - 1))));
    }

    /// Where a bar of the run lies.
    public double x(int bar) {
        int n = curves.equity().length;
        return n == 1 ? plotWidth() / 2 : (double) bar / (n - 1) * plotWidth();
    }

    /// Where a bar's equity lies.
    public double equityY(int bar) {
        return equity.at(curves.equity()[bar]);
    }

    /// Where a bar's drawdown lies.
    public double drawdownY(int bar) {
        return drawdown.at(curves.drawdown()[bar]);
    }

    /// The width of the panes, without the labels at their right.
    public double plotWidth() {
        return width - RIGHT;
    }

    private Scale equityScale(double bottom) {
        double low = curves.capital();
        double high = curves.capital();
        for (double value : curves.equity()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        for (double[] other : others()) {
            for (double value : other) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        boolean logarithmic = low > 0 && high / low >= LOG_FROM;
        return logarithmic
                ? Scale.logarithmic(low, high, bottom, TOP, TICK_SPACING)
                : Scale.linear(low, high, bottom, TOP, TICK_SPACING);
    }

    private List<double[]> others() {
        return Stream.of(curves.benchmark(), curves.worst(), curves.best())
                .<double[]>mapMulti((column, to) -> {
                    if (column != null) {
                        to.accept(column);
                    }
                })
                .toList();
    }

    private Scale drawdownScale(double top, double bottom) {
        double low = 0;
        for (double value : curves.drawdown()) {
            low = Math.min(low, value);
        }
        return Scale.exact(low < 0 ? low * 1.06 : -0.01, 0, bottom, top, 28);
    }

    private Drawing draw() {
        Drawing.Builder draw = new Drawing.Builder(width, height);
        verticalGrid(draw);
        horizontalGrid(draw, equity, value -> axisMoney(value));
        horizontalGrid(draw, drawdown, value -> axisPercent(value));
        drawdownArea(draw);
        bandArea(draw);
        double[] benchmark = curves.benchmark();
        if (benchmark != null) {
            curve(draw, benchmark, equity, Ink.BENCHMARK, 1);
        }
        curve(draw, curves.equity(), equity, Ink.EQUITY, 1.5);
        legend(draw, benchmark);
        return draw.build(description(benchmark));
    }

    private void verticalGrid(Drawing.Builder draw) {
        int most = (int) Math.max(2, plotWidth() / 60);
        double free = 0;
        for (TimeTicks.Tick tick : TimeTicks.of(curves.time(), curves.zone(), most)) {
            double x = x(tick.index());
            double half = Drawing.textWidth(tick.label(), TEXT) / 2;
            if (x - half >= free && x + half <= plotWidth()) {
                draw.line(x, TOP, x, height - BOTTOM, Ink.GRID, 1);
                draw.label(x, height - 7, tick.label(), Mark.Anchor.MIDDLE, Ink.MUTED, TEXT);
                free = x + half + 10;
            }
        }
    }

    private interface AxisText {
        String of(double value);
    }

    private void horizontalGrid(Drawing.Builder draw, Scale scale, AxisText text) {
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            draw.line(0, y, plotWidth(), y, Ink.GRID, 1);
            draw.label(plotWidth() + 8, y + TEXT * 0.36, text.of(tick), Mark.Anchor.START, Ink.MUTED, TEXT);
        }
        draw.line(0, scale.from(), plotWidth(), scale.from(), Ink.BORDER, 1);
    }

    private void drawdownArea(Drawing.Builder draw) {
        Reduction points = Reduction.of(curves.drawdown(), columns());
        int n = points.index().length;
        if (n < 2) {
            return;
        }
        double[] x = new double[n + 2];
        double[] y = new double[n + 2];
        for (int k = 0; k < n; k++) {
            x[k] = x(points.index()[k]);
            y[k] = drawdown.at(points.value()[k]);
        }
        x[n] = x[n - 1];
        y[n] = drawdown.at(0);
        x[n + 1] = x[0];
        y[n + 1] = drawdown.at(0);
        draw.add(new Mark.Area(x, y, Ink.DOWN, 0.28));
        curve(draw, curves.drawdown(), drawdown, Ink.DOWN, 1);
    }

    /// From the first bar on along the best equity, and back along the worst.
    private void bandArea(Drawing.Builder draw) {
        double[] worst = curves.worst();
        double[] best = curves.best();
        if (worst == null || best == null || worst.length < 2) {
            return;
        }
        Reduction above = Reduction.of(best, columns());
        Reduction below = Reduction.of(worst, columns());
        int n = above.index().length;
        int all = n + below.index().length;
        double[] x = new double[all];
        double[] y = new double[all];
        for (int k = 0; k < n; k++) {
            x[k] = x(above.index()[k]);
            y[k] = equity.at(above.value()[k]);
        }
        for (int k = n; k < all; k++) {
            x[k] = x(below.index()[all - 1 - k]);
            y[k] = equity.at(below.value()[all - 1 - k]);
        }
        draw.add(new Mark.Area(x, y, Ink.EQUITY, 0.3));
    }

    private void curve(Drawing.Builder draw, double[] values, Scale scale, Ink ink, double stroke) {
        Reduction points = Reduction.of(values, columns());
        int n = points.index().length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = x(points.index()[k]);
            y[k] = scale.at(points.value()[k]);
        }
        if (n == 1) {
            draw.add(new Mark.Dot(x[0], y[0], 2.5, ink));
        } else if (n > 1) {
            draw.add(new Mark.Curve(x, y, ink, stroke, false));
        }
    }

    private int columns() {
        return (int) Math.max(50, plotWidth());
    }

    private void legend(Drawing.Builder draw, double @Nullable [] benchmark) {
        double x = legendEntry(draw, 0, Ink.EQUITY, "Strategy", last(curves.equity()), 2);
        if (benchmark != null) {
            x = legendEntry(draw, x, Ink.BENCHMARK, "Buy & hold", last(benchmark), 1);
        }
        bandLegend(draw, x);
        if (equity.logarithmic()) {
            draw.label(plotWidth(), 12, "logarithmic scale", Mark.Anchor.END, Ink.MUTED, TEXT);
        }
        draw.label(0, drawdown.to() - 9, "Drawdown", Mark.Anchor.START, Ink.MUTED, TEXT);
    }

    private double legendEntry(Drawing.Builder draw, double x, Ink ink, String name, double value, double stroke) {
        String text = name + "  " + figures.percent(value / curves.capital() - 1, true);
        draw.add(new Mark.Curve(new double[] {x, x + 16}, new double[] {8.5, 8.5}, ink, stroke, false));
        draw.label(x + 22, 12, text, Mark.Anchor.START, Ink.TEXT, TEXT);
        return x + 22 + Drawing.textWidth(text, TEXT) + 16;
    }

    private void bandLegend(Drawing.Builder draw, double x) {
        double[] worst = curves.worst();
        double[] best = curves.best();
        if (worst == null || best == null) {
            return;
        }
        String text = "Worst to best reading  " + figures.percent(last(worst) / curves.capital() - 1, true) + " to "
                + figures.percent(last(best) / curves.capital() - 1, true);
        if (x + 22 + Drawing.textWidth(text, TEXT) <= width) {
            draw.add(new Mark.Box(x, 4, 16, 8, Ink.EQUITY, 0.3, null));
            draw.label(x + 22, 12, text, Mark.Anchor.START, Ink.TEXT, TEXT);
        }
    }

    private static double last(double[] values) {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    private String axisMoney(double value) {
        double size = Math.max(Math.abs(equity.low()), Math.abs(equity.high()));
        if (size >= 2e9) {
            return figures.plain(round(value / 1e9)) + " bn";
        }
        if (size >= 2e6) {
            return figures.plain(round(value / 1e6)) + " m";
        }
        return size >= 1_000 ? figures.count(Math.round(value)) : figures.plain(round(value));
    }

    private String axisPercent(double value) {
        return figures.plain(round(value * 100)) + "%";
    }

    private static double round(double value) {
        return StrictMath.rint(value * 1e6) / 1e6;
    }

    private String description(double @Nullable [] benchmark) {
        double worst = 0;
        for (double value : curves.drawdown()) {
            worst = Math.min(worst, value);
        }
        return String.format(
                Locale.ROOT,
                "Equity from %s to %s%s; largest drawdown %s.",
                figures.money(curves.capital()),
                figures.money(last(curves.equity())),
                benchmark == null ? "" : ", buy and hold to " + figures.money(last(benchmark)),
                figures.percent(worst, false));
    }
}
