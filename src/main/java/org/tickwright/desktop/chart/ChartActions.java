package org.tickwright.desktop.chart;

import org.tickwright.desktop.chart.plot.Plot;

/// What a person can do with the view of a chart, whether by key, by name or by a button.
public final class ChartActions {
    private static final double STEP = 0.1;
    private static final double ZOOM = 1.25;
    private static final double FOOTPRINT_WIDTH = 136;

    private final ChartModel model;

    /// Actions on a chart.
    public ChartActions(ChartModel model) {
        this.model = model;
    }

    private Plot plot() {
        return model.plot();
    }

    /// Shows earlier (-1) or later (1) bars, a tenth of the view further.
    public void pan(int direction) {
        plot().time()
                .pan(-direction
                        * Math.max(
                                Math.rint(plot().plotWidth() * STEP),
                                plot().time().barWidth()));
        model.moved();
    }

    /// Shows the bars before (-1) or behind (1) the view.
    public void page(int direction) {
        plot().time().pan(-direction * plot().plotWidth() * (1 - STEP));
        model.moved();
    }

    /// Makes bars wider (1) or narrower (-1), around the crosshair if it is in view, else around
    /// the last bar in view.
    public void zoom(int direction) {
        double width = plot().plotWidth();
        double at = model.crosshairBar().get() >= 0
                ? plot().time().centre(model.crosshairBar().get())
                : width;
        if (at < 0 || at >= width) {
            at = Math.min(width, plot().time().centre(plot().bars().size() - 1.0));
            at = at < 0 ? width : at;
        }
        plot().time().zoom(at, direction > 0 ? ZOOM : 1 / ZOOM);
        model.moved();
    }

    /// Goes to the first bar.
    public void home() {
        plot().time().home();
        model.moved();
    }

    /// Goes to the last bar.
    public void end() {
        plot().time().end();
        model.moved();
    }

    /// Shows every bar.
    public void fit() {
        plot().time().fit();
        model.moved();
    }

    /// Shows the end of the series at the usual width and lets every axis follow the data.
    public void reset() {
        plot().time().reset();
        plot().panes().forEach(pane -> pane.scale().release());
        model.moved();
    }

    /// Moves the price axis up (1) or down (-1); it then no longer follows the data.
    public void panValues(int direction) {
        model.pricePane().scale().pan(direction * model.pricePane().height() * STEP);
        model.moved();
    }

    /// Stretches (1) or presses (-1) the price axis; it then no longer follows the data.
    public void stretch(int direction) {
        double middle = model.pricePane().top() + model.pricePane().height() / 2;
        model.pricePane().scale().scale(middle, direction > 0 ? 1 / ZOOM : ZOOM);
        model.moved();
    }

    /// Draws prices another way. A footprint widens bars that are too narrow for its figures, around the last
    /// bar in view.
    public void style(PriceStyle wanted) {
        model.style().set(wanted);
        double width = plot().time().barWidth();
        if (wanted == PriceStyle.FOOTPRINT && width < FOOTPRINT_WIDTH) {
            double last = Math.min(
                    plot().plotWidth(), plot().time().centre(plot().bars().size() - 1.0));
            plot().time().zoom(Math.max(last, 0), FOOTPRINT_WIDTH / width);
            model.moved();
        }
    }

    /// Switches between a linear and a logarithmic price axis.
    public void toggleLog() {
        model.log().set(!model.log().get());
    }

    /// Shows or hides the volume profile.
    public void toggleProfile() {
        model.profile().set(!model.profile().get());
    }

    /// Moves the crosshair to the bar before (-1) or behind (1), starting at the last bar in view.
    public void moveCrosshair(int direction) {
        int size = plot().bars().size();
        if (size == 0) {
            return;
        }
        int now = model.crosshairBar().get();
        int next = now < 0 ? Math.max(plot().time().end(0) - 1, 0) : Math.clamp((long) now + direction, 0, size - 1);
        model.crosshair(next, model.crosshairY());
        double x = plot().time().centre(next);
        if (x < 0 || x > plot().plotWidth()) {
            model.reveal(next);
        }
    }

    /// Takes the crosshair away; false if there was none.
    public boolean clearCrosshair() {
        boolean shown = model.crosshairShown();
        model.hideCrosshair();
        return shown;
    }
}
