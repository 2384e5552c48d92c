package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Problem;

class WizardModelTest {
    @TempDir
    Path home;

    private final FakeWork work = new FakeWork();
    private final List<String> finished = new ArrayList<>();

    private WizardModel wizard(boolean readOnly) {
        FakeDesk desk = FakeDesk.atOnce(home);
        WizardModel model = new WizardModel(work, desk.tasks(), () -> Locale.US, readOnly);
        model.onFinished(finished::add);
        model.refresh();
        return model;
    }

    @Test
    void canRunAtOnceWithItsDefaults() {
        WizardModel model = wizard(false);
        assertEquals("", model.obstacle().get());
        assertEquals("sma-cross", model.strategy().get().name());
        assertEquals("AAPL 1d", model.chosenSeries().get().key().toString(), "real prices before simulated ones");
        assertEquals(WizardStep.STRATEGY, model.step().get());
        model.run();
        assertEquals(List.of("r1"), finished);
        assertEquals(Map.of(), work.ran().getFirst().parameters());
        assertFalse(model.running().get());
    }

    @Test
    void aStrategyOfSeveralInstrumentsRunsWithTheUsualProfileAndEveryCost() {
        WizardModel model = wizard(false);
        StrategyChoice pairs = model.strategies().stream()
                .filter(choice -> choice.name().equals("pairs-spread"))
                .findFirst()
                .orElseThrow();
        model.strategy().set(pairs);
        assertEquals("", model.obstacle().get());
        model.run();
        assertTrue(work.ran().getFirst().realistic());
        model.form().costs().holding().borrow().text().set("3");
        assertEquals("", model.obstacle().get());
        model.run();
        assertEquals(0.03, work.ran().getLast().costs().carry().borrowRate());
    }

    @Test
    void passesOnlyParametersThatWereChanged() {
        WizardModel model = wizard(false);
        model.parameters().getFirst().field().text().set("12");
        model.run();
        assertEquals(Map.of("fast", 12.0), work.ran().getFirst().parameters());
    }

    @Test
    void goesToThePageWithTheMistakeInsteadOfRunning() {
        WizardModel model = wizard(false);
        model.form().capital().text().set("nothing");
        assertEquals(
                "A field of costs and fills needs mending: Not a number; write it like 1,234.5",
                model.obstacle().get());
        model.run();
        assertEquals(WizardStep.COSTS, model.step().get());
        assertEquals(List.of(), work.ran());
        model.form().capital().text().set("1000");
        model.parameters().getFirst().field().text().set("1.5");
        assertEquals(
                "A whole number is needed",
                model.parameters().getFirst().field().problem().get());
        model.run();
        assertEquals(WizardStep.STRATEGY, model.step().get());
    }

    @Test
    void refusesAStrategyWithErrorsInItsWords() {
        work.problems(new Problem(
                Problem.Severity.ERROR, "enterLong", "when", "enterLong.when is not connected.", "Connect it."));
        WizardModel model = wizard(false);
        assertEquals(
                "The strategy cannot run yet: enterLong.when is not connected.",
                model.obstacle().get());
        model.run();
        assertEquals(List.of(), work.ran());
    }

    @Test
    void warningsDoNotStopARun() {
        work.problems(new Problem(Problem.Severity.WARNING, "fast", null, "fast is slower than slow.", "Swap them."));
        assertEquals("", wizard(false).obstacle().get());
    }

    @Test
    void refusesARangeOfTimeWithoutBars() {
        WizardModel model = wizard(false);
        model.form().from().text().set("2030-01-01");
        assertEquals(
                "The series has no bars in that range of time.",
                model.obstacle().get());
        model.form().to().text().set("2029-01-01");
        assertEquals(
                "The range of time ends before it starts.", model.obstacle().get());
        assertEquals(WizardStep.DATA, model.stepOfObstacle());
    }

    @Test
    void saysThatThereAreNoPricesYet() {
        work.removeAllSeries();
        assertEquals(
                "There are no prices yet: import a file in Data.",
                wizard(false).obstacle().get());
    }

    @Test
    void keepsNothingInAHomeThatIsReadOnly() {
        WizardModel model = wizard(true);
        assertTrue(model.obstacle().get().startsWith("This home is open for reading only"));
        model.run();
        assertEquals(List.of(), work.ran());
    }

    @Test
    void showsTheVerdictOfTheAudit() {
        WizardModel model = wizard(false);
        assertEquals(Map.of(), model.verdict().get().counts());
        model.chosenSeries().set(model.series().get(2));
        assertEquals(Map.of("GAP", 1, "OUTLIER", 4), model.verdict().get().counts());
    }

    @Test
    void saysWhatFailedAndThatNothingWasKept() {
        work.failWith(new StoreException("The disk is full.", false, null));
        WizardModel model = wizard(false);
        model.run();
        assertEquals(
                "Backtest not finished, nothing was kept: The disk is full. Nothing was half-written.",
                model.failure().get());
        assertFalse(model.running().get());
        assertEquals(List.of(), finished);
    }

    @Test
    void keepsWhatWasTypedWhenTheListsAreReadAnew() {
        WizardModel model = wizard(false);
        model.strategy().set(model.strategies().get(1));
        model.chosenSeries().set(model.series().get(1));
        model.parameters().getFirst().field().text().set("21");
        model.refresh();
        assertEquals("rsi-reversion", model.strategy().get().name());
        assertEquals("SIM-TREND 1d", model.chosenSeries().get().key().toString());
        assertEquals("21", model.parameters().getFirst().field().text().get());
    }

    @Test
    void beginsWithAStrategyHandedOverAndTheSeriesItWasDrawnOn() {
        WizardModel model = wizard(false);
        model.begin(FakeWork.template().withName("Mine"), new SeriesKey("BTCUSD", Timeframe.DAY));
        assertEquals("Mine", model.strategy().get().name());
        assertEquals("BTCUSD 1d", model.chosenSeries().get().key().toString());
        assertEquals(WizardStep.COSTS, model.step().get());
        assertEquals("", model.obstacle().get());
    }

    @Test
    void beginsLikeAnEarlierRun() {
        Queue<Runnable> background = new ArrayDeque<>();
        WizardModel model = new WizardModel(
                work, new FakeDesk(home, false, background::add, Runnable::run).tasks(), () -> Locale.US, false);
        long from = work.series().getFirst().from();
        RunSettings earlier = new RunSettings(
                5_000,
                4,
                1,
                null,
                true,
                RunSettings.Direction.BOTH,
                0.1,
                null,
                "plain",
                365,
                from,
                null,
                Map.of("fast", 15.0));
        model.beginLike(FakeWork.template(), new SeriesKey("AAPL", Timeframe.DAY), earlier);
        drain(background);
        model.run();
        drain(background);
        assertEquals(List.of(earlier), work.ran());
    }

    @Test
    void handsTheClosesOfSessionsToTheRunInTheWordsOfTheCommandLine() {
        WizardModel model = wizard(false);
        TextEntry closes = model.closes().entry();
        closes.text().set("four o'clock");
        assertEquals("", model.obstacle().get(), "a strategy over one series has no use for them");
        model.strategy().set(model.strategies().get(4));
        assertEquals("pairs-spread", model.strategy().get().name());
        assertEquals(
                "A session's close is like 16:00 or 16:00@America/New_York, was 'four o'clock'",
                model.obstacle().get());
        assertEquals(WizardStep.DATA, model.stepOfObstacle());
        closes.text().set("16:00@America/New_York, DAX = 17:30");
        model.run();
        assertEquals(
                new SessionClose.Given("16:00@America/New_York", Map.of("DAX", "17:30")),
                work.markets().getFirst().closes());
    }

    @Test
    void neverReplacesASeriesThatIsGoneByAnother() {
        WizardModel model = wizard(false);
        model.begin(FakeWork.template(), new SeriesKey("GONE", Timeframe.DAY));
        assertEquals("Choose a series.", model.obstacle().get());
    }

    @Test
    void cancellingStopsTheRunAndKeepsNothing() {
        Queue<Runnable> background = new ArrayDeque<>();
        FakeDesk desk = new FakeDesk(home, false, background::add, Runnable::run);
        WizardModel model = new WizardModel(work, desk.tasks(), () -> Locale.US, false);
        model.onFinished(finished::add);
        model.refresh();
        drain(background);
        work.stayBusy();
        model.run();
        assertTrue(model.running().get());
        model.job().cancel();
        assertFalse(model.running().get());
        drain(background);
        assertEquals(List.of(), finished);
        assertEquals("", model.failure().get());
        assertNotNull(model.strategy().get());
    }

    private static void drain(Queue<Runnable> background) {
        for (Runnable next = background.poll(); next != null; next = background.poll()) {
            next.run();
        }
    }
}
