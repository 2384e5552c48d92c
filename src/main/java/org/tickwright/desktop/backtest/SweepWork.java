package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.study.Tries;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepRow;
import org.tickwright.workbench.Backtests.InvalidStrategyException;

/// What this place asks of the use cases of sweeps. All calls may block and are made off the JavaFX thread.
interface SweepWork {

    /// What every run of a sweep has in common.
    record Setup(StrategyDocument document, BacktestWork.Market market, RunSettings settings, SummaryFigures figures) {
        /// With all figures.
        Setup(StrategyDocument document, BacktestWork.Market market, RunSettings settings) {
            this(document, market, settings, SummaryFigures.ALL);
        }
    }

    /// A sweep of the archive with what it was begun with.
    record Found(SweepArchive.Entry entry, Setup setup, SweepPlan plan) {}

    /// All sweeps, newest first.
    List<SweepArchive.Entry> list() throws StoreException;

    /// How many combinations a second this machine runs now, measured on some of them for a moment; nothing of it is
    /// kept.
    double speed(Setup setup, SweepPlan plan) throws InvalidStrategyException, StoreException;

    /// Puts a sweep into the archive, or finds the same one there.
    Found begin(Setup setup, SweepPlan plan) throws InvalidStrategyException, StoreException;

    /// A sweep by id.
    Optional<Found> find(String id) throws StoreException, StrategyFormatException;

    /// Gives the rows that there are.
    void rows(String id, Consumer<SweepRow> receiver) throws StoreException;

    /// Runs what is not finished and gives its rows as they are kept; true once all are.
    boolean run(SweepArchive.Entry entry, Consumer<List<SweepRow>> made, Progress progress)
            throws InvalidStrategyException, StoreException, StrategyFormatException;

    /// What the number of tries makes of the best Sharpe ratio, which that combination
    /// has, in words.
    String luck(SweepArchive.Entry entry, Map<String, Double> best, Tries ofSweep)
            throws InvalidStrategyException, StoreException, StrategyFormatException;

    /// What the audit finds in the bars of a sweep, in a sentence; empty where it finds nothing.
    String findings(SweepArchive.Entry entry) throws InvalidStrategyException, StoreException, StrategyFormatException;

    /// Makes the run of a combination, archives it and returns its id.
    String make(SweepArchive.Entry entry, Map<String, Double> parameters, Progress progress)
            throws InvalidStrategyException, StoreException, StrategyFormatException;

    /// Removes a sweep.
    boolean delete(String id) throws StoreException;
}
