package org.tickwright.report;

import java.util.Arrays;
import java.util.List;
import org.tickwright.engine.Trade;

/// How the returns of the trades are distributed: one bar per step of return, losses and gains apart, the median
/// marked.
///
/// Where a few trades lie far out, the outermost bars collect them and are labelled so.
public final class TradeHistogram {
    private static final double LEFT = 40;
    private static final double TOP = 28;
    private static final double BOTTOM = 26;
    private static final double TEXT = 12;
    private static final int MOST_BARS = 40;

    private final double[] returns;
    private final Figures figures;
    private final double width;
    private final double height;

    private TradeHistogram(double[] returns, double width, double height, Figures figures) {
        this.returns = returns;
        this.width = width;
        this.height = height;
        this.figures = figures;
    }

    /// Draws the distribution of the trades' returns after costs into a plane of this size.
    public static Drawing of(List<Trade> trades, double width, double height, Figures figures) {
        double[] returns = trades.stream()
                .mapToDouble(Trade::returnPct)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return new TradeHistogram(returns, width, height, figures).draw();
    }

    private Drawing draw() {
        Drawing.Builder draw = new Drawing.Builder(width, height);
        if (returns.length == 0) {
            draw.label(width / 2, height / 2, "No trades", Mark.Anchor.MIDDLE, Ink.MUTED, TEXT);
            return draw.build("No trades.");
        }
        double low = Math.min(0, outer(0.02, returns[0]));
        double high = Math.max(0, outer(0.98, returns[returns.length - 1]));
        double step = Scale.roundUp(Math.max(high - low, 0.01) / MOST_BARS);
        int first = (int) StrictMath.floor(low / step);
        int last = Math.max(first + 1, (int) StrictMath.ceil(high / step));
        int[] counts = counts(first, last, step);
        paint(draw, counts, first, step);
        return draw.build(description(counts));
    }

    /// The quantile where the tails are far out, else the extreme.
    private double outer(double quantile, double extreme) {
        if (returns.length < 50) {
            return extreme;
        }
        double near = returns[(int) (quantile * (returns.length - 1))];
        double middle = returns[(int) ((1 - quantile) * (returns.length - 1))];
        return Math.abs(extreme - near) > Math.abs(near - middle) ? near : extreme;
    }

    private int[] counts(int first, int last, double step) {
        int[] counts = new int[last - first];
        for (double value : returns) {
            int bin = (int) StrictMath.floor(value / step) - first;
            counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
        }
        return counts;
    }

    private void paint(Drawing.Builder draw, int[] counts, int first, double step) {
        int most = Arrays.stream(counts).max().orElse(1);
        Scale y = Scale.exact(0, most * 1.08, height - BOTTOM, TOP, 28);
        for (double tick : y.ticks()) {
            if (tick == StrictMath.rint(tick)) {
                draw.line(LEFT, y.at(tick), width, y.at(tick), Ink.GRID, 1);
                draw.label(LEFT - 6, y.at(tick) + 3.5, figures.count((long) tick), Mark.Anchor.END, Ink.MUTED, TEXT);
            }
        }
        Scale x = new Scale(first * step, (first + counts.length) * step, LEFT, width - 4, false, List.of());
        double bar = (x.to() - x.from()) / counts.length;
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                double top = y.at(counts[k]);
                Ink ink = first + k < 0 ? Ink.DOWN : Ink.UP;
                String hint = hint(counts, k, (first + k) * step, step);
                draw.add(new Mark.Box(LEFT + k * bar + 1, top, Math.max(1, bar - 2), y.from() - top, ink, 0.85, hint));
            }
        }
        draw.line(LEFT, y.from(), width, y.from(), Ink.BORDER, 1);
        axis(draw, x);
        median(draw, x);
    }

    private String hint(int[] counts, int k, double from, double step) {
        String low = figures.plain(tidy(from)) + "%";
        String high = figures.plain(tidy(from + step)) + "%";
        String range = low + " to " + high;
        if (k == 0 && returns[0] < from) {
            range = "below " + high;
        } else if (k == counts.length - 1 && returns[returns.length - 1] >= from + step) {
            range = low + " and above";
        }
        return range + ": " + figures.count(counts[k]) + (counts[k] == 1 ? " trade" : " trades");
    }

    private void axis(Drawing.Builder draw, Scale x) {
        Scale ticks = Scale.exact(x.low(), x.high(), x.from(), x.to(), 52);
        for (double tick : ticks.ticks()) {
            String text = figures.plain(tidy(tick)) + "%";
            double half = Drawing.textWidth(text, TEXT) / 2;
            double at = Math.max(LEFT + half - 8, Math.min(width - half, x.at(tick)));
            draw.label(at, height - 7, text, Mark.Anchor.MIDDLE, Ink.MUTED, TEXT);
        }
        double zero = x.at(0);
        draw.line(zero, TOP, zero, height - BOTTOM, Ink.MUTED, 1);
    }

    private void median(Drawing.Builder draw, Scale x) {
        int n = returns.length;
        double median = n % 2 == 1 ? returns[n / 2] : (returns[n / 2 - 1] + returns[n / 2]) / 2;
        double at = Math.max(x.from(), Math.min(x.to(), x.at(median)));
        String text = "median " + figures.percent(median / 100, true);
        double half = Drawing.textWidth(text, TEXT) / 2;
        draw.add(new Mark.Curve(new double[] {at, at}, new double[] {TOP - 4, height - BOTTOM}, Ink.TEXT, 1, true));
        double textAt = Math.max(LEFT + half, Math.min(width - half, at));
        draw.label(textAt, 14, text, Mark.Anchor.MIDDLE, Ink.TEXT, TEXT);
    }

    private static double tidy(double value) {
        return StrictMath.rint(value * 1e9) / 1e9;
    }

    private String description(int[] counts) {
        long losses = Arrays.stream(returns).filter(r -> r < 0).count();
        return "Returns of " + figures.count(returns.length) + " trades in " + counts.length + " steps from "
                + figures.percent(returns[0] / 100, true) + " to "
                + figures.percent(returns[returns.length - 1] / 100, true) + "; " + figures.count(losses)
                + " of them losses.";
    }
}
