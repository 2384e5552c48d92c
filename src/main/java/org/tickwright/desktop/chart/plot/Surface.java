package org.tickwright.desktop.chart.plot;

/// What a chart is drawn on: a canvas, a recording in a test, a file.
///
/// Coordinates are logical pixels with the origin at the upper left; colours are `0xAARRGGBB`.
public interface Surface {

    /// The typefaces a chart needs.
    enum Face {
        /// Axis labels and tags.
        LABEL,
        /// Labels that mark something larger, such as a new year.
        STRONG,
        /// A short explanation in the middle of an empty chart.
        MESSAGE
    }

    /// Where text lies relative to its anchor.
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// The side of a device pixel in logical pixels: 1 at 100 %, 0.5 at 200 %.
    double pixel();

    /// A filled rectangle.
    void rect(double x, double y, double width, double height, int argb);

    /// A line through the first `count` points, anti-aliased, with round joins.
    void polyline(double[] x, double[] y, int count, double width, int argb);

    /// A dashed straight line, anti-aliased.
    void dashed(double x1, double y1, double x2, double y2, double width, int argb);

    /// A filled polygon of the first `count` points.
    void polygon(double[] x, double[] y, int count, int argb);

    /// Text whose vertical middle lies at `y`.
    void text(String text, double x, double y, Align align, Face face, int argb);

    /// The width of text.
    double textWidth(String text, Face face);

    /// Limits what follows to a rectangle until [#unclip()]. Does not nest.
    void clip(double x, double y, double width, double height);

    /// Ends the last [#clip].
    void unclip();
}
