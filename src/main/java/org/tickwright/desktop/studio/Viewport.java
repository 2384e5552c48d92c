package org.tickwright.desktop.studio;

import org.tickwright.strategy.StrategyDocument.Point;

/// Which part of the plane the graph shows: `x`, `y` is the plane's point at the upper left corner of the view, `zoom`
/// pixels per unit of the plane, 0.25 to 2.
record Viewport(double x, double y, double zoom) {
    static final double LEAST_ZOOM = 0.25;
    static final double MOST_ZOOM = 2;
    private static final double MARGIN = 16;

    /// Checks that the zoom is above 0.
    Viewport {
        if (!(zoom > 0)) {
            throw new IllegalArgumentException("Zoom must be above 0, was " + zoom);
        }
    }

    /// The plane's point under a point of the view.
    Point toPlane(double viewX, double viewY) {
        return new Point(x + viewX / zoom, y + viewY / zoom);
    }

    /// Where a point of the plane lies in the view.
    Point toView(double planeX, double planeY) {
        return new Point((planeX - x) * zoom, (planeY - y) * zoom);
    }

    /// Moved by pixels of the view.
    Viewport panned(double dx, double dy) {
        return new Viewport(x - dx / zoom, y - dy / zoom, zoom);
    }

    /// Zoomed so that the plane's point under `viewX`, `viewY` stays there.
    Viewport zoomedAt(double viewX, double viewY, double factor) {
        Point fixed = toPlane(viewX, viewY);
        double changed = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
        return new Viewport(fixed.x() - viewX / changed, fixed.y() - viewY / changed, changed);
    }

    /// Centred on a box of the plane, as large as fits a view of that size, at most 100 % and at least 25 %.
    static Viewport fitting(Box box, double width, double height) {
        return fitting(box, width, height, LEAST_ZOOM);
    }

    /// Centred on a box of the plane, as large as fits a view of that size, at most 100 % and at least `least`.
    static Viewport fitting(Box box, double width, double height, double least) {
        if (width <= 0 || height <= 0 || box.isEmpty()) {
            return new Viewport(-MARGIN, -MARGIN, 1);
        }
        double zoom = Math.min(1, Math.min((width - 2 * MARGIN) / box.width(), (height - 2 * MARGIN) / box.height()));
        zoom = Math.clamp(zoom, least, MOST_ZOOM);
        return new Viewport(
                box.x() + box.width() / 2 - width / 2 / zoom, box.y() + box.height() / 2 - height / 2 / zoom, zoom);
    }

    /// The part of the plane that a view of that size shows.
    Box visible(double width, double height) {
        return new Box(x, y, width / zoom, height / zoom);
    }

    /// A rectangle of the plane.
    record Box(double x, double y, double width, double height) {
        static final Box EMPTY = new Box(0, 0, 0, 0);

        /// The box between two corners.
        static Box between(Point a, Point b) {
            return new Box(
                    Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
        }

        boolean isEmpty() {
            return width <= 0 || height <= 0;
        }

        boolean contains(double px, double py) {
            return px >= x && py >= y && px <= x + width && py <= y + height;
        }

        boolean intersects(Box other) {
            return other.x <= x + width
                    && other.x + other.width >= x
                    && other.y <= y + height
                    && other.y + other.height >= y;
        }

        Box grown(double by) {
            return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
        }

        Box union(Box other) {
            if (isEmpty()) {
                return other;
            }
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Box(
                    left,
                    top,
                    Math.max(x + width, other.x + other.width) - left,
                    Math.max(y + height, other.y + other.height) - top);
        }
    }
}
