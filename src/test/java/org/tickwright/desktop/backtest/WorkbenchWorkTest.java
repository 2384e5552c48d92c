package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.command.TickwrightCommand;
import org.tickwright.command.WorkbenchAccess;
import org.tickwright.engine.RunJson;
import org.tickwright.engine.RunResult;
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
        return new WorkbenchWork(workbench());
    }

    private Workbench workbench() {
        store.save(SERIES, SampleSheets.daily(1000), "walk", true);
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        return new Workbench(
                home,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
    }

    @Test
    void screenAndCommandLineMakeTheSameBytes() throws Exception {
        Workbench workbench = workbench();
        BacktestWork work = new WorkbenchWork(workbench);
        RunForm form = new RunForm(() -> Locale.GERMANY);
        form.apply(CostPreset.STOCKS);
        StrategyChoice template = work.strategies().getFirst();
        RunSettings settings = form.settings(ZoneId.of("America/New_York"), Map.of());
        assertTrue(settings.realistic(), "the wizard's default");

        String id = work.run(template.document(), SERIES, List.of(), settings, Progress.NONE);

        RunResult shown = work.tearSheet(id).orElseThrow().run();
        String screen = new String(RunJson.bytes(shown), StandardCharsets.UTF_8);
        String line = printed(
                workbench,
                "backtest",
                template.document().name(),
                "--data",
                "WALK",
                "--fills",
                "realistic",
                "--commission-bps",
                Double.toString(settings.commissionBps()),
                "--slippage-bps",
                Double.toString(settings.slippageBps()),
                "--json");
        assertTrue(shown.trades().size() > 5, "it trades");
        assertEquals(screen.strip(), line.strip());
    }

    private static String printed(Workbench workbench, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = TickwrightCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new WorkbenchAccess() {
                    @Override
                    public Workbench writable(@Nullable Path directory) {
                        return workbench;
                    }

                    @Override
                    public Workbench readable(@Nullable Path directory) {
                        return workbench;
                    }
                });
        assertEquals(0, code, () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsArchivesReopensAndReportsATemplate() throws Exception {
        BacktestWork work = work();
        StrategyChoice template = work.strategies().getFirst();
        assertEquals(List.of(), work.check(template.document()));
        assertEquals(Map.of(), work.verdict(SERIES).counts());
        String id = work.run(template.document(), SERIES, List.of(), RunSettings.DEFAULTS, Progress.NONE);
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
