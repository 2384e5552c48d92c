package org.tickwright.desktop.backtest;

import org.tickwright.engine.RunArchive;
import org.tickwright.study.sweep.SweepArchive;

/// What the list at the left shows: a run or a sweep. Their ids differ.
sealed interface ListedItem {

    String id();

    /// Wall clock, nanoseconds UTC.
    long created();

    /// A run.
    record Run(RunArchive.Entry entry) implements ListedItem {
        @Override
        public String id() {
            return entry.id();
        }

        @Override
        public long created() {
            return entry.created();
        }
    }

    /// A sweep.
    record Sweep(SweepArchive.Entry entry) implements ListedItem {
        @Override
        public String id() {
            return entry.id();
        }

        @Override
        public long created() {
            return entry.created();
        }
    }
}
