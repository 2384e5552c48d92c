package org.tickwright.engine;

import java.util.concurrent.CancellationException;
import org.tickwright.engine.SimulatedAccount.Span;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;

/// Tells how far a run has come, every so many bars, and stops it where that is asked for.
final class RunProgress {
    private final Progress progress;
    private final Span span;
    private final int every;
    private int next;

    RunProgress(Progress progress, Span span, int every) {
        this.progress = progress;
        this.span = span;
        this.every = every;
        next = span.first();
    }

    void at(int bar) {
        if (bar >= next) {
            next = bar + every;
            if (progress.cancelled()) {
                throw new CancellationException("The backtest was cancelled");
            }
            int done = bar - span.first();
            int all = span.end() - span.first();
            progress.report((double) done / all, "Bar " + done + " of " + all);
        }
    }

    /// A number left the range that the ledger can hold.
    IllegalArgumentException stopped(int bar, ArithmeticException cause) {
        return new IllegalArgumentException(
                "The run stopped at " + place(span.base(), bar) + ": " + FixedPoint.words(cause)
                        + ". The account's numbers do not fit these prices; nothing was kept.",
                cause);
    }

    /// A bar in words: its index and time.
    static String place(Bars bars, int bar) {
        return "bar " + bar + " (" + new RunTimes(bars.timeframe(), bars.zone()).instant(bars.time(bar)) + ")";
    }
}
