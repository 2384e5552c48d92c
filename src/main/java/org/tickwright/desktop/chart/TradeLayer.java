package org.tickwright.desktop.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.Candles;
import org.tickwright.desktop.chart.plot.Extent;
import org.tickwright.desktop.chart.plot.Frame;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.Layer;
import org.tickwright.desktop.chart.plot.TimeScale;

/// Trades as arrows at entry and exit, joined by a line: arrows point up where something was bought
/// and down where something was sold, entries are filled and exits hollow, the joining line has the
/// colour of the result.
///
/// Where trades lie closer than their arrows, only the first of each few pixels is drawn.
final class TradeLayer implements Layer {
    private static final double REACH = 9;
    private static final double CROWDED = 7;
    private static final double SIDE = 6;
    private static final double TALL = 10;
    private static final double GAP = 5;

    private List<TradeMark> trades = List.of();
    private int longest;
    private int selected;
    private Candles bars = Candles.empty();

    void show(List<TradeMark> shown) {
        trades = List.copyOf(shown);
        longest = trades.stream().mapToInt(TradeMark::barsHeld).max().orElse(0);
    }

    List<TradeMark> trades() {
        return trades;
    }

    void select(int number) {
        selected = number;
    }

    void bars(Candles shown) {
        bars = shown;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        // Fills lie inside their bars, which the candles take in already.
    }

    /// The first trade that enters at or after a bar.
    private int firstAtOrAfter(double bar) {
        int a = 0;
        int b = trades.size();
        while (a < b) {
            int middle = (a + b) >>> 1;
            if (trades.get(middle).entryBar() < bar) {
                a = middle + 1;
            } else {
                b = middle;
            }
        }
        return a;
    }

    @Override
    public void draw(Frame frame) {
        if (trades.isEmpty()) {
            return;
        }
        TimeScale time = frame.time();
        double step = Math.max(CROWDED / time.barWidth(), 1e-9);
        int i = firstAtOrAfter(time.first() - longest - 1.0);
        int end = time.end(1);
        while (i < trades.size() && trades.get(i).entryBar() <= end) {
            TradeMark trade = trades.get(i);
            if (trade.exitBar() >= time.first() - 1) {
                one(frame, trade, trade.number() == selected);
            }
            int next = i + 1;
            i = next < trades.size() && trades.get(next).entryBar() < trade.entryBar() + step
                    ? Math.max(next, firstAtOrAfter(trade.entryBar() + step))
                    : next;
        }
        for (TradeMark trade : trades) {
            if (trade.number() == selected) {
                one(frame, trade, true);
            }
        }
    }

    private void one(Frame frame, TradeMark trade, boolean chosen) {
        TimeScale time = frame.time();
        double half = time.pixel() / 2;
        double x1 = time.centrePixel(trade.entryBar()) + half;
        double x2 = time.centrePixel(trade.exitBar()) + half;
        double y1 = frame.y(trade.entryPrice());
        double y2 = frame.y(trade.exitPrice());
        int result = trade.result() >= 0 ? frame.ink().up() : frame.ink().down();
        double width = chosen ? 2 : 1;
        frame.surface().dashed(x1, y1, x2, y2, width, Ink.fade(result, chosen ? 1 : 0.75));
        int entry = trade.longSide() ? frame.ink().accent() : frame.ink().warning();
        tick(frame, x1, y1, entry);
        tick(frame, x2, y2, result);
        arrow(frame, x1, arrowY(frame, trade.entryBar(), trade.longSide(), y1), trade.longSide(), true, entry, chosen);
        arrow(
                frame,
                x2,
                arrowY(frame, trade.exitBar(), !trade.longSide(), y2),
                !trade.longSide(),
                false,
                result,
                chosen);
    }

    /// The tip of an arrow: clear of the bar, below it for a purchase, above it for a sale.
    private double arrowY(Frame frame, int bar, boolean buys, double price) {
        if (bar < 0 || bar >= bars.size()) {
            return price;
        }
        return buys ? Math.max(frame.y(bars.low(bar)), price) + GAP : Math.min(frame.y(bars.high(bar)), price) - GAP;
    }

    /// A short mark at the price of the fill.
    private static void tick(Frame frame, double x, double y, int colour) {
        double pixel = frame.time().pixel();
        frame.surface().rect(x - 4, frame.snap(y) - pixel, 8, 2 * pixel, colour);
    }

    private static void arrow(
            Frame frame, double x, double tip, boolean up, boolean filled, int colour, boolean chosen) {
        double grow = chosen ? 2 : 0;
        double base = up ? tip + TALL + grow : tip - TALL - grow;
        triangle(frame, x, tip, base, SIDE + grow, colour);
        if (!filled) {
            double towards = up ? 1 : -1;
            triangle(
                    frame,
                    x,
                    tip + towards * 3.2,
                    base - towards * 1.4,
                    (SIDE + grow) * 0.5,
                    frame.ink().background());
        }
    }

    private static void triangle(Frame frame, double x, double tip, double base, double side, int colour) {
        frame.start();
        frame.point(x, tip);
        frame.point(x + side, base);
        frame.point(x - side, base);
        frame.fill(colour);
    }

    /// The trade whose arrow or joining line lies under a point of the pane, the selected one
    /// first; null if none.
    @Nullable
    TradeMark at(Frame frame, double x, double y) {
        TradeMark best = null;
        double nearest = REACH;
        TimeScale time = frame.time();
        int bar = time.barAt(x);
        int spare = (int) Math.ceil(REACH / time.barWidth()) + 1;
        int i = firstAtOrAfter((double) bar - longest - spare);
        for (; i < trades.size() && trades.get(i).entryBar() <= bar + spare; i++) {
            TradeMark trade = trades.get(i);
            if (trade.exitBar() >= bar - spare) {
                double distance = distance(frame, trade, x, y);
                if (distance < nearest || (distance <= nearest && trade.number() == selected)) {
                    nearest = distance;
                    best = trade;
                }
            }
        }
        return best;
    }

    private double distance(Frame frame, TradeMark trade, double x, double y) {
        TimeScale time = frame.time();
        double x1 = time.centre(trade.entryBar());
        double x2 = time.centre(trade.exitBar());
        double y1 = frame.y(trade.entryPrice());
        double y2 = frame.y(trade.exitPrice());
        double entryY = arrowY(frame, trade.entryBar(), trade.longSide(), y1) + (trade.longSide() ? 5 : -5);
        double exitY = arrowY(frame, trade.exitBar(), !trade.longSide(), y2) + (trade.longSide() ? -5 : 5);
        double arrows = Math.min(Math.hypot(x - x1, y - entryY), Math.hypot(x - x2, y - exitY));
        // The line is thinner than the arrows, so it is only met from near.
        return Math.min(arrows, toSegment(x, y, x1, y1, x2, y2) + REACH / 2);
    }

    private static double toSegment(double x, double y, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1);
        return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
    }
}
