package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.BandLayer;
import org.tickwright.desktop.chart.plot.CandleLayer;
import org.tickwright.desktop.chart.plot.Candles;
import org.tickwright.desktop.chart.plot.Column;
import org.tickwright.desktop.chart.plot.HistogramLayer;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.LevelLayer;
import org.tickwright.desktop.chart.plot.LineLayer;
import org.tickwright.desktop.chart.plot.Pane;
import org.tickwright.desktop.chart.plot.Tag;
import org.tickwright.desktop.chart.plot.VolumeLayer;

/// Puts bars, volume, indicators and trades into panes and layers. Panes are kept by id, so that a
/// person's heights and scales outlive a change of parameters.
final class PaneBuilder {
    private static final String VOLUME = "#volume";
    private static final double FOOT = 0.16;
    private static final double SUB_WEIGHT = 0.3;
    private static final double LINE = 1.5;

    private final Candles candles;
    private final int decimals;
    private final Map<String, Pane> kept;

    /// What lies over or under the prices besides indicators.
    record Marks(ProfileLayer profile, FootprintLayer footprint, TradeLayer trades) {}

    PaneBuilder(Candles candles, int decimals, Map<String, Pane> kept) {
        this.candles = candles;
        this.decimals = decimals;
        this.kept = kept;
    }

    List<Pane> build(Pane price, PriceStyle style, VolumePlace volume, List<ChartIndicator> indicators, Marks marks) {
        List<Pane> panes = new ArrayList<>();
        panes.add(price);
        clear(price);
        price.decimals(decimals);
        boolean foot = volume == VolumePlace.FOOT;
        price.scale().margins(style == PriceStyle.FOOTPRINT ? 0.12 : 0.08, foot ? FOOT + 0.04 : 0.08);
        if (foot) {
            price.layers().add(new VolumeLayer(candles, FOOT));
        }
        price.layers().add(marks.profile());
        if (style == PriceStyle.FOOTPRINT) {
            price.layers().add(marks.profile().lines());
        }
        price.layers()
                .add(
                        switch (style) {
                            case CANDLES -> new CandleLayer(candles);
                            case LINE -> new LineLayer(Column.closes(candles), Ink.ACCENT, LINE);
                            case FOOTPRINT -> marks.footprint();
                        });
        for (ChartIndicator indicator : indicators) {
            if (indicator.overlay() && !indicator.hidden()) {
                layers(price, indicator);
            }
        }
        if (style != PriceStyle.FOOTPRINT) {
            price.layers().add(marks.profile().lines());
        }
        price.layers().add(marks.trades());
        if (volume == VolumePlace.PANE) {
            panes.add(volumePane());
        }
        for (ChartIndicator indicator : indicators) {
            if (!indicator.overlay() && !indicator.hidden()) {
                panes.add(subPane(indicator));
            }
        }
        return panes;
    }

    private static void clear(Pane pane) {
        pane.layers().clear();
        pane.tags().clear();
    }

    private Pane volumePane() {
        Pane pane = keep(VOLUME);
        pane.brief(true);
        pane.scale().margins(0.1, 0);
        pane.layers().add(new VolumeLayer(candles, 0));
        return pane;
    }

    private Pane keep(String id) {
        Pane pane = kept.computeIfAbsent(id, key -> new Pane(SUB_WEIGHT));
        clear(pane);
        return pane;
    }

    private Pane subPane(ChartIndicator indicator) {
        Pane pane = keep(indicator.id());
        pane.decimals(indicator.decimals());
        pane.brief(indicator.brief());
        pane.scale().margins(0.1, 0.1);
        layers(pane, indicator);
        return pane;
    }

    private static void layers(Pane pane, ChartIndicator indicator) {
        List<ChartIndicator.Output> outputs = indicator.outputs();
        ChartIndicator.@Nullable Band band = indicator.band();
        if (band != null) {
            ChartIndicator.Output upper = outputs.get(band.upper());
            pane.layers()
                    .add(new BandLayer(upper.column(), outputs.get(band.lower()).column(), upper.slot()));
        }
        for (double level : indicator.levels()) {
            pane.layers().add(new LevelLayer(level));
        }
        for (ChartIndicator.Output output : outputs) {
            if (output.shape() == ChartIndicator.Shape.HISTOGRAM) {
                pane.layers().add(new HistogramLayer(output.column()));
            }
        }
        for (ChartIndicator.Output output : outputs) {
            if (output.shape() != ChartIndicator.Shape.HISTOGRAM) {
                pane.layers().add(new LineLayer(output.column(), output.slot(), LINE));
                double last = output.column().value(output.column().size() - 1);
                if (Double.isFinite(last)) {
                    pane.tags().add(new Tag(last, output.slot(), false));
                }
            }
        }
    }
}
