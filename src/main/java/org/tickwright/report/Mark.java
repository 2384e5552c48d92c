package org.tickwright.report;

import org.jspecify.annotations.Nullable;

/// Something drawn. Coordinates grow to the right and downwards, in the units of the [Drawing].
///
/// `opacity` is 0 to 1 and tints what lies below; PDF and screen honour it like SVG does.
public sealed interface Mark {

    /// Its colour.
    Ink ink();

    /// A straight line.
    record Line(double x1, double y1, double x2, double y2, Ink ink, double width) implements Mark {}

    /// An open line through the points; `dashed` for what is not the subject, so that colour is not the only
    /// difference.
    record Curve(double[] x, double[] y, Ink ink, double width, boolean dashed) implements Mark {}

    /// A closed, filled shape through the points.
    record Area(double[] x, double[] y, Ink ink, double opacity) implements Mark {}

    /// A filled rectangle; `hint` is what a pointer over it may show.
    record Box(
            double x,
            double y,
            double width,
            double height,
            Ink ink,
            double opacity,
            @Nullable String hint) implements Mark {}

    /// A filled circle.
    record Dot(double x, double y, double radius, Ink ink) implements Mark {}

    /// A line of text whose baseline is at `y`.
    record Label(double x, double y, String text, Anchor anchor, Ink ink, double size, boolean strong)
            implements Mark {}

    /// Which end of a text is at its `x`.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
