package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;

/// A chart as marks on a plane of `width` by `height`: the one geometry behind SVG, PDF and screen.
///
/// `description` says in words what it shows, for those who cannot see it.
public record Drawing(double width, double height, List<Mark> marks, String description) {
    private static final double MEAN_GLYPH = 0.56;

    /// Keeps an unmodifiable copy of the marks.
    public Drawing {
        marks = List.copyOf(marks);
    }

    /// Collects marks in painting order.
    static final class Builder {
        private final List<Mark> marks = new ArrayList<>();
        private final double width;
        private final double height;

        Builder(double width, double height) {
            this.width = width;
            this.height = height;
        }

        Builder add(Mark mark) {
            marks.add(mark);
            return this;
        }

        Builder line(double x1, double y1, double x2, double y2, Ink ink, double stroke) {
            return add(new Mark.Line(x1, y1, x2, y2, ink, stroke));
        }

        Builder label(double x, double y, String text, Mark.Anchor anchor, Ink ink, double size) {
            return add(new Mark.Label(x, y, text, anchor, ink, size, false));
        }

        Builder strong(double x, double y, String text, Mark.Anchor anchor, Ink ink, double size) {
            return add(new Mark.Label(x, y, text, anchor, ink, size, true));
        }

        Drawing build(String description) {
            return new Drawing(width, height, marks, description);
        }
    }

    /// Roughly how wide a text is; wide enough to keep labels apart.
    static double textWidth(String text, double size) {
        return text.length() * MEAN_GLYPH * size;
    }
}
