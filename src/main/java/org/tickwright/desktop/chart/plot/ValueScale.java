package org.tickwright.desktop.chart.plot;

/// What a vertical axis shows: a range of values, linear or logarithmic, over a height in pixels.
///
/// It follows the data until a person scales it; [#release()] lets it follow again.
public final class ValueScale {
    private double low = 0;
    private double high = 1;
    private double warpedLow;
    private double warpedHigh = 1;
    private double top;
    private double height = 1;
    private double above = 0.08;
    private double below = 0.08;
    private boolean logWanted;
    private boolean log;
    private boolean held;
    private double smallest = 1e-12;

    /// Where the axis lies.
    public void place(double newTop, double newHeight) {
        top = newTop;
        height = Math.max(newHeight, 1);
    }

    /// The shares of the height that stay free above and below the data.
    public void margins(double newAbove, double newBelow) {
        above = newAbove;
        below = newBelow;
    }

    /// The smallest step a value can take, for flat data.
    public void smallest(double step) {
        smallest = step;
    }

    /// Asks for a logarithmic axis; it stays linear while there are values of zero or below.
    public void log(boolean wanted) {
        logWanted = wanted;
        log = wanted && low > 0;
        range(low, high);
    }

    private void range(double newLow, double newHigh) {
        low = newLow;
        high = newHigh;
        warpedLow = warp(low);
        warpedHigh = warp(high);
    }

    /// True if a logarithmic axis was asked for.
    public boolean logWanted() {
        return logWanted;
    }

    /// True if the axis is logarithmic.
    public boolean log() {
        return log;
    }

    /// Follows the data, unless it is held.
    public void follow(double dataLow, double dataHigh) {
        if (held || !(dataLow <= dataHigh) || !Double.isFinite(dataLow) || !Double.isFinite(dataHigh)) {
            return;
        }
        log = logWanted && dataLow > 0;
        double a = dataLow;
        double b = dataHigh;
        double least = Math.max(smallest * 4, Math.max(Math.abs(a), Math.abs(b)) * 1e-9);
        if (b - a < least) {
            // A few ticks are a move to be seen; only what does not move at all is shown amid its price.
            boolean flat = b - a < smallest / 2;
            double pad = flat ? Math.max(smallest * 10, Math.abs(a) * 0.01) : Math.max(smallest * 3, least);
            a = log ? Math.max(a - pad, a * 0.9) : a - pad;
            b += pad;
        }
        double from = warp(a);
        double span = (warp(b) - from) / Math.max(1 - above - below, 0.1);
        range(unwarp(from - span * below), unwarp(from + span * (1 - below)));
    }

    /// Shows exactly this range and keeps it.
    public void hold(double newLow, double newHigh) {
        if (!(newLow < newHigh) || !Double.isFinite(newHigh - newLow)) {
            return;
        }
        held = true;
        log = logWanted && newLow > 0;
        range(newLow, newHigh);
    }

    /// Follows the data again.
    public void release() {
        held = false;
    }

    /// True while a person's range is kept.
    public boolean held() {
        return held;
    }

    /// Stretches the range by `factor` (above 1 shows more) around the value at `y` and keeps it.
    public void scale(double y, double factor) {
        double share = Math.clamp((y - top) / height, 0, 1);
        double a = warpedLow;
        double b = warpedHigh;
        double middle = b - (b - a) * share;
        double from = middle - (middle - a) * factor;
        double to = middle + (b - middle) * factor;
        double finest = Math.max(smallest, Math.abs(unwarp(middle)) * 1e-9);
        if (factor < 1 && unwarp(to) - unwarp(from) < finest) {
            return;
        }
        hold(unwarp(from), unwarp(to));
    }

    /// Moves the range by pixels, positive downwards, and keeps it.
    public void pan(double pixels) {
        double shift = pixels / height * (warpedHigh - warpedLow);
        hold(unwarp(warpedLow + shift), unwarp(warpedHigh + shift));
    }

    private double warp(double value) {
        return log ? Math.log(value) : value;
    }

    private double unwarp(double value) {
        return log ? Math.exp(value) : value;
    }

    /// Where a value lies. Values that a logarithmic axis cannot show lie far below.
    public double y(double value) {
        double span = warpedHigh - warpedLow;
        double v = log ? (value > 0 ? Math.log(value) : warpedLow - 10 * span) : value;
        return top + (warpedHigh - v) / span * height;
    }

    /// The value at `y`.
    public double value(double y) {
        return unwarp(warpedHigh - (y - top) / height * (warpedHigh - warpedLow));
    }

    /// The lowest value in view.
    public double low() {
        return low;
    }

    /// The highest value in view.
    public double high() {
        return high;
    }

    /// The upper edge.
    public double top() {
        return top;
    }

    /// The height.
    public double height() {
        return height;
    }
}
