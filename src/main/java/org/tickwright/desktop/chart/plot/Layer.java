package org.tickwright.desktop.chart.plot;

/// One kind of picture in a pane. Later layers lie on top of earlier ones.
///
/// What it costs to draw must depend on the pixels, never on how many bars are in view.
public interface Layer {

    /// Takes into the extent what this layer wants in view of the bars `from` (inclusive) to `to`
    /// (exclusive).
    void extent(Extent extent, int from, int to);

    /// Draws it.
    void draw(Frame frame);
}
