package org.tickwright.engine;

import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.Program;

/// One run of a strategy over a series by the one trading loop and the simulated venue.
public final class Backtest {
    private Backtest() {}

    /// Runs to the end of the data. Deterministic: the same arguments give the same result, bit for bit.
    /// Throws [java.util.concurrent.CancellationException] when `progress` cancels.
    public static RunResult run(
            Program program, SeriesKey series, boolean simulated, Bars bars, RunSettings settings, Progress progress) {
        throw new IllegalStateException("to come");
    }
}
