package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.study.Tries;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;

/// The sweep that the result page shows, and those under way. JavaFX thread; results are noticed when [#follow] is
/// called, which the screen does a few times a second while something runs.
final class SweepModel {

    /// Where a sweep stands.
    enum State {
        /// Nothing is shown.
        NONE,
        RUNNING,
        PAUSED,
        /// Combinations are left, and nobody works at them.
        STOPPED,
        COMPLETE
    }

    private final SweepWork work;
    private final BackgroundTasks tasks;
    private final Map<String, SweepJob> jobs = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable SweepJob> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyIntegerWrapper finished = new ReadOnlyIntegerWrapper();
    private final ObservableList<Integer> points = FXCollections.observableArrayList();
    private final ObjectProperty<SweepFigure> figure = new SimpleObjectProperty<>(SweepFigure.SHARPE);
    private final ReadOnlyObjectWrapper<SweepMarks> marks =
            new ReadOnlyObjectWrapper<>(SweepMarks.none(SweepFigure.SHARPE));
    private final ReadOnlyStringWrapper luck = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private Consumer<String> madeRun = run -> {};
    private Runnable changed = () -> {};
    private boolean marking;
    private boolean markAgain;
    private boolean making;
    private int lucky = -1;
    private String opening = "";
    private long asked;

    SweepModel(SweepWork work, BackgroundTasks tasks) {
        this.work = work;
        this.tasks = tasks;
        figure.addListener((property, before, now) -> {
            marks.set(SweepMarks.none(now));
            mark();
        });
    }

    /// Who is told the id of a run that was made of a combination.
    void onRun(Consumer<String> listener) {
        madeRun = listener;
    }

    /// Who is told when a sweep was begun, has ended or was stopped.
    void onChange(Runnable listener) {
        changed = listener;
    }

    /// The sweep shown; null while there is none.
    ReadOnlyObjectProperty<@Nullable SweepJob> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// How many of its combinations are finished.
    ReadOnlyIntegerProperty finished() {
        return finished.getReadOnlyProperty();
    }

    /// The finished combinations, as the table sorts them.
    ObservableList<Integer> points() {
        return points;
    }

    /// The figure by which peak and plateau are found.
    ObjectProperty<SweepFigure> figure() {
        return figure;
    }

    ReadOnlyObjectProperty<SweepMarks> marks() {
        return marks.getReadOnlyProperty();
    }

    /// What the number of tries makes of the best Sharpe ratio; empty while that is not known.
    ReadOnlyStringProperty luck() {
        return luck.getReadOnlyProperty();
    }

    /// What went wrong; empty if nothing did.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// True while any sweep runs.
    boolean busy() {
        return jobs.values().stream().anyMatch(job -> job.working() && !job.paused());
    }

    /// True while that sweep runs or rests.
    boolean working(String id) {
        SweepJob job = jobs.get(id);
        return job != null && job.working();
    }

    /// Begins a sweep, or goes on with the same one where it was begun before, and shows it.
    void begin(SweepWork.Setup setup, SweepPlan plan) {
        failure.set("");
        long started = ++asked;
        tasks.quietly(
                progress -> opened(work.begin(setup, plan)),
                job -> {
                    SweepJob known = jobs.getOrDefault(job.id(), job);
                    if (started == asked) {
                        show(known);
                    }
                    start(known);
                },
                failed -> failure.set(Faults.inWords("Search not started", failed)));
    }

    /// Shows a sweep of the archive.
    void open(String id) {
        SweepJob now = shown.get();
        if ((now != null && now.id().equals(id)) || opening.equals(id)) {
            return;
        }
        SweepJob known = jobs.get(id);
        long started = ++asked;
        failure.set("");
        if (known != null) {
            show(known);
            return;
        }
        opening = id;
        tasks.quietly(
                progress -> {
                    Optional<SweepWork.Found> found = work.find(id);
                    return found.isEmpty() ? Optional.<SweepJob>empty() : Optional.of(opened(found.get()));
                },
                job -> {
                    if (started == asked) {
                        opening = "";
                        show(job.orElse(null));
                        failure.set(job.isPresent() ? "" : "Sweep " + id + " is not in the archive any more.");
                    }
                },
                failed -> {
                    if (started == asked) {
                        opening = "";
                        failure.set(Faults.inWords("Sweep " + id + " not opened", failed));
                    }
                });
    }

    private SweepJob opened(SweepWork.Found found) throws org.tickwright.market.StoreException {
        int size = found.plan().size();
        if (size > SweepForm.MOST_RUNS) {
            throw new IllegalArgumentException("It has " + size + " combinations, and the screen shows up to "
                    + SweepForm.MOST_RUNS + ". Read it with `tickwright sweep`.");
        }
        SweepResults results = new SweepResults(found.plan(), found.setup().figures());
        if (found.entry().finished() > 0) {
            work.rows(found.entry().id(), row -> results.add(List.of(row)));
        }
        return new SweepJob(found, results);
    }

    private void show(@Nullable SweepJob job) {
        points.clear();
        luck.set("");
        lucky = -1;
        if (job != null && !job.results().shown().contains(figure.get())) {
            figure.set(job.results().shown().getFirst());
        }
        marks.set(SweepMarks.none(figure.get()));
        shown.set(job);
        if (job == null) {
            finished.set(0);
            state.set(State.NONE);
            return;
        }
        job.drain();
        List<Integer> all = new ArrayList<>();
        for (int point = 0; point < job.plan().size(); point++) {
            if (job.results().has(point)) {
                all.add(point);
            }
        }
        points.setAll(all);
        noteState();
        mark();
        judgeLuck();
    }

    /// Shows nothing, because the sweep has gone.
    void close() {
        asked++;
        opening = "";
        show(null);
    }

    /// Goes on with what is left of the sweep that is shown.
    void resume() {
        SweepJob job = shown.get();
        if (job != null && job.paused()) {
            job.resume();
            noteState();
        } else if (job != null && !job.working() && !job.complete()) {
            start(job);
        }
    }

    /// Lets the sweep that is shown rest.
    void pause() {
        SweepJob job = shown.get();
        if (job != null) {
            job.pause();
            noteState();
            changed.run();
        }
    }

    /// Stops the sweep that is shown; what is finished is kept.
    void stop() {
        SweepJob job = shown.get();
        if (job != null) {
            job.cancel();
            forget(job);
        }
    }

    private void start(SweepJob job) {
        if (job.working() || job.complete()) {
            noteState();
            changed.run();
            return;
        }
        failure.set("");
        luck.set("");
        jobs.put(job.id(), job);
        job.begins();
        job.doneBy(tasks.runInParts(
                "Search of " + job.entry().head().strategyName() + " on "
                        + job.entry().head().series(),
                progress -> work.run(job.entry(), job.results()::add, progress) ? Boolean.TRUE : null,
                all -> ended(job, null),
                failed -> ended(job, failed)));
        noteState();
        changed.run();
    }

    private void ended(SweepJob job, @Nullable Throwable failed) {
        job.ended();
        if (failed != null && !(failed instanceof CancellationException)) {
            failure.set(Faults.inWords("Search stopped, what was finished is kept", failed));
        }
        forget(job);
    }

    private void forget(SweepJob job) {
        jobs.remove(job.id());
        follow();
        noteState();
        judgeLuck();
        changed.run();
    }

    /// Takes note of results that came, and of sweeps that were paused or stopped elsewhere.
    void follow() {
        for (SweepJob job : List.copyOf(jobs.values())) {
            if (!job.working()) {
                job.ended();
                forget(job);
                return;
            }
        }
        SweepJob job = shown.get();
        if (job == null) {
            return;
        }
        List<Integer> taken = job.drain();
        if (!taken.isEmpty()) {
            points.addAll(taken);
            mark();
        }
        noteState();
    }

    private void noteState() {
        SweepJob job = shown.get();
        if (job == null) {
            return;
        }
        finished.set(job.finished());
        state.set(
                job.complete() && !job.working()
                        ? State.COMPLETE
                        : job.paused() ? State.PAUSED : job.working() ? State.RUNNING : State.STOPPED);
    }

    /// Finds peak and plateau anew, in the background; one look at a time.
    private void mark() {
        SweepJob job = shown.get();
        if (job == null) {
            return;
        }
        if (marking) {
            markAgain = true;
            return;
        }
        marking = true;
        markAgain = false;
        SweepFigure by = figure.get();
        tasks.quietly(
                progress -> SweepMarks.of(job.results(), by),
                found -> {
                    marking = false;
                    if (job.equals(shown.get()) && by == figure.get()) {
                        marks.set(found);
                    }
                    if (markAgain || by != figure.get() || !job.equals(shown.get())) {
                        mark();
                    }
                },
                failed -> {
                    marking = false;
                    failure.set(Faults.inWords("Plateau not found", failed));
                });
    }

    /// Says what the tries make of the best Sharpe ratio, once nothing runs.
    private void judgeLuck() {
        SweepJob job = shown.get();
        if (job == null || job.working() || job.finished() == 0) {
            return;
        }
        if (!job.results().shown().contains(SweepFigure.SHARPE)) {
            leftOut(job);
            return;
        }
        int best = org.tickwright.study.sweep.Plateau.peak(
                SweepFigure.SHARPE, job.results().column(SweepFigure.SHARPE));
        if (best < 0 || lucky == job.finished()) {
            return;
        }
        lucky = job.finished();
        Map<String, Double> parameters = job.results().parameters(best);
        Tries tries = job.results().tries(job.found().setup().settings().periodsPerYear());
        tasks.quietly(
                progress -> work.luck(job.entry(), parameters, tries),
                words -> {
                    if (job.equals(shown.get()) && !job.working()) {
                        luck.set(words);
                    }
                },
                failed -> {
                    if (job.equals(shown.get())) {
                        luck.set(Faults.inWords("What luck would show is not known", failed));
                    }
                });
    }

    /// Without Sharpe ratios the findings of the bars are all there is to say.
    private void leftOut(SweepJob job) {
        if (lucky == job.finished()) {
            return;
        }
        lucky = job.finished();
        String words = "Sharpe ratios were left out, so nothing is said of what luck would show. Search again with all"
                + " figures to know.";
        luck.set(words);
        tasks.quietly(
                progress -> work.findings(job.entry()),
                found -> {
                    if (job.equals(shown.get()) && !job.working() && !found.isEmpty()) {
                        luck.set(words + " " + found);
                    }
                },
                failed -> {
                    if (job.equals(shown.get())) {
                        luck.set(words + " " + Faults.inWords("What the audit finds is not known", failed));
                    }
                });
    }

    /// Opens the run of a combination: made again by the path of a single run, or the one that was made before.
    void openRun(int point) {
        SweepJob job = shown.get();
        if (job == null || making || !job.results().has(point)) {
            return;
        }
        String fault = job.results().fault(point);
        if (fault != null) {
            failure.set("This combination was not possible: " + fault);
            return;
        }
        String known = job.made().get(point);
        if (known != null) {
            madeRun.accept(known);
            return;
        }
        making = true;
        failure.set("");
        tasks.run(
                "Run " + (point + 1) + " of sweep " + job.id(),
                progress -> work.make(job.entry(), job.results().parameters(point), progress),
                run -> {
                    making = false;
                    job.made().put(point, run);
                    madeRun.accept(run);
                },
                failed -> {
                    making = false;
                    failure.set(Faults.inWords("Run not made", failed));
                });
    }

    /// Forgets a run that was deleted.
    void runDeleted(String run) {
        SweepJob job = shown.get();
        if (job != null) {
            job.made().values().removeIf(run::equals);
        }
    }
}
