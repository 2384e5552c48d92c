package org.tickwright.desktop.chart.plot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A chart: panes of layers over one time axis, with axes at the right and the foot.
///
/// [#draw] does a whole frame: it fits the axes to what is in view, chooses labels and draws. What
/// a frame costs depends on its size in pixels, not on the bars in view.
public final class Plot {
    private static final double TIME_AXIS = 28;
    private static final double DIVIDER_REACH = 4;
    private static final double LEAST_PANE = 48;

    private final TimeScale time = new TimeScale();
    private final TimeTicks timeTicks = new TimeTicks();
    private final List<Pane> panes = new ArrayList<>();
    private final Extent extent = new Extent();
    private NumberText numbers = new NumberText(Locale.US);
    private Candles bars = Candles.empty();
    private long barNanos = 86_400_000_000_000L;
    private @Nullable Frame frame;
    private double width;
    private double height;
    private double axisWidth = 56;
    private String emptyText = "";
    private double valueSpacing = 36;

    /// The horizontal axis.
    public TimeScale time() {
        return time;
    }

    /// The panes from top to bottom. May be changed between frames.
    public List<Pane> panes() {
        return panes;
    }

    /// The bars of the time axis.
    public Candles bars() {
        return bars;
    }

    /// Shows other bars, from their end. `nominalNanos` is the length of a bar, `zone` decides what
    /// a day is.
    public void bars(Candles newBars, long nominalNanos, ZoneId zone, Locale locale) {
        bars = newBars;
        barNanos = nominalNanos;
        timeTicks.use(zone, locale);
        time.start(newBars.size());
        for (Pane pane : panes) {
            pane.scale().release();
        }
    }

    /// The bars were replaced by the same and more, or their columns grew.
    public void grown(Candles newBars) {
        bars = newBars;
        time.grow(newBars.size());
    }

    /// The language of numbers, months and weekdays.
    public void language(Locale locale, ZoneId zone) {
        numbers = new NumberText(locale);
        timeTicks.use(zone, locale);
    }

    /// The texts of numbers.
    public NumberText numbers() {
        return numbers;
    }

    /// The texts of times.
    public TimeTicks times() {
        return timeTicks;
    }

    /// The nominal length of a bar in nanoseconds.
    public long barNanos() {
        return barNanos;
    }

    /// What stands in the middle while there are no bars.
    public void emptyText(String text) {
        emptyText = text;
    }

    /// How far apart labels of values lie at least.
    public void valueSpacing(double pixels) {
        valueSpacing = pixels;
    }

    /// The width left for the panes.
    public double plotWidth() {
        return Math.max(width - axisWidth, 0);
    }

    /// The height left for the panes.
    public double plotHeight() {
        return Math.max(height - TIME_AXIS, 0);
    }

    /// The width of the value axis.
    public double axisWidth() {
        return axisWidth;
    }

    /// Draws a whole frame of that size.
    public void draw(Surface surface, Ink ink, double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        Frame now = frame == null ? new Frame(time, surface, ink) : frame;
        frame = now;
        now.begin(surface, ink);
        fit(surface);
        AxisPainter axes = new AxisPainter(this, surface, ink);
        surface.rect(0, 0, width, height, ink.background());
        List<TimeTick> labels = timeTicks.choose(bars, barNanos, time, surface);
        for (Pane pane : panes) {
            surface.clip(0, pane.top(), plotWidth(), pane.height());
            axes.grid(pane, labels);
            now.pane(pane.scale(), pane.top(), pane.height());
            for (Layer layer : pane.layers()) {
                layer.draw(now);
            }
            axes.tagLines(pane);
            surface.unclip();
        }
        axes.borders();
        for (Pane pane : panes) {
            axes.values(pane);
        }
        axes.times(labels);
        if (bars.size() == 0 && !emptyText.isEmpty()) {
            double x = plotWidth() / 2;
            surface.text(emptyText, x, plotHeight() / 2, Surface.Align.CENTRE, Surface.Face.MESSAGE, ink.muted());
        }
    }

    /// Lays out panes and fits the axes; the width of the value axis follows its labels.
    private void fit(Surface surface) {
        arrange();
        time.resize(plotWidth(), surface.pixel());
        scale();
        double wanted = wantedAxisWidth(surface);
        if (wanted > axisWidth || wanted < axisWidth - 12) {
            axisWidth = wanted;
            time.resize(plotWidth(), surface.pixel());
            scale();
        }
        time.settle();
    }

    private void arrange() {
        double total = 0;
        for (Pane pane : panes) {
            total += pane.weight();
        }
        double room = plotHeight();
        double least = Math.min(LEAST_PANE, room / Math.max(panes.size(), 1));
        double spare = room - least * panes.size();
        double at = 0;
        for (int i = 0; i < panes.size(); i++) {
            Pane pane = panes.get(i);
            double share = least + spare * pane.weight() / Math.max(total, 1e-9);
            double bottom = i == panes.size() - 1 ? room : time.snap(at + share);
            double border = i == 0 ? 0 : time.pixel();
            pane.place(at + border, Math.max(bottom - at - border, 1));
            at = bottom;
        }
    }

    private void scale() {
        int from = time.first();
        int to = time.end(0);
        for (Pane pane : panes) {
            pane.follow(extent, from, to);
            pane.ticks().choose(pane.scale(), Math.min(valueSpacing, pane.height() / 2.2), pane.smallest());
        }
    }

    private double wantedAxisWidth(Surface surface) {
        double widest = 32;
        for (Pane pane : panes) {
            for (int i = 0; i < pane.ticks().count(); i++) {
                widest = Math.max(
                        widest,
                        surface.textWidth(pane.label(numbers, pane.ticks().value(i)), Surface.Face.LABEL));
            }
            for (Tag tag : pane.tags()) {
                if (Double.isFinite(tag.value())) {
                    widest = Math.max(widest, surface.textWidth(pane.tag(numbers, tag.value()), Surface.Face.LABEL));
                }
            }
        }
        return Math.min(Math.ceil((widest + 20) / 4) * 4, Math.max(width / 3, 1));
    }

    /// The frame as a layer of this pane saw it last, for hit tests; null before the first one.
    public @Nullable Frame frameOf(Pane pane) {
        Frame now = frame;
        if (now != null) {
            now.pane(pane.scale(), pane.top(), pane.height());
        }
        return now;
    }

    /// Draws the crosshair at `(x, y)`, upright through the middle of the bar there; a negative `y`
    /// draws the upright line alone. Belongs on a surface of its own above the frame.
    public void drawCrosshair(Surface surface, Ink ink, int bar, double y) {
        new AxisPainter(this, surface, ink).crosshair(bar, y);
    }

    /// What lies under a point, as of the last frame.
    public Spot at(double x, double y) {
        int bar = time.barAt(x);
        boolean right = x >= plotWidth();
        if (y >= plotHeight()) {
            return new Spot(right ? Spot.Part.CORNER : Spot.Part.TIME_AXIS, -1, bar, Double.NaN);
        }
        for (int i = 0; i < panes.size() - 1; i++) {
            if (Math.abs(panes.get(i + 1).top() - y) <= DIVIDER_REACH) {
                return new Spot(Spot.Part.DIVIDER, i, bar, Double.NaN);
            }
        }
        for (int i = 0; i < panes.size(); i++) {
            Pane pane = panes.get(i);
            if (y < pane.top() + pane.height() || i == panes.size() - 1) {
                Spot.Part part = right ? Spot.Part.VALUE_AXIS : Spot.Part.PANE;
                return new Spot(part, i, bar, pane.scale().value(y));
            }
        }
        return new Spot(Spot.Part.CORNER, -1, bar, Double.NaN);
    }

    /// Moves the border below a pane by pixels, taking from one neighbour what the other gets.
    public void dragDivider(int above, double pixels) {
        if (above < 0 || above + 1 >= panes.size()) {
            return;
        }
        Pane upper = panes.get(above);
        Pane lower = panes.get(above + 1);
        double both = upper.height() + lower.height();
        double least = Math.min(LEAST_PANE, both / 2);
        double spare = both - 2 * least;
        double weights = upper.weight() + lower.weight();
        // From the weights, not from the height of the last frame: several moves may come before the next one.
        double wanted = Math.clamp(spare * upper.weight() / weights + pixels, 0, Math.max(spare, 0));
        double share = spare <= 0 ? 0.5 : Math.clamp(wanted / spare, 0.001, 0.999);
        upper.weight(weights * share);
        lower.weight(weights * (1 - share));
    }
}
