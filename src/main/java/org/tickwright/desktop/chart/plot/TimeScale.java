package org.tickwright.desktop.chart.plot;

/// Which bars are shown and where: the horizontal axis, by bar index, so that closed hours take no
/// room.
///
/// Bar `i` takes the world pixels from `i · barWidth` to `(i + 1) · barWidth`; [#scroll()] is the
/// world pixel at the left edge. What is drawn is snapped to device pixels in the world, so bars
/// keep their shape while they pan.
public final class TimeScale {
    private static final double WIDEST = 240;
    private static final double USUAL = 8;

    private double barWidth = USUAL;
    private double scroll;
    private double width;
    private double pixel = 1;
    private int size;
    private double wantedFrom = Double.NaN;
    private double wantedTo = Double.NaN;
    private int revealFirst = -1;
    private int revealLast = -1;

    /// Sets the room there is and the side of a device pixel. The right edge stays where it is; a
    /// range that was asked for before there was room is shown now.
    public void resize(double newWidth, double newPixel) {
        pixel = newPixel;
        if (newWidth == width) {
            return;
        }
        double old = width;
        width = Math.max(newWidth, 0);
        if (!Double.isNaN(wantedFrom) && width > 0) {
            place(wantedFrom, wantedTo);
        } else if (old <= 0 && width > 0) {
            reset();
        } else {
            scroll += old - width;
            clamp();
            if (revealFirst >= 0) {
                reveal(revealFirst, revealLast);
            }
        }
    }

    /// Sets the number of bars. Where the last one was in view, the view follows the new last one.
    public void grow(int newSize) {
        boolean following = size > 0 && scroll + width >= size * barWidth - 1e-6 && scroll < size * barWidth;
        int added = newSize - size;
        size = newSize;
        if (following && added > 0) {
            scroll += added * barWidth;
        }
        clamp();
    }

    /// Starts over with another series and shows its end at the usual width.
    public void start(int newSize) {
        size = newSize;
        settle();
        if (width > 0) {
            reset();
        }
    }

    /// Shows the end of the series at the usual width of a bar, or all of it where it is short.
    public void reset() {
        barWidth = USUAL;
        if (size > 0 && size * USUAL < width * 0.9) {
            barWidth = Math.min(width * 0.94 / size, 24);
        }
        end();
    }

    /// Goes to the last bar and leaves a little room behind it.
    public void end() {
        scroll = size * barWidth - width + margin();
        clamp();
    }

    /// Goes to the first bar.
    public void home() {
        scroll = -Math.min(margin(), width * 0.02);
        clamp();
    }

    /// Shows every bar.
    public void fit() {
        barWidth = Math.max(width * 0.96, 1) / Math.max(size, 1);
        clampWidth();
        scroll = size * barWidth - width + width * 0.02;
        clamp();
    }

    /// Shows the bars `from` to `to`, both of which may be fractions and lie outside the series.
    public void show(double from, double to) {
        if (width <= 0) {
            wantedFrom = from;
            wantedTo = to;
            return;
        }
        settle();
        place(from, to);
    }

    /// The frame has its size: a range that was asked for before there was room has been shown.
    void settle() {
        wantedFrom = Double.NaN;
        revealFirst = -1;
    }

    private void place(double from, double to) {
        barWidth = width / Math.max(to - from, 1e-9);
        clampWidth();
        double middle = (from + to) / 2;
        scroll = middle * barWidth - width / 2;
        clamp();
    }

    /// Brings a bar to the middle unless it is well in view already.
    public void reveal(int bar) {
        reveal(bar, bar);
    }

    /// Brings the middle of two bars to the middle unless both are well in view already. Holds
    /// until the next frame, so that a side panel opening meanwhile does not hide them.
    public void reveal(int first, int last) {
        revealFirst = first;
        revealLast = last;
        if (centre(first) < width * 0.04 || centre(last) > width * 0.96) {
            scroll = ((first + last) / 2.0 + 0.5) * barWidth - width / 2;
            clamp();
        }
    }

    /// Moves the bars by that many pixels, positive to the right.
    public void pan(double pixels) {
        scroll -= pixels;
        clamp();
    }

    /// Makes bars wider by `factor` and keeps what is at `x` where it is.
    public void zoom(double x, double factor) {
        double at = (scroll + x) / barWidth;
        barWidth *= factor;
        clampWidth();
        scroll = at * barWidth - x;
        clamp();
    }

    private double margin() {
        return Math.min(width * 0.06, Math.max(barWidth * 3, 24));
    }

    private void clampWidth() {
        double narrowest = Math.min(2, 0.5 * Math.max(width, 1) / Math.max(size, 1));
        barWidth = Math.clamp(barWidth, narrowest, Math.max(WIDEST, narrowest));
    }

    private void clamp() {
        double keep = Math.min(width / 2, Math.max(2 * barWidth, 40));
        double least = keep - width;
        double most = Math.max(size * barWidth - keep, least);
        scroll = Math.clamp(scroll, least, most);
    }

    /// The width of a bar in pixels, below 1 where several share a pixel.
    public double barWidth() {
        return barWidth;
    }

    /// The world pixel at the left edge, snapped to a device pixel.
    public double scroll() {
        return snap(scroll);
    }

    /// The room there is.
    public double width() {
        return width;
    }

    /// The number of bars in the series.
    public int size() {
        return size;
    }

    /// The side of a device pixel.
    public double pixel() {
        return pixel;
    }

    /// The bar, with its fraction, at the left edge.
    public double from() {
        return width > 0 || Double.isNaN(wantedFrom) ? scroll / barWidth : wantedFrom;
    }

    /// The bar, with its fraction, at the right edge.
    public double to() {
        return width > 0 || Double.isNaN(wantedFrom) ? (scroll + width) / barWidth : wantedTo;
    }

    /// The first bar of which something is in view.
    public int first() {
        return Math.clamp((long) Math.floor(scroll() / barWidth), 0, size);
    }

    /// The bar behind the last one of which something is in view.
    public int end(int extra) {
        return Math.clamp((long) Math.ceil((scroll() + width) / barWidth) + extra, 0, size);
    }

    /// Where the middle of a bar lies, not snapped.
    public double centre(double bar) {
        return (bar + 0.5) * barWidth - scroll();
    }

    /// The left edge of the device pixel in which the middle of a bar lies.
    public double centrePixel(int bar) {
        return Math.floor((bar + 0.5) * barWidth / pixel + 1e-9) * pixel - scroll();
    }

    /// The bar at `x`, which may lie outside the series.
    public int barAt(double x) {
        return (int) Math.floor((x + scroll()) / barWidth);
    }

    /// True where several bars share a device pixel, so that layers draw columns instead of bars.
    public boolean dense() {
        return barWidth < pixel;
    }

    /// The number of device pixel columns.
    public int columns() {
        return (int) Math.ceil(width / pixel);
    }

    /// The first bar of device pixel column `c`, which shows the bars from here to that of column
    /// `c + 1`. The borders lie fast in the world, so panning does not deal the bars anew.
    ///
    /// Where many bars share a column, borders lie on the blocks of a [MinMaxTree], at most an
    /// eighth of a pixel from where they would be: every bar still belongs to one column, and its
    /// extremes are found without reading bars.
    public int columnStart(int c) {
        double perColumn = pixel / barWidth;
        long start = (long) Math.ceil((Math.rint(scroll / pixel) + c) * perColumn - 1e-9);
        long block = 1;
        while (block * MinMaxTree.FAN * MinMaxTree.FAN <= perColumn) {
            block *= MinMaxTree.FAN;
        }
        return Math.clamp(start & -block, 0, size);
    }

    /// Rounds to the border of a device pixel.
    public double snap(double value) {
        return Math.rint(value / pixel) * pixel;
    }
}
