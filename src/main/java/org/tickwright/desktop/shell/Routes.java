package org.tickwright.desktop.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyDocument;

/// Who answers what one place asks of another. The composition root connects them, since the frame knows no place; the
/// place is at the front when it is called. JavaFX thread.
public record Routes(
        Consumer<SeriesKey> chart,
        RunOnChart runOnChart,
        OpenStrategy strategy,
        OpenWizard wizard,
        Consumer<String> run,
        SpanOnChart span) {

    /// Nobody shows spans: the chart opens as it is.
    public Routes(
            Consumer<SeriesKey> chart,
            RunOnChart runOnChart,
            OpenStrategy strategy,
            OpenWizard wizard,
            Consumer<String> run) {
        this(chart, runOnChart, strategy, wizard, run, (series, from, to) -> chart.accept(series));
    }

    /// Nobody answers: the places come to the front and that is all.
    public static final Routes NONE =
            new Routes(series -> {}, (run, trade) -> {}, (document, file) -> {}, (document, series) -> {}, run -> {});

    /// Shows a run with its trades, centred on one of them; 0 for the whole run.
    @FunctionalInterface
    public interface RunOnChart {
        /// Shows it.
        void open(String runId, int trade);
    }

    /// Shows a series around the bars that open from one instant to another.
    @FunctionalInterface
    public interface SpanOnChart {
        /// Shows them.
        void open(SeriesKey series, long from, long to);
    }

    /// Opens a strategy that may have a file.
    @FunctionalInterface
    public interface OpenStrategy {
        /// Opens it.
        void open(StrategyDocument document, @Nullable Path file);
    }

    /// Opens the wizard on a strategy and perhaps a series.
    @FunctionalInterface
    public interface OpenWizard {
        /// Opens it.
        void open(StrategyDocument document, @Nullable SeriesKey series);
    }
}
