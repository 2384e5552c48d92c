package org.tickwright.desktop.chart.plot;

/// A line through a column; undefined values are gaps.
public final class LineLayer implements Layer {
    private final Column column;
    private final int slot;
    private final double width;

    /// A line in the colour of a slot.
    public LineLayer(Column column, int slot, double width) {
        this.column = column;
        this.slot = slot;
        this.width = width;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        extent.include(column.tree(), from, to);
    }

    @Override
    public void draw(Frame frame) {
        int colour = frame.ink().of(slot);
        if (frame.time().barWidth() < frame.time().pixel() * 0.75) {
            columns(frame, colour);
        } else {
            points(frame, colour);
        }
    }

    private void points(Frame frame, int colour) {
        TimeScale time = frame.time();
        int end = Math.min(time.end(2), column.size());
        double half = time.pixel() / 2;
        frame.start();
        for (int i = Math.max(time.first() - 2, 0); i < end; i++) {
            double value = column.value(i);
            if (Double.isFinite(value)) {
                frame.point(time.centrePixel(i) + half, frame.y(value));
            } else {
                frame.stroke(width, colour);
            }
        }
        frame.stroke(width, colour);
    }

    /// Where several bars share a pixel: their range as an upright bar, stretched to touch its
    /// neighbour.
    private void columns(Frame frame, int colour) {
        TimeScale time = frame.time();
        double pixel = time.pixel();
        MinMaxTree tree = column.tree();
        int columns = time.columns();
        int from = time.columnStart(0);
        boolean joined = false;
        double lastTop = 0;
        double lastBottom = 0;
        for (int c = 0; c < columns; c++) {
            int to = time.columnStart(c + 1);
            if (to > from) {
                boolean defined = tree.query(from, to);
                if (defined) {
                    double upper = frame.y(tree.high());
                    double lower = frame.y(tree.low());
                    double top = joined && upper > lastBottom ? lastBottom : upper;
                    double bottom = joined && lower < lastTop ? lastTop : lower;
                    frame.surface().rect(c * pixel, top - width / 2, pixel, bottom - top + width, colour);
                    lastTop = upper;
                    lastBottom = lower;
                }
                joined = defined;
            }
            from = to;
        }
    }
}
