package org.tickwright.desktop.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ImportException;
import org.tickwright.strategy.StrategyFormatException;

/// Hands work to the executor it was given and brings the outcome back to the JavaFX thread. Every failure is logged
/// here, with its trace unless it is a refusal; who asked says it in words.
final class TaskRunner implements BackgroundTasks {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final Executor background;
    private final Executor screen;
    private final LongSupplier nanoTime;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    private int unfinished;

    TaskRunner(Executor background, Executor screen, LongSupplier nanoTime) {
        this.background = background;
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    /// Work that the status bar shows, oldest first. JavaFX thread.
    ObservableList<RunningTask> running() {
        return running;
    }

    /// True while nothing is under way, seen or unseen. JavaFX thread.
    boolean idle() {
        return unfinished == 0;
    }

    @Override
    public <T> Handle run(String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        return start(new RunningTask(title, true, nanoTime.getAsLong()), work, done, failed);
    }

    @Override
    public <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        return start(new RunningTask("", false, nanoTime.getAsLong()), work, done, failed);
    }

    @Override
    public <T> Handle runInParts(
            String title, Parts<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        RunningTask task = new RunningTask(title, true, nanoTime.getAsLong());
        task.inParts(new RunningTask.Rest() {
            @Override
            public void resume() {
                task.restedUntil(nanoTime.getAsLong());
                unfinished++;
                part(task, work, done, failed);
            }

            @Override
            public void drop() {
                running.remove(task);
            }
        });
        unfinished++;
        running.add(task);
        part(task, work, done, failed);
        return task;
    }

    /// What the work of one part reports to: a pause looks like the end to it.
    private record Part(RunningTask task) implements Progress {
        @Override
        public void report(double fraction, String activity) {
            task.report(fraction, activity);
        }

        @Override
        public boolean cancelled() {
            return task.toStop();
        }
    }

    private <T> void part(
            RunningTask task, Parts<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        execute(task, () -> {
            try {
                T result = task.cancelled() ? null : work.run(new Part(task));
                screen.execute(() -> partEnded(task, work, result, done, failed));
            } catch (Exception | Error e) {
                log(task.title(), e);
                finish(task, () -> failed.accept(e));
            }
        });
    }

    private <T> void partEnded(
            RunningTask task,
            Parts<T> work,
            @Nullable T result,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        if (result != null || task.cancelled()) {
            ended(task, () -> {
                if (result != null) {
                    done.accept(result);
                }
            });
        } else if (task.paused()) {
            unfinished--;
            task.rests(nanoTime.getAsLong());
        } else {
            // It was told to go on before it had noticed the pause.
            part(task, work, done, failed);
        }
    }

    private void execute(RunningTask task, Runnable work) {
        try {
            background.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Work not started, the program is closing: {}", task.title(), e);
            unfinished--;
            running.remove(task);
        }
    }

    private <T> Handle start(
            RunningTask task, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        unfinished++;
        if (task.visible()) {
            running.add(task);
        }
        execute(task, () -> perform(task, work, done, failed));
        return task;
    }

    private <T> void perform(
            RunningTask task, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        if (task.cancelled()) {
            finish(task, () -> {});
            return;
        }
        try {
            T result = work.run(task);
            finish(task, () -> done.accept(result));
        } catch (Exception | Error e) {
            if (!task.cancelled()) {
                log(task.title().isEmpty() ? "(unnamed)" : task.title(), e);
            }
            finish(task, () -> failed.accept(e));
        }
    }

    /// A file or strategy that was refused is everyday work, told to the person in the same words; a trace would only
    /// frighten whoever started the program in a terminal.
    private static void log(String title, Throwable failure) {
        if (failure instanceof ImportException || failure instanceof StrategyFormatException) {
            LOG.info("Refused: {}: {}", title, failure.getMessage());
        } else {
            LOG.error("Work failed: {}", title, failure);
        }
    }

    private void finish(RunningTask task, Runnable tell) {
        screen.execute(() -> ended(task, tell));
    }

    private void ended(RunningTask task, Runnable tell) {
        unfinished--;
        running.remove(task);
        if (!task.cancelled()) {
            tell.run();
        }
    }
}
