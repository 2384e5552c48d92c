package org.tickwright.desktop.chart;

import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.FootprintPicture.Cell;
import org.tickwright.desktop.chart.plot.CandleLayer;
import org.tickwright.desktop.chart.plot.Candles;
import org.tickwright.desktop.chart.plot.Extent;
import org.tickwright.desktop.chart.plot.Frame;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.Layer;
import org.tickwright.desktop.chart.plot.Surface.Align;
import org.tickwright.desktop.chart.plot.Surface.Face;
import org.tickwright.desktop.chart.plot.TimeScale;
import org.tickwright.market.Footprint.Imbalance;

/// Bars as their footprints: a slim candle, beside it row by row what was sold and what was bought, the row
/// with the most volume framed, a side that pressed in strong type, the difference below. Where bars are too
/// narrow for their figures, candles.
final class FootprintLayer implements Layer {
    private static final double SLIM = 5;
    private static final double INSET = 4;
    private static final double CROSS = 8;
    private static final double LEAST_ROW = 11;
    private static final int SHADES = 6;

    private Candles bars = Candles.empty();
    private CandleLayer candles = new CandleLayer(bars);
    private @Nullable FootprintPicture picture;

    void bars(Candles shown) {
        bars = shown;
        candles = new CandleLayer(shown);
    }

    /// Shows another footprint, or none.
    void show(@Nullable FootprintPicture shown) {
        picture = shown;
    }

    /// What is shown; null for none.
    @Nullable
    FootprintPicture picture() {
        return picture;
    }

    /// Whether bars of that width have room for their figures.
    boolean readable(double barWidth) {
        FootprintPicture now = picture;
        return now != null && barWidth >= now.width();
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        candles.extent(extent, from, to);
        FootprintPicture now = picture;
        if (now != null && extent.low() <= extent.high()) {
            extent.include(extent.low() - now.tick() / 2);
            extent.include(extent.high() + now.tick() / 2);
        }
    }

    @Override
    public void draw(Frame frame) {
        FootprintPicture now = picture;
        TimeScale time = frame.time();
        if (now == null || !readable(time.barWidth())) {
            candles.draw(frame);
            return;
        }
        int end = time.end(1);
        for (int i = Math.max(time.first() - 1, 0); i < end; i++) {
            if (bars.low(i) <= bars.high(i)) {
                double left = time.centrePixel(i) - frame.snap(time.barWidth() / 2) + INSET;
                slim(frame, i, left);
                if (now.has(i)) {
                    double start = left + SLIM + INSET;
                    cells(frame, now, i, start, left + time.barWidth() - 2 * INSET - start);
                }
            }
        }
    }

    private void slim(Frame frame, int i, double left) {
        double pixel = frame.time().pixel();
        int colour =
                bars.close(i) >= bars.open(i) ? frame.ink().up() : frame.ink().down();
        double top = frame.snap(frame.y(bars.high(i)));
        double bottom = Math.max(frame.snap(frame.y(bars.low(i))), top + pixel);
        frame.surface().rect(left + Math.floor(SLIM / 2), top, pixel, bottom - top, colour);
        double upper = frame.snap(frame.y(Math.max(bars.open(i), bars.close(i))));
        double lower = Math.max(frame.snap(frame.y(Math.min(bars.open(i), bars.close(i)))), upper + pixel);
        frame.surface().rect(left, upper, SLIM, lower - upper, colour);
    }

    private static void cells(Frame frame, FootprintPicture now, int bar, double left, double width) {
        double pixel = frame.time().pixel();
        Cell[] cells = now.cells(bar);
        int control = now.control(bar);
        double lowest = frame.top();
        for (int row = 0; row < cells.length; row++) {
            Cell cell = cells[row];
            double top = frame.snap(frame.y(cell.bottom() + now.height()));
            double bottom = frame.snap(frame.y(cell.bottom()));
            lowest = Math.max(lowest, bottom);
            if (cell.share() <= 0 || bottom <= frame.top() || top >= frame.top() + frame.height()) {
                continue;
            }
            frame.surface()
                    .rect(left, top, width, Math.max(bottom - top - pixel, pixel), shade(frame.ink(), now, cell));
            if (row == control) {
                outline(frame, left, top, width, Math.max(bottom - top - pixel, pixel));
            }
            if (bottom - top >= LEAST_ROW) {
                figures(frame, now, cell, left + width / 2, (top + bottom - pixel) / 2);
            }
        }
        if (cells.length > 0) {
            double delta = now.deltaOf(bar);
            int colour = !now.sided()
                    ? frame.ink().muted()
                    : delta >= 0 ? frame.ink().up() : frame.ink().down();
            String text = now.delta(bar);
            frame.surface().text(text, left + width / 2, lowest + LEAST_ROW, Align.CENTRE, Face.STRONG, colour);
        }
    }

    private static void figures(Frame frame, FootprintPicture now, Cell cell, double middle, double y) {
        int colour = frame.ink().text();
        if (!now.sided()) {
            frame.surface().text(cell.sold(), middle, y, Align.CENTRE, Face.LABEL, colour);
            return;
        }
        Face sellers = cell.imbalance() == Imbalance.SELLERS ? Face.STRONG : Face.LABEL;
        Face buyers = cell.imbalance() == Imbalance.BUYERS ? Face.STRONG : Face.LABEL;
        frame.surface().text(cell.sold(), middle - CROSS, y, Align.RIGHT, sellers, colour);
        frame.surface()
                .text("×", middle, y, Align.CENTRE, Face.LABEL, frame.ink().muted());
        frame.surface().text(cell.bought(), middle + CROSS, y, Align.LEFT, buyers, colour);
    }

    /// The more was traded the stronger, in the colour of the side that took more; no grid shines through.
    /// Few shades, so that colours are made once.
    private static int shade(Ink ink, FootprintPicture now, Cell cell) {
        double strength = Math.ceil(cell.share() * SHADES) / SHADES;
        int colour = !now.sided() ? ink.accent() : cell.lean() >= 0 ? ink.up() : ink.down();
        return Ink.over(ink.background(), colour, 0.06 + 0.2 * strength);
    }

    private static void outline(Frame frame, double x, double y, double width, double height) {
        double pixel = frame.time().pixel();
        int colour = frame.ink().warning();
        frame.surface().rect(x, y, width, pixel, colour);
        frame.surface().rect(x, y + height - pixel, width, pixel, colour);
        frame.surface().rect(x, y, pixel, height, colour);
        frame.surface().rect(x + width - pixel, y, pixel, height, colour);
    }
}
