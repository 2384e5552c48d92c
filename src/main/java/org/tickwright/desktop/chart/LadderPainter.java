package org.tickwright.desktop.chart;

import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.Surface;
import org.tickwright.desktop.chart.plot.Surface.Align;
import org.tickwright.desktop.chart.plot.Surface.Face;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.book.LadderRows;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.workbench.live.LiveDepth;

/// Draws a ladder: bids at the left, prices in the middle, asks at the right, sizes as bars that grow away
/// from the prices. Sides are told by place as well as by colour, the last trade by an arrow as well as by
/// light.
final class LadderPainter {
    /// The height of a row, and of the line above them.
    static final double ROW = 20;

    static final double HEAD = 24;
    private static final double GAP = 8;
    private static final double ARROW = 4;

    private final LadderModel model;
    private final Surface surface;
    private final Ink ink;
    private double width;
    private double left;
    private double right;

    LadderPainter(LadderModel model, Surface surface, Ink ink) {
        this.model = model;
        this.surface = surface;
        this.ink = ink;
    }

    /// How many rows fit.
    static int room(double height) {
        return (int) Math.max(0, Math.floor((height - HEAD) / ROW));
    }

    void draw(double newWidth, double height) {
        width = newWidth;
        surface.rect(0, 0, width, height, ink.background());
        LadderRows rows = model.rows();
        columns(rows);
        LiveDepth depth = model.depth();
        if (depth == null) {
            surface.text(model.note(), width / 2, height / 2, Align.CENTRE, Face.MESSAGE, ink.muted());
            return;
        }
        surface.rect(left, HEAD, right - left, rows.count() * ROW, ink.surface());
        boolean old = !depth.whole() || model.state().stale();
        for (int i = 0; i < rows.count(); i++) {
            row(rows, i, HEAD + i * ROW, old);
        }
        mark(depth, rows);
        head(rows);
    }

    private void columns(LadderRows rows) {
        double widest = surface.textWidth("00.00", Face.STRONG);
        if (rows.count() > 0) {
            widest = Math.max(widest, surface.textWidth(model.price(rows.price(0)), Face.STRONG));
            widest = Math.max(widest, surface.textWidth(model.price(rows.price(rows.count() - 1)), Face.STRONG));
        }
        double half = Math.ceil(widest / 2) + 2 * GAP + ARROW;
        left = Math.floor(width / 2 - half);
        right = Math.floor(width / 2 + half);
    }

    private void head(LadderRows rows) {
        long bids = 0;
        long asks = 0;
        for (int i = 0; i < rows.count(); i++) {
            bids += rows.bid(i);
            asks += rows.ask(i);
        }
        double y = HEAD / 2;
        surface.rect(0, HEAD - surface.pixel(), width, surface.pixel(), ink.border());
        surface.text("Bids " + model.total(bids), left - GAP, y, Align.RIGHT, Face.LABEL, ink.muted());
        surface.text("Price", width / 2, y, Align.CENTRE, Face.LABEL, ink.muted());
        surface.text("Asks " + model.total(asks), right + GAP, y, Align.LEFT, Face.LABEL, ink.muted());
    }

    private void row(LadderRows rows, int i, double y, boolean old) {
        double middle = y + ROW / 2;
        boolean bestBid = rows.number(i) == model.bestRow(true);
        boolean bestAsk = rows.number(i) == model.bestRow(false);
        surface.rect(0, y + ROW - surface.pixel(), width, surface.pixel(), ink.grid());
        if (rows.bid(i) > 0) {
            double length = length(rows.bid(i), rows.most(), left);
            surface.rect(left - length, y + 1, length, ROW - 2, bar(ink.up(), bestBid, old));
            text(model.size(rows.bid(i)), left - GAP, middle, Align.RIGHT, bestBid, old);
        }
        if (rows.ask(i) > 0) {
            double length = length(rows.ask(i), rows.most(), width - right);
            surface.rect(right, y + 1, length, ROW - 2, bar(ink.down(), bestAsk, old));
            text(model.size(rows.ask(i)), right + GAP, middle, Align.LEFT, bestAsk, old);
        }
        int colour = old ? ink.muted() : bestBid ? ink.up() : bestAsk ? ink.down() : ink.text();
        Face face = bestBid || bestAsk ? Face.STRONG : Face.LABEL;
        surface.text(model.price(rows.price(i)), width / 2, middle, Align.CENTRE, face, colour);
    }

    private double length(long size, long most, double room) {
        return Math.max(surface.pixel(), Math.rint((room - GAP) * size / most));
    }

    private static int bar(int colour, boolean best, boolean old) {
        return Ink.fade(colour, old ? 0.12 : best ? 0.36 : 0.22);
    }

    private void text(String text, double x, double y, Align align, boolean best, boolean old) {
        surface.text(text, x, y, align, best ? Face.STRONG : Face.LABEL, old ? ink.muted() : ink.text());
    }

    /// Frames the row of the last trade and points to the side that it was done on.
    private void mark(LiveDepth depth, LadderRows rows) {
        FeedEvent.@Nullable Trade last = depth.last();
        if (last == null || rows.count() == 0) {
            return;
        }
        long i = rows.number(0) - model.tradedRow();
        if (i < 0 || i >= rows.count()) {
            return;
        }
        double y = HEAD + i * ROW;
        boolean bought = last.aggressor() == Aggressor.BUYER;
        int colour = last.aggressor() == Aggressor.UNKNOWN ? ink.accent() : bought ? ink.up() : ink.down();
        surface.rect(left, y, right - left, ROW - surface.pixel(), Ink.fade(colour, model.lit() ? 0.28 : 0.12));
        frame(left, y, right - left, ROW - surface.pixel(), colour);
        double x = left + GAP;
        double tip = y + ROW / 2 + (bought ? -ARROW : ARROW);
        double base = y + ROW / 2 + (bought ? ARROW : -ARROW);
        surface.polygon(new double[] {x, x + ARROW, x - ARROW}, new double[] {tip, base, base}, 3, colour);
    }

    private void frame(double x, double y, double w, double h, int colour) {
        double line = surface.pixel();
        surface.rect(x, y, w, line, colour);
        surface.rect(x, y + h - line, w, line, colour);
        surface.rect(x, y, line, h, colour);
        surface.rect(x + w - line, y, line, h, colour);
    }
}
