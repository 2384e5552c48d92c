package org.tickwright.desktop.chart.plot;

/// What a layer needs to draw itself once: scales, place, colours, and room for points that is used
/// again.
public final class Frame {
    private final TimeScale time;
    private Surface surface;
    private Ink ink;
    private ValueScale values;
    private double top;
    private double height;
    private double[] x = new double[256];
    private double[] y = new double[256];
    private int points;

    Frame(TimeScale time, Surface surface, Ink ink) {
        this.time = time;
        this.surface = surface;
        this.ink = ink;
        this.values = new ValueScale();
    }

    void begin(Surface newSurface, Ink newInk) {
        surface = newSurface;
        ink = newInk;
    }

    void pane(ValueScale newValues, double newTop, double newHeight) {
        values = newValues;
        top = newTop;
        height = newHeight;
    }

    /// The horizontal axis.
    public TimeScale time() {
        return time;
    }

    /// The vertical axis of the pane.
    public ValueScale values() {
        return values;
    }

    /// What to draw on.
    public Surface surface() {
        return surface;
    }

    /// Colours.
    public Ink ink() {
        return ink;
    }

    /// The pane's upper edge.
    public double top() {
        return top;
    }

    /// The pane's height.
    public double height() {
        return height;
    }

    /// The pane's width.
    public double width() {
        return time.width();
    }

    /// Where a value lies, kept near the pane so that far values stay drawable.
    public double y(double value) {
        return Math.clamp(values.y(value), top - 10_000, top + height + 10_000);
    }

    /// Rounds to the border of a device pixel.
    public double snap(double value) {
        return time.snap(value);
    }

    /// Starts a row of points.
    public void start() {
        points = 0;
    }

    /// Adds a point to the row.
    public void point(double px, double py) {
        if (points == x.length) {
            x = java.util.Arrays.copyOf(x, points * 2);
            y = java.util.Arrays.copyOf(y, points * 2);
        }
        x[points] = px;
        y[points] = py;
        points++;
    }

    /// Draws the row as a line, a single point as a dot, and starts anew.
    public void stroke(double lineWidth, int argb) {
        if (points == 1) {
            surface.rect(x[0] - lineWidth / 2, y[0] - lineWidth / 2, lineWidth, lineWidth, argb);
        } else if (points > 1) {
            surface.polyline(x, y, points, lineWidth, argb);
        }
        points = 0;
    }

    /// Fills the row as a polygon and starts anew.
    public void fill(int argb) {
        if (points > 2) {
            surface.polygon(x, y, points, argb);
        }
        points = 0;
    }
}
