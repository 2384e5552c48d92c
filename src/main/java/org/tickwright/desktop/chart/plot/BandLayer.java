package org.tickwright.desktop.chart.plot;

/// The area between two columns, lightly filled.
public final class BandLayer implements Layer {
    private static final double OPACITY = 0.08;
    private final Column upper;
    private final Column lower;
    private final int slot;

    /// The area between two columns in the colour of a slot.
    public BandLayer(Column upper, Column lower, int slot) {
        this.upper = upper;
        this.lower = lower;
        this.slot = slot;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        extent.include(upper.tree(), from, to);
        extent.include(lower.tree(), from, to);
    }

    @Override
    public void draw(Frame frame) {
        int colour = Ink.fade(frame.ink().of(slot), OPACITY);
        if (frame.time().dense()) {
            columns(frame, colour);
        } else {
            polygons(frame, colour);
        }
    }

    private boolean defined(int i) {
        return Double.isFinite(upper.value(i)) && Double.isFinite(lower.value(i));
    }

    private void polygons(Frame frame, int colour) {
        TimeScale time = frame.time();
        int end = Math.min(time.end(2), Math.min(upper.size(), lower.size()));
        int i = Math.max(time.first() - 2, 0);
        while (i < end) {
            int from = i;
            frame.start();
            while (i < end && defined(i)) {
                frame.point(time.centrePixel(i) + time.pixel() / 2, frame.y(upper.value(i)));
                i++;
            }
            for (int j = i - 1; j >= from; j--) {
                frame.point(time.centrePixel(j) + time.pixel() / 2, frame.y(lower.value(j)));
            }
            frame.fill(colour);
            i++;
        }
    }

    private void columns(Frame frame, int colour) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        int columns = time.columns();
        int from = time.columnStart(0);
        for (int c = 0; c < columns; c++) {
            int to = time.columnStart(c + 1);
            if (to > from && upper.tree().query(from, to) && lower.tree().query(from, to)) {
                double top = frame.y(upper.tree().high());
                double bottom = frame.y(lower.tree().low());
                frame.surface().rect(c * pixel, top, pixel, Math.max(bottom - top, 0), colour);
            }
            from = to;
        }
    }
}
