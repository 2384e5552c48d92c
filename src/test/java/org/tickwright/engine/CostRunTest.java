package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.engine.Trade.ExitReason;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SizeRule;

/// Costs in whole runs, on bars small enough to work out by hand. Day 0 is 1 January 1970, a Thursday.
class CostRunTest {
    private static final long DAY = 86_400_000_000_000L;

    private static Bars flat(double... prices) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, prices.length);
        for (int i = 0; i < prices.length; i++) {
            bars.append(i * DAY, prices[i], prices[i], prices[i], prices[i], 1000);
        }
        return bars;
    }

    private static boolean[] at(int bars, int... marks) {
        boolean[] column = new boolean[bars];
        for (int mark : marks) {
            column[mark] = true;
        }
        return column;
    }

    /// Enters at the opening of bar 1 and leaves at that of bar `exit`.
    private static ColumnStrategy roundTrip(int bars, boolean isLong, int exit) {
        boolean[] enter = at(bars, 0);
        boolean[] leave = at(bars, exit - 1);
        boolean[] never = at(bars);
        return isLong
                ? new ColumnStrategy(new boolean[][] {enter, never}, new boolean[][] {leave, never})
                : new ColumnStrategy(new boolean[][] {never, enter}, new boolean[][] {never, leave});
    }

    private static RunSettings settings(String size, String costs) throws IOException {
        return new RunSettings(
                        1000,
                        0,
                        0,
                        SizeRule.parse(size),
                        true,
                        Direction.BOTH,
                        null,
                        null,
                        "plain",
                        252,
                        null,
                        null,
                        Map.of())
                .with(CostJson.read(costs));
    }

    private static RunResult run(Bars bars, ColumnStrategy strategy, RunSettings settings) {
        return Backtest.run(
                strategy,
                new Backtest.Identity("costs", "none"),
                Backtest.Data.of(new SeriesKey("TEST", Timeframe.DAY), false, bars),
                settings,
                Progress.NONE);
    }

    /// Bought 10 at 50.10 and sold at 59.90, one for each order and 0.01 a unit.
    @Test
    void spreadAndCommissionLandInTradeAndTotals() throws IOException {
        RunResult run = run(flat(50, 50, 60, 60), roundTrip(4, true, 2), settings("units:10", """
            {"commission": {"perOrder": 1, "perUnit": 0.01}, "spread": {"kind": "price", "value": 0.2}}\
            """));
        Trade trade = run.trades().getFirst();
        assertEquals(50.1, trade.entryPrice());
        assertEquals(59.9, trade.exitPrice());
        assertEquals(1.1, trade.entryCommission());
        assertEquals(98 - 2.2, trade.netPnl(), 1e-9);
        CostSummary costs = run.summary().costs();
        assertEquals(2.2, costs.commission());
        assertEquals(2, costs.spread());
        assertEquals(0, costs.slippage());
        assertEquals(1100, costs.turnover());
        assertEquals(10_000 * 100.0 / 1100, costs.breakEvenBps(), 1e-9);
    }

    /// At the break-even cost, given as commission, a run of fixed units ends where it began.
    @Property(tries = 100)
    void breakEvenIsTheCostAtWhichNothingIsLeft(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = SyntheticBars.daily(random.nextLong(), 80);
        boolean[] enter = new boolean[80];
        boolean[] exit = new boolean[80];
        for (int i = 0; i < 80; i++) {
            enter[i] = random.nextInt(4) == 0;
            exit[i] = random.nextInt(4) == 0;
        }
        ColumnStrategy strategy = new ColumnStrategy(new boolean[][] {enter, at(80)}, new boolean[][] {exit, at(80)});
        RunSettings free = new RunSettings(
                1e6,
                0,
                0,
                SizeRule.parse("units:3"),
                false,
                Direction.LONG,
                null,
                null,
                "plain",
                252,
                null,
                null,
                Map.of());
        Double breakEven = run(bars, strategy, free).summary().costs().breakEvenBps();
        if (breakEven == null || breakEven < 0) {
            return;
        }
        RunSettings charged = new RunSettings(
                1e6,
                breakEven,
                0,
                SizeRule.parse("units:3"),
                false,
                Direction.LONG,
                null,
                null,
                "plain",
                252,
                null,
                null,
                Map.of());
        RunResult run = run(bars, strategy, charged);
        assertEquals(1e6, run.summary().finalEquity(), 1e-4);
        assertEquals(breakEven, run.summary().costs().breakEvenBps(), 1e-6, "and does not depend on what was paid");
    }

    @Test
    void withoutTradesThereIsNoBreakEven() throws IOException {
        RunResult run = run(
                flat(50, 50, 60), new ColumnStrategy(new boolean[2][3], new boolean[2][3]), settings("units:1", "{}"));
        assertNull(run.summary().costs().breakEvenBps());
    }

    /// Short 10 at 50 from day 1 to day 4 at 36.5 % a year: 0.50 a day for three days; a dividend of 2 is paid.
    @Test
    void carryingCostsBelongToTheTrade() throws IOException {
        RunResult run = run(flat(50, 50, 50, 50, 40, 40), roundTrip(6, false, 4), settings("units:10", """
            {"carry": {"borrowRate": 0.365},
             "actions": {"dividends": [{"exDate": "1970-01-03", "perUnit": 2}]}}\
            """));
        Trade trade = run.trades().getFirst();
        assertEquals(100, trade.grossPnl());
        assertEquals(-21.5, trade.carry(), 1e-9);
        assertEquals(78.5, trade.netPnl(), 1e-9);
        assertEquals(1078.5, run.summary().finalEquity(), 1e-9);
        assertEquals(1.5, run.summary().costs().borrow(), 1e-9);
        assertEquals(-20, run.summary().costs().dividends(), 1e-9);
    }

    /// 15 units at 60 with a stop 20 % below, three for two on day 2: 22 units with a stop at 32, half a unit
    /// paid out at 40, and the whole position gone at the stop.
    @Test
    void splitsRestatePositionAndWorkingStop() throws IOException {
        RunSettings base = settings("units:15", """
            {"actions": {"splits": [{"exDate": "1970-01-03", "numerator": 3, "denominator": 2}]}}\
            """);
        RunSettings stopped = new RunSettings(
                        base.capital(),
                        0,
                        0,
                        base.size(),
                        true,
                        Direction.LONG,
                        0.2,
                        null,
                        "plain",
                        252,
                        null,
                        null,
                        Map.of())
                .with(base.costs());
        RunResult run = run(
                flat(60, 60, 40, 39, 32, 50),
                new ColumnStrategy(new boolean[][] {at(6, 0), at(6)}, new boolean[2][6]),
                stopped);
        assertEquals(
                List.of(0.0, 15.0, 22.0, 22.0, 0.0, 0.0),
                java.util.Arrays.stream(run.position()).boxed().toList());
        Trade trade = run.trades().getFirst();
        assertEquals(ExitReason.STOP_GAP, trade.exitReason());
        assertEquals(32, trade.exitPrice());
        assertEquals(1000 - 900 + 20 + 22 * 32, run.summary().finalEquity());
        assertEquals(1, run.trades().size());
    }

    /// 2,000 in stock on 1,000 of equity; a fall to 32 leaves 280 of 1,280, below a quarter: sold at the next
    /// opening, at 30.
    @Test
    void marginCallsCloseThePositionAtTheNextOpening() throws IOException {
        RunResult run = run(
                flat(50, 50, 45, 32, 30, 60),
                roundTrip(6, true, 6),
                settings("units:40", "{\"margin\": {\"initial\": 0.5, \"maintenance\": 0.25}}"));
        Trade trade = run.trades().getFirst();
        assertEquals(40, trade.qty());
        assertEquals(ExitReason.LIQUIDATION, trade.exitReason());
        assertEquals(4, trade.exitIndex());
        assertEquals(30, trade.exitPrice());
        assertTrue(trade.exitReasonText().startsWith("Margin call: the equity of 280"), trade.exitReasonText());
        assertEquals(200, run.summary().finalEquity());
        assertEquals(1, run.summary().costs().marginCalls());
        assertEquals(Map.of("LIQUIDATION", 1), run.summary().exitReasons());
    }

    /// 10 units at 50 of a currency worth 1.20: 600 and a fee of 0.1 %.
    @Test
    void tradesInAnotherCurrencyAreConvertedAndPayForIt() throws IOException {
        RunResult run = run(
                flat(50, 50, 60, 60),
                roundTrip(4, true, 2),
                settings(
                        "units:100",
                        "{\"currency\": {\"account\": \"USD\", \"instrument\": \"EUR\", \"rate\": 1.2,"
                                + " \"feeBps\": 10}}"));
        Trade trade = run.trades().getFirst();
        assertEquals(16, trade.qty(), "1,000 pay 16 at 60.06");
        assertEquals(192, trade.grossPnl(), 1e-9);
        assertEquals(192 - 0.96 - 1.152, trade.netPnl(), 1e-9);
        assertEquals(2.112, run.summary().costs().conversion(), 1e-9);
        assertEquals(1000 + trade.netPnl(), run.summary().finalEquity(), 1e-9);
    }

    /// Terms that charge nothing leave the run as it was, whichever path it takes.
    @Property(tries = 60)
    void costsOfNothingChangeNothing(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = SyntheticBars.daily(random.nextLong(), 120);
        boolean[][] enter = new boolean[2][120];
        boolean[][] exit = new boolean[2][120];
        for (int i = 0; i < 120; i++) {
            enter[i % 2][i] = random.nextInt(3) == 0;
            exit[i % 2][i] = random.nextInt(3) == 0;
        }
        RunSettings plain = new RunSettings(
                1000, 5, 2, null, random.nextBoolean(), Direction.BOTH, 0.05, null, "plain", 252, null, null, Map.of());
        RunResult one = run(bars, new ColumnStrategy(enter, exit), plain);
        CostTerms late =
                CostJson.read("{\"actions\": {\"dividends\": [{\"exDate\": \"2200-01-01\", \"perUnit\": 1}]}}");
        RunResult other = run(bars, new ColumnStrategy(enter, exit), plain.with(late));
        assertEquals(one.trades(), other.trades());
        assertArrayEquals(one.equity(), other.equity());
        assertEquals(one.summary(), other.summary());
    }

    @Test
    void documentsKeepTermsAndTotals() throws IOException {
        String costs = """
            {"commission": {"perUnit": 0.005, "minimum": 1, "tiers": [{"from": 0, "rate": 3}, {"from": 1000, "rate": 2}]},
             "spread": {"kind": "BPS", "value": 4}, "slippage": {"kind": "VOLUME", "value": 0.3},
             "carry": {"borrowRate": 0.03, "funding": {"points": [{"knownAt": "1970-01-02T00:00:00Z", "rate": 0.001}]}},
             "margin": {"initial": 0.5, "maintenance": 0.25},
             "currency": {"account": "USD", "instrument": "EUR", "rate": 1.1},
             "actions": {"splits": [{"exDate": "1970-01-03", "numerator": 2, "denominator": 1}],
                         "dividends": [{"exDate": "1970-01-03", "perUnit": 0.5}]}}\
            """;
        RunResult run = run(flat(50, 50, 55, 60, 60), roundTrip(5, true, 3), settings("units:10", costs));
        RunResult back = RunJson.read(RunJson.bytes(run));
        assertEquals(run.settings(), back.settings());
        assertEquals(run.summary(), back.summary());
        assertEquals(run.trades(), back.trades());
        assertArrayEquals(RunJson.bytes(run), RunJson.bytes(back));
        CostTerms terms = run.settings().costs();
        assertEquals(terms, CostJson.read(CostJson.text(terms)));
        assertEquals(
                LocalDate.of(1970, 1, 3), terms.actions().splits().getFirst().exDate());
        assertTrue(run.summary().costs().impact() > 0);
        assertEquals(
                new CorporateActions(terms.actions().splits(), terms.actions().dividends()), terms.actions());
    }

    @Test
    void oldDocumentsHaveNoTermsAndTwoSums() throws IOException {
        RunResult run = SampleRuns.daily();
        assertFalse(RunJson.text(run).contains("\"costs\":{\"commission\":{"), "default settings say nothing of terms");
        String old = RunJson.text(run).replaceFirst("\"costs\":\\{[^}]*\\},?", "");
        RunResult back = RunJson.read(old.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(CostTerms.NONE, back.settings().costs());
        assertEquals(run.summary().totalCommission(), back.summary().costs().commission());
        assertEquals(run.summary().totalSlippage(), back.summary().costs().slippage());
    }

    @Test
    void theExampleInTheDocsIsRead() throws IOException {
        String page = java.nio.file.Files.readString(java.nio.file.Path.of("docs/costs.md"));
        int from = page.indexOf("```json") + 7;
        CostTerms terms = CostJson.read(page.substring(from, page.indexOf("```", from)));
        assertEquals(-0.2, terms.commission().makerBps());
        assertEquals(7, terms.actions().splits().getFirst().numerator());
        assertEquals(terms, CostJson.read(CostJson.text(terms)));
    }

    @Test
    void saysWhatIsWrongWithCosts() {
        assertWrong("{\"comission\": {}}", "comission");
        assertWrong("{\"margin\": {\"initial\": 2, \"maintenance\": 1}}", "Initial margin must be");
        assertWrong("{\"spread\": {\"kind\": \"wide\"}}", "wide");
        assertWrong("{\"actions\": {\"dividends\": [{\"exDate\": \"1970-13-03\", \"perUnit\": 1}]}}", "2014-06-09");
        assertThrows(
                IllegalArgumentException.class,
                () -> new RunSettings(
                                1000, 0, 5, null, true, Direction.LONG, null, null, "plain", 252, null, null, Map.of())
                        .with(CostJson.read("{\"slippage\": {\"kind\": \"BPS\", \"value\": 1}}")),
                "slippage twice");
    }

    private static void assertWrong(String json, String because) {
        String message = String.valueOf(
                assertThrows(IOException.class, () -> CostJson.read(json)).getMessage());
        assertTrue(message.contains(because), message);
    }
}
