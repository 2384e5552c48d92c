package org.tickwright.desktop.backtest;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.engine.RunArchive;

/// The archived runs. JavaFX thread.
final class RunListModel {
    private final BacktestWork work;
    private final BackgroundTasks tasks;
    private final ObservableList<RunArchive.Entry> runs = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    RunListModel(BacktestWork work, BackgroundTasks tasks) {
        this.work = work;
        this.tasks = tasks;
    }

    /// Newest first.
    ObservableList<RunArchive.Entry> runs() {
        return runs;
    }

    /// True once the archive was read.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// What went wrong last, empty if nothing did.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// Reads the archive anew.
    void refresh() {
        tasks.quietly(
                progress -> work.runs(), this::show, failed -> failure.set(Faults.inWords("Runs not listed", failed)));
    }

    /// Removes a run for good.
    void delete(String runId) {
        tasks.quietly(
                progress -> {
                    work.delete(runId);
                    return work.runs();
                },
                this::show,
                failed -> failure.set(Faults.inWords("Run " + runId + " not deleted", failed)));
    }

    private void show(List<RunArchive.Entry> read) {
        failure.set("");
        if (!runs.equals(read)) {
            runs.setAll(read);
        }
        loaded.set(true);
    }
}
