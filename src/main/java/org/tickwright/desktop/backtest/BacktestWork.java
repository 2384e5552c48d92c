package org.tickwright.desktop.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Finding;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.StoreException;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.TearSheet;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesReading;

/// What this place asks of the use cases. All calls may block and are made off the JavaFX thread.
interface BacktestWork {

    /// What the audit says of a stored series: the first findings and the counts of all by code.
    record Verdict(List<Finding> findings, Map<String, Integer> counts) {}

    /// Templates first, then the user's own by name; files that cannot be read are left out.
    List<StrategyChoice> strategies() throws IOException, StrategyFormatException;

    /// All series of the store.
    List<SeriesInfo> series() throws StoreException;

    /// The audit of a series; nothing found where it is gone.
    Verdict verdict(SeriesKey key) throws StoreException;

    /// What is wrong with a strategy.
    List<Problem> check(StrategyDocument document);

    /// What is run over: the base series, the universe where the strategy needs one, and the closes of sessions; and
    /// whether errors that the audit found in it are accepted.
    record Market(SeriesKey series, List<String> universe, SessionClose.Given closes, boolean acceptErrors) {
        /// Errors are not accepted.
        Market(SeriesKey series, List<String> universe, SessionClose.Given closes) {
            this(series, universe, closes, false);
        }
    }

    /// What a strategy reads or trades beside its base series. A series that is nowhere is an
    /// [IllegalArgumentException] with the mend.
    List<SeriesReading> readings(StrategyDocument document, SeriesKey key, List<String> universe)
            throws Backtests.InvalidStrategyException, StoreException;

    /// Runs and archives; returns the run's id.
    String run(StrategyDocument document, Market market, RunSettings settings, Progress progress)
            throws Backtests.InvalidStrategyException, StoreException;

    /// Archived runs, newest first.
    List<RunArchive.Entry> runs() throws StoreException;

    /// An archived run with all that a result page shows.
    Optional<TearSheet> tearSheet(String runId) throws StoreException;

    /// Removes an archived run.
    boolean delete(String runId) throws StoreException;

    /// Writes reports of an archived run; returns the files.
    List<Path> report(String runId, Set<ReportFormat> formats, Path directory) throws StoreException, IOException;
}
