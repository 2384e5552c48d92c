package org.tickwright.execution;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;

/// The finer bars that lie inside each bar of a series, by time.
public final class FinerBars {
    private final Bars coarse;
    private final Bars finer;
    private int told;
    private int untold;

    /// How many bars with working orders had finer bars, and how many had none.
    public record Use(int told, int untold) {}

    FinerBars(Bars coarse, @Nullable Bars finer) {
        this.coarse = coarse;
        this.finer = finer == null ? new Bars(coarse.timeframe(), coarse.zone(), 0) : finer;
    }

    Bars bars() {
        return finer;
    }

    /// The first finer bar inside.
    int first(int bar) {
        return finer.size() == 0 ? 0 : finer.indexAtOrAfter(coarse.time(bar));
    }

    /// Behind the last finer bar inside.
    int end(int bar) {
        return finer.size() == 0 ? 0 : finer.indexAtOrAfter(coarse.knownAt(bar));
    }

    void count(boolean there) {
        told += there ? 1 : 0;
        untold += there ? 0 : 1;
    }

    Use use() {
        return new Use(told, untold);
    }
}
