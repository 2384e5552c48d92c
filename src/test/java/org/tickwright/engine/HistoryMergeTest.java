package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.Phrase;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.PositionView;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Evaluation;

/// Several instruments in one account, worked out by hand, and what must hold whatever is done.
class HistoryMergeTest {
    private static final long DAY = 86_400_000_000_000L;

    /// What shall be done at each base bar: a weight, or an entry or exit by name.
    private static final class Script implements Evaluation {
        private final Map<Integer, Double> weights = new TreeMap<>();
        private final Map<Integer, String> actions = new TreeMap<>();
        private final SizeRule size;
        private final double stop;

        Script(String size, double stop) {
            this.size = SizeRule.parse(size);
            this.stop = stop;
        }

        Script() {
            this("fraction:1", Double.NaN);
        }

        Script weigh(int bar, double weight) {
            weights.put(bar, weight);
            return this;
        }

        Script act(int bar, String action) {
            actions.put(bar, action);
            return this;
        }

        @Override
        public void prepare(int to) {
            // everything is written down
        }

        @Override
        public void decide(int bar, PositionView position, Decision decision) {
            decision.weight = weights.getOrDefault(bar, Double.NaN);
            String action = actions.getOrDefault(bar, "");
            decision.enter[Decision.LONG] = action.equals("buy");
            decision.enter[Decision.SHORT] = action.equals("short");
            decision.exit[Decision.LONG] = action.equals("sell");
            decision.exit[Decision.SHORT] = action.equals("cover");
            Arrays.fill(decision.size, size);
            Arrays.fill(decision.stopDistance, stop);
        }

        @Override
        public int nextActiveBar(int from, int to) {
            return from;
        }

        @Override
        public double value(String node, String port, int bar) {
            throw new IllegalArgumentException("There are no ports");
        }

        @Override
        public Phrase why(String action, int bar) {
            return Phrase.of(action + " at " + bar);
        }

        @Override
        public int firstDefinedBar() {
            return 0;
        }
    }

    /// Daily bars that open and close at the same price; 0 leaves a day out.
    private static Bars days(double... prices) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, prices.length);
        for (int day = 0; day < prices.length; day++) {
            double price = prices[day];
            if (price > 0) {
                bars.append(day * DAY, price, price, price, price, 1);
            }
        }
        return bars;
    }

    private static MarketSeries series(String symbol, Bars bars) {
        return new MarketSeries(new SeriesKey(symbol, Timeframe.DAY), true, bars, "");
    }

    private static final RunSettings BOTH = new RunSettings(
            1000, 0, 0, null, false, RunSettings.Direction.BOTH, null, null, "plain", 252, null, null, Map.of());

    private static HistoryMerge play(MarketData data, SortedMap<String, Evaluation> scripts, RunSettings settings) {
        return play(data, scripts, settings, data.base().bars().size());
    }

    private static HistoryMerge play(
            MarketData data, SortedMap<String, Evaluation> scripts, RunSettings settings, int end) {
        SimulatedAccount.Span span = new SimulatedAccount.Span(data.base().bars(), 0, end);
        HistoryMerge.Given given = new HistoryMerge.Given(scripts, data, span, settings, null);
        return new HistoryMerge(given, Ledger.EntryLog.NONE, Progress.NONE).play();
    }

    private static List<Trade> trades(HistoryMerge run) {
        return Backtest.records(run.account(), true).trades();
    }

    private static List<OrderRecord> orders(HistoryMerge run) {
        return Backtest.records(run.account(), true).orders();
    }

    private static HistoryMerge two(Bars a, Bars b, Script scriptA, Script scriptB) {
        MarketData data = MarketData.of(series("A", a)).with(series("B", b));
        return play(data, new TreeMap<>(Map.of("A", scriptA, "B", scriptB)), BOTH);
    }

    private static List<String> fills(HistoryMerge run) {
        return orders(run).stream()
                .filter(order -> order.fillTime() != null)
                .map(order -> order.action() + " " + order.instrument() + " " + order.quantity() + " at "
                        + order.fillPrice() + " on " + order.fillTime() / DAY)
                .toList();
    }

    /// 1,000 at weights of a half each: 5 of A at 100 and 10 of B at 50. A doubles, so that equity is 1,500 and each
    /// half is 750: 1.25 of A at 200 go, 5 more of B come.
    @Test
    void rebalancesToWeightsOfTheEquityAtTheOpening() {
        HistoryMerge run = two(
                days(100, 100, 200, 200, 200),
                days(50, 50, 50, 50, 50),
                new Script().weigh(0, 0.5).weigh(2, 0.5),
                new Script().weigh(0, 0.5).weigh(2, 0.5));
        assertEquals(
                List.of(
                        "ENTER_LONG A 5.0 at 100.0 on 1",
                        "ENTER_LONG B 10.0 at 50.0 on 1",
                        "EXIT_LONG A 1.25 at 200.0 on 3",
                        "ENTER_LONG B 5.0 at 50.0 on 3",
                        "EXIT_LONG A 3.75 at 200.0 on 4",
                        "EXIT_LONG B 15.0 at 50.0 on 4"),
                fills(run));
        assertArrayEquals(new double[] {1000, 1000, 1500, 1500, 1500}, run.equity());
        Trade part = trades(run).getFirst();
        assertEquals(125, part.grossPnl());
        assertEquals("A", part.instrument());
        assertEquals(100, part.entryPrice());
    }

    /// B is sold before A is bought at the same opening although A comes first in the alphabet: without the proceeds
    /// there would be nothing to pay A with.
    @Test
    void closesEverywhereBeforeItOpensAnywhere() {
        HistoryMerge run = two(
                days(10, 10, 10, 10),
                days(20, 20, 20, 20),
                new Script().weigh(1, 1),
                new Script().weigh(0, 1).weigh(1, 0));
        assertEquals(
                List.of(
                        "ENTER_LONG B 50.0 at 20.0 on 1",
                        "EXIT_LONG B 50.0 at 20.0 on 2",
                        "ENTER_LONG A 100.0 at 10.0 on 2",
                        "EXIT_LONG A 100.0 at 10.0 on 3"),
                fills(run));
    }

    @Test
    void ofTwoPurchasesThatTogetherCostTooMuchTheLaterInTheAlphabetIsCut() {
        HistoryMerge run = two(
                days(10, 10, 10),
                days(20, 20, 20),
                new Script("fraction:0.75", Double.NaN).act(0, "buy"),
                new Script("fraction:0.75", Double.NaN).act(0, "buy"));
        assertEquals("ENTER_LONG A 75.0 at 10.0 on 1", fills(run).get(0));
        assertEquals("ENTER_LONG B 12.5 at 20.0 on 1", fills(run).get(1));
    }

    @Test
    void anOrderWaitsForTheNextOpeningOfItsOwnInstrument() {
        HistoryMerge run =
                two(days(10, 10, 10, 10, 10), days(20, 0, 0, 25, 30), new Script(), new Script().act(0, "buy"));
        assertEquals("ENTER_LONG B 40.0 at 25.0 on 3", fills(run).get(0));
        assertArrayEquals(new double[] {1000, 1000, 1000, 1000, 1200}, run.equity());
        assertArrayEquals(new double[] {0, 0, 0, 40, 0}, run.units("B"));
    }

    @Test
    void equityMarksEachInstrumentAtItsLastKnownClose() {
        HistoryMerge run =
                two(days(10, 10, 10, 10, 10), days(20, 20, 0, 40, 40), new Script(), new Script().act(0, "buy"));
        assertArrayEquals(new double[] {1000, 1000, 1000, 2000, 2000}, run.equity());
    }

    /// Long 500 of A, short 500 of B; what the short sale brought cannot be spent again.
    @Test
    void theProceedsOfAShortSaleBuyNothing() {
        HistoryMerge run = two(
                days(10, 10, 10, 10),
                days(20, 20, 20, 20),
                new Script("fraction:1", Double.NaN).act(1, "buy"),
                new Script("fraction:0.5", Double.NaN).act(0, "short"));
        assertEquals("ENTER_SHORT B 25.0 at 20.0 on 1", fills(run).get(0));
        assertEquals("ENTER_LONG A 50.0 at 10.0 on 2", fills(run).get(1));
    }

    @Test
    void aStopInsideABarIsDoneBeforeTheDecisionAtItsClose() {
        Bars b = new Bars(Timeframe.DAY, ZoneOffset.UTC, 4);
        b.append(0, 20, 20, 20, 20, 1);
        b.append(DAY, 20, 20, 20, 20, 1);
        b.append(2 * DAY, 20, 20, 15, 20, 1);
        b.append(3 * DAY, 20, 20, 20, 20, 1);
        HistoryMerge run = two(
                days(10, 10, 10, 10),
                b,
                new Script("fraction:1", Double.NaN).act(2, "buy"),
                new Script("fraction:0.5", 4).act(0, "buy"));
        assertEquals(
                List.of(
                        "ENTER_LONG B 25.0 at 20.0 on 1",
                        "EXIT_LONG B 25.0 at 16.0 on 2",
                        "ENTER_LONG A 90.0 at 10.0 on 3",
                        "EXIT_LONG A 90.0 at 10.0 on 3"),
                fills(run));
        assertEquals(Trade.ExitReason.STOP, trades(run).getFirst().exitReason());
    }

    @Test
    void aWeightTurnsAPositionByClosingFirst() {
        HistoryMerge run = two(
                days(10, 10, 10, 10),
                days(20, 20, 20, 20),
                new Script().weigh(0, 0.5).weigh(1, -0.5),
                new Script());
        assertEquals(
                List.of(
                        "ENTER_LONG A 50.0 at 10.0 on 1",
                        "EXIT_LONG A 50.0 at 10.0 on 2",
                        "ENTER_SHORT A 50.0 at 10.0 on 2",
                        "EXIT_SHORT A 50.0 at 10.0 on 3"),
                fills(run));
    }

    @Test
    void refusesWhatItCannotDoYet() {
        MarketData data = MarketData.of(series("A", days(1, 2, 3)));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> play(data, new TreeMap<>(Map.of("B", new Script())), BOTH));
        assertTrue(String.valueOf(refused.getMessage()).contains("no B 1d"), refused.getMessage());
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void booksBalancePositionsAreTheirFillsAndThePastStays(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MarketSeries> all = new ArrayList<>();
        for (String symbol : List.of("A", "B", "C")) {
            all.add(series(symbol, sparse(SyntheticBars.daily(random.nextLong(), 80), random)));
        }
        SortedMap<String, Evaluation> scripts = new TreeMap<>();
        for (MarketSeries each : all) {
            scripts.put(each.key().symbol(), script(random));
        }
        MarketData data = new MarketData(all.getFirst(), all.subList(1, 3));
        RunSettings settings = new RunSettings(
                100_000,
                random.nextInt(20),
                random.nextInt(20),
                null,
                random.nextBoolean(),
                RunSettings.Direction.BOTH,
                null,
                null,
                "plain",
                252,
                null,
                null,
                Map.of());
        HistoryMerge run = play(data, scripts, settings);
        assertEquals(0, run.account().ledger().imbalance());
        assertTrue(run.account().ledger().flat());
        double profit = trades(run).stream().mapToDouble(Trade::netPnl).sum();
        assertEquals(run.equity()[run.equity().length - 1], 100_000 + profit, 1e-4);
        for (MarketSeries each : all) {
            assertPositionsAreFills(run, each.key().symbol(), data);
        }
        int cut = data.base().bars().size() / 2;
        HistoryMerge shorter = play(data, scripts, settings, cut);
        for (int bar = 0; bar < cut - 1; bar++) {
            assertEquals(run.equity()[bar], shorter.equity()[bar], "the past does not depend on what comes");
        }
    }

    private static void assertPositionsAreFills(HistoryMerge run, String symbol, MarketData data) {
        Bars base = data.base().bars();
        double[] units = run.units(symbol);
        for (int bar = 0; bar < units.length - 1; bar++) {
            double sum = 0;
            for (OrderRecord order : orders(run)) {
                if (symbol.equals(order.instrument())
                        && order.fillTime() != null
                        && !order.reason().equals("The data end here.")
                        && order.fillTime() < base.knownAt(bar)) {
                    boolean buys = order.action().equals("ENTER_LONG")
                            || order.action().equals("EXIT_SHORT");
                    sum += (buys ? 1 : -1) * order.quantity();
                }
            }
            assertEquals(sum, units[bar], 1e-6, symbol + " at " + bar);
        }
    }

    private static Bars sparse(Bars all, SplittableRandom random) {
        Bars bars = new Bars(all.timeframe(), all.zone(), all.size());
        for (int i = 0; i < all.size(); i++) {
            if (random.nextInt(5) > 0) {
                bars.append(all.time(i), all.open(i), all.high(i), all.low(i), all.close(i), all.volume(i));
            }
        }
        return bars;
    }

    private static Script script(SplittableRandom random) {
        boolean weighs = random.nextBoolean();
        Script script = new Script("fraction:0.6", random.nextBoolean() ? 2 : Double.NaN);
        String[] actions = {"buy", "sell", "short", "cover"};
        for (int bar = 0; bar < 80; bar++) {
            if (random.nextInt(4) == 0) {
                if (weighs) {
                    script.weigh(bar, random.nextInt(-4, 5) / 4.0);
                } else {
                    script.act(bar, actions[random.nextInt(4)]);
                }
            }
        }
        return script;
    }
}
