package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.kernel.Progress;

class TaskRunnerTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final TaskRunner tasks = new TaskRunner(background::add, screen::add, () -> 0);
    private final List<Object> told = new ArrayList<>();

    private void work() {
        while (!background.isEmpty() || !screen.isEmpty()) {
            Runnable next = background.isEmpty() ? screen.remove() : background.remove();
            next.run();
        }
    }

    @Test
    void bringsTheResultToTheScreensThread() {
        tasks.run("Add", progress -> 1 + 1, told::add, told::add);
        background.remove().run();
        assertTrue(told.isEmpty());
        work();
        assertEquals(List.of(2), told);
    }

    @Test
    void listsVisibleWorkWhileItRunsAndQuietWorkNever() {
        tasks.run("Seen", progress -> 1, told::add, told::add);
        tasks.quietly(progress -> 1, told::add, told::add);
        assertEquals(
                List.of("Seen"),
                tasks.running().stream().map(RunningTask::title).toList());
        work();
        assertTrue(tasks.running().isEmpty());
    }

    @Test
    void saysNothingOfWorkThatWasCancelled() {
        BackgroundTasks.Handle handle = tasks.run("Slow", progress -> 1, told::add, told::add);
        background.remove().run();
        handle.cancel();
        work();
        assertTrue(told.isEmpty());
        assertTrue(tasks.running().isEmpty());
    }

    @Test
    void doesNotStartWorkThatWasCancelledWhileItWaited() {
        tasks.run("Waiting", progress -> told.add("started"), told::add, told::add)
                .cancel();
        work();
        assertTrue(told.isEmpty());
    }

    @Test
    void handsAFailureToWhoAsked() {
        tasks.run(
                "Fails",
                progress -> {
                    throw new IllegalStateException("broken");
                },
                told::add,
                told::add);
        work();
        assertInstanceOf(IllegalStateException.class, told.getFirst());
    }

    @Test
    void tellsTheWorkThatItIsNoLongerWanted() {
        BackgroundTasks.Handle handle = tasks.run("Loop", progress -> told.add(progress.cancelled()), x -> {}, x -> {});
        RunningTask running = tasks.running().getFirst();
        running.report(0.5, "half");
        handle.cancel();
        assertTrue(running.cancelled());
        assertEquals(0.5, running.step().fraction());
    }

    /// Counts to three, a number each time it is let.
    private static final class Counting {
        private int count;

        @Nullable
        Integer count(Progress progress) {
            while (count < 3) {
                if (progress.cancelled()) {
                    return null;
                }
                count++;
                if (count == 1) {
                    atOne.run();
                }
            }
            return count;
        }

        private Runnable atOne = () -> {};
    }

    @Test
    void restsInAPauseAndGoesOnWhereItWas() {
        Counting counting = new Counting();
        BackgroundTasks.Handle handle = tasks.runInParts("Count", counting::count, told::add, told::add);
        counting.atOne = handle::pause;
        work();
        assertEquals(1, counting.count);
        assertTrue(told.isEmpty());
        assertTrue(tasks.idle());
        assertTrue(tasks.running().getFirst().resting());
        handle.resume();
        work();
        assertEquals(List.of(3), told);
        assertTrue(tasks.running().isEmpty());
        assertTrue(tasks.idle());
    }

    @Test
    void goesOnAtOnceWhenThePauseIsOverBeforeItWasNoticed() {
        Counting counting = new Counting();
        BackgroundTasks.Handle handle = tasks.runInParts("Count", counting::count, told::add, told::add);
        counting.atOne = handle::pause;
        background.remove().run();
        handle.resume();
        work();
        assertEquals(List.of(3), told);
    }

    @Test
    void letsGoOfWorkThatWasCancelledInAPause() {
        Counting counting = new Counting();
        BackgroundTasks.Handle handle = tasks.runInParts("Count", counting::count, told::add, told::add);
        counting.atOne = handle::pause;
        work();
        handle.cancel();
        work();
        assertEquals(1, counting.count);
        assertTrue(told.isEmpty());
        assertTrue(tasks.running().isEmpty());
        assertTrue(tasks.idle());
    }
}
