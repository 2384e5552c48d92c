package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.ReportWriter;
import org.tickwright.report.TearSheet;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.SeriesNeed;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDescription;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.strategy.StrategyValidator;
import org.tickwright.strategy.WarmUpMeasure;
import org.tickwright.study.Metric;
import org.tickwright.study.Metrics;
import org.tickwright.study.ReturnSeries;
import org.tickwright.study.SharpeFigures;
import org.tickwright.study.TrialCount;
import org.tickwright.study.TrialLedger;

/// Check, run, preview, archive and report a strategy.
public final class Backtests {
    private final BarStore store;
    private final MarketLoader loader;
    private final RunArchive archive;
    private final CatalogueSource catalogues;
    private final TrialRecorder trials;
    private final PreviewColumns previewed = new PreviewColumns();
    /// Content hashes of series that were previewed; a series that grew is hashed again.
    private final Map<Bars, Hashed> hashes = Collections.synchronizedMap(new WeakHashMap<>());

    private record Hashed(int size, String hash) {}

    /// Over a store, an archive and the indicators there are; counts trials nowhere but in memory.
    public Backtests(BarStore store, RunArchive archive, IndicatorCatalogue indicators) {
        this(store, archive, CatalogueSource.of(Catalogues.of(indicators)));
    }

    /// Like [#Backtests(BarStore, RunArchive, IndicatorCatalogue)], with the plug-ins that are there when a run
    /// begins.
    public Backtests(BarStore store, RunArchive archive, CatalogueSource catalogues) {
        this(store, archive, catalogues, new TrialRecorder(new MemoryTrialLedger(), store, Runnable::run));
    }

    /// Over a store, an archive, the indicators and nodes that are there when a run begins, and a ledger of all trials.
    public Backtests(BarStore store, RunArchive archive, CatalogueSource catalogues, TrialRecorder trials) {
        this.store = store;
        loader = new MarketLoader(store);
        this.archive = archive;
        this.catalogues = catalogues;
        this.trials = trials;
    }

    /// What a run left behind; `trials` is how often its idea had been tried then, null where nobody counted.
    public record Archived(
            String id, RunResult result, @Nullable TrialCount trials) {
        /// A run that was neither archived nor counted.
        public static Archived nowhere(RunResult result) {
            return new Archived("", result, null);
        }
    }

    /// A strategy that cannot run; the message lists the problems with node, port and mend.
    public static final class InvalidStrategyException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<Problem> problems;

        /// The problems found.
        public InvalidStrategyException(List<Problem> problems) {
            super(String.join(
                    "\n",
                    problems.stream().map(InvalidStrategyException::inWords).toList()));
            this.problems = List.copyOf(problems);
        }

        private static String inWords(Problem problem) {
            String where = problem.node() == null
                    ? ""
                    : problem.port() == null ? problem.node() + ": " : problem.node() + "." + problem.port() + ": ";
            return (where + problem.message() + " " + problem.mend()).strip();
        }

        /// The problems found.
        public List<Problem> problems() {
            return problems;
        }
    }

    /// All problems of a strategy, errors first.
    public List<Problem> check(StrategyDocument document) {
        return check(document, catalogues.current().nodes());
    }

    private static List<Problem> check(StrategyDocument document, NodeCatalogue nodes) {
        return new StrategyValidator(nodes).validate(document);
    }

    /// Runs over bars and keeps nothing but the count of trials: the live preview. Settings that the strategy cannot
    /// take are an
    /// [IllegalArgumentException].
    public RunResult preview(
            StrategyDocument document,
            SeriesKey key,
            boolean simulated,
            Bars bars,
            RunSettings settings,
            Progress progress)
            throws InvalidStrategyException, StoreException {
        return preview(
                document, MarketData.of(series(key, simulated, bars)), SessionClose.Given.NONE, settings, progress);
    }

    /// A series with its hash, which is computed once for each length of it.
    public MarketSeries series(SeriesKey key, boolean simulated, Bars bars) {
        Hashed known = hashes.get(bars);
        if (known == null || known.size() != bars.size()) {
            known = new Hashed(bars.size(), bars.contentHash());
            hashes.put(bars, known);
        }
        return new MarketSeries(key, simulated, bars, known.hash());
    }

    /// Like the other [#preview], over a base series and others; what the strategy reads beside them is looked up
    /// in the store. A series that is nowhere is an [IllegalArgumentException] that names the node.
    public RunResult preview(
            StrategyDocument document,
            MarketData given,
            SessionClose.Given closes,
            RunSettings settings,
            Progress progress)
            throws InvalidStrategyException, StoreException {
        Program program = program(document);
        MarketData market = loader.complete(program, given, closes);
        RunResult result = previewed.with(market, columns -> Backtest.run(program, columns, settings, progress));
        trials.previewed(document, result);
        return result;
    }

    /// A run with the bar from which it counts, and with the band around it where its bars left something open and
    /// the settings ask for it.
    private RunResult banded(
            StrategyDocument document,
            MarketData given,
            SessionClose.Given closes,
            RunSettings settings,
            Progress progress)
            throws InvalidStrategyException, StoreException {
        Program program = program(document);
        MarketData market = loader.complete(program, given, closes);
        RunResult result = Backtest.run(program, market, settings, progress)
                .counting(WarmUpMeasure.of(program, market, settings.parameters()));
        boolean open = result.ambiguity().count() > 0 && settings.fillTerms().band();
        return open ? result.with(Backtest.band(program, market, settings, progress)) : result;
    }

    /// The very result that [#run(StrategyDocument, MarketData, SessionClose.Given, RunSettings, Progress)] would
    /// archive, where nothing can be archived because another program holds the home.
    public Archived runUnarchived(
            StrategyDocument document,
            MarketData given,
            SessionClose.Given closes,
            RunSettings settings,
            Progress progress)
            throws InvalidStrategyException, StoreException {
        return Archived.nowhere(banded(document, given, closes, settings, progress));
    }

    /// The given series and what else the strategy reads, as a run would find them.
    public MarketData market(StrategyDocument document, MarketData given, SessionClose.Given closes)
            throws InvalidStrategyException, StoreException {
        return loader.complete(program(document), given, closes);
    }

    /// The series of the store that a strategy reads or trades beside its base series, each once, in the order of its
    /// nodes. A series that is nowhere is an [IllegalArgumentException] with the mend.
    public List<SeriesReading> readings(StrategyDocument document, SeriesKey key, List<String> universe)
            throws InvalidStrategyException, StoreException {
        Program program = program(document);
        if (program.needs(universe).isEmpty()) {
            return List.of();
        }
        MarketData all = loader.complete(program, stored(key).among(universe), SessionClose.Given.NONE);
        Map<SeriesKey, SeriesReading> readings = new LinkedHashMap<>();
        for (SeriesNeed need : program.needs(universe)) {
            SeriesKey wanted = all.key(need.instrument(), need.timeframe());
            all.source(wanted)
                    .filter(source -> !wanted.equals(key))
                    .ifPresent(source ->
                            readings.putIfAbsent(wanted, new SeriesReading(wanted, source.key(), source.simulated())));
        }
        return List.copyOf(readings.values());
    }

    private MarketData stored(SeriesKey key) throws StoreException {
        Optional<SeriesInfo> info = store.find(key);
        Optional<Bars> bars = store.load(key);
        if (info.isEmpty() || bars.isEmpty()) {
            throw new StoreException(
                    "There is no series " + key + " in the store. Import it first, or choose one of the list.", false);
        }
        return MarketData.of(series(key, info.get().simulated(), bars.get()));
    }

    Program program(StrategyDocument document) throws InvalidStrategyException {
        NodeCatalogue nodes = catalogues.current().nodes();
        List<Problem> errors = check(document, nodes).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidStrategyException(errors);
        }
        return Program.of(document, nodes);
    }

    /// Runs over a series of the store, with the finer ones that the settings name, and archives the run. A series that
    /// is not there is a [StoreException]; settings that do not fit an [IllegalArgumentException].
    public Archived run(StrategyDocument document, SeriesKey key, RunSettings settings, Progress progress)
            throws InvalidStrategyException, StoreException {
        return run(document, stored(key, List.of(), settings), SessionClose.Given.NONE, settings, progress);
    }

    /// A series of the store with the finer ones that the settings name; `each` stands for the universe.
    public MarketData stored(SeriesKey key, List<String> universe, RunSettings settings) throws StoreException {
        MarketData all = stored(key).among(universe);
        for (String finer : settings.fillTerms().intrabarSeries()) {
            all = all.with(loader.named(finer));
        }
        return all;
    }

    /// Runs over bars that need not be in the store and archives the run.
    public Archived run(
            StrategyDocument document,
            SeriesKey key,
            boolean simulated,
            Bars bars,
            RunSettings settings,
            Progress progress)
            throws InvalidStrategyException, StoreException {
        return run(document, MarketData.of(series(key, simulated, bars)), SessionClose.Given.NONE, settings, progress);
    }

    /// Runs over a base series and others like [#preview(StrategyDocument, MarketData, SessionClose.Given, RunSettings,
    /// Progress)], counts the trial and archives the run with that count beside it.
    public Archived run(
            StrategyDocument document,
            MarketData given,
            SessionClose.Given closes,
            RunSettings settings,
            Progress progress)
            throws InvalidStrategyException, StoreException {
        return run(document, given, closes, settings, RunFindings.NONE, progress);
    }

    /// The same, with what the audit found in the tested range kept beside the run. Errors that nobody accepted are an
    /// [IllegalArgumentException]; then nothing is run.
    public Archived run(
            StrategyDocument document,
            MarketData given,
            SessionClose.Given closes,
            RunSettings settings,
            RunFindings found,
            Progress progress)
            throws InvalidStrategyException, StoreException {
        if (!found.blocking().isEmpty()) {
            throw new IllegalArgumentException(found.refusal());
        }
        RunResult result = banded(document, given, closes, settings, progress);
        TrialCount count = trials.ran(document, result);
        Map<String, String> annexes = new LinkedHashMap<>();
        if (count != null) {
            annexes.put(RunTrials.ANNEX, RunTrials.write(count));
        }
        if (!found.isEmpty()) {
            annexes.put(RunAudits.ANNEX, RunAudits.write(found));
        }
        return new Archived(archive.save(result, StrategyCodec.write(document), annexes), result, count);
    }

    /// Counts what this evaluates.
    TrialRecorder recorder() {
        return trials;
    }

    /// All archived runs, newest first.
    public List<RunArchive.Entry> list() throws StoreException {
        return archive.list();
    }

    /// An archived run as a tear sheet: result, metrics, bars, strategy. Empty if there is no such run; the
    /// bars are empty where the series has gone or is no longer the one that the run read.
    public Optional<TearSheet> tearSheet(String runId) throws StoreException {
        Optional<RunResult> found = archive.load(runId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RunResult run = found.get();
        Bars bars = store.load(run.series())
                .filter(loaded -> loaded.contentHash().equals(run.baseHash()))
                .orElseGet(() -> new Bars(run.series().timeframe(), run.zone(), 0));
        String json = archive.strategyJson(runId).orElse("");
        TrialCount count = RunTrials.read(archive.annex(runId, RunTrials.ANNEX));
        List<Metric> figures = new ArrayList<>(metrics(run, bars));
        if (count != null) {
            figures.addAll(deflated(run, count));
        }
        return Optional.of(new TearSheet(
                runId,
                run,
                List.copyOf(figures),
                bars,
                description(run, json),
                json,
                count,
                since(run, json, count),
                RunAudits.read(archive.annex(runId, RunAudits.ANNEX))));
    }

    /// What the number of tries makes of a run's Sharpe ratio.
    public static List<Metric> deflated(RunResult run, TrialCount count) {
        ReturnSeries series =
                ReturnSeries.ofEquity(run.time(), run.equity(), run.settings().capital(), run.zone());
        return SharpeFigures.deflated(series, run.settings().periodsPerYear(), 0, count.tries());
    }

    private int since(RunResult run, String json, @Nullable TrialCount count) throws StoreException {
        if (count == null) {
            return 0;
        }
        try {
            int now = trials.count(StrategyCodec.read(json), count.dataSet(), run.baseHash());
            return Math.max(0, now - count.count());
        } catch (StrategyFormatException e) {
            return 0;
        }
    }

    /// The ledger of trials.
    public TrialLedger trials() {
        return trials.ledger();
    }

    /// Checks the seals of the ledger of trials, and that it still holds the rows that archived runs were counted by.
    public TrialLedger.Check checkTrials() throws StoreException {
        TrialLedger.Check check = trials.ledger().check();
        if (check.fault().isPresent()) {
            return check;
        }
        for (RunArchive.Entry run : archive.list()) {
            TrialCount count = RunTrials.read(archive.annex(run.id(), RunTrials.ANNEX));
            if (count != null && !trials.ledger().seal(count.seal().number()).equals(Optional.of(count.seal()))) {
                return new TrialLedger.Check(
                        check.rows(),
                        Optional.of("Run " + run.id() + " was counted by row "
                                + count.seal().number() + " of the ledger of trials, which is not there any more:"
                                + " rows were taken from its end."));
            }
        }
        return check;
    }

    /// The figures of a run; with its bars also those beside holding the instrument.
    public static List<Metric> metrics(RunResult run, Bars bars) {
        Metrics.Benchmark holding = null;
        int end = run.firstIndex() + run.time().length;
        if (bars.size() >= end) {
            double[] closes = Arrays.copyOfRange(bars.column(Bars.Field.CLOSE), run.firstIndex(), end);
            holding = new Metrics.Benchmark(run.time(), closes);
        }
        return Metrics.forEquity(
                run.time(),
                run.equity(),
                run.settings().capital(),
                run.zone(),
                run.settings().periodsPerYear(),
                0,
                holding);
    }

    private static String description(RunResult run, String json) {
        try {
            return json.isEmpty() ? run.strategyName() : StrategyDescription.describe(StrategyCodec.read(json));
        } catch (StrategyFormatException e) {
            return "The strategy file of this run cannot be read: " + e.getMessage();
        }
    }

    /// Writes a report of an archived run and returns the files. A run that is not there is an
    /// [IllegalArgumentException].
    public List<Path> report(String runId, Set<ReportFormat> formats, Path directory)
            throws StoreException, IOException {
        TearSheet sheet = tearSheet(runId)
                .orElseThrow(() -> new IllegalArgumentException("There is no run " + runId + " in the archive."));
        return ReportWriter.write(sheet, formats, directory);
    }

    /// Removes an archived run.
    public boolean delete(String runId) throws StoreException {
        return archive.delete(runId);
    }
}
