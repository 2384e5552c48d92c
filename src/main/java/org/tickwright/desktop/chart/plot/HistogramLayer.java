package org.tickwright.desktop.chart.plot;

/// Bars from zero, up and down in their colours, paler where they shrink: MACD's histogram and the
/// like.
public final class HistogramLayer implements Layer {
    private static final double PALE = 0.5;
    private final Column column;

    /// A histogram of a column.
    public HistogramLayer(Column column) {
        this.column = column;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        extent.include(column.tree(), from, to);
        extent.include(0);
    }

    @Override
    public void draw(Frame frame) {
        if (frame.time().dense()) {
            columns(frame);
        } else {
            bars(frame);
        }
    }

    private void bars(Frame frame) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        int body = CandleLayer.bodyPixels(time.barWidth() / pixel);
        double side = (body >> 1) * pixel;
        double zero = frame.snap(frame.y(0));
        int end = Math.min(time.end(1), column.size());
        for (int i = Math.max(time.first() - 1, 0); i < end; i++) {
            double value = column.value(i);
            if (Double.isFinite(value)) {
                double before = column.value(i - 1);
                boolean shrinking = Math.abs(value) < Math.abs(before) && value * before > 0;
                bar(frame, time.centrePixel(i) - side, body * pixel, zero, value, shrinking ? PALE : 1);
            }
        }
    }

    private static void bar(Frame frame, double x, double width, double zero, double value, double opacity) {
        double y = frame.snap(frame.y(value));
        double pixel = frame.time().pixel();
        int colour = Ink.fade(value >= 0 ? frame.ink().up() : frame.ink().down(), opacity);
        double top = value >= 0 ? Math.min(y, zero - pixel) : zero;
        double bottom = value >= 0 ? zero : Math.max(y, zero + pixel);
        frame.surface().rect(x, top, width, bottom - top, colour);
    }

    private void columns(Frame frame) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        double zero = frame.snap(frame.y(0));
        int columns = time.columns();
        int from = time.columnStart(0);
        for (int c = 0; c < columns; c++) {
            int to = time.columnStart(c + 1);
            if (to > from && column.tree().query(from, to)) {
                double high = column.tree().high();
                double low = column.tree().low();
                if (high > 0) {
                    bar(frame, c * pixel, pixel, zero, high, 1);
                }
                if (low < 0) {
                    bar(frame, c * pixel, pixel, zero, low, 1);
                }
            }
            from = to;
        }
    }
}
