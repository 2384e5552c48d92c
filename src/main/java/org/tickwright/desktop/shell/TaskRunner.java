package org.tickwright.desktop.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.BackgroundTasks;
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

    private <T> Handle start(
            RunningTask task, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        unfinished++;
        if (task.visible()) {
            running.add(task);
        }
        try {
            background.execute(() -> perform(task, work, done, failed));
        } catch (RejectedExecutionException e) {
            LOG.debug("Work not started, the program is closing: {}", task.title(), e);
            unfinished--;
            running.remove(task);
        }
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
        screen.execute(() -> {
            unfinished--;
            running.remove(task);
            if (!task.cancelled()) {
                tell.run();
            }
        });
    }
}
