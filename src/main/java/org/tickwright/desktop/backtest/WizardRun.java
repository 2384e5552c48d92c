package org.tickwright.desktop.backtest;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.engine.RunSettings;

/// The backtest that the wizard started: whether it is under way, how far it is, how it ended. JavaFX thread.
final class WizardRun {
    private final BacktestWork work;
    private final BackgroundTasks tasks;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private RunProgress.State progress = new RunProgress.State();
    private BackgroundTasks.@Nullable Handle handle;

    WizardRun(BacktestWork work, BackgroundTasks tasks) {
        this.work = work;
        this.tasks = tasks;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// How far the run is.
    RunProgress.State progress() {
        return progress;
    }

    /// Starts it; `finished` is told the run's id, `failed` what went wrong in words.
    void start(
            StrategyChoice choice,
            BacktestWork.Market market,
            RunSettings settings,
            Consumer<String> finished,
            Consumer<String> failed) {
        RunProgress.State state = new RunProgress.State();
        progress = state;
        running.set(true);
        handle = tasks.run(
                "Backtest " + choice.name() + " on " + market.series(),
                inner -> work.run(choice.document(), market, settings, new RunProgress(inner, state)),
                runId -> {
                    stopped();
                    finished.accept(runId);
                },
                thrown -> {
                    stopped();
                    if (!(thrown instanceof CancellationException)) {
                        failed.accept(Faults.inWords("Backtest not finished, nothing was kept", thrown));
                    }
                });
    }

    /// Stops it; nothing of it is kept.
    void cancel() {
        BackgroundTasks.Handle started = handle;
        if (started != null && running.get()) {
            started.cancel();
            stopped();
        }
    }

    /// Notices that it was cancelled elsewhere; the screen asks once per frame while it shows the run.
    void watch() {
        BackgroundTasks.Handle started = handle;
        if (started != null && running.get() && started.cancelled()) {
            stopped();
        }
    }

    private void stopped() {
        running.set(false);
        handle = null;
    }
}
