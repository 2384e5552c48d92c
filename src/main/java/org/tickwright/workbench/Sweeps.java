package org.tickwright.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SettingsJson;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.study.TrialCount;
import org.tickwright.study.sweep.GuidedSearch;
import org.tickwright.study.sweep.SearchHistory;
import org.tickwright.study.sweep.Sweep;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepPlanText;
import org.tickwright.study.sweep.SweepRow;
import org.tickwright.study.sweep.SweepRunner;
import org.tickwright.study.sweep.bayes.BayesianSearch;
import org.tickwright.study.sweep.genetic.GeneticSearch;
import org.tickwright.workbench.Backtests.InvalidStrategyException;

/// Run a strategy with many combinations of its parameters, and look at what came of it.
///
/// A sweep of the same strategy, data, settings and plan as one that was begun goes on with what that one left. Each
/// combination counts as a trial.
public final class Sweeps {
    private final Backtests backtests;
    private final TrialRecorder trials;
    private final SweepArchive archive;
    private final Executor executor;

    /// Over an archive; runs are made on `executor`.
    public Sweeps(Backtests backtests, TrialRecorder trials, SweepArchive archive, Executor executor) {
        this.backtests = backtests;
        this.trials = trials;
        this.archive = archive;
        this.executor = executor;
    }

    /// What is asked for: a strategy, a base series and others that are given, and which combinations to try under
    /// which settings, and which figures of each run are wanted.
    public record Request(
            StrategyDocument document,
            MarketData given,
            SessionClose.Given closes,
            RunSettings settings,
            SweepPlan plan,
            SummaryFigures figures) {

        /// With all figures.
        public Request(
                StrategyDocument document,
                MarketData given,
                SessionClose.Given closes,
                RunSettings settings,
                SweepPlan plan) {
            this(document, given, closes, settings, plan, SummaryFigures.ALL);
        }
    }

    /// What a sweep came to; `trials` is how often its idea had been tried at its end, null where nobody counted.
    /// What is not `archived` is gone with this object.
    public record Result(
            SweepArchive.Entry sweep,
            SweepPlan plan,
            @Nullable TrialCount trials,
            boolean archived,
            SweepArchive archive) {
        /// Which figures its rows have.
        public SummaryFigures figures() {
            return sweep.head().inputs().figures();
        }

        /// False where it was stopped before every combination was run.
        public boolean complete() {
            return sweep.complete();
        }

        /// Gives every row in the order of the plan.
        public void rows(Consumer<SweepRow> receiver) throws StoreException {
            archive.rows(sweep.id(), receiver);
        }
    }

    /// The sweep as the archive has it, without running anything; empty where it was never begun.
    public Optional<SweepArchive.Entry> begun(Request request) throws InvalidStrategyException, StoreException {
        String identity = sweep(request).head().identity();
        return archive.list().stream()
                .filter(entry -> entry.head().identity().equals(identity))
                .findFirst();
    }

    /// Runs what is not finished yet, by so many workers, until all is done or the progress cancels. What is finished
    /// is in the archive and in the ledger of trials then. Settings, parameters or data that do not fit are an
    /// [IllegalArgumentException].
    public Result run(Request request, int workers, Progress progress) throws InvalidStrategyException, StoreException {
        return run(request, workers, rows -> {}, progress);
    }

    /// The same, with someone who watches rows as they are kept: called by one worker at a time, groups in any order.
    public Result run(Request request, int workers, Consumer<List<SweepRow>> watcher, Progress progress)
            throws InvalidStrategyException, StoreException {
        Sweep sweep = sweep(request);
        trials.flush();
        SweepArchive.Entry entry = archive.open(sweep.head());
        run(sweep, entry, archive, workers, progress, rows -> trials.swept(request.document(), sweep, rows), watcher);
        SweepArchive.Entry after = archive.find(entry.id()).orElse(entry);
        return new Result(after, sweep.plan(), trials.count(request.document(), sweep), true, archive);
    }

    /// Like [#run], keeping rows in memory alone and counting nothing, where another program holds the home.
    public Result runUnarchived(Request request, int workers, Progress progress)
            throws InvalidStrategyException, StoreException {
        Sweep sweep = sweep(request);
        SweepArchive memory = new MemorySweepArchive();
        SweepArchive.Entry entry = memory.open(sweep.head());
        run(sweep, entry, memory, workers, progress, rows -> {}, rows -> {});
        return new Result(memory.find(entry.id()).orElse(entry), sweep.plan(), null, false, memory);
    }

    private void run(
            Sweep sweep,
            SweepArchive.Entry entry,
            SweepArchive into,
            int workers,
            Progress progress,
            SweepRunner.Sink counting,
            Consumer<List<SweepRow>> watcher)
            throws StoreException {
        SweepRunner.Sink sink = rows -> {
            // A trial that is counted twice after a crash is a repeat; one that is not counted would be a loss.
            counting.add(rows);
            into.add(entry.id(), rows);
            watcher.accept(rows);
        };
        SweepRunner runner = new SweepRunner(executor, workers);
        if (!sweep.plan().search().guided()) {
            runner.run(sweep, into.finished(entry.id()), sink, progress);
            return;
        }
        SearchHistory history = new SearchHistory(sweep.plan());
        into.rows(entry.id(), history::add);
        runner.run(sweep, guided(sweep.plan()), history, sink, progress);
    }

    private static GuidedSearch guided(SweepPlan plan) {
        return plan.search() == SweepPlan.Search.GENETIC ? new GeneticSearch(plan) : new BayesianSearch(plan);
    }

    /// The run of one combination with everything that a run has, neither archived nor counted.
    public RunResult look(Request request, Map<String, Double> parameters, Progress progress)
            throws InvalidStrategyException, StoreException {
        Sweep sweep = sweep(request);
        return Backtest.run(sweep.program(), sweep.data(), sweep.settings(parameters), progress);
    }

    private Sweep sweep(Request request) throws InvalidStrategyException, StoreException {
        MarketData market = backtests.market(request.document(), request.given(), request.closes());
        return new Sweep(
                backtests.program(request.document()), market, request.settings(), request.plan(), request.figures());
    }

    /// The sweep in the archive, begun now if there is none, without a run.
    public SweepArchive.Entry begin(Request request) throws InvalidStrategyException, StoreException {
        return archive.open(sweep(request).head());
    }

    /// How often the idea of a sweep has been tried on its data by now; null where nobody counted.
    public @Nullable TrialCount trials(Request request) throws InvalidStrategyException, StoreException {
        trials.flush();
        return trials.count(request.document(), sweep(request));
    }

    /// The run of one combination, archived and counted as any run.
    public Backtests.Archived archived(Request request, Map<String, Double> parameters, Progress progress)
            throws InvalidStrategyException, StoreException {
        RunSettings settings = request.settings().overriding(parameters);
        return backtests.run(request.document(), request.given(), request.closes(), settings, progress);
    }

    /// What was asked for when a sweep was begun, so that it can go on, or one of its runs be made again, over the
    /// series of the store. Data that is not what it was, or another version of the engine, is an
    /// [IllegalArgumentException] that says so.
    public Request request(SweepArchive.Entry entry)
            throws InvalidStrategyException, StoreException, StrategyFormatException {
        SweepArchive.Head head = entry.head();
        StrategyDocument document = StrategyCodec.read(head.strategyJson());
        RunSettings settings = settings(entry);
        int space = head.series().lastIndexOf(' ');
        SeriesKey series = new SeriesKey(
                head.series().substring(0, space), Timeframe.parse(head.series().substring(space + 1)));
        Request request = new Request(
                document,
                backtests.stored(series, head.inputs().universe(), settings),
                head.inputs().given(),
                settings,
                SweepPlanText.read(document, head.plan()),
                head.inputs().figures());
        if (!sweep(request).head().identity().equals(head.identity())) {
            throw new IllegalArgumentException("Sweep " + entry.id() + " was begun over other bars than " + series
                    + " has now, or by another version of the program. Its results stand; search again to go on.");
        }
        return request;
    }

    /// The settings that are the same for every run of a sweep.
    public static RunSettings settings(SweepArchive.Entry entry) throws StoreException {
        try {
            return SettingsJson.read(entry.head().settings());
        } catch (IOException e) {
            throw new StoreException(
                    "The settings of sweep " + entry.id() + " are damaged (" + e.getMessage() + "). Delete it and"
                            + " search again.",
                    false,
                    e);
        }
    }

    /// A sweep by id.
    public Optional<SweepArchive.Entry> find(String id) throws StoreException {
        return archive.find(id);
    }

    /// All sweeps, newest first.
    public List<SweepArchive.Entry> list() throws StoreException {
        return archive.list();
    }

    /// Gives every row of a sweep in the order of its plan.
    public void rows(String id, Consumer<SweepRow> receiver) throws StoreException {
        archive.rows(id, receiver);
    }

    /// Removes a sweep; the trials that it counted stay.
    public boolean delete(String id) throws StoreException {
        return archive.delete(id);
    }
}
