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
}
