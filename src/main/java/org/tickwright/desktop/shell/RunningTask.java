package org.tickwright.desktop.shell;

import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.kernel.Progress;

/// A piece of work in the background as the status bar sees it. Progress is written by the working thread and read by
/// the screen; only the newest counts.
final class RunningTask implements Progress, BackgroundTasks.Handle {
    private final String title;
    private final boolean visible;
    private final long started;
    private volatile Step step = new Step(-1, "");
    private volatile boolean cancelled;

    RunningTask(String title, boolean visible, long started) {
        this.title = title;
        this.visible = visible;
        this.started = started;
    }

    /// How far it is and what it does now.
    record Step(double fraction, String activity) {}

    String title() {
        return title;
    }

    boolean visible() {
        return visible;
    }

    /// Elapsed time since it was asked for.
    long elapsed(long now) {
        return now - started;
    }

    Step step() {
        return step;
    }

    @Override
    public void report(double fraction, String activity) {
        step = new Step(Double.isFinite(fraction) ? Math.min(1, fraction) : -1, activity);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
