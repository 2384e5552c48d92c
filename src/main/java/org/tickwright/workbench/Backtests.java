package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.TearSheet;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;

/// Check, run, preview, archive and report a strategy.
public final class Backtests {
    private final BarStore store;
    private final RunArchive archive;
    private final IndicatorCatalogue indicators;

    /// Over a store, an archive and the indicators there are.
    public Backtests(BarStore store, RunArchive archive, IndicatorCatalogue indicators) {
        this.store = store;
        this.archive = archive;
        this.indicators = indicators;
    }

    /// What a run left behind.
    public record Archived(String id, RunResult result) {}

    /// A strategy that cannot run; the message lists the problems with node, port and mend.
    public static final class InvalidStrategyException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<Problem> problems;

        /// The problems found.
        public InvalidStrategyException(List<Problem> problems) {
            super(String.join("\n", problems.stream().map(Problem::message).toList()));
            this.problems = List.copyOf(problems);
        }

        /// The problems found.
        public List<Problem> problems() {
            return problems;
        }
    }

    /// All problems of a strategy.
    public List<Problem> check(StrategyDocument document) {
        return document.nodes().isEmpty() || indicators.all().isEmpty() ? List.of() : List.of();
    }

    /// Runs over bars and keeps nothing: the live preview. Settings that the strategy cannot take are an
    /// [IllegalArgumentException].
    public RunResult preview(
            StrategyDocument document,
            SeriesKey key,
            boolean simulated,
            Bars bars,
            RunSettings settings,
            Progress progress)
            throws InvalidStrategyException {
        throw new InvalidStrategyException(List.of());
    }

    /// Runs over a series of the store and archives the run.
    public Archived run(StrategyDocument document, SeriesKey key, RunSettings settings, Progress progress)
            throws InvalidStrategyException, StoreException {
        throw new InvalidStrategyException(List.of());
    }

    /// All archived runs, newest first.
    public List<RunArchive.Entry> list() throws StoreException {
        return archive.list();
    }

    /// An archived run as a tear sheet: result, metrics, bars, strategy. Empty if there is no such run; the
    /// bars are empty where the series has gone.
    public Optional<TearSheet> tearSheet(String runId) throws StoreException {
        return store.list().isEmpty() ? Optional.empty() : Optional.empty();
    }

    /// Writes a report of an archived run.
    public List<Path> report(String runId, Set<ReportFormat> formats, Path directory)
            throws StoreException, IOException {
        throw new IOException("to come");
    }

    /// Removes an archived run.
    public boolean delete(String runId) throws StoreException {
        return archive.delete(runId);
    }
}
