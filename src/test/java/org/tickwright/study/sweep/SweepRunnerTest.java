package org.tickwright.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.study.sweep.bayes.BayesianSearch;
import org.tickwright.study.sweep.genetic.GeneticSearch;

class SweepRunnerTest {
    private static final IndicatorCatalogue INDICATORS = IndicatorCatalogue.builtIn();
    private static final Executor HERE = Runnable::run;

    private static Sweep sweep(String template, int bars, String... ranges) throws Exception {
        Program program = program(template);
        Bars series = SyntheticBars.daily(7, bars);
        MarketData data = MarketData.of(
                new MarketSeries(new SeriesKey("SIM", series.timeframe()), true, series, series.contentHash()));
        List<ParameterRange> parsed = new ArrayList<>();
        for (String range : ranges) {
            String name = range.substring(0, range.indexOf('='));
            parsed.add(ParameterRange.parse(
                    program.document().parameter(name).orElseThrow(), range.substring(name.length() + 1)));
        }
        return new Sweep(program, data, RunSettings.DEFAULTS, SweepPlan.grid(parsed));
    }

    private static Program program(String template) throws Exception {
        try (InputStream in =
                SweepRunnerTest.class.getResourceAsStream("/assets/strategies/" + template + ".strategy.json")) {
            String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Program.of(StrategyCodec.read(json), INDICATORS);
        }
    }

    /// Rows by their place in the plan, each once.
    private static final class Rows implements SweepRunner.Sink {
        final TreeMap<Integer, SweepRow> rows = new TreeMap<>();

        @Override
        public void add(List<SweepRow> more) {
            more.forEach(row -> assertEquals(null, rows.put(row.point(), row), "each combination once"));
        }

        BitSet finished() {
            BitSet finished = new BitSet();
            rows.keySet().forEach(finished::set);
            return finished;
        }
    }

    private static Progress stoppingAfter(Rows rows, int count) {
        return new Progress() {
            @Override
            public void report(double fraction, String activity) {}

            @Override
            public boolean cancelled() {
                return rows.rows.size() >= count;
            }
        };
    }

    @Test
    void givesTheSummaryOfEachSingleRunWithAnyNumberOfWorkers() throws Exception {
        Sweep sweep = sweep("sma-cross", 300, "fast=3..30:3", "slow=20..100:10");
        Rows rows = new Rows();
        assertTrue(new SweepRunner(HERE, 1).run(sweep, new BitSet(), rows, Progress.NONE));
        assertEquals(90, rows.rows.size());
        for (SweepRow row : rows.rows.values()) {
            RunSettings settings = RunSettings.DEFAULTS.overriding(sweep.plan().parameters(row.point()));
            assertEquals(
                    Backtest.run(sweep.program(), sweep.data(), settings, Progress.NONE)
                            .summary(),
                    row.summary());
        }
        Rows together = new Rows();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            assertTrue(new SweepRunner(threads, 3).run(sweep, new BitSet(), together, Progress.NONE));
        }
        assertEquals(rows.rows, together.rows);
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        Sweep sweep = sweep("sma-cross", 200, "fast=3..30:1", "slow=20..60:5");
        Rows whole = new Rows();
        new SweepRunner(HERE, 1).run(sweep, new BitSet(), whole, Progress.NONE);
        Rows rows = new Rows();
        assertFalse(new SweepRunner(HERE, 2).run(sweep, new BitSet(), rows, stoppingAfter(rows, 40)));
        int before = rows.rows.size();
        assertTrue(before >= 40 && before < whole.rows.size());
        List<Double> reported = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String activity) {
                reported.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertTrue(new SweepRunner(HERE, 2).run(sweep, rows.finished(), rows, progress));
        assertEquals(whole.rows, rows.rows);
        assertTrue(reported.getFirst() > (double) before / whole.rows.size(), "counts what was finished before");
        assertEquals(1, reported.getLast());
    }

    @Test
    void saysWhichCombinationsAreNotPossible() throws Exception {
        Sweep sweep = sweep("sma-cross", 100, "fast=1,2,5", "slow=20");
        Rows rows = new Rows();
        assertTrue(new SweepRunner(HERE, 1).run(sweep, new BitSet(), rows, Progress.NONE));
        String fault = Objects.requireNonNull(rows.rows.get(0).fault());
        assertTrue(fault.contains("optInTimePeriod") && fault.contains("was 1"), fault);
        assertEquals(null, rows.rows.get(1).fault());
    }

    @Test
    void handsOnWhatKeptRowsFromBeingWritten() throws Exception {
        Sweep sweep = sweep("sma-cross", 100, "fast=2..9:1");
        StoreException full = new StoreException("The disk is full", false);
        SweepRunner.Sink sink = rows -> {
            throw full;
        };
        assertSame(
                full,
                assertThrows(
                        StoreException.class,
                        () -> new SweepRunner(HERE, 2).run(sweep, new BitSet(), sink, Progress.NONE)));
    }

    @Test
    void refusesAtOnceWhatFitsNoRun() throws Exception {
        Sweep sweep = sweep("sma-cross", 100, "fast=2..9:1");
        RunSettings later = new RunSettings(
                1000,
                0,
                0,
                null,
                false,
                RunSettings.Direction.LONG,
                null,
                null,
                "plain",
                252,
                Long.MAX_VALUE - 1,
                null,
                Map.of());
        Sweep empty = new Sweep(sweep.program(), sweep.data(), later, sweep.plan());
        assertThrows(
                IllegalArgumentException.class,
                () -> new SweepRunner(HERE, 1).run(empty, new BitSet(), new Rows(), Progress.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sweep(
                        sweep.program(),
                        sweep.data(),
                        RunSettings.DEFAULTS.overriding(Map.of("fast", 3.0)),
                        sweep.plan()));
    }

    @Test
    void quickFiguresAreThoseOfTheRunsButSharpeAndVolatility() throws Exception {
        Sweep all = sweep("sma-cross", 300, "fast=3..30:9", "slow=20..100:20");
        Sweep quick = new Sweep(all.program(), all.data(), all.settings(), all.plan(), SummaryFigures.QUICK);
        assertFalse(all.head().identity().equals(quick.head().identity()));
        Rows whole = new Rows();
        Rows rows = new Rows();
        new SweepRunner(HERE, 1).run(all, new BitSet(), whole, Progress.NONE);
        new SweepRunner(HERE, 1).run(quick, new BitSet(), rows, Progress.NONE);
        for (SweepRow row : whole.rows.values()) {
            SweepRow same = Objects.requireNonNull(rows.rows.get(row.point()));
            for (SweepFigure figure : SweepFigure.values()) {
                boolean absent = figure == SweepFigure.SHARPE || figure == SweepFigure.ANNUAL_VOL;
                assertEquals(absent ? Double.NaN : row.figure(figure), same.figure(figure), figure.key());
            }
        }
    }

    @Test
    void identityIsOfStrategyDataSettingsAndPlan() throws Exception {
        Sweep sweep = sweep("sma-cross", 100, "fast=2..9:1");
        String identity = sweep.head().identity();
        assertEquals(identity, sweep("sma-cross", 100, "fast=2..9:1").head().identity());
        assertFalse(
                identity.equals(sweep("sma-cross", 101, "fast=2..9:1").head().identity()));
        assertFalse(
                identity.equals(sweep("sma-cross", 100, "fast=2..8:1").head().identity()));
        RunSettings other = RunSettings.DEFAULTS.overriding(Map.of("slow", 40.0));
        assertFalse(identity.equals(new Sweep(sweep.program(), sweep.data(), other, sweep.plan())
                .head()
                .identity()));
    }

    /// Proposes in a fixed order, so that what the runner does with proposals and scores can be seen.
    private static final class Listed implements GuidedSearch {
        final List<double[]> told = new ArrayList<>();
        private int next = 2;

        @Override
        public List<double[]> ask(int most) {
            List<double[]> asked = new ArrayList<>();
            for (int i = 0; i < Math.min(5, most); i++) {
                asked.add(new double[] {next++, 40});
            }
            return asked;
        }

        @Override
        public void tell(double[] scores) {
            told.add(scores.clone());
        }
    }

    private static Sweep guided(SweepPlan.Search search, int runs) throws Exception {
        Sweep grid = sweep("sma-cross", 400, "fast=2..40:1", "slow=40..90:1");
        SweepPlan plan = SweepPlan.guided(
                search, grid.plan().ranges(), runs, 3, new Objective(SweepFigure.TOTAL_RETURN, true, 4));
        return new Sweep(grid.program(), grid.data(), grid.settings(), plan);
    }

    private static SearchHistory history(Sweep sweep, Rows rows) {
        SearchHistory history = new SearchHistory(sweep.plan());
        rows.rows.values().forEach(history::add);
        return history;
    }

    @Test
    void tellsAGuidedSearchWhatItsProposalsCameTo() throws Exception {
        Sweep sweep = guided(SweepPlan.Search.GENETIC, 12);
        Rows rows = new Rows();
        Listed search = new Listed();
        assertTrue(new SweepRunner(HERE, 2).run(sweep, search, history(sweep, rows), rows, Progress.NONE));
        assertEquals(
                List.of(5, 5, 2), search.told.stream().map(told -> told.length).toList());
        for (SweepRow row : rows.rows.values()) {
            assertEquals(2.0 + row.point(), row.parameters().get("fast"));
            RunSettings settings = RunSettings.DEFAULTS.overriding(row.parameters());
            var summary = Backtest.run(sweep.program(), sweep.data(), settings, Progress.NONE)
                    .summary();
            assertEquals(summary, row.summary());
            double told = search.told.get(row.point() / 5)[row.point() % 5];
            assertEquals(summary.trades() < 4 ? Double.NaN : summary.totalReturn(), told);
        }
    }

    @Test
    void guidedRowsAreTheSameWithAnyNumberOfWorkersAndAfterAStop() throws Exception {
        for (SweepPlan.Search kind : List.of(SweepPlan.Search.GENETIC, SweepPlan.Search.BAYESIAN)) {
            Sweep sweep = guided(kind, 60);
            Rows whole = new Rows();
            assertTrue(new SweepRunner(HERE, 1).run(sweep, search(sweep), history(sweep, whole), whole, Progress.NONE));
            assertEquals(60, whole.rows.size());
            Rows together = new Rows();
            try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
                assertFalse(new SweepRunner(threads, 3)
                        .run(sweep, search(sweep), history(sweep, together), together, stoppingAfter(together, 25)));
                int before = together.rows.size();
                assertTrue(before >= 25 && before < 60, () -> before + " rows");
                assertTrue(new SweepRunner(threads, 3)
                        .run(sweep, search(sweep), history(sweep, together), together, Progress.NONE));
            }
            assertEquals(whole.rows, together.rows);
        }
    }

    private static GuidedSearch search(Sweep sweep) {
        return sweep.plan().search() == SweepPlan.Search.GENETIC
                ? new GeneticSearch(sweep.plan())
                : new BayesianSearch(sweep.plan());
    }

    @Test
    void asksNothingOfASearchThatIsUsedUp() throws Exception {
        Sweep sweep = guided(SweepPlan.Search.GENETIC, 12);
        Rows rows = new Rows();
        SweepRunner runner = new SweepRunner(HERE, 1);
        assertTrue(runner.run(sweep, new Listed(), history(sweep, rows), rows, Progress.NONE));
        Listed again = new Listed();
        assertTrue(runner.run(sweep, again, history(sweep, rows), rows, Progress.NONE));
        assertEquals(2, again.next, "nothing was proposed");
    }

    @Test
    void refusesToGoOnOverRowsThatTheSearchDidNotChoose() throws Exception {
        Sweep sweep = guided(SweepPlan.Search.GENETIC, 12);
        Rows rows = new Rows();
        rows.rows.put(0, new SweepRow(0, Map.of("fast", 39.0, "slow", 40.0), null, "chosen by nobody"));
        SweepRunner runner = new SweepRunner(HERE, 1);
        SearchHistory history = history(sweep, rows);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> runner.run(sweep, new Listed(), history, rows, Progress.NONE))
                .getMessage();
        assertTrue(message.contains("combination 1 is not the one"), message);
    }
}
