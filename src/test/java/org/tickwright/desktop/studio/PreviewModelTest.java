package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.studio.PreviewModel.Condition;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.Wire;
import org.tickwright.testing.MemoryBarStore;

class PreviewModelTest {
    private final StudioModel studio = Sketch.model(Sketch.smaCross());
    private final SettingActions settings = new SettingActions(studio);
    private final HeldTasks tasks = new HeldTasks();
    private final MemoryBarStore store = new MemoryBarStore();
    private final List<StrategyDocument> ran = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();
    private boolean failing;
    private boolean endless;
    private final PreviewModel preview = new PreviewModel(new RealSource(), tasks, studio);

    /// Background work that waits until a test lets it run, so that edits can come in between.
    private static final class HeldTasks implements BackgroundTasks {
        private record Held(Runnable work, boolean[] cancelled) {}

        private final List<Held> held = new ArrayList<>();
        private Runnable inTheMiddle = () -> {};

        @Override
        public <T> Handle run(
                String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            return quietly(work, done, failed);
        }

        @Override
        public <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            boolean[] cancelled = new boolean[1];
            held.add(new Held(
                    () -> {
                        T result;
                        try {
                            result = work.run(Progress.NONE);
                        } catch (Exception e) {
                            failed.accept(e);
                            return;
                        }
                        done.accept(result);
                    },
                    cancelled));
            return () -> cancelled[0] = true;
        }

        /// Runs all that waits, even what was cancelled, as a task would that was already at its end.
        void runAll(boolean evenCancelled) {
            while (!held.isEmpty()) {
                Held next = held.removeFirst();
                if (evenCancelled || !next.cancelled()[0]) {
                    next.work().run();
                }
            }
        }

        /// Runs what has waited longest.
        void runNext() {
            held.removeFirst().work().run();
        }

        /// Does something in the middle of the next run.
        void whenStarted(Runnable edit) {
            inTheMiddle = edit;
        }

        void started() {
            Runnable edit = inTheMiddle;
            inTheMiddle = () -> {};
            edit.run();
        }

        long waiting() {
            return held.stream().filter(h -> !h.cancelled()[0]).count();
        }
    }

    private final class RealSource implements PreviewModel.Source {
        @Override
        public String audit(PreviewModel.Market market) {
            String key = market.series().key().toString();
            audited.add(key);
            return key.equals("BBB 1d") ? "Audit: 2 errors (BAD)" : "";
        }

        @Override
        public List<SeriesInfo> series() {
            return store.list();
        }

        @Override
        public Optional<Bars> load(SeriesKey key) {
            return store.load(key);
        }

        @Override
        public RunResult run(
                StrategyDocument document, PreviewModel.Market market, RunSettings run, Progress progress) {
            ran.add(document);
            boolean stays = endless;
            tasks.started();
            while (stays) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                Thread.onSpinWait();
            }
            if (failing) {
                throw new ArithmeticException("A price is out of range");
            }
            Program program = Program.of(document, Sketch.CATALOGUE.indicators());
            SeriesInfo series = market.series();
            return Backtest.run(program, series.key(), series.simulated(), market.bars(), run, progress);
        }
    }

    @BeforeEach
    void twoSeries() {
        store.save(new SeriesKey("AAA", Timeframe.DAY), StudioBench.wave(600, 1), "seed 1", true);
        store.save(new SeriesKey("BBB", Timeframe.DAY), StudioBench.wave(400, 2), "seed 2", true);
    }

    private RunResult result() {
        RunResult result = preview.state().result();
        assertNotNull(result);
        return result;
    }

    private void show() {
        preview.refresh();
        tasks.runAll(false);
    }

    @Test
    void showsTheStrategyOverTheFirstSeriesWithTheTimeItTook() {
        show();

        assertEquals(Condition.CURRENT, preview.state().condition());
        assertEquals("AAA 1d", result().series().toString());
        assertEquals(600, result().summary().bars());
        assertTrue(result().summary().trades() > 0);
        assertTrue(preview.state().millis() > 0);
    }

    @Test
    void thePreferredSeriesComesFirst() {
        preview.prefer("BBB 1d");
        show();

        assertEquals(Optional.of(new SeriesKey("BBB", Timeframe.DAY)), preview.series());
    }

    @Test
    void aResultIsMarkedWithWhatTheAuditSaysOfItsSeries() {
        preview.prefer("BBB 1d");
        show();
        assertEquals(Condition.CURRENT, preview.state().condition());
        assertEquals("Audit: 2 errors (BAD)", preview.state().message());

        preview.choose(store.find(new SeriesKey("AAA", Timeframe.DAY)).orElseThrow());
        tasks.runAll(false);
        assertEquals(Condition.CURRENT, preview.state().condition());
        assertEquals("", preview.state().message());
        assertEquals(List.of("BBB 1d", "AAA 1d"), audited);
    }

    @Test
    void changingAParameterChangesTheResult() {
        show();
        RunResult before = result();

        settings.parameterValue("fast", 25);
        tasks.runAll(false);

        assertTrue(before.summary().trades() != result().summary().trades());
        assertEquals(Condition.CURRENT, preview.state().condition());
    }

    @Test
    void aValueDraggedAlongIsRedrawnAfterEachRunAndEndsAtItsLast() {
        show();
        ran.clear();
        settings.parameterValue("fast", 15);
        settings.parameterValue("fast", 18);
        settings.parameterValue("fast", 20);
        assertEquals(1, tasks.waiting(), "one run at a time");

        tasks.runNext();
        assertEquals(Condition.RUNNING, preview.state().condition());
        RunResult first = result();
        tasks.runAll(false);

        assertEquals(List.of(15.0, 20.0), values("fast"), "what an edit overtook before it began is left out");
        assertTrue(first.summary().trades() != result().summary().trades());
        assertEquals(Condition.CURRENT, preview.state().condition());
    }

    private List<Double> values(String parameter) {
        return ran.stream()
                .map(document -> document.parameter(parameter).orElseThrow().value())
                .toList();
    }

    @Test
    void aRunThatTakesLongIsGivenUpForTheEditThatOvertookIt() {
        show();
        ran.clear();
        endless = true;
        settings.parameterValue("fast", 15);
        tasks.whenStarted(() -> {
            endless = false;
            settings.parameterValue("fast", 20);
        });
        tasks.runAll(false);

        assertEquals(List.of(15.0, 20.0), values("fast"));
        assertEquals(Condition.CURRENT, preview.state().condition());
        assertEquals("", preview.state().message());
    }

    @Test
    void aRunThatWasUnderWayWhenNobodyLookedIsMadeAgain() {
        show();
        ran.clear();
        settings.parameterValue("fast", 15);
        preview.stop();
        tasks.runAll(false);
        assertEquals(List.of(), ran);

        show();
        assertEquals(List.of(15.0), values("fast"));
        assertEquals(Condition.CURRENT, preview.state().condition());
    }

    @Test
    void movingABoxRunsNothing() {
        show();
        ran.clear();

        new GraphActions(studio).tidy();
        settings.name("other");
        tasks.runAll(false);

        assertEquals(List.of(), ran);
    }

    @Test
    void theLastValidVersionStaysWhileTheStrategyCannotRun() {
        show();
        RunResult before = result();

        new GraphActions(studio).connections().disconnect(Set.of(Wire.of("crossUp.value", "enterLong.when")));
        tasks.runAll(false);

        assertEquals(Condition.INVALID, preview.state().condition());
        assertSame(before, preview.state().result());
        assertTrue(
                preview.state().message().contains("last version"),
                preview.state().message());

        studio.undo();
        tasks.runAll(false);
        assertEquals(Condition.CURRENT, preview.state().condition());
    }

    @Test
    void anEmptyStrategySaysWhatToDo() {
        show();
        studio.open(StrategyDocument.empty("untitled"), null);

        assertEquals(Condition.EMPTY, preview.state().condition());
        assertNull(preview.state().result());
    }

    @Test
    void withoutDataItSaysWhereToGetSome() {
        store.delete(new SeriesKey("AAA", Timeframe.DAY));
        store.delete(new SeriesKey("BBB", Timeframe.DAY));
        show();

        assertEquals(Condition.NO_SERIES, preview.state().condition());
        assertTrue(preview.state().message().contains("Data"));
    }

    @Test
    void aSeriesThatWasImportedAgainIsReadAgain() {
        show();
        store.save(new SeriesKey("AAA", Timeframe.DAY), StudioBench.wave(700, 1), "seed 1 again", true);

        show();

        assertEquals(700, result().summary().bars());
    }

    @Test
    void shortPositionsAreTakenWhereAPersonWantsThemAsInABacktest() {
        assertEquals(
                RunSettings.DEFAULTS.direction(),
                PreviewModel.settings(Sketch.smaCross(), false).direction());
        assertEquals(
                Direction.BOTH, PreviewModel.settings(Sketch.smaCross(), true).direction());
    }

    @Test
    void aStrategyThatOnlyEntersShortIsTradedShort() {
        StrategyDocument mixed = Sketch.smaCross();
        List<Node> nodes = mixed.nodes().stream()
                .filter(n -> !n.type().equals("enterLong"))
                .toList();
        StrategyDocument shortOnly = new StrategyDocument(
                "short", "", mixed.parameters(), nodes, List.of(), mixed.layout(), mixed.unknown());

        assertEquals(Direction.BOTH, PreviewModel.settings(shortOnly, false).direction());
    }

    @Test
    void tradingShortTooRunsAgain() {
        show();
        int longOnly = result().summary().trades();

        preview.shorts().set(true);
        tasks.runAll(false);

        assertTrue(result().summary().trades() > longOnly);
    }

    @Test
    void aFaultOfTheRunIsSaidAndTheNextEditTriesAgain() {
        show();
        failing = true;
        settings.parameterValue("fast", 11);
        tasks.runAll(false);
        assertEquals(Condition.FAILED, preview.state().condition());
        assertTrue(
                preview.state().message().contains("out of range"),
                preview.state().message());

        failing = false;
        settings.parameterValue("fast", 12);
        tasks.runAll(false);

        assertEquals(Condition.CURRENT, preview.state().condition());
        assertEquals("", preview.state().message());
    }

    @Test
    void aPeriodLongerThanTheDataTradesNothing() {
        show();
        settings.parameterValue("slow", 5_000);
        tasks.runAll(false);

        assertEquals(Condition.CURRENT, preview.state().condition());
        assertEquals(0, result().summary().trades());
    }
}
