package org.tickwright.desktop.chart.plot;

/// Dashed hairlines, sharp because every dash is a rectangle of whole device pixels.
final class Dashes {
    private Dashes() {}

    /// A horizontal line from `x1` to `x2` whose upper edge is `y`.
    static void across(Surface surface, double x1, double x2, double y, double dash, double gap, int argb) {
        for (double x = x1; x < x2; x += dash + gap) {
            surface.rect(x, y, Math.min(dash, x2 - x), surface.pixel(), argb);
        }
    }

    /// A vertical line from `y1` to `y2` whose left edge is `x`.
    static void down(Surface surface, double x, double y1, double y2, double dash, double gap, int argb) {
        for (double y = y1; y < y2; y += dash + gap) {
            surface.rect(x, y, surface.pixel(), Math.min(dash, y2 - y), argb);
        }
    }
}
