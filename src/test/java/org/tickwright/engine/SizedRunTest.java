package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
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

/// Runs sized by a volatility target and by Kelly, against figures worked out by hand and by plain arithmetic
/// over the result: what is sized uses only what was known at its signal.
class SizedRunTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final double LAST_UNIT = 2e-8;

    private static Bars flat(double... prices) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, prices.length);
        for (int day = 0; day < prices.length; day++) {
            bars.append(day * DAY, prices[day], prices[day], prices[day], prices[day], 1e6);
        }
        return bars;
    }

    private static RunSettings settings(String size, double bps, int periods) {
        return new RunSettings(
                1000,
                bps,
                0,
                SizeRule.parse(size),
                false,
                RunSettings.Direction.BOTH,
                null,
                null,
                "plain",
                periods,
                null,
                null,
                Map.of());
    }

    private static boolean[] marks(String text) {
        boolean[] marks = new boolean[text.length()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = text.charAt(i) == 'x';
        }
        return marks;
    }

    private static RunResult run(Bars bars, String enter, String exit, RunSettings settings) {
        boolean[] none = new boolean[bars.size()];
        return run(bars, new boolean[][] {marks(enter), none}, new boolean[][] {marks(exit), none}, settings);
    }

    private static RunResult run(Bars bars, boolean[][] enter, boolean[][] exit, RunSettings settings) {
        return Backtest.run(
                new ColumnStrategy(enter, exit),
                new Backtest.Identity("written", "none"),
                Backtest.Data.of(new SeriesKey("TEST", Timeframe.DAY), true, bars),
                settings,
                Progress.NONE);
    }

    /// Returns of 10 %, -10 %, 10 % up to the signal and 4 periods a year: volatility sqrt(48/900), see the
    /// basis. The leap after it is not known. 0.1 / 0.2309401 · 1,000 / 150 = 2.88675.
    @Test
    void aVolatilityTargetIsSizedByTheBarsUpToTheSignalAtTheFillsPrice() {
        Bars bars = flat(100, 110, 99, 108.9, 150, 150);
        RunResult run = run(bars, "...x..", "......", settings("volatility:0.1/3", 0, 4));
        assertEquals(
                0.1 / Math.sqrt(48.0 / 900) * 1000 / 150,
                run.trades().getFirst().qty(),
                LAST_UNIT);
        assertTrue(
                run.trades()
                        .getFirst()
                        .entryReasonText()
                        .endsWith("(volatility 23.1 % a year over 3 bars: 43.3 % of the account)"),
                run.trades().getFirst()::entryReasonText);
    }

    @Test
    void aVolatilityTargetWithoutVolatilityIsRefusedInWords() {
        RunResult early = run(flat(100, 110, 99, 108), "..x.", "....", settings("volatility:0.1/3", 0, 252));
        assertEquals("REJECTED", early.orders().getFirst().status());
        assertTrue(early.orders().getFirst().reason().contains("needs the returns of 3 bars up to the signal"));
        RunResult still = run(flat(100, 100, 100, 100), "..x.", "....", settings("volatility:0.1/2", 0, 252));
        assertTrue(still.orders().getFirst().reason().contains("the closes did not move"));
        assertEquals(0, still.trades().size());
    }

    @Test
    void aTargetBeyondTheAccountIsCutToTheCashAndSaysSo() {
        RunResult run = run(flat(100, 101, 100, 101, 100), "...x.", ".....", settings("volatility:10/3", 0, 1));
        assertEquals(10, run.trades().getFirst().qty(), "1,000 at 100");
        assertTrue(run.trades().getFirst().entryReasonText().contains("as much as the cash pays"));
    }

    /// 5 units at 100 earn 20 %: 1,100. 5.5 lose 5 %: 1,072.50. W = 1/2, R = 4, f* = 0.5 - 0.5/4 = 0.375:
    /// 4.021875 units, of which half is lost: W = 1/3, R = 0.2 / 0.275, f* = 1/3 - 2/3 · 1.375 < 0, and
    /// nothing is bought.
    @Test
    void kellyIsSizedByTheTripsOfTheRunSoFarAndRefusesWithoutAnEdge() {
        RunResult run = run(
                flat(100, 100, 120, 100, 95, 100, 50, 50, 50),
                "x.x.x.x..",
                ".x.x.x...",
                settings("kelly:1/0.9/2/0.5", 0, 252));
        assertEquals(3, run.trades().size());
        assertEquals(5, run.trades().get(0).qty(), LAST_UNIT);
        assertEquals(5.5, run.trades().get(1).qty(), LAST_UNIT);
        assertEquals(4.021875, run.trades().get(2).qty(), LAST_UNIT);
        OrderRecord last = run.orders().getLast();
        assertEquals("REJECTED", last.status());
        assertEquals(
                "Size kelly:1.0/0.9/2/0.5: no edge so far. Of 3 trades 33.3 % won, a win of 20 % for a loss of 27.5 %,"
                        + " so the Kelly fraction is -58.3 %, not above 0.",
                last.reason());
        assertTrue(
                run.trades().get(1).entryReasonText().contains("Kelly waits for 2 trades, 1 so far"),
                run.trades().get(1)::entryReasonText);
    }

    /// On a reversal the position closes at the same opening; its result was not known at the signal.
    @Test
    void aTripThatClosesWithTheEntryIsNotKnownToIt() {
        Bars bars = flat(100, 100, 100, 80, 80, 80);
        boolean[] none = new boolean[6];
        RunResult run = run(
                bars,
                new boolean[][] {marks("x....."), marks("..x...")},
                new boolean[][] {marks("..x..."), none},
                settings("kelly:1/0.9/1/0.5", 0, 252));
        assertEquals(Trade.Side.SHORT, run.trades().get(1).side());
        assertTrue(
                run.trades().get(1).entryReasonText().contains("0 so far"),
                run.trades().get(1)::entryReasonText);
        assertEquals(0.5 * 900 / 80, run.trades().get(1).qty(), LAST_UNIT);
    }

    /// Every entry of a random run is what plain arithmetic over the trades that were over, and over the
    /// closes up to the signal, comes to.
    @Property(tries = 150)
    void everySizeIsThatOfItsFormula(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = SyntheticBars.daily(random.nextLong(), 250);
        boolean[][] enter = new boolean[2][250];
        boolean[][] exit = new boolean[2][250];
        for (int i = 0; i < 250; i++) {
            enter[random.nextInt(2)][i] = random.nextInt(4) == 0;
            exit[0][i] = random.nextInt(4) == 0;
            exit[1][i] = random.nextInt(4) == 0;
        }
        boolean kelly = random.nextBoolean();
        SizeRule rule = kelly
                ? SizeRule.kelly(0.2 + 0.8 * random.nextDouble(), 0.3, 3, 0.15)
                : SizeRule.volatility(0.02 + 0.2 * random.nextDouble(), random.nextInt(2, 30));
        double bps = random.nextInt(20);
        RunResult run = run(bars, enter, exit, settings(rule.toString(), bps, 252));
        List<Trade> over = new ArrayList<>();
        for (Trade trade : run.trades()) {
            int signal = trade.entryIndex() - 1;
            double cash = over.isEmpty() ? 1000 : over.getLast().cashAfter();
            double share = kelly
                    ? kelly(
                            rule,
                            over.stream().filter(t -> t.exitIndex() <= signal).toList())
                    : rule.value() / yearly(bars, signal, rule.sample());
            double unit = kelly ? trade.entryPrice() * (1 + bps / 10_000) : trade.entryPrice();
            double most = cash / (trade.entryPrice() * (1 + bps / 10_000));
            assertEquals(Math.min(most, share * cash / unit), trade.qty(), 1e-9 * most + LAST_UNIT);
            over.add(trade);
        }
        for (OrderRecord order : run.orders()) {
            if (kelly && order.reason().contains("no edge so far")) {
                int signal = order.createdIndex();
                assertTrue(kelly(
                                rule,
                                over.stream()
                                        .filter(t -> t.exitIndex() <= signal)
                                        .toList())
                        <= 0);
            }
        }
    }

    private static double yearly(Bars bars, int signal, int sample) {
        double[] returns = new double[sample];
        double mean = 0;
        for (int i = 0; i < sample; i++) {
            int bar = signal - i;
            returns[i] = bars.close(bar) / bars.close(bar - 1) - 1;
            mean += returns[i] / sample;
        }
        double variance = 0;
        for (double each : returns) {
            variance += (each - mean) * (each - mean) / (sample - 1);
        }
        return Math.sqrt(252 * variance);
    }

    private static double kelly(SizeRule rule, List<Trade> over) {
        if (over.size() < rule.sample()) {
            return Math.min(rule.cap(), rule.start());
        }
        double won = 0;
        double win = 0;
        double loss = 0;
        for (Trade trade : over) {
            double earned = trade.returnPct() / 100;
            won += earned > 0 ? 1 : 0;
            win += Math.max(0, earned);
            loss += Math.max(0, -earned);
        }
        double lost = over.size() - won;
        double rate = won / over.size();
        double ratio = (win / won) / (loss / lost);
        double fraction = lost == 0 ? 1 : won == 0 ? -1 : rate - (1 - rate) / ratio;
        return Math.min(rule.cap(), rule.value() * fraction);
    }

    /// A buys when A rises, B when B does; each exits when it falls.
    private static Program pair(String size) {
        String sides = "";
        String wires = "";
        for (String symbol : List.of("A", "B")) {
            sides += """
                ,{"id": "close%1$s", "type": "price", "params": {"instrument": "%1$s"}},
                {"id": "before%1$s", "type": "lag", "params": {"bars": 1}},
                {"id": "up%1$s", "type": "greater"}, {"id": "down%1$s", "type": "less"},
                {"id": "in%1$s", "type": "enterLong", "params": {"instrument": "%1$s"}},
                {"id": "out%1$s", "type": "exitLong", "params": {"instrument": "%1$s"}}
                """.formatted(symbol);
            wires += """
                ,{"from": "close%1$s.value", "to": "before%1$s.a"},
                {"from": "close%1$s.value", "to": "up%1$s.a"}, {"from": "before%1$s.value", "to": "up%1$s.b"},
                {"from": "close%1$s.value", "to": "down%1$s.a"}, {"from": "before%1$s.value", "to": "down%1$s.b"},
                {"from": "up%1$s.value", "to": "in%1$s.when"}, {"from": "down%1$s.value", "to": "out%1$s.when"},
                {"from": "size.value", "to": "in%1$s.size"}
                """.formatted(symbol);
        }
        try {
            return Program.of(
                    StrategyCodec.read("""
                        {"format": "tickwright-strategy", "version": 1, "name": "pair",
                         "nodes": [%s%s], "wires": [%s]}
                        """.formatted(size, sides, wires.substring(1))), IndicatorCatalogue.builtIn());
        } catch (StrategyFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static RunResult two(String size, double[] a, double[] b, int periods) {
        MarketData data = new MarketData(series("A", flat(a)), List.of(series("B", flat(b))), List.of("A", "B"));
        RunSettings plain = new RunSettings(
                1000,
                0,
                0,
                null,
                false,
                RunSettings.Direction.LONG,
                null,
                null,
                "plain",
                periods,
                null,
                null,
                Map.of());
        return Backtest.run(pair(size), data, plain, Progress.NONE);
    }

    private static MarketSeries series(String symbol, Bars bars) {
        return new MarketSeries(new SeriesKey(symbol, Timeframe.DAY), true, bars, bars.contentHash());
    }

    /// Two returns each up to the signal on the third day: A 10 % and 20 %, B 20 % and 40 %. Deviations
    /// 0.0707107 and 0.1414214, one period a year: a target of 0.02 is 28.28 % and 14.14 % of 1,000 at 100
    /// and 50.
    @Test
    void eachInstrumentOfAnAccountHasItsOwnVolatility() {
        String size = """
            {"id": "size", "type": "sizeVolatility", "params": {"target": 0.02, "bars": 2}}\
            """;
        RunResult run =
                two(size, new double[] {100, 110, 132, 100, 90, 90}, new double[] {100, 120, 168, 50, 40, 40}, 1);
        List<OrderRecord> filled = run.orders().stream()
                .filter(order -> order.action().equals("ENTER_LONG") && order.quantity() != null)
                .toList();
        assertEquals(0.02 / Math.sqrt(0.005) * 1000 / 100, filled.get(0).quantity(), LAST_UNIT);
        assertEquals(0.02 / Math.sqrt(0.02) * 1000 / 50, filled.get(1).quantity(), LAST_UNIT);
        assertTrue(run.orders().getFirst().reason().contains("needs the returns of 2 bars"));
    }

    /// A earns 20 % and B loses 10 % in trips of the same days. What follows knows both: W = 1/2, R = 2, f* =
    /// 0.25.
    @Test
    void kellyKnowsTheTripsOfAllInstrumentsOfTheAccount() {
        String size = """
            {"id": "size", "type": "sizeKelly", "params": {"multiple": 1, "cap": 0.9, "trades": 2, "start": 0.1}}\
            """;
        RunResult run = two(
                size,
                new double[] {99, 100, 100, 99, 120, 121, 120, 120},
                new double[] {99, 100, 100, 99, 90, 89, 88, 87},
                252);
        List<Trade> trades = run.trades();
        assertEquals(1, trades.get(0).qty(), LAST_UNIT);
        assertEquals(1, trades.get(1).qty(), LAST_UNIT);
        assertEquals("A", trades.get(2).instrument());
        assertEquals(0.25 * 1010 / 121, trades.get(2).qty(), LAST_UNIT);
    }

    @Test
    void theSameFileRunsTheSameAfterTheDocument() throws java.io.IOException {
        RunResult run =
                run(flat(100, 110, 99, 108.9, 150, 150), "...x..", "......", settings("kelly:0.5/0.25/30/0.1", 0, 4));
        RunResult back = RunJson.read(RunJson.bytes(run));
        assertEquals(run.settings().size(), back.settings().size());
        assertArrayEquals(RunJson.bytes(run), RunJson.bytes(back));
    }
}
