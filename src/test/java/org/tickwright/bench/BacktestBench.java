package org.tickwright.bench;

import java.util.List;

/// The trading loop beside ta4j's.
public class BacktestBench {

    static Suite suite() {
        return new Suite("backtest", () -> "nothing yet", List.of());
    }
}
