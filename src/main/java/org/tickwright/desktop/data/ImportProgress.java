package org.tickwright.desktop.data;

import org.tickwright.kernel.Progress;

/// How far a reading or an import is; written by the thread that does it, looked at by the screen.
public final class ImportProgress {
    private volatile double fraction = -1;
    private volatile String activity = "";
    private volatile boolean stopped;

    /// The share that is done, below 0 where it is not known.
    public double fraction() {
        return fraction;
    }

    /// What is being done, in words.
    public String activity() {
        return activity;
    }

    void start() {
        fraction = -1;
        activity = "";
        stopped = false;
    }

    /// Ends a reading whose outcome nobody wants any more.
    void stop() {
        stopped = true;
    }

    Progress over(Progress work) {
        return new Progress() {
            @Override
            public void report(double done, String what) {
                fraction = done;
                activity = what;
                work.report(done, what);
            }

            @Override
            public boolean cancelled() {
                return stopped || work.cancelled();
            }
        };
    }
}
