package org.tickwright.desktop.chart;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.desktop.chart.FlowPicture.Task;
import org.tickwright.desktop.chart.FlowPicture.Wanted;
import org.tickwright.desktop.chart.plot.TimeScale;
import org.tickwright.desktop.chart.plot.ValueScale;
import org.tickwright.market.Bars;

/// Keeps the volume profile and the footprint of a chart up to date with what is in view.
///
/// After every frame it compares what the frame showed with what was asked for last; where that differs, a
/// new picture is made in the background, one at a time. What is drawn stays until the new one is there. A
/// chart that shows neither costs a comparison per frame. JavaFX thread.
final class OrderFlow {
    /// Rows of a profile are at least as many pixels high, those of a footprint as many as a figure needs.
    private static final double PROFILE_PIXELS = 4;

    private static final double FOOTPRINT_PIXELS = 16;

    /// Bars narrower than this never have room for a footprint.
    static final double LEAST_WIDTH = 64;

    private static final double[] STEPS = {1, 2, 5};

    private final ChartModel chart;
    private final BackgroundTasks tasks;
    private final BooleanSupplier growing;
    private final Consumer<String> trouble;
    private TradeSource source;
    private @Nullable Wanted asked;
    private BackgroundTasks.@Nullable Handle running;

    /// Of a chart whose bars may change under way while `growing`.
    OrderFlow(
            ChartModel chart,
            BackgroundTasks tasks,
            TradeSource source,
            BooleanSupplier growing,
            Consumer<String> trouble) {
        this.chart = chart;
        this.tasks = tasks;
        this.source = source;
        this.growing = growing;
        this.trouble = trouble;
        chart.drawn().addListener((o, was, is) -> look());
    }

    /// Looks for trades elsewhere from now on.
    void source(TradeSource other) {
        source = other;
        asked = null;
    }

    private void look() {
        Wanted wanted = wanted();
        Wanted before = asked;
        if (wanted == null) {
            forget();
        } else if (!wanted.equals(before)) {
            if (running != null && before != null && !before.key().equals(wanted.key())) {
                forget();
            }
            if (running == null) {
                ask(wanted);
            }
        }
    }

    private void forget() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        if (asked != null) {
            asked = null;
            chart.flow(null);
        }
    }

    /// What the last frame showed; null where neither profile nor footprint is wanted or nothing is in view.
    private @Nullable Wanted wanted() {
        ChartSeries series = chart.series().get();
        boolean footprint = chart.style().get() == PriceStyle.FOOTPRINT;
        boolean profile = chart.profile().get();
        if (series == null || !(footprint || profile)) {
            return null;
        }
        TimeScale time = chart.time();
        int from = time.first();
        int to = time.end(0);
        if (to <= from) {
            return null;
        }
        boolean wide = footprint && time.barWidth() >= LEAST_WIDTH;
        if (!wide && !profile) {
            return null;
        }
        double row = profile ? rowOf(PROFILE_PIXELS, series.decimals()) : 0;
        double cell = wide ? rowOf(FOOTPRINT_PIXELS, series.decimals()) : 0;
        return new Wanted(series.key(), from, to, row, cell, chart.dataRevision());
    }

    /// The least of 1, 2, 5, 10, ... ticks that is so many pixels high.
    private double rowOf(double pixels, int decimals) {
        ValueScale scale = chart.pricePane().scale();
        double least = (scale.high() - scale.low()) * pixels / Math.max(scale.height(), 1);
        double tick = Math.pow(10, -decimals);
        int power = Math.max(0, (int) Math.floor(Math.log10(Math.max(least / tick, 1))));
        for (int i = 0; i < STEPS.length; i++) {
            double step = STEPS[i] * Math.pow(10, power);
            if (step * tick >= least * (1 - 1e-9)) {
                return step / Math.pow(10, decimals);
            }
        }
        return Math.pow(10, power + 1) / Math.pow(10, decimals);
    }

    private void ask(Wanted wanted) {
        ChartSeries series = chart.series().get();
        if (series == null) {
            return;
        }
        asked = wanted;
        boolean live = growing.getAsBoolean();
        // Bars that grow are changed on this thread while the work is done on another.
        int end = Math.min(wanted.to() + 1, series.bars().size());
        Bars bars = live ? series.bars().slice(wanted.from(), end) : series.bars();
        Task task = new Task(wanted, bars, live ? wanted.from() : 0, live, series.decimals(), chart.numbers());
        TradeSource from = source;
        running = tasks.quietly(
                progress -> FlowPicture.of(task, from),
                picture -> {
                    running = null;
                    chart.flow(picture);
                },
                fault -> {
                    running = null;
                    trouble.accept(Faults.inWords("The trades were not read", fault));
                });
    }
}
