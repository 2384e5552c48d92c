package org.tickwright.desktop.chart;

import javafx.scene.canvas.Canvas;
import org.tickwright.desktop.Palette;
import org.tickwright.engine.RunResult;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;

/// Draws the chart of a preview on a canvas of its own, for benchmarks.
public final class PreviewDrawing {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 280;
    /// A canvas outside a window is never emptied, so it is replaced after as many frames.
    private static final int FRAMES_PER_CANVAS = 16;

    private final ChartModel model = new ChartModel();
    private Bars bars = new Bars(org.tickwright.market.Timeframe.MINUTE, java.time.ZoneOffset.UTC, 0);
    private CanvasSurface surface = surface();
    private int frame;

    private static CanvasSurface surface() {
        return new CanvasSurface(new Canvas(WIDTH, HEIGHT).getGraphicsContext2D());
    }

    /// Shows a series.
    public void show(SeriesKey key, Bars shown) {
        bars = shown;
        model.show(ChartSeries.of(key, shown, true));
    }

    /// Marks the trades of a run and draws a frame.
    public void draw(RunResult run) {
        model.trades(TradeMark.of(run, bars));
        if (++frame % FRAMES_PER_CANVAS == 0) {
            surface = surface();
        }
        surface.begin(1);
        model.draw(surface, ChartColours.of(Palette.DARK), WIDTH, HEIGHT);
    }
}
