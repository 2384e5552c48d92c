package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.command.TickwrightCommand;
import org.tickwright.command.WorkbenchAccess;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunJson;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.RawFiles;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.SampleSheets;
import org.tickwright.report.TearSheet;
import org.tickwright.risk.SpreadTerms;
import org.tickwright.store.H2Store;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.SeriesFiles;
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
        return workbench(new SeriesLibrary(store));
    }

    private Workbench workbench(SeriesLibrary library) {
        store.save(SERIES, SampleSheets.daily(1000), "walk", true);
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        return new Workbench(
                home,
                false,
                indicators,
                library,
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
    }

    @Test
    void screenAndCommandLineMakeTheSameBytes() throws Exception {
        Workbench workbench = workbench();
        BacktestWork work = new WorkbenchWork(workbench);
        RunForm form = new RunForm(
                () -> Locale.GERMANY, FakeDesk.atOnce(Path.of("unused")).tasks());
        form.apply(CostPreset.STOCKS);
        StrategyChoice template = work.strategies().getFirst();
        RunSettings settings = form.settings(ZoneId.of("America/New_York"), Map.of());
        assertTrue(settings.realistic(), "the wizard's default");

        String id = work.run(template.document(), market(""), settings, Progress.NONE);

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

    @Test
    void splitsAndDividendsOfTheStoreActOnTheScreenAsOnTheCommandLine() throws Exception {
        try (H2Store kept = H2Store.open(home.resolve("store"), false)) {
            EventLibrary events = new EventLibrary(kept.ticks(), kept.actions(), RawFiles.NONE, home);
            LocalDate day = LocalDate.of(2011, 9, 1);
            CorporateActions paid =
                    new CorporateActions(List.of(), List.of(new CorporateActions.Dividend(day, 0.4, 0)));
            events.actions().save("WALK", paid, "list", null);
            Workbench workbench = workbench(new SeriesLibrary(
                    store,
                    SeriesFiles.TEXT,
                    new Instruments(kept.instruments(), ExchangeCalendars.shipped()),
                    RawFiles.NONE,
                    events));
            BacktestWork work = new WorkbenchWork(workbench);
            StrategyChoice template = work.strategies().getFirst();
            String id = work.run(template.document(), market(""), RunSettings.DEFAULTS, Progress.NONE);
            RunResult shown = work.tearSheet(id).orElseThrow().run();
            assertEquals(paid, shown.settings().costs().actions());
            String line = printed(workbench, "backtest", template.document().name(), "--data", "WALK", "--json");
            assertEquals(RunJson.text(shown).strip(), line.strip());
        }
    }

    @Test
    void everyCostOfTheScreenIsThatOfTheCommandLine() throws Exception {
        Workbench workbench = workbench();
        BacktestWork work = new WorkbenchWork(workbench);
        String actions = Files.writeString(
                        home.resolve("actions.csv"), "2011-03-01,split,2:1\n2011-09-01,dividend,0.4\n")
                .toString();
        String funding = Files.writeString(
                        home.resolve("funding.csv"), "time,rate\n2011-01-05T08:00:00Z,0.0001\n2011-05-05,0.0002\n")
                .toString();
        String fx = Files.writeString(home.resolve("fx.csv"), "time,rate\n2009-01-05,1.1\n2011-05-05,1.12\n")
                .toString();
        RunForm form = new RunForm(() -> Locale.US, FakeDesk.atOnce(home).tasks());
        fillIn(form, actions, funding, fx);
        assertTrue(form.costsValid(), "everything typed can be used");
        StrategyChoice template = work.strategies().getFirst();
        RunSettings settings = form.settings(ZoneId.of("America/New_York"), Map.of());

        String id = work.run(template.document(), market(""), settings, Progress.NONE);

        String screen =
                new String(RunJson.bytes(work.tearSheet(id).orElseThrow().run()), StandardCharsets.UTF_8);
        String options = "--commission-per-unit 0.005 --commission-per-order 0.1 --commission-min 1 --commission-max 50"
                + " --commission-tiers units:0=0.0035,300000=0.002 --maker-bps -0.2 --taker-bps 1"
                + " --spread-price 0.02 --slippage-model volume:0.3:30 --borrow-rate 0.03 --interest-rate 0.05"
                + " --margin 0.5:0.25 --currency USD:EUR --fx-fee-bps 2 --direction both --whole-units"
                + " --fills realistic --participation 0.05"
                + " --resolution seeded --seed 7 --no-band --stop-loss 0.02 --take-profit 0.03"
                + " --size risk:0.02 --capital 50000 --periods-per-year 365 --from 2010-09-01 --json";
        List<String> line =
                new ArrayList<>(List.of("backtest", template.document().name(), "--data", "WALK"));
        line.addAll(List.of(options.split(" ")));
        line.addAll(List.of("--funding-rate", funding, "--fx", fx, "--actions", actions));
        assertEquals(
                screen.strip(), printed(workbench, line.toArray(new String[0])).strip());
        assertTrue(work.tearSheet(id).orElseThrow().run().trades().size() > 5, "it trades");
    }

    @Test
    void theCloseOfSessionsIsThatOfTheCommandLine() throws Exception {
        Workbench workbench = workbench();
        store.save(new SeriesKey("SIM-BETA", Timeframe.DAY), SampleSheets.daily(1000), "walk", true);
        BacktestWork work = new WorkbenchWork(workbench);
        StrategyChoice pairs = work.strategies().get(4);
        assertEquals("pairs-spread", pairs.name());

        String id = work.run(pairs.document(), market("16:00@America/New_York"), RunSettings.DEFAULTS, Progress.NONE);

        String screen =
                new String(RunJson.bytes(work.tearSheet(id).orElseThrow().run()), StandardCharsets.UTF_8);
        String line = printed(
                workbench,
                "backtest",
                pairs.name(),
                "--data",
                "WALK",
                "--session-close",
                "16:00@America/New_York",
                "--json");
        assertEquals(screen.strip(), line.strip());
        assertTrue(screen.contains("16:00@America/New_York"), "the close is among what the run read");
    }

    private static void fillIn(RunForm form, String actions, String funding, String fx) {
        form.apply(CostPreset.NONE);
        type(form.capital(), "50,000");
        form.size().choice().set(SizeChoice.RISK);
        type(form.size().value(), "2");
        form.wholeUnits().set(true);
        form.shorts().set(true);
        type(form.stopLoss(), "2");
        type(form.takeProfit(), "3");
        type(form.periods(), "365");
        form.from().text().set("2010-09-01");
        CommissionForm commission = form.costs().commission();
        type(commission.perUnit(), "0.005");
        type(commission.perOrder(), "0.1");
        type(commission.minimum(), "1");
        type(commission.maximum(), "50");
        type(commission.maker(), "-0.2");
        type(commission.taker(), "1");
        commission.tierBasis().set(TierBasis.UNITS);
        type(commission.tiers(), "0=0.0035, 300000=0.002");
        PriceForm prices = form.costs().prices();
        prices.spreadUnit().set(SpreadTerms.Kind.PRICE);
        type(prices.spread(), "0.02");
        prices.modelProperty().set(SlippageModel.VOLUME);
        type(prices.window(), "30");
        HoldingForm holding = form.costs().holding();
        type(holding.borrow(), "3");
        type(holding.interest(), "5");
        type(holding.fundingFile(), funding);
        type(holding.initial(), "50");
        type(holding.maintenance(), "25");
        CurrencyForm currency = form.costs().currency();
        type(currency.rateFile(), fx);
        currency.account().text().set("USD");
        type(currency.instrument(), "EUR");
        type(currency.fee(), "2");
        type(form.costs().actions().file(), actions);
        FillsForm fills = form.fills();
        type(fills.participation(), "5");
        fills.resolution().set(FillTerms.Resolution.SEEDED);
        type(fills.seed(), "7");
        fills.band().set(false);
    }

    private static void type(Entry entry, String text) {
        entry.text().set(text);
        assertEquals("", entry.problem().get(), text);
    }

    private static BacktestWork.Market market(String close) {
        List<String> closes = close.isEmpty() ? List.of() : List.of(close);
        return new BacktestWork.Market(SERIES, List.of(), SessionClose.Given.ofTexts(closes));
    }

    private static String printed(Workbench workbench, String... arguments) throws java.io.IOException {
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
        // What the audit found stands beside the run; the run itself is the same.
        return RunJson.text(RunJson.read(out.toByteArray())) + System.lineSeparator();
    }

    @Test
    void runsArchivesReopensAndReportsATemplate() throws Exception {
        BacktestWork work = work();
        StrategyChoice template = work.strategies().getFirst();
        assertEquals(List.of(), work.check(template.document()));
        // The generated walk goes on at Christmas and New Year, when nobody trades.
        assertEquals(Map.of("CLOSED_DAY", 2), work.verdict(SERIES).counts());
        String id = work.run(template.document(), market(""), RunSettings.DEFAULTS, Progress.NONE);
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
