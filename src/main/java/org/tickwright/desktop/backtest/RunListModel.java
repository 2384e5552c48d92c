package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.engine.RunArchive;
import org.tickwright.market.StoreException;
import org.tickwright.study.sweep.SweepArchive;

/// The archived runs, and the sweeps among them. JavaFX thread.
final class RunListModel {
    private final BacktestWork work;
    private final SweepWork sweepWork;
    private final BackgroundTasks tasks;
    private final ObservableList<RunArchive.Entry> runs = FXCollections.observableArrayList();
    private final ObservableList<ListedItem> items = FXCollections.observableArrayList();
    private final Map<String, Integer> progress = new HashMap<>();
    private final ReadOnlyIntegerWrapper progressed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    RunListModel(BacktestWork work, SweepWork sweepWork, BackgroundTasks tasks) {
        this.work = work;
        this.sweepWork = sweepWork;
        this.tasks = tasks;
    }

    /// Newest first.
    ObservableList<RunArchive.Entry> runs() {
        return runs;
    }

    /// Runs and sweeps, newest first.
    ObservableList<ListedItem> items() {
        return items;
    }

    /// True once the archive was read.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// What went wrong last, empty if nothing did.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// Takes note of how many combinations of a sweep under way are finished.
    void note(String sweep, int finished) {
        if (!Integer.valueOf(finished).equals(progress.put(sweep, finished))) {
            progressed.set(progressed.get() + 1);
        }
    }

    /// How many combinations of a sweep are finished, as far as is known.
    int finished(SweepArchive.Entry sweep) {
        return Math.max(sweep.finished(), progress.getOrDefault(sweep.id(), 0));
    }

    /// Changes when a sweep got on.
    ReadOnlyIntegerProperty progressed() {
        return progressed.getReadOnlyProperty();
    }

    /// Reads the archive anew.
    void refresh() {
        tasks.quietly(progress -> read(), this::show, failed -> failure.set(Faults.inWords("Runs not listed", failed)));
    }

    /// Removes a run or a sweep for good.
    void delete(ListedItem item) {
        tasks.quietly(
                progress -> {
                    switch (item) {
                        case ListedItem.Run run -> work.delete(run.id());
                        case ListedItem.Sweep sweep -> sweepWork.delete(sweep.id());
                    }
                    return read();
                },
                this::show,
                failed -> failure.set(Faults.inWords(item.id() + " not deleted", failed)));
    }

    private record Listed(List<RunArchive.Entry> runs, List<ListedItem> items) {}

    private Listed read() throws StoreException {
        List<RunArchive.Entry> archived = work.runs();
        List<ListedItem> all = new ArrayList<>();
        archived.forEach(entry -> all.add(new ListedItem.Run(entry)));
        sweepWork.list().forEach(entry -> all.add(new ListedItem.Sweep(entry)));
        all.sort(Comparator.comparingLong(ListedItem::created).reversed());
        return new Listed(archived, all);
    }

    private void show(Listed read) {
        failure.set("");
        if (!runs.equals(read.runs())) {
            runs.setAll(read.runs());
        }
        if (!items.equals(read.items())) {
            items.setAll(read.items());
        }
        loaded.set(true);
    }
}
