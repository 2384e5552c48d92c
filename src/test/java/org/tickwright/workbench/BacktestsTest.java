package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.engine.EngineVersion;
import org.tickwright.engine.ReferenceCase;
import org.tickwright.engine.RunJson;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSeries;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.TearSheet;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.study.Metrics;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests.Archived;
import org.tickwright.workbench.Backtests.InvalidStrategyException;

class BacktestsTest {
    private static final SeriesKey KEY = new SeriesKey("TEST", Timeframe.DAY);

    private final MemoryBarStore store = new MemoryBarStore();
    private final MemoryRunArchive archive = new MemoryRunArchive();
    private final Backtests backtests = new Backtests(store, archive, IndicatorCatalogue.builtIn());

    static List<String> cases() {
        return ReferenceCase.IDS;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void templatesAgreeWithTheReferenceTradeByTrade(String id) throws Exception {
        ReferenceCase reference = ReferenceCase.read(id);
        Bars bars = reference.bars();
        store.save(KEY, bars, "reference", false);

        Archived run = backtests.run(
                template(reference.template()), KEY, reference.settings(reference.parameters()), Progress.NONE);

        reference.assertAgrees(run.result());
        assertEquals(bars.contentHash(), run.result().dataHash());
    }

    @Test
    void archivesARunWithAllThatMadeIt() throws Exception {
        Bars bars = SyntheticBars.daily(7, 400);
        store.save(KEY, bars, "seed 7", true);
        StrategyDocument strategy = template("sma-cross");

        Archived run = backtests.run(strategy, KEY, RunSettings.DEFAULTS, Progress.NONE);

        RunResult kept = archive.load(run.id()).orElseThrow();
        assertArrayEquals(RunJson.bytes(run.result()), RunJson.bytes(kept));
        assertEquals(
                StrategyCodec.write(strategy), archive.strategyJson(run.id()).orElseThrow());
        assertTrue(kept.simulated());
        assertEquals(EngineVersion.CURRENT, kept.engineVersion());
        assertEquals(StrategyCodec.hash(strategy), kept.strategyHash());
        assertEquals(1, backtests.list().size());
        assertTrue(backtests.delete(run.id()));
        assertTrue(backtests.list().isEmpty());
    }

    @Test
    void overriddenParametersHaveAHashOfTheirOwn() throws Exception {
        Bars bars = SyntheticBars.daily(7, 400);
        StrategyDocument strategy = template("sma-cross");
        RunSettings faster = withParameters(Map.of("fast", 5.0));

        RunResult plain = backtests.preview(strategy, KEY, true, bars, RunSettings.DEFAULTS, Progress.NONE);
        RunResult other = backtests.preview(strategy, KEY, true, bars, faster, Progress.NONE);
        RunResult again = backtests.preview(strategy, KEY, true, bars, faster, Progress.NONE);

        assertFalse(plain.strategyHash().equals(other.strategyHash()));
        assertEquals(other.strategyHash(), again.strategyHash());
        assertTrue(archive.list().isEmpty(), "a preview keeps nothing");
    }

    @Test
    void aPreviewOfASeriesThatGrewHasTheNewHash() throws Exception {
        Bars bars = SyntheticBars.daily(7, 400);
        StrategyDocument strategy = template("sma-cross");
        backtests.preview(strategy, KEY, true, bars, RunSettings.DEFAULTS, Progress.NONE);
        bars.append(bars.time(399) + 86_400_000_000_000L, 10, 11, 9, 10, 1);

        RunResult grown = backtests.preview(strategy, KEY, true, bars, RunSettings.DEFAULTS, Progress.NONE);

        assertEquals(bars.contentHash(), grown.dataHash());
        assertEquals(401, grown.summary().bars());
    }

    private static StrategyDocument aboveWeeklyIndex() throws Exception {
        return StrategyCodec.read("""
            {"format": "tickwright-strategy", "version": 1, "name": "Index filter",
             "nodes": [
              {"id": "close", "type": "price"},
              {"id": "index", "type": "indicator.SMA",
               "params": {"optInTimePeriod": 3, "instrument": "INDEX", "timeframe": "1w"}},
              {"id": "above", "type": "greater"}, {"id": "below", "type": "less"},
              {"id": "enterLong", "type": "enterLong"}, {"id": "exitLong", "type": "exitLong"}],
             "wires": [
              {"from": "close.value", "to": "above.a"}, {"from": "index.value", "to": "above.b"},
              {"from": "close.value", "to": "below.a"}, {"from": "index.value", "to": "below.b"},
              {"from": "above.value", "to": "enterLong.when"},
              {"from": "below.value", "to": "exitLong.when"}]}
            """);
    }

    @Test
    void findsTheOtherSeriesInTheStoreAndListsThemWithTheirHashes() throws Exception {
        Bars bars = SyntheticBars.daily(7, 400);
        Bars index = SyntheticBars.daily(8, 400);
        SeriesKey indexKey = new SeriesKey("INDEX", Timeframe.DAY);
        store.save(KEY, bars, "seed 7", true);
        store.save(indexKey, index, "seed 8", true);

        Archived run = backtests.run(aboveWeeklyIndex(), KEY, RunSettings.DEFAULTS, Progress.NONE);

        assertEquals(
                List.of(
                        new RunSeries(KEY, true, bars.contentHash(), null),
                        new RunSeries(indexKey, true, index.contentHash(), null)),
                run.result().inputs());
        assertTrue(run.result().summary().trades() > 0);
        assertEquals(bars.contentHash(), run.result().baseHash());
        assertFalse(run.result().dataHash().equals(bars.contentHash()));
        assertEquals(
                400, backtests.tearSheet(run.id()).orElseThrow().bars().size(), "a tear sheet finds the bars again");
        assertArrayEquals(
                RunJson.bytes(run.result()),
                RunJson.bytes(RunJson.read(RunJson.bytes(run.result()))),
                "the document lists the series");
        assertArrayEquals(
                RunJson.bytes(run.result()),
                RunJson.bytes(archive.load(run.id()).orElseThrow()));
        store.save(indexKey, SyntheticBars.daily(9, 400), "seed 9", true);
        RunResult other = backtests.preview(aboveWeeklyIndex(), KEY, true, bars, RunSettings.DEFAULTS, Progress.NONE);
        assertFalse(other.dataHash().equals(run.result().dataHash()), "a new version of the index is read");
    }

    @Test
    void namesTheNodeWhoseSeriesIsNowhere() {
        Bars bars = SyntheticBars.daily(7, 50);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> backtests.preview(aboveWeeklyIndex(), KEY, true, bars, RunSettings.DEFAULTS, Progress.NONE));
        assertTrue(String.valueOf(refused.getMessage()).contains("Node index reads INDEX 1w"), refused.getMessage());
    }

    @Test
    void refusesAStrategyWithErrorsAndNamesThem() {
        StrategyDocument broken =
                StrategyDocument.empty("broken").withGraph(List.of(Node.of("buy", "enterLong", Map.of())), List.of());

        InvalidStrategyException refused = assertThrows(
                InvalidStrategyException.class,
                () -> backtests.preview(
                        broken, KEY, false, SyntheticBars.daily(1, 50), RunSettings.DEFAULTS, Progress.NONE));

        assertTrue(refused.getMessage().contains("buy"), refused.getMessage());
        assertEquals(backtests.check(broken).getFirst(), refused.problems().getFirst());
    }

    @Test
    void saysThatASeriesOrARunIsNotThere(@TempDir Path directory) throws Exception {
        StoreException refused = assertThrows(
                StoreException.class,
                () -> backtests.run(template("sma-cross"), KEY, RunSettings.DEFAULTS, Progress.NONE));
        assertTrue(refused.getMessage().contains("TEST 1d"), refused.getMessage());
        assertTrue(backtests.tearSheet("r99").isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> backtests.report("r99", EnumSet.of(ReportFormat.JSON), directory));
    }

    @Test
    void makesATearSheetWithTheFiguresBesideHolding() throws Exception {
        Bars bars = SyntheticBars.daily(7, 700);
        store.save(KEY, bars, "seed 7", true);
        String id = backtests
                .run(template("sma-cross"), KEY, RunSettings.DEFAULTS, Progress.NONE)
                .id();

        TearSheet sheet = backtests.tearSheet(id).orElseThrow();

        assertEquals(700, sheet.bars().size());
        assertEquals(
                sheet.run().summary().sharpe(),
                (Double) Metrics.find(sheet.metrics(), "sharpe").orElseThrow().value(),
                1e-9);
        assertTrue(Metrics.find(sheet.metrics(), "beta").isPresent());
        assertTrue(sheet.strategyJson().contains("sma-cross"));
    }

    @Test
    void aTearSheetShowsNoBarsThatTheRunDidNotRead() throws Exception {
        store.save(KEY, SyntheticBars.daily(7, 400), "seed 7", true);
        String id = backtests
                .run(template("sma-cross"), KEY, RunSettings.DEFAULTS, Progress.NONE)
                .id();
        store.save(KEY, SyntheticBars.daily(8, 400), "seed 8", true);

        assertEquals(0, backtests.tearSheet(id).orElseThrow().bars().size());
        store.delete(KEY);
        assertEquals(0, backtests.tearSheet(id).orElseThrow().bars().size());
    }

    @Test
    void writesAReport(@TempDir Path directory) throws Exception {
        store.save(KEY, SyntheticBars.daily(7, 400), "seed 7", true);
        String id = backtests
                .run(template("sma-cross"), KEY, RunSettings.DEFAULTS, Progress.NONE)
                .id();

        List<Path> files = backtests.report(id, EnumSet.of(ReportFormat.JSON, ReportFormat.CSV), directory);

        assertEquals(3, files.size());
        for (Path file : files) {
            assertTrue(Files.size(file) > 0, file.toString());
        }
    }

    private static RunSettings withParameters(Map<String, Double> parameters) {
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
                d.from(),
                d.to(),
                parameters);
    }

    private static StrategyDocument template(String name) throws IOException {
        return new StrategyLibrary(Path.of("unused"))
                .templates().stream()
                        .filter(document -> document.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
