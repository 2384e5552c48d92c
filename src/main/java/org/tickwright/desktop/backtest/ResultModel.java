package org.tickwright.desktop.backtest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.report.CalendarReturns;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.RunCurves;
import org.tickwright.report.TearSheet;

/// The run that the result page shows, and its export. JavaFX thread.
final class ResultModel {

    /// A run with what the page draws of it, worked out off the JavaFX thread.
    record Shown(TearSheet sheet, RunCurves curves, CalendarReturns returns) {}

    /// Where a person wants files; empty if they changed their mind.
    @FunctionalInterface
    interface Destination {
        Optional<Path> ask(Path suggested);
    }

    private final BacktestWork work;
    private final BackgroundTasks tasks;
    private final Destination destination;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper loading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ObservableList<Path> exported = FXCollections.observableArrayList();
    private Path folder;
    private long asked;

    /// A page whose exports go to `folder` until a person chooses another.
    ResultModel(BacktestWork work, BackgroundTasks tasks, Destination destination, Path folder) {
        this.work = work;
        this.tasks = tasks;
        this.destination = destination;
        this.folder = folder;
    }

    /// The run shown; null while there is none.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The id of the run that is being read, empty if none is.
    ReadOnlyStringProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /// What went wrong, empty if nothing did.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// The files of the last export.
    ObservableList<Path> exported() {
        return exported;
    }

    /// Shows an archived run.
    void open(String runId) {
        Shown now = shown.get();
        boolean there = now != null && now.sheet().runId().equals(runId);
        if (there || loading.get().equals(runId)) {
            return;
        }
        long ask = ++asked;
        loading.set(runId);
        failure.set("");
        exported.clear();
        tasks.quietly(
                progress -> work.tearSheet(runId).map(ResultModel::prepare),
                read -> {
                    if (ask == asked) {
                        loading.set("");
                        shown.set(read.orElse(null));
                        failure.set(read.isPresent() ? "" : "Run " + runId + " is not in the archive any more.");
                    }
                },
                failed -> {
                    if (ask == asked) {
                        loading.set("");
                        failure.set(Faults.inWords("Run " + runId + " not opened", failed));
                    }
                });
    }

    /// Shows nothing, because the run has gone.
    void close() {
        asked++;
        loading.set("");
        shown.set(null);
        exported.clear();
    }

    private static Shown prepare(TearSheet sheet) {
        RunCurves curves = RunCurves.of(sheet.run(), sheet.bars());
        return new Shown(sheet, curves, CalendarReturns.of(curves));
    }

    /// Asks where to and writes the shown run in these formats.
    void export(Set<ReportFormat> formats) {
        Shown now = shown.get();
        if (now == null) {
            return;
        }
        Optional<Path> chosen = destination.ask(folder);
        if (chosen.isEmpty()) {
            return;
        }
        folder = chosen.get();
        exported.clear();
        failure.set("");
        Path directory = folder;
        tasks.run(
                "Report of " + now.sheet().runId(),
                progress -> work.report(now.sheet().runId(), formats, directory),
                this::written,
                failed -> failure.set(Faults.inWords("Report not written", failed)));
    }

    private void written(List<Path> files) {
        exported.setAll(files);
    }
}
