package org.tickwright.desktop.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepPlan;

/// A sweep on the screen: what it is, its results so far, and the work at it while there is any. JavaFX thread.
final class SweepJob {
    private final SweepWork.Found found;
    private final SweepResults results;
    private final Map<Integer, String> made = new HashMap<>();
    private BackgroundTasks.@Nullable Handle handle;
    private int finished;
    private boolean working;

    SweepJob(SweepWork.Found found, SweepResults results) {
        this.found = found;
        this.results = results;
    }

    String id() {
        return found.entry().id();
    }

    SweepWork.Found found() {
        return found;
    }

    SweepArchive.Entry entry() {
        return found.entry();
    }

    SweepPlan plan() {
        return found.plan();
    }

    SweepResults results() {
        return results;
    }

    /// The runs that were made of its combinations, by combination.
    Map<Integer, String> made() {
        return made;
    }

    /// How many combinations the screen knows of.
    int finished() {
        return finished;
    }

    /// Takes note of what came in.
    List<Integer> drain() {
        List<Integer> taken = results.drain();
        finished += taken.size();
        return taken;
    }

    boolean complete() {
        return finished == plan().size();
    }

    /// Work at it begins.
    void begins() {
        working = true;
    }

    /// Who does the work, where it is not over already.
    void doneBy(BackgroundTasks.Handle by) {
        handle = working ? by : null;
    }

    /// The work is over.
    void ended() {
        working = false;
        handle = null;
    }

    /// True from start or resume to the end, pauses included.
    boolean working() {
        return working && (handle == null || !handle.cancelled());
    }

    boolean paused() {
        return working() && handle != null && handle.paused();
    }

    void pause() {
        if (handle != null) {
            handle.pause();
        }
    }

    void resume() {
        if (handle != null) {
            handle.resume();
        }
    }

    void cancel() {
        if (handle != null) {
            handle.cancel();
        }
        ended();
    }
}
