package org.tickwright.desktop.chart.plot;

/// Volume as columns at the foot of a pane, on a scale of their own; where several bars share a
/// pixel, the largest of them, so that the scale does not jump with the zoom.
public final class VolumeLayer implements Layer {
    private static final double OPACITY = 0.45;
    private final Candles bars;
    private final double share;

    /// Volume that takes a share of the pane's height; 0 draws on the pane's own scale.
    public VolumeLayer(Candles bars, double share) {
        this.bars = bars;
        this.share = share;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        if (share == 0) {
            extent.include(0);
            extent.include(bars.volumeTree(), from, to);
        }
    }

    @Override
    public void draw(Frame frame) {
        TimeScale time = frame.time();
        double floor = frame.snap(share == 0 ? frame.y(0) : frame.top() + frame.height());
        if (!bars.volumeTree().query(time.first(), time.end(0))
                || !(bars.volumeTree().high() > 0)) {
            return;
        }
        double highest = bars.volumeTree().high();
        double scale = share == 0 ? (floor - frame.y(highest)) / highest : frame.height() * share / highest;
        if (time.dense()) {
            columns(frame, floor, scale);
        } else {
            single(frame, floor, scale);
        }
    }

    private void single(Frame frame, double floor, double scale) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        int body = CandleLayer.bodyPixels(time.barWidth() / pixel);
        double side = (body >> 1) * pixel;
        int end = time.end(1);
        for (int i = Math.max(time.first() - 1, 0); i < end; i++) {
            boolean up = bars.close(i) >= bars.open(i);
            bar(frame, time.centrePixel(i) - side, body * pixel, floor, bars.volume(i) * scale, up);
        }
    }

    private void columns(Frame frame, double floor, double scale) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        int columns = time.columns();
        int from = time.columnStart(0);
        for (int c = 0; c < columns; c++) {
            int to = time.columnStart(c + 1);
            if (to > from && bars.volumeTree().query(from, to)) {
                boolean up = bars.close(to - 1) >= bars.open(from);
                bar(frame, c * pixel, pixel, floor, bars.volumeTree().high() * scale, up);
            }
            from = to;
        }
    }

    private static void bar(Frame frame, double x, double width, double floor, double height, boolean up) {
        if (height > 0) {
            double snapped = Math.max(frame.snap(height), frame.time().pixel());
            int colour = Ink.fade(up ? frame.ink().up() : frame.ink().down(), OPACITY);
            frame.surface().rect(x, floor - snapped, width, snapped, colour);
        }
    }
}
