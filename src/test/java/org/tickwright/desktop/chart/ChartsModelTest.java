package org.tickwright.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesInfo;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.workbench.Backtests;

class ChartsModelTest {
    @TempDir
    Path home;

    private final Fixture.Tasks tasks = new Fixture.Tasks();
    private Fixture fixture;
    private ChartsModel model;

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        model = new ChartsModel(fixture.workbench, tasks);
    }

    private IndicatorDefinition indicator(String name) {
        return fixture.workbench.indicators().find(name).orElseThrow();
    }

    private Backtests.Archived backtest() throws Exception {
        return fixture.workbench
                .backtests()
                .run(
                        fixture.workbench.strategies().templates().getFirst(),
                        Fixture.DAILY,
                        RunSettings.DEFAULTS,
                        Progress.NONE);
    }

    @Test
    void opensASeriesWithItsFacts() {
        assertTrue(model.empty());
        model.open(Fixture.SIMULATED);
        SeriesInfo info = model.info().get();
        assertNotNull(info);
        assertTrue(info.simulated());
        ChartSeries series = model.chart().series().get();
        assertNotNull(series);
        assertEquals(4000, series.bars().size());
        assertFalse(model.empty());
    }

    @Test
    void saysInWordsThatASeriesHasGone() {
        fixture.store.delete(Fixture.DAILY);
        model.open(Fixture.DAILY);
        assertTrue(
                model.trouble().get().contains("not in the store any more"),
                model.trouble().get());
        assertTrue(model.empty());
        model.open(Fixture.SIMULATED);
        assertEquals("", model.trouble().get());
    }

    @Test
    void theLastOfTwoSeriesAskedForIsShown() {
        tasks.hold();
        model.open(Fixture.DAILY);
        model.open(Fixture.SIMULATED);
        assertTrue(model.loading().get());
        tasks.release();
        SeriesInfo info = model.info().get();
        assertNotNull(info);
        assertEquals(Fixture.SIMULATED, info.key());
        assertFalse(model.loading().get());
    }

    @Test
    void indicatorsAreComputedAndStayWhenTheSymbolChanges() {
        model.open(Fixture.DAILY);
        model.add(indicator("SMA"));
        model.add(indicator("MACD"));
        assertEquals(2, model.chart().indicators().size());
        model.open(Fixture.SIMULATED);
        assertEquals(2, model.chart().indicators().size());
        assertEquals(
                4000,
                model.chart()
                        .indicators()
                        .getFirst()
                        .outputs()
                        .getFirst()
                        .column()
                        .size());
    }

    @Test
    void eachIndicatorGetsColoursOfItsOwn() {
        model.open(Fixture.DAILY);
        model.add(indicator("MACD"));
        ActiveIndicator second = model.add(indicator("SMA"));
        assertEquals(2, second.slot());
    }

    @Test
    void whatWasDrawnStaysUntilTheNewValuesAreThere() {
        model.open(Fixture.DAILY);
        ActiveIndicator sma = model.add(indicator("SMA"));
        tasks.hold();
        model.change(sma.with(0, 5));
        assertEquals("SMA 30", model.chart().indicators().getFirst().title());
        model.change(model.active().getFirst().with(0, 7));
        tasks.release();
        assertEquals("SMA 7", model.chart().indicators().getFirst().title());
    }

    @Test
    void hidingNeedsNoComputing() {
        model.open(Fixture.DAILY);
        ActiveIndicator sma = model.add(indicator("SMA"));
        tasks.hold();
        model.change(sma.hidden(true));
        assertTrue(model.chart().indicators().getFirst().hidden());
        model.change(model.active().getFirst().hidden(false));
        assertFalse(model.chart().indicators().getFirst().hidden());
    }

    @Test
    void aRemovedIndicatorDoesNotComeBackWhenItsValuesArrive() {
        model.open(Fixture.DAILY);
        tasks.hold();
        ActiveIndicator sma = model.add(indicator("SMA"));
        model.remove(sma.id());
        tasks.release();
        assertEquals(List.of(), model.chart().indicators());
    }

    @Test
    void showsARunWithItsTradesAndWalksThroughThem() throws Exception {
        Backtests.Archived run = backtest();
        assertTrue(run.result().trades().size() > 3);
        model.openRun(run.id(), 2);
        RunOverlay overlay = model.run().get();
        assertNotNull(overlay);
        assertTrue(overlay.sameData());
        assertEquals(run.result().trades().size(), overlay.trades().size());
        assertEquals(2, model.chart().selectedTrade().get());
        TradeMark second = overlay.trades().get(1);
        assertEquals(run.result().trades().get(1).entryTime(), time(second.entryBar()));
        assertFalse(second.entryReason().isBlank());
        model.stepTrade(1);
        assertEquals(3, model.chart().selectedTrade().get());
        model.stepTrade(-1);
        model.stepTrade(-1);
        model.stepTrade(-1);
        assertEquals(1, model.chart().selectedTrade().get());
        model.closeRun();
        assertNull(model.run().get());
        assertEquals(List.of(), model.chart().trades());
    }

    private long time(int bar) {
        ChartSeries series = model.chart().series().get();
        assertNotNull(series);
        return series.bars().time(bar);
    }

    @Test
    void aRunOnWholeFramesAllItsTrades() throws Exception {
        Backtests.Archived run = backtest();
        model.openRun(run.id(), 0);
        VisibleRange range = new VisibleRange(
                model.chart().plot().time().from(), model.chart().plot().time().to());
        RunOverlay overlay = model.run().get();
        assertNotNull(overlay);
        assertTrue(range.from() <= overlay.trades().getFirst().entryBar());
        assertTrue(range.to() >= overlay.trades().getLast().exitBar());
    }

    @Test
    void saysThatThereIsNoSuchRun() {
        model.openRun("r99", 0);
        assertTrue(model.trouble().get().contains("r99"), model.trouble().get());
    }

    @Test
    void findsSymbolsAsTheyAreTyped() {
        List<String> found = new ArrayList<>();
        model.search("acm", list -> list.forEach(info -> found.add(info.key().symbol())));
        assertEquals(List.of("ACME"), found);
        found.clear();
        model.search("", list -> list.forEach(info -> found.add(info.key().symbol())));
        assertEquals(List.of("ACME", "SIM-A"), found);
    }

    @Test
    void aSeriesThatChangedWhileThePlaceWasHiddenIsReadAgain() {
        model.open(Fixture.DAILY);
        model.refresh();
        ChartSeries before = model.chart().series().get();
        fixture.store.save(Fixture.DAILY, Fixture.daily(610, 7), "acme.csv", false);
        model.refresh();
        ChartSeries after = model.chart().series().get();
        assertNotNull(before);
        assertNotNull(after);
        assertEquals(600, before.bars().size());
        assertEquals(610, after.bars().size());
        fixture.store.delete(Fixture.DAILY);
        model.refresh();
        assertTrue(model.empty());
    }

    @Test
    void isFoundAgainAsItWasLeft() {
        model.open(Fixture.DAILY);
        model.add(indicator("SMA"));
        model.add(indicator("RSI"));
        model.chart().log().set(true);
        model.chart().style().set(PriceStyle.LINE);
        model.chart().profile().set(true);
        model.ladder().set(true);
        Fixture.draw(model.chart());
        model.chart().showRange(new VisibleRange(100, 300));
        Map<String, String> left = model.state(false).map();

        ChartsModel again = new ChartsModel(fixture.workbench, tasks);
        again.restore(ChartsState.of(left));
        assertNull(again.info().get());
        again.resume();
        Fixture.draw(again.chart());
        SeriesInfo info = again.info().get();
        assertNotNull(info);
        assertEquals(Fixture.DAILY, info.key());
        assertEquals(2, again.chart().indicators().size());
        assertTrue(again.chart().log().get());
        assertEquals(PriceStyle.LINE, again.chart().style().get());
        assertEquals(100, again.chart().visibleRange().get().from(), 1);
        assertEquals(300, again.chart().visibleRange().get().to(), 1);
        assertFalse(again.state(false).side());
        assertTrue(again.chart().profile().get());
        assertTrue(again.ladder().get());
    }

    @Test
    void aStateNobodyUnderstandsIsAFirstStart() {
        assertEquals(
                ChartsState.FIRST,
                ChartsState.of(Map.of("symbol", "!!", "timeframe", "x", "style", "?", "bars", "much")));
    }
}
