package org.tickwright.desktop;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Workbench;

/// What a place may ask of the frame around it. All calls on the JavaFX thread.
public interface Desk {

    /// The use cases.
    Workbench workbench();

    /// Background work with progress.
    BackgroundTasks tasks();

    /// Theme, colours and formats in force.
    DeskSettings settings();

    /// Brings a place to the front.
    void go(PlaceId place);

    /// Shows a series in Charts.
    void openChart(SeriesKey series);

    /// Shows a series in Charts around the bars that open from one instant to another, nanoseconds UTC.
    default void openChart(SeriesKey series, long from, long to) {
        openChart(series);
    }

    /// Shows a series in Charts with the trades of a run, centred on the trade with that number; 0 for the whole run.
    void openRunOnChart(String runId, int trade);

    /// Opens a strategy in Studio; `file` is null for one that was not saved yet.
    void openStrategy(StrategyDocument document, @Nullable Path file);

    /// Opens the backtest wizard with a strategy, and a series if one is known.
    void openWizard(StrategyDocument document, @Nullable SeriesKey series);

    /// Shows the result page of an archived run.
    void openRun(String runId);

    /// Opens a help page over what is shown.
    void openHelp(HelpTopic topic);

    /// Tells a person something in passing; `error` stays until it is dismissed.
    void notify(String message, boolean error);
}
