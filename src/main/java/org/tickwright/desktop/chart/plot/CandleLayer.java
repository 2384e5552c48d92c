package org.tickwright.desktop.chart.plot;

/// Candles; where they grow narrow, high-low bars; where several share a pixel, their common range.
public final class CandleLayer implements Layer {
    private final Candles bars;

    /// Candles of these bars.
    public CandleLayer(Candles bars) {
        this.bars = bars;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        extent.include(bars.priceTree(), from, to);
    }

    @Override
    public void draw(Frame frame) {
        if (frame.time().dense()) {
            columns(frame);
        } else {
            candles(frame);
        }
    }

    /// The width of a candle's body in device pixels: odd, so that the wick lies in its middle.
    static int bodyPixels(double barPixels) {
        if (barPixels < 3) {
            return 1;
        }
        double share = 1 - 0.25 * Math.atan(Math.max(barPixels, 4) - 4) / (Math.PI / 2);
        int body = (int) Math.floor(Math.min(barPixels * share, barPixels - 1));
        return Math.max(1, (body & 1) == 1 ? body : body - 1);
    }

    private void candles(Frame frame) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        int body = bodyPixels(time.barWidth() / pixel);
        double side = (body >> 1) * pixel;
        int end = time.end(1);
        for (int i = Math.max(time.first() - 1, 0); i < end; i++) {
            double open = bars.open(i);
            double close = bars.close(i);
            double high = bars.high(i);
            double low = bars.low(i);
            if (!(low <= high)) {
                continue;
            }
            int colour = close >= open ? frame.ink().up() : frame.ink().down();
            double x = time.centrePixel(i);
            double top = frame.snap(frame.y(high));
            double bottom = Math.max(frame.snap(frame.y(low)), top + pixel);
            frame.surface().rect(x, top, pixel, bottom - top, colour);
            if (body > 1) {
                double upper = frame.snap(frame.y(Math.max(open, close)));
                double lower = Math.max(frame.snap(frame.y(Math.min(open, close))), upper + pixel);
                frame.surface().rect(x - side, upper, body * pixel, lower - upper, colour);
            }
        }
    }

    private void columns(Frame frame) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        MinMaxTree tree = bars.priceTree();
        int columns = time.columns();
        int from = time.columnStart(0);
        for (int c = 0; c < columns; c++) {
            int to = time.columnStart(c + 1);
            if (to > from && tree.query(from, to)) {
                boolean up = bars.close(to - 1) >= bars.open(from);
                double top = frame.snap(frame.y(tree.high()));
                double bottom = Math.max(frame.snap(frame.y(tree.low())), top + pixel);
                int colour = up ? frame.ink().up() : frame.ink().down();
                frame.surface().rect(c * pixel, top, pixel, bottom - top, colour);
            }
            from = to;
        }
    }
}
