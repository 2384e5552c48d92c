package org.tickwright.bench;

import java.util.List;
import java.util.Optional;

/// Every suite there is. A new benchmark is added here.
final class Suites {
    /// All suites by name.
    static final List<Suite> ALL = List.of(
            BacktestBench.suite(),
            IndicatorBench.suite(),
            ChartBench.suite(),
            PreviewBench.suite(),
            StoreBench.suite(),
            TickBench.suite(),
            BookBench.suite(),
            FeedBench.suite(),
            ImportBench.suite(),
            StartBench.suite(),
            SweepBench.suite());

    private Suites() {}

    /// The suite of that name.
    static Optional<Suite> find(String name) {
        return ALL.stream().filter(suite -> suite.name().equals(name)).findFirst();
    }
}
