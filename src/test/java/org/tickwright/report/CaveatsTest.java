package org.tickwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SpreadTerms;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.study.Metrics;

/// What a report warns of.
class CaveatsTest {
    private static final String FREE = "No costs were assumed";

    private static long warningsOf(CostTerms costs) throws IOException {
        Bars bars = SampleSheets.daily(50);
        Program program = Program.of(template(), IndicatorCatalogue.builtIn());
        RunSettings settings = RunSettings.DEFAULTS.with(costs);
        RunResult run =
                Backtest.run(program, new SeriesKey("WALK", bars.timeframe()), true, bars, settings, Progress.NONE);
        TearSheet sheet =
                new TearSheet("r1", run, Metrics.ofPrices(run.time(), run.equity(), 252, 0, null), bars, "", "{}");
        return Caveats.of(sheet).stream()
                .filter(note -> note.text().contains(FREE))
                .count();
    }

    private static StrategyDocument template() throws IOException {
        try (var in = CaveatsTest.class.getResourceAsStream("/assets/strategies/sma-cross.strategy.json")) {
            return StrategyCodec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (StrategyFormatException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void warnsThatNothingWasCharged() throws IOException {
        assertEquals(1, warningsOf(CostTerms.NONE));
    }

    @Test
    void doesNotSayThatNothingWasChargedWhereTheSpreadWas() throws IOException {
        CostTerms none = CostTerms.NONE;
        assertEquals(
                0,
                warningsOf(new CostTerms(
                        none.commission(),
                        new SpreadTerms(SpreadTerms.Kind.BPS, 2),
                        none.slippage(),
                        none.carry(),
                        none.margin(),
                        none.currency(),
                        none.actions())));
    }
}
