package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunJson;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.report.ReportFormat;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.study.Metrics;
import org.tickwright.study.Trial;
import org.tickwright.study.TrialCount;
import org.tickwright.study.TrialLedger;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests.Archived;

class TrialRecorderTest {
    private static final SeriesKey KEY = new SeriesKey("AAPL", Timeframe.DAY);
    private static final Bars BARS = SyntheticBars.daily(7, 400);

    private static final CatalogueSource CATALOGUES = CatalogueSource.of(Catalogues.of(IndicatorCatalogue.builtIn()));

    private final MemoryBarStore store = new MemoryBarStore();
    private final MemoryTrialLedger ledger = new MemoryTrialLedger();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final MemoryRunArchive archive = new MemoryRunArchive();
    private final TrialRecorder recorder = new TrialRecorder(ledger, store, background::add);
    private final Backtests backtests = new Backtests(store, archive, CATALOGUES, recorder);
    private final StrategyLibrary library = new StrategyLibrary(Path.of("unused"));
    private final StrategyDocument template = library.templates().getFirst();

    @TempDir
    Path directory;

    private TrialCount run(StrategyDocument strategy, Map<String, Double> parameters) throws Exception {
        if (store.find(KEY).isEmpty()) {
            store.save(KEY, BARS, "seed 7", true);
        }
        Archived run = backtests.run(strategy, KEY, settings(parameters, null), Progress.NONE);
        return assertNotNull2(run.trials());
    }

    private static TrialCount assertNotNull2(TrialCount count) {
        assertNotNull(count);
        return count;
    }

    private static RunSettings settings(Map<String, Double> parameters, Long from) {
        RunSettings d = RunSettings.DEFAULTS;
        return new RunSettings(
                d.capital(),
                d.commissionBps(),
                d.slippageBps(),
                d.size(),
                d.wholeUnits(),
                d.direction(),
                d.stopLoss(),
                d.takeProfit(),
                d.fills(),
                d.periodsPerYear(),
                from,
                d.to(),
                parameters);
    }

    private RunResult preview(StrategyDocument strategy, double fast) throws Exception {
        return backtests.preview(strategy, KEY, true, BARS, settings(Map.of("fast", fast), null), Progress.NONE);
    }

    @Test
    void countsDistinctConfigurationsAndTellsRepeatsApart() throws Exception {
        StrategyDocument mine = library.own(template);
        assertEquals(1, run(mine, Map.of()).count());
        assertEquals(2, run(mine, Map.of("fast", 5.0)).count());
        TrialCount third = run(mine.withName("renamed"), Map.of("fast", 10.0));
        assertEquals(2, third.count(), "the default said out loud is no new try");
        assertEquals(1, third.repeats());
        assertEquals("AAPL 1d", third.dataSet());
        assertEquals(3, ledger.all().size(), "repeats are written down too");
        assertNotNull(third.variance());
    }

    @Test
    void aCopyCountsOnAndATemplatesTriesCountForWhatWasMadeOfIt() throws Exception {
        run(template, Map.of("fast", 5.0));
        StrategyDocument mine = library.own(template);
        TrialCount first = run(mine, Map.of());
        assertEquals(2, first.count());
        assertEquals(1, first.inherited());
        assertEquals(3, run(mine.withName("copy"), Map.of("slow", 60.0)).count());
        assertEquals(2, run(library.own(template), Map.of()).count(), "another start has its own tries");
    }

    @Test
    void aSeriesThatGrewIsTheSameDataSetAndAnotherOneIsNot() throws Exception {
        StrategyDocument mine = library.own(template);
        run(mine, Map.of());
        Bars longer = SyntheticBars.daily(7, 450);
        store.save(KEY, longer, "seed 7", true);
        TrialCount grown = run(mine, Map.of("fast", 5.0));
        assertEquals(2, grown.count());
        assertEquals(
                2,
                Set.copyOf(ledger.all().stream().map(e -> e.trial().dataHash()).toList())
                        .size());
        Archived file =
                backtests.run(mine, KEY, false, SyntheticBars.daily(8, 300), RunSettings.DEFAULTS, Progress.NONE);
        assertEquals(1, assertNotNull2(file.trials()).count());
        assertTrue(assertNotNull2(file.trials()).dataSet().startsWith("AAPL 1d (file "));
        Archived same = backtests.run(
                mine,
                new SeriesKey("COPY", Timeframe.DAY),
                false,
                longer,
                settings(Map.of("fast", 20.0), null),
                Progress.NONE);
        assertEquals(2, assertNotNull2(same.trials()).count(), "the same bars under another name");
    }

    @Test
    void anotherStretchOfTimeIsAnotherTry() throws Exception {
        StrategyDocument mine = library.own(template);
        run(mine, Map.of());
        Archived later = backtests.run(mine, KEY, settings(Map.of(), BARS.time(100)), Progress.NONE);
        assertEquals(2, assertNotNull2(later.trials()).count());
        assertEquals("from=" + BARS.time(100), ledger.all().getLast().trial().settings());
    }

    @Test
    void draggingWritesOncePerConfigurationAndOffTheCallersThread() throws Exception {
        store.save(KEY, BARS, "seed 7", true);
        StrategyDocument mine = library.own(template);
        for (int move = 0; move < 30; move++) {
            preview(mine, 5 + move % 3);
        }
        assertEquals(0, ledger.all().size(), "nothing is written by who previews");
        assertEquals(1, background.size(), "one piece of work for all of them");
        background.pop().run();
        assertEquals(3, ledger.all().size());
        assertTrue(ledger.all().stream().allMatch(e -> e.trial().kind() == Trial.Kind.PREVIEW));
        preview(mine, 6);
        assertTrue(background.isEmpty(), "known since this launch");
        preview(mine, 9);
        recorder.flush();
        assertEquals(4, ledger.all().size(), "closing writes what is left");
        assertEquals(5, run(mine, Map.of("fast", 12.0)).count(), "previews count for the run");
    }

    @Test
    void previewsOfSeveralThreadsAreAllCountedOnce() throws Exception {
        store.save(KEY, BARS, "seed 7", true);
        StrategyDocument mine = library.own(template);
        TrialRecorder direct =
                new TrialRecorder(ledger, store, task -> Thread.ofVirtual().start(task));
        Backtests shared = new Backtests(store, archive, CATALOGUES, direct);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int fast = 5; fast < 15; fast++) {
                    try {
                        shared.preview(
                                mine, KEY, true, BARS, settings(Map.of("fast", (double) fast), null), Progress.NONE);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        direct.flush();
        assertEquals(10, ledger.all().size());
        assertEquals(Optional.empty(), ledger.check().fault());
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgain() throws Exception {
        store.save(KEY, BARS, "seed 7", true);
        Failing failing = new Failing();
        TrialRecorder stumbling = new TrialRecorder(failing, store, Runnable::run);
        Backtests shared = new Backtests(store, archive, CATALOGUES, stumbling);
        StrategyDocument mine = library.own(template);
        failing.broken = true;
        shared.preview(mine, KEY, true, BARS, settings(Map.of("fast", 5.0), null), Progress.NONE);
        failing.broken = false;
        shared.preview(mine, KEY, true, BARS, settings(Map.of("fast", 6.0), null), Progress.NONE);
        assertEquals(2, failing.rows.all().size());
    }

    /// A ledger on a disk that is full now and then.
    private static class Failing implements TrialLedger {
        private final MemoryTrialLedger rows = new MemoryTrialLedger();
        private boolean broken;

        @Override
        public boolean writable() {
            return true;
        }

        @Override
        public Seal record(List<Trial> trials) throws StoreException {
            if (broken) {
                throw new StoreException("The disk is full.", true);
            }
            return rows.record(trials);
        }

        @Override
        public List<Entry> of(List<String> lineages) {
            return rows.of(lineages);
        }

        @Override
        public List<Entry> all() {
            return rows.all();
        }

        @Override
        public Optional<Seal> seal(long number) {
            return rows.seal(number);
        }
    }

    @Test
    void theRunsOwnDocumentDoesNotKnowHowOftenItWasTried() throws Exception {
        StrategyDocument mine = library.own(template);
        store.save(KEY, BARS, "seed 7", true);
        Archived first = backtests.run(mine, KEY, RunSettings.DEFAULTS, Progress.NONE);
        run(mine, Map.of("fast", 5.0));
        Archived again = backtests.run(mine, KEY, RunSettings.DEFAULTS, Progress.NONE);
        assertArrayEquals(RunJson.bytes(first.result()), RunJson.bytes(again.result()));
        assertEquals(1, assertNotNull2(first.trials()).count());
        assertEquals(2, assertNotNull2(again.trials()).count());
    }

    @Test
    void theReportSaysHowOftenAsOfTheRunAndSince() throws Exception {
        StrategyDocument mine = library.own(template);
        store.save(KEY, BARS, "seed 7", true);
        run(mine, Map.of("fast", 5.0));
        run(mine, Map.of("fast", 6.0));
        Archived third = backtests.run(mine, KEY, RunSettings.DEFAULTS, Progress.NONE);
        run(mine, Map.of("fast", 7.0));

        var sheet = backtests.tearSheet(third.id()).orElseThrow();
        assertEquals(
                3.0, Metrics.find(sheet.metrics(), "dsrTrials").orElseThrow().value());
        assertNotNull(Metrics.find(sheet.metrics(), "dsr").orElseThrow().value());
        Path html = backtests
                .report(third.id(), Set.of(ReportFormat.HTML), directory)
                .getFirst();
        String text = Files.readString(html);
        assertTrue(
                text.contains("This idea has been tried 3 times on AAPL 1d; after that many tries a Sharpe ratio of "));
        assertTrue(
                text.contains(" a year would be expected by luck alone. Since this run it has been tried once more."));
        backtests.delete(third.id());
        assertEquals(4, ledger.all().size(), "deleting a run takes no try back");
    }

    @Test
    void rowsTakenFromTheEndShowByTheRunsThatWereCountedByThem() throws Exception {
        run(library.own(template), Map.of());
        assertTrue(backtests.checkTrials().fault().isEmpty());
        Backtests shortened = new Backtests(
                store, archive, CATALOGUES, new TrialRecorder(new MemoryTrialLedger(), store, Runnable::run));
        assertTrue(shortened.checkTrials().fault().orElseThrow().startsWith("Run r1 was counted by row 1"));
    }

    @Test
    void aRunWhoseLedgerCanOnlyBeLookedAtIsNotCounted() throws Exception {
        store.save(KEY, BARS, "seed 7", true);
        TrialLedger look = new Failing() {
            @Override
            public boolean writable() {
                return false;
            }
        };
        Backtests reading = new Backtests(store, archive, CATALOGUES, new TrialRecorder(look, store, Runnable::run));
        Archived run = reading.run(template, KEY, RunSettings.DEFAULTS, Progress.NONE);
        assertNull(run.trials());
        assertFalse(reading.tearSheet(run.id()).orElseThrow().metrics().stream()
                .anyMatch(metric -> metric.name().equals("dsr")));
    }
}
