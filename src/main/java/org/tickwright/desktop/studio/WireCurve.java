package org.tickwright.desktop.studio;

import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.StrategyDocument.Point;

/// The course of a wire: a cubic curve that leaves its output to the right and reaches its input from the left.
record WireCurve(double x1, double y1, double c1, double c2, double x2, double y2) {
    private static final int SAMPLES = 32;
    private static final double LEAST_REACH = 32;
    private static final double MOST_REACH = 160;

    /// The curve between two ports.
    static WireCurve between(Point output, Point input) {
        double dx = input.x() - output.x();
        double reach = dx >= 0
                ? Math.max(LEAST_REACH, dx / 2)
                : Math.min(MOST_REACH, LEAST_REACH + (Math.abs(dx) + Math.abs(input.y() - output.y())) / 3);
        return new WireCurve(output.x(), output.y(), output.x() + reach, input.x() - reach, input.x(), input.y());
    }

    /// A rectangle that holds the whole curve.
    Box bounds() {
        double left = Math.min(Math.min(x1, c1), Math.min(x2, c2));
        double right = Math.max(Math.max(x1, c1), Math.max(x2, c2));
        return new Box(left, Math.min(y1, y2), right - left, Math.abs(y2 - y1));
    }

    /// The point at `t` of 0 to 1.
    Point at(double t) {
        double s = 1 - t;
        double a = s * s * s;
        double b = 3 * s * s * t;
        double c = 3 * s * t * t;
        double d = t * t * t;
        return new Point(a * x1 + b * c1 + c * c2 + d * x2, (a + b) * y1 + (c + d) * y2);
    }

    /// How far a point of the plane lies from the curve, close enough for a pointer.
    double distance(double px, double py) {
        double best = Double.MAX_VALUE;
        Point before = at(0);
        for (int i = 1; i <= SAMPLES; i++) {
            Point next = at(i / (double) SAMPLES);
            best = Math.min(best, toSegment(px, py, before, next));
            before = next;
        }
        return best;
    }

    private static double toSegment(double px, double py, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((px - a.x()) * dx + (py - a.y()) * dy) / length, 0, 1);
        return Math.hypot(px - a.x() - t * dx, py - a.y() - t * dy);
    }
}
