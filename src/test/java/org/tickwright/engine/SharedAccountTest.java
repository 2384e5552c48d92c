package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.execution.AmbiguousBar;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyFormatException;

/// What costs, margin, corporate actions, finer bars and the band do to an account of two instruments, worked out by
/// hand. Day 0 is 1 January 1970, a Thursday.
class SharedAccountTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    /// Buys each instrument after a close above the one before.
    private static Program program() {
        try {
            return Program.of(StrategyCodec.read("""
                {"format": "tickwright-strategy", "version": 1, "name": "By hand",
                 "nodes": [
                  {"id": "change", "type": "indicator.ROC",
                   "params": {"optInTimePeriod": 1, "instrument": "each"}},
                  {"id": "none", "type": "constant", "params": {"value": 0}},
                  {"id": "up", "type": "greater"},
                  {"id": "buy", "type": "enterLong", "params": {"instrument": "each"}}],
                 "wires": [
                  {"from": "change.value", "to": "up.a"}, {"from": "none.value", "to": "up.b"},
                  {"from": "up.value", "to": "buy.when"}]}
                """), IndicatorCatalogue.builtIn());
        } catch (StrategyFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static RunSettings settings(String size, String costs) throws IOException {
        return new RunSettings(
                        1000,
                        0,
                        0,
                        SizeRule.parse(size),
                        true,
                        RunSettings.Direction.LONG,
                        null,
                        null,
                        "plain",
                        252,
                        null,
                        null,
                        Map.of())
                .with(CostJson.read(costs));
    }

    private static Bars flat(double... prices) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, prices.length);
        for (int i = 0; i < prices.length; i++) {
            bars.append(i * DAY, prices[i], prices[i], prices[i], prices[i], 1e9);
        }
        return bars;
    }

    private static MarketSeries series(String symbol, Bars bars) {
        return new MarketSeries(new SeriesKey(symbol, bars.timeframe()), true, bars, symbol);
    }

    private static MarketData market(Bars a, Bars b) {
        return new MarketData(series("A", a), List.of(series("B", b)), List.of("A", "B"));
    }

    private static RunResult run(MarketData data, RunSettings settings) {
        return Backtest.run(program(), data, settings, Progress.NONE);
    }

    /// 90 of A and 90 of B at 11 with 1,000: 1,980 of positions, 980 owed. A at 6 leaves 550 of 1,530, whose
    /// maintenance at 0.4 is 612, so both go at the next opening.
    @Test
    void aMarginCallClosesEveryPositionOfTheAccount() throws IOException {
        RunResult run = run(
                market(flat(10, 11, 11, 6, 6, 6), flat(10, 11, 11, 11, 11, 11)),
                settings("units:90", "{\"margin\": {\"initial\": 0.5, \"maintenance\": 0.4}}"));
        assertArrayEquals(new double[] {1000, 1000, 1000, 550, 550, 550}, run.equity());
        assertEquals(1, run.summary().costs().marginCalls());
        assertEquals(Map.of("LIQUIDATION", 2), run.summary().exitReasons());
        assertTrue(run.orders().get(2).reason().startsWith("Margin call: the equity of 550"), run.orders()::toString);
        assertArrayEquals(
                new double[] {0, 0, 90, 90, 0, 0}, run.holdings().get(1).units());
    }

    /// 980 owed from Saturday's opening on: three days at 0.1 % a day of what is owed by then.
    @Test
    void theAccountPaysInterestOnceForAllOfItsInstruments() throws IOException {
        RunResult run = run(
                market(flat(10, 11, 11, 11, 11, 11), flat(10, 11, 11, 11, 11, 11)),
                settings(
                        "units:90",
                        "{\"margin\": {\"initial\": 0.5, \"maintenance\": 0.1}, \"carry\": {\"interestRate\":"
                                + " 0.365}}"));
        double owed = 980;
        for (int day = 0; day < 3; day++) {
            owed += 0.001 * owed;
        }
        assertEquals(owed - 980, run.summary().costs().interest(), 1e-7);
        assertEquals(1000 - (owed - 980), run.summary().finalEquity(), 1e-7);
    }

    private static final String SPLIT =
            "{\"splits\": [{\"exDate\": \"1970-01-04\", \"numerator\": 2, \"denominator\": 1}]}";

    /// 45 of each at 11; before day 3 one of them is split two for one.
    @Test
    void splitsAreThoseOfTheInstrumentThatTheyAreGivenFor() throws IOException {
        RunResult base = run(
                market(flat(10, 11, 11, 5.5, 5.5), flat(10, 11, 11, 11, 11)),
                settings("fraction:0.5", "{\"actions\": " + SPLIT + "}"));
        assertArrayEquals(new double[] {0, 0, 45, 90, 0}, base.holdings().get(0).units());
        assertArrayEquals(new double[] {0, 0, 45, 45, 0}, base.holdings().get(1).units());
        assertEquals(1000, base.summary().finalEquity());
        RunResult other = run(
                market(flat(10, 11, 11, 11, 11), flat(10, 11, 11, 5.5, 5.5)),
                settings("fraction:0.5", "{\"actionsOf\": {\"B\": " + SPLIT + "}}"));
        assertArrayEquals(
                new double[] {0, 0, 45, 90, 0}, other.holdings().get(1).units());
        assertEquals(1000, other.summary().finalEquity());
        assertEquals(other.settings(), RunJson.read(RunJson.bytes(other)).settings());
    }

    @Test
    void splitsOfAnInstrumentThatIsNotTradedAreRefused() throws IOException {
        MarketData data =
                new MarketData(series("INDEX", flat(1, 1, 1)), List.of(series("A", flat(10, 11, 11))), List.of("A"));
        RunSettings settings = settings("fraction:0.5", "{\"actions\": " + SPLIT + "}");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> run(data, settings));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("splits and dividends of INDEX"), refused.getMessage());
    }

    /// 5 % around a purchase at 11: the bar of day 2 goes to both sides.
    private static Bars wide() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 5);
        for (int day = 0; day < 5; day++) {
            double close = day == 0 ? 10 : 11;
            bars.append(day * DAY, close, day == 2 ? 13 : close, day == 2 ? 9 : close, close, 1e9);
        }
        return bars;
    }

    private static RunSettings around(String intrabar) {
        return new RunSettings(
                        1000,
                        0,
                        0,
                        SizeRule.parse("units:40"),
                        true,
                        RunSettings.Direction.LONG,
                        0.05,
                        0.05,
                        "plain",
                        252,
                        null,
                        null,
                        Map.of())
                .filling("realistic", new FillTerms(1, intrabar, FillTerms.Resolution.PESSIMISTIC, 0, true));
    }

    /// Each of the two bars may have ended at the stop, 22 down, or at the target, 22 up.
    @Test
    void theBandReadsTheBarsOfEachInstrumentByThemselves() {
        MarketData data = market(wide(), wide());
        RunResult run = run(data, around(null));
        assertEquals(
                List.of("A", "B"),
                run.ambiguity().bars().stream().map(AmbiguousBar::instrument).toList());
        Band band = Backtest.band(program(), data, around(null), Progress.NONE);
        assertTrue(band.complete());
        assertEquals(4, band.runs());
        assertEquals(956, band.lowest().finalEquity(), 1e-6);
        assertEquals(1044, band.highest().finalEquity(), 1e-6);
        assertEquals(run.summary().finalEquity(), band.lowest().finalEquity());
    }

    /// The minutes of A fall first; of B there are none.
    @Test
    void finerBarsTellWhatHappenedToTheirInstrumentAlone() throws IOException {
        Bars minutes = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, 3);
        minutes.append(2 * DAY, 11, 11, 9, 9, 1);
        minutes.append(2 * DAY + MINUTE, 9, 13, 9, 13, 1);
        minutes.append(2 * DAY + 2 * MINUTE, 13, 13, 11, 11, 1);
        MarketData data = market(wide(), wide()).with(series("A", minutes));
        RunResult run = run(data, around("A 1m"));
        assertEquals(1, run.ambiguity().count());
        assertEquals("B", run.ambiguity().bars().getFirst().instrument());
        assertEquals(run.ambiguity(), RunJson.read(RunJson.bytes(run)).ambiguity());
        assertEquals(1, run.ambiguity().toldBars());
        assertEquals(1, run.ambiguity().untoldBars());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> run(data, around("A 1m, C 1m")));
        assertTrue(String.valueOf(refused.getMessage()).contains("C 1m is not among"), refused.getMessage());
    }
}
