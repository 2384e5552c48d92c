package org.tickwright.desktop.shell;

import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.kernel.Progress;

/// A piece of work in the background as the status bar sees it. Progress is written by the working thread and read by
/// the screen; only the newest counts.
final class RunningTask implements Progress, BackgroundTasks.Handle {
    private final String title;
    private final boolean visible;
    private final long started;
    private volatile Step step = new Step(-1, "");
    private volatile double first = -1;
    private volatile boolean cancelled;
    private volatile boolean paused;
    private @Nullable Rest rest;
    private boolean resting;
    private long rested;
    private long restedSince;

    RunningTask(String title, boolean visible, long started) {
        this.title = title;
        this.visible = visible;
        this.started = started;
    }

    /// What to do when a task that rests is to go on, or is given up. JavaFX thread.
    interface Rest {
        /// Starts the work anew.
        void resume();

        /// Forgets it.
        void drop();
    }

    /// Makes it one that can rest.
    void inParts(Rest after) {
        rest = after;
    }

    /// True for work that can be paused.
    boolean pausable() {
        return rest != null;
    }

    /// Its work has stopped for a pause. JavaFX thread, as are pause, resume and cancel of such work.
    void rests(long now) {
        resting = true;
        restedSince = now;
    }

    /// True while nothing works at it.
    boolean resting() {
        return resting;
    }

    /// How far it is and what it does now.
    record Step(double fraction, String activity) {}

    String title() {
        return title;
    }

    boolean visible() {
        return visible;
    }

    /// Elapsed time since it was asked for, pauses left out.
    long elapsed(long now) {
        return (resting ? restedSince : now) - started - rested;
    }

    Step step() {
        return step;
    }

    /// How much of what was left at the first report is done since, for work that goes on where it once stopped;
    /// negative while unknown.
    double gained() {
        double fraction = step.fraction();
        return first < 0 || first >= 1 || fraction < 0 ? fraction : (fraction - first) / (1 - first);
    }

    @Override
    public void report(double fraction, String activity) {
        if (first < 0 && fraction >= 0) {
            first = fraction;
        }
        step = new Step(Double.isFinite(fraction) ? Math.min(1, fraction) : -1, activity);
    }

    /// True once its work is to stop, for good or for a pause.
    boolean toStop() {
        return cancelled || paused;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (resting && rest != null) {
            resting = false;
            rest.drop();
        }
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public void pause() {
        paused = rest != null && !cancelled;
    }

    @Override
    public void resume() {
        paused = false;
        if (resting && rest != null && !cancelled) {
            resting = false;
            rest.resume();
        }
    }

    /// Adds a pause that is over.
    void restedUntil(long now) {
        rested += now - restedSince;
    }
}
