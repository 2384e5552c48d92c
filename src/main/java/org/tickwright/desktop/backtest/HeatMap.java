package org.tickwright.desktop.backtest;

import javafx.scene.canvas.GraphicsContext;
import org.tickwright.desktop.Palette;

/// A map of a sweep's results by two parameters: cells of a grid, or dots of what chance chose.
interface HeatMap {

    /// Lays it out in a room of that size.
    void fit(double width, double height);

    /// Paints it.
    void paint(GraphicsContext to, Palette palette);

    /// Paints the cursor around a combination.
    void paintCursor(GraphicsContext to, Palette palette, int point);

    /// The finished combination at a place, -1 for none.
    int pointAt(double x, double y);

    /// Not negative where the combination is in the map.
    int column(int point);

    /// The combination beside another, so many to the right and upwards; where the keys begin for -1.
    int beside(int point, int right, int up);

    /// Where the keys begin: the plateau, else the peak, else any.
    int start();

    /// The middle of a combination; null where it is not in the map.
    double @org.jspecify.annotations.Nullable [] middle(int point);
}
