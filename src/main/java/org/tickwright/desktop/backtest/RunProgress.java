package org.tickwright.desktop.backtest;

import org.tickwright.kernel.Progress;

/// How far a run is, written by its thread and read by the screen once per frame; passes everything on to the task
/// list.
final class RunProgress implements Progress {
    private final Progress inner;
    private final State state;

    /// What the screen reads. Safe between the two threads.
    static final class State {
        private volatile double fraction = -1;
        private volatile String activity = "";

        /// 0 to 1, negative while unknown.
        double fraction() {
            return fraction;
        }

        String activity() {
            return activity;
        }
    }

    RunProgress(Progress inner, State state) {
        this.inner = inner;
        this.state = state;
    }

    @Override
    public void report(double fraction, String activity) {
        state.fraction = fraction;
        state.activity = activity;
        inner.report(fraction, activity);
    }

    @Override
    public boolean cancelled() {
        return inner.cancelled();
    }
}
