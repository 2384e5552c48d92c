package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Trade;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.report.CostBreakdown;
import org.tickwright.report.Figures;
import org.tickwright.report.RunCurves;
import org.tickwright.report.SampleSheets;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;

class UnknownsModelTest {
    private static final Figures FIGURES = new Figures(java.util.Locale.US);

    private static RunResult tight(String fills) throws Exception {
        RunSettings settings = new RunSettings(
                        100_000,
                        1,
                        2,
                        null,
                        false,
                        RunSettings.Direction.LONG,
                        0.002,
                        0.002,
                        "plain",
                        252,
                        null,
                        null,
                        Map.of())
                .filling(fills, org.tickwright.engine.FillTerms.DEFAULTS);
        Backtests backtests = new Backtests(new MemoryBarStore(), new MemoryRunArchive(), IndicatorCatalogue.builtIn());
        return backtests
                .run(
                        FakeWork.template(),
                        new SeriesKey("X", Timeframe.DAY),
                        true,
                        SampleSheets.daily(1500),
                        settings,
                        Progress.NONE)
                .result();
    }

    @Test
    void eachOpenBarLeadsToTheTradeThatWasHeldOnIt() throws Exception {
        RunResult run = tight(RunSettings.REALISTIC);
        List<UnknownsModel.Row> rows = UnknownsModel.rows(run);
        assertTrue(!rows.isEmpty(), "stop and target within a bar's range leave bars open");
        for (UnknownsModel.Row row : rows) {
            Optional<Trade> trade = run.trades().stream()
                    .filter(each -> each.trade() == row.trade())
                    .findFirst();
            assertTrue(trade.orElseThrow().entryTime() <= row.bar().time());
            assertTrue(trade.orElseThrow().exitTime() >= row.bar().time());
        }
    }

    @Test
    void theBandLiesAroundTheEquity() throws Exception {
        RunResult run = tight(RunSettings.REALISTIC);
        RunCurves curves = RunCurves.of(run, SampleSheets.daily(1500));
        for (int bar = 0; bar < run.equity().length; bar++) {
            assertTrue(curves.worst()[bar] <= run.equity()[bar] && run.equity()[bar] <= curves.best()[bar]);
        }
        assertTrue(curves.worst()[1499] < curves.best()[1499]);
    }

    @Test
    void aPlainRunKnowsNoBandAndSaysThatItDidNotAsk() throws Exception {
        RunResult run = tight(RunSettings.PLAIN);
        assertEquals(List.of(), UnknownsModel.rows(run));
        assertEquals(List.of(), org.tickwright.report.Unknowns.ends(run, FIGURES));
    }

    @Test
    void namesWhatWasPaidByKind() throws Exception {
        List<String> names = CostBreakdown.of(tight(RunSettings.PLAIN), FIGURES).stream()
                .map(CostBreakdown.Row::name)
                .toList();
        assertEquals(List.of("Commission", "Slippage", "Break-even cost"), names);
    }
}
