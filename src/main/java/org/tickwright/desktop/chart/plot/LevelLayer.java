package org.tickwright.desktop.chart.plot;

/// A level across the pane as a fine dashed line: zero, 30 and 70.
public final class LevelLayer implements Layer {
    private final double level;

    /// A line at a value.
    public LevelLayer(double level) {
        this.level = level;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        extent.include(level);
    }

    @Override
    public void draw(Frame frame) {
        double y = frame.snap(frame.y(level));
        if (y >= frame.top() && y < frame.top() + frame.height()) {
            Dashes.across(
                    frame.surface(),
                    0,
                    frame.width(),
                    y,
                    3,
                    3,
                    Ink.fade(frame.ink().muted(), 0.55));
        }
    }
}
