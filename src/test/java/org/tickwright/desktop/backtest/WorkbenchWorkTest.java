package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunSettings;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.SampleSheets;
import org.tickwright.report.TearSheet;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// The place's use cases over the real engine.
class WorkbenchWorkTest {
    private static final SeriesKey SERIES = new SeriesKey("WALK", Timeframe.DAY);

    @TempDir
    Path home;

    private final MemoryBarStore store = new MemoryBarStore();

    private BacktestWork work() {
        store.save(SERIES, SampleSheets.daily(1000), "walk", true);
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        return new WorkbenchWork(new Workbench(
                home,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators)));
    }

    @Test
    void runsArchivesReopensAndReportsATemplate() throws Exception {
        BacktestWork work = work();
        StrategyChoice template = work.strategies().getFirst();
        assertEquals(List.of(), work.check(template.document()));
        assertEquals(Map.of(), work.verdict(SERIES).counts());
        String id = work.run(template.document(), SERIES, RunSettings.DEFAULTS, Progress.NONE);
        assertEquals(id, work.runs().getFirst().id());
        TearSheet sheet = work.tearSheet(id).orElseThrow();
        assertTrue(sheet.run().trades().size() > 5, "it trades");
        assertTrue(sheet.strategyWords().contains("Enter long when"), sheet.strategyWords());
        assertEquals(1000, sheet.bars().size());
        for (Path file : work.report(id, EnumSet.allOf(ReportFormat.class), home.resolve("out"))) {
            assertTrue(Files.size(file) > 500, file.toString());
        }
        assertTrue(work.delete(id));
        assertTrue(work.tearSheet(id).isEmpty());
    }

    @Test
    void leavesOutStrategyFilesThatCannotBeRead() throws Exception {
        BacktestWork work = work();
        Files.createDirectories(home.resolve("strategies"));
        Files.writeString(home.resolve("strategies/broken.strategy.json"), "{");
        new StrategyLibrary(home.resolve("strategies")).save(FakeWork.template().withName("mine"));
        assertEquals(
                List.of("sma-cross", "rsi-reversion", "macd-cross", "donchian-atr", "pairs-spread", "rotation", "mine"),
                work.strategies().stream().map(StrategyChoice::name).toList());
    }
}
