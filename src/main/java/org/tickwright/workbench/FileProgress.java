package org.tickwright.workbench;

import org.tickwright.kernel.Progress;

/// The part of an import that is one file of several.
record FileProgress(int before, int all, Progress whole) implements Progress {
    @Override
    public void report(double fraction, String activity) {
        whole.report((before + fraction) / all, activity);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
