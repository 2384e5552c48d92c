package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.Candles;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.Pane;
import org.tickwright.desktop.chart.plot.Plot;
import org.tickwright.desktop.chart.plot.Surface;
import org.tickwright.desktop.chart.plot.Tag;
import org.tickwright.desktop.chart.plot.TimeScale;
import org.tickwright.market.Bars;

/// What a chart shows and which part of it, without a toolkit: bars, indicators, trades, view and
/// crosshair.
///
/// Everything on the JavaFX thread. [#revision()] rises with every change that needs a new frame,
/// [#cursorRevision()] with every change of the crosshair or the selected trade alone; [ChartPane]
/// draws at most once per pulse.
public final class ChartModel {
    private static final int NOWHERE = Integer.MIN_VALUE;

    private final Plot plot = new Plot();
    private final ReadOnlyObjectWrapper<@Nullable ChartSeries> series = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<PriceStyle> style = new SimpleObjectProperty<>(PriceStyle.CANDLES);
    private final ObjectProperty<VolumePlace> volume = new SimpleObjectProperty<>(VolumePlace.FOOT);
    private final BooleanProperty log = new SimpleBooleanProperty();
    private final BooleanProperty profile = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper drawn = new ReadOnlyLongWrapper();
    private final BooleanProperty compact = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<VisibleRange> visibleRange =
            new ReadOnlyObjectWrapper<>(new VisibleRange(0, 0));
    private final IntegerProperty crosshairBar = new SimpleIntegerProperty(-1);
    private final IntegerProperty selectedTrade = new SimpleIntegerProperty();
    private final ObjectProperty<LiveBadge> badge = new SimpleObjectProperty<>(LiveBadge.NONE);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper cursorRevision = new ReadOnlyLongWrapper();
    private final Map<String, Pane> subPanes = new HashMap<>();
    private final Pane pricePane = new Pane(1);
    private final TradeLayer tradeLayer = new TradeLayer();
    private final ProfileLayer profileLayer = new ProfileLayer();
    private final FootprintLayer footprintLayer = new FootprintLayer();
    private @Nullable FlowPicture flow;
    private long dataRevision;
    private List<ChartIndicator> indicators = List.of();
    private Candles candles = Candles.empty();
    private Locale numbers = Locale.US;
    private int cursorBar = NOWHERE;
    private double crosshairY = -1;
    private boolean placing;

    /// An empty chart.
    public ChartModel() {
        style.addListener((o, was, is) -> assemble());
        volume.addListener((o, was, is) -> assemble());
        log.addListener((o, was, is) -> {
            pricePane.scale().release();
            pricePane.scale().log(is);
            touch();
        });
        profile.addListener((o, was, is) -> {
            showFlow();
            touch();
        });
        compact.addListener((o, was, is) -> {
            plot.valueSpacing(is ? 32 : 36);
            touch();
        });
        crosshairBar.addListener((o, was, is) -> {
            if (!placing) {
                cursorBar = is.intValue() < 0 ? NOWHERE : is.intValue();
            }
            touchCursor();
        });
        selectedTrade.addListener((o, was, is) -> {
            tradeLayer.select(is.intValue());
            touch();
        });
        badge.addListener((o, was, is) -> touch());
        assemble();
    }

    /// How live the series is, in a badge beside its name.
    public ObjectProperty<LiveBadge> badge() {
        return badge;
    }

    /// Shows a series from its end; indicators, trades and crosshair of the one before go. Null
    /// shows an empty chart.
    public void show(@Nullable ChartSeries shown) {
        indicators = List.of();
        tradeLayer.show(List.of());
        selectedTrade.set(0);
        crosshairBar.set(-1);
        flow = null;
        dataRevision++;
        candles = shown == null ? Candles.empty() : shown.candles();
        if (shown != null) {
            plot.bars(candles, shown.bars().timeframe().nanos(), shown.bars().zone(), numbers);
        } else {
            plot.grown(candles);
        }
        plot.emptyText(shown == null ? "" : "This series has no bars yet");
        series.set(shown);
        assemble();
    }

    /// Takes the bars of the shown series as they are now: rows from `changedFrom` on are new or
    /// have changed. The view follows the last bar where it was in view. The columns of indicators
    /// are updated by who owns them.
    public void update(Bars bars, int changedFrom) {
        ChartSeries shown = series.get();
        if (shown == null) {
            return;
        }
        series.set(shown.with(bars, changedFrom));
        dataRevision++;
        plot.grown(candles);
        assemble();
    }

    /// Shows these indicators, overlays in this order, panes from top to bottom.
    public void indicators(List<ChartIndicator> shown) {
        indicators = List.copyOf(shown);
        assemble();
    }

    /// The indicators shown.
    public List<ChartIndicator> indicators() {
        return indicators;
    }

    /// Marks these trades, which must rise by entry.
    public void trades(List<TradeMark> shown) {
        tradeLayer.show(shown);
        selectedTrade.set(0);
        touch();
    }

    /// The trades marked.
    public List<TradeMark> trades() {
        return tradeLayer.trades();
    }

    private void assemble() {
        ChartSeries shown = series.get();
        PaneBuilder builder = new PaneBuilder(candles, shown == null ? 2 : shown.decimals(), subPanes);
        footprintLayer.bars(candles);
        showFlow();
        PaneBuilder.Marks marks = new PaneBuilder.Marks(profileLayer, footprintLayer, tradeLayer);
        plot.panes().clear();
        plot.panes().addAll(builder.build(pricePane, style.get(), volume.get(), indicators, marks));
        if (candles.size() > 0) {
            int last = candles.size() - 1;
            boolean up = candles.close(last) >= candles.open(last);
            pricePane
                    .tags()
                    .addFirst(
                            new Tag(candles.close(last), up ? Ink.UP : Ink.DOWN, style.get() != PriceStyle.FOOTPRINT));
        }
        tradeLayer.bars(candles);
        touch();
    }

    /// Shows who traded how much at which price in the bars in view; null takes it away.
    void flow(@Nullable FlowPicture shown) {
        flow = shown;
        showFlow();
        touch();
    }

    private void showFlow() {
        FlowPicture now = flow;
        profileLayer.show(now == null || !profile.get() ? null : now.profile(), now == null ? 0 : now.tick());
        footprintLayer.show(now == null ? null : now.footprint());
    }

    /// What the volume profile and the footprint are made of, a line each; none where neither is wanted.
    List<String> flowNotes() {
        FlowPicture now = flow;
        List<String> notes = new ArrayList<>(2);
        if (series.get() == null) {
            return notes;
        }
        if (profile.get() && now != null && !now.profileNote().isEmpty()) {
            notes.add(now.profileNote());
        }
        if (style.get() == PriceStyle.FOOTPRINT) {
            double width = plot.time().barWidth();
            boolean drawn = footprintLayer.readable(width);
            boolean narrow = width < OrderFlow.LEAST_WIDTH || (footprintLayer.picture() != null && !drawn);
            if (narrow) {
                notes.add("Footprint: candles while bars are this narrow. Zoom in (+)");
            } else if (now != null && !now.footprintNote().isEmpty()) {
                notes.add(now.footprintNote());
            }
        }
        return notes;
    }

    /// Rises with every frame.
    ReadOnlyLongProperty drawn() {
        return drawn.getReadOnlyProperty();
    }

    /// A number that changes with the bars.
    long dataRevision() {
        return dataRevision;
    }

    /// The language of numbers.
    Locale numbers() {
        return numbers;
    }

    /// Draws a frame of that size.
    void draw(Surface surface, Ink ink, double width, double height) {
        plot.draw(surface, ink, width, height);
        drawn.set(drawn.get() + 1);
        VisibleRange now = new VisibleRange(plot.time().from(), plot.time().to());
        if (!now.equals(visibleRange.get())) {
            visibleRange.set(now);
        }
    }

    /// The engine's chart.
    Plot plot() {
        return plot;
    }

    /// Language of numbers, months and weekdays.
    public void numbers(Locale locale) {
        numbers = locale;
        ChartSeries shown = series.get();
        if (shown != null) {
            plot.language(locale, shown.bars().zone());
        }
        touch();
    }

    /// The series shown; null for an empty chart.
    public ReadOnlyObjectProperty<@Nullable ChartSeries> series() {
        return series.getReadOnlyProperty();
    }

    /// How prices are drawn.
    public ObjectProperty<PriceStyle> style() {
        return style;
    }

    /// Where volume is drawn.
    public ObjectProperty<VolumePlace> volume() {
        return volume;
    }

    /// Whether the price axis is logarithmic; it stays linear while prices of zero or below are in
    /// view.
    public BooleanProperty log() {
        return log;
    }

    /// Whether the volume profile of the bars in view is drawn.
    public BooleanProperty profile() {
        return profile;
    }

    /// A small chart inside another page: fewer labels, no legend buttons.
    public BooleanProperty compact() {
        return compact;
    }

    /// The bars in view.
    public ReadOnlyObjectProperty<VisibleRange> visibleRange() {
        return visibleRange.getReadOnlyProperty();
    }

    /// Shows a range of bars, at once or as soon as the chart has room.
    public void showRange(VisibleRange range) {
        plot.time().show(range.from(), range.to());
        moved();
    }

    /// Brings a bar to the middle unless it is well in view.
    public void reveal(int bar) {
        plot.time().reveal(bar);
        moved();
    }

    /// Selects a trade by number and brings it into view, zooming out if it is longer than the view.
    public void revealTrade(int number) {
        selectedTrade.set(number);
        for (TradeMark trade : tradeLayer.trades()) {
            if (trade.number() == number) {
                double bars = visibleRange.get().bars();
                if (trade.barsHeld() > bars * 0.8) {
                    double spare = Math.max(trade.barsHeld() * 0.2, 5);
                    plot.time().show(trade.entryBar() - spare, trade.exitBar() + spare);
                } else {
                    plot.time().reveal(trade.entryBar(), trade.exitBar());
                }
                crosshairY = -1;
                crosshairBar.set(trade.entryBar());
                moved();
            }
        }
    }

    /// The bar under the crosshair, -1 without one; may be set or bound, for linked charts.
    public IntegerProperty crosshairBar() {
        return crosshairBar;
    }

    /// The number of the selected trade, 0 without one.
    public IntegerProperty selectedTrade() {
        return selectedTrade;
    }

    /// Puts the crosshair on a bar, which may lie outside the series, at a height; a negative
    /// height draws the upright line alone.
    void crosshair(int bar, double y) {
        boolean moved = y != crosshairY || bar != cursorBar;
        crosshairY = y;
        cursorBar = bar;
        int known = bar >= candles.size() ? -1 : Math.max(bar, -1);
        placing = true;
        crosshairBar.set(known);
        placing = false;
        if (moved) {
            touchCursor();
        }
    }

    /// Takes the crosshair away.
    void hideCrosshair() {
        crosshair(NOWHERE, -1);
    }

    /// True while there is a crosshair to draw.
    boolean crosshairShown() {
        return cursorBar != NOWHERE;
    }

    /// The bar of the crosshair, which may lie outside the series.
    int cursorBar() {
        return cursorBar;
    }

    /// The height of the crosshair, negative without one.
    double crosshairY() {
        return crosshairY;
    }

    /// The bar whose values are shown: under the crosshair, else the last one, -1 without any.
    public int readoutBar() {
        int bar = crosshairBar.get();
        return bar >= 0 && bar < candles.size() ? bar : candles.size() - 1;
    }

    /// The bars as the engine draws them.
    Candles candles() {
        return candles;
    }

    ProfileLayer profileLayer() {
        return profileLayer;
    }

    FootprintLayer footprintLayer() {
        return footprintLayer;
    }

    TradeLayer tradeLayer() {
        return tradeLayer;
    }

    Pane pricePane() {
        return pricePane;
    }

    TimeScale time() {
        return plot.time();
    }

    /// The pane an indicator is drawn in; null where it is not known.
    @Nullable
    Pane paneOf(ChartIndicator indicator) {
        return indicator.overlay() ? pricePane : subPanes.get(indicator.id());
    }

    /// The view was moved: a new frame is needed and listeners of the range are told.
    void moved() {
        VisibleRange now = new VisibleRange(plot.time().from(), plot.time().to());
        if (!now.equals(visibleRange.get())) {
            visibleRange.set(now);
        }
        touch();
    }

    /// Rises with every change that needs a new frame.
    public ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /// Rises with every change of the crosshair.
    public ReadOnlyLongProperty cursorRevision() {
        return cursorRevision.getReadOnlyProperty();
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }

    private void touchCursor() {
        cursorRevision.set(cursorRevision.get() + 1);
    }

    /// The indicators whose columns the owner has updated in place need a new frame.
    public void columnsChanged() {
        assemble();
    }
}
