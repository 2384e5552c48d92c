package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.order.Order;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.SizeRule;

/// What must hold whatever the market does and the strategy wants.
class BacktestPropertyTest {
    private static final SeriesKey KEY = new SeriesKey("TEST", org.tickwright.market.Timeframe.DAY);
    private static final List<String> SIZES = List.of(
            "fraction:1",
            "fraction:0.4",
            "units:3",
            "cash:20000",
            "risk:0.05",
            "volatility:0.2/5",
            "kelly:0.5/0.6/3/0.2");

    private record Scenario(Bars bars, ColumnStrategy strategy, RunSettings settings) {
        static Scenario of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Bars bars = SyntheticBars.daily(random.nextLong(), 60 + random.nextInt(200));
            return of(random, bars, 0.02 + 0.3 * random.nextDouble());
        }

        /// Over so many bars that they are played in several blocks, with long holdings and long waits.
        static Scenario overBlocks(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Bars bars = SyntheticBars.minutes(random.nextLong(), 4000 + random.nextInt(9000));
            return of(random, bars, Math.pow(10, -1 - 3 * random.nextDouble()));
        }

        private static Scenario of(SplittableRandom random, Bars bars, double often) {
            int n = bars.size();
            ColumnStrategy strategy = new ColumnStrategy(
                    new boolean[][] {signals(random, n, often), signals(random, n, often)},
                    new boolean[][] {signals(random, n, often), signals(random, n, often)});
            if (random.nextBoolean()) {
                strategy.stopping(distances(random, n, 4));
            }
            if (random.nextBoolean()) {
                strategy.targeting(distances(random, n, 6));
            }
            if (random.nextInt(3) == 0) {
                strategy.trailing(distances(random, n, 5));
            }
            strategy.sized(SizeRule.parse(SIZES.get(random.nextInt(SIZES.size()))));
            RunSettings settings = new RunSettings(
                    100_000,
                    random.nextInt(30),
                    random.nextInt(20),
                    null,
                    random.nextBoolean(),
                    random.nextBoolean() ? Direction.BOTH : Direction.LONG,
                    random.nextInt(4) == 0 ? 0.03 : null,
                    random.nextInt(4) == 0 ? 0.05 : null,
                    "plain",
                    252,
                    random.nextInt(3) == 0 ? bars.time(n / 4) : null,
                    random.nextInt(3) == 0 ? bars.time(3 * n / 4) : null,
                    Map.of());
            return new Scenario(bars, strategy, settings);
        }

        private static boolean[] signals(SplittableRandom random, int n, double often) {
            boolean[] signals = new boolean[n];
            for (int i = 0; i < n; i++) {
                signals[i] = random.nextDouble() < often;
            }
            return signals;
        }

        private static double[][] distances(SplittableRandom random, int n, double most) {
            double[][] distances = new double[2][n];
            for (int i = 0; i < n; i++) {
                distances[0][i] = 0.01 + most * random.nextDouble();
                distances[1][i] = 0.01 + most * random.nextDouble();
            }
            return distances;
        }

        RunResult run(boolean everyBar) {
            return Backtest.run(
                    strategy,
                    new Backtest.Identity("random", "none"),
                    Backtest.Data.of(KEY, true, bars),
                    settings,
                    Progress.NONE,
                    everyBar);
        }
    }

    @Property(tries = 400)
    void leavingBarsOutGivesTheSameBytesAsEveryStep(@ForAll long seed) {
        assertArrayEquals(
                RunJson.bytes(Scenario.of(seed).run(true)),
                RunJson.bytes(Scenario.of(seed).run(false)));
    }

    @Property(tries = 40)
    void blocksOfBarsLeaveNoTrace(@ForAll long seed) {
        assertArrayEquals(
                RunJson.bytes(Scenario.overBlocks(seed).run(true)),
                RunJson.bytes(Scenario.overBlocks(seed).run(false)));
    }

    @Property(tries = 400)
    void anAccountOfOneInstrumentTradesAsARunOverThatInstrument(@ForAll long seed) {
        Scenario scenario = Scenario.of(seed);
        RunResult alone = scenario.run(false);
        MarketData data = MarketData.of(new MarketSeries(KEY, true, scenario.bars(), ""));
        SimulatedAccount.Span span = new SimulatedAccount.Span(
                scenario.bars(), alone.firstIndex(), alone.firstIndex() + alone.time().length);
        HistoryMerge account = new HistoryMerge(
                        new HistoryMerge.Given(
                                new TreeMap<>(Map.of("TEST", scenario.strategy())),
                                data,
                                span,
                                scenario.settings(),
                                null),
                        Ledger.EntryLog.NONE,
                        Progress.NONE)
                .play();
        RunRecords records = Backtest.records(account.account(), false);
        assertArrayEquals(alone.equity(), account.equity());
        assertArrayEquals(alone.position(), account.units("TEST"));
        assertEquals(
                alone.trades().stream().map(BacktestPropertyTest::figures).toList(),
                records.trades().stream().map(BacktestPropertyTest::figures).toList());
        assertEquals(
                alone.orders().stream().map(String::valueOf).toList(),
                records.orders().stream().map(String::valueOf).toList());
        assertEquals(alone.summary().costs(), account.account().costSummary());
        assertEquals(0, account.account().ledger().imbalance());
    }

    private static List<Object> figures(Trade trade) {
        return List.of(
                trade.side(),
                trade.entryTime(),
                trade.entryIndex(),
                trade.entryPrice(),
                trade.qty(),
                trade.entryCommission(),
                String.valueOf(trade.exitSignalTime()),
                trade.exitIndex(),
                trade.exitPrice(),
                trade.exitCommission(),
                trade.exitReason(),
                trade.grossPnl(),
                trade.netPnl(),
                trade.returnPct(),
                trade.barsHeld(),
                trade.slippageCost(),
                trade.cashAfter(),
                trade.entryReasonText());
    }

    @Property(tries = 400)
    void equityIsTheFillsAddedUpToTheLastUnit(@ForAll long seed) {
        Scenario scenario = Scenario.of(seed);
        RunResult run = scenario.run(false);
        Scales scales = Scales.forFirstPrice(scenario.bars().close(0));
        BigDecimal rate =
                BigDecimal.valueOf(scenario.settings().commissionBps()).movePointLeft(4);
        BigDecimal cash = BigDecimal.valueOf(100_000).setScale(8);
        BigDecimal held = BigDecimal.ZERO;
        List<OrderRecord> fills = new ArrayList<>();
        run.orders().stream().filter(order -> order.fillIndex() != null).forEach(fills::add);
        fills.sort((one, other) -> Integer.compare(fillIndex(one), fillIndex(other)));
        int next = 0;
        for (int i = 0; i < run.time().length; i++) {
            int bar = run.firstIndex() + i;
            for (; next < fills.size() && fillIndex(fills.get(next)) == bar; next++) {
                OrderRecord fill = fills.get(next);
                BigDecimal price = decimal(fill.fillPrice(), scales.price());
                BigDecimal quantity = decimal(fill.quantity(), scales.quantity());
                BigDecimal value = money(quantity.multiply(price));
                boolean buy =
                        fill.action().equals("ENTER_LONG") || fill.action().equals("EXIT_SHORT");
                cash = buy ? cash.subtract(value) : cash.add(value);
                cash = cash.subtract(money(value.multiply(rate)));
                held = buy ? held.add(quantity) : held.subtract(quantity);
            }
            BigDecimal close = decimal(scenario.bars().close(bar), scales.price());
            assertEquals(cash.add(money(held.multiply(close))).doubleValue(), run.equity()[i], "equity at " + bar);
            assertEquals(held.doubleValue(), run.position()[i], "position at " + bar);
        }
        assertEquals(0, held.signum(), "flat at the end");
    }

    private static int fillIndex(OrderRecord order) {
        Integer index = order.fillIndex();
        return index == null ? -1 : index;
    }

    private static BigDecimal decimal(Double value, int scale) {
        return new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal money(BigDecimal exact) {
        return exact.setScale(8, RoundingMode.HALF_EVEN);
    }

    @Property(tries = 300)
    void booksBalanceAfterEveryEntryAndOrdersEndInsideTheirTable(@ForAll long seed) {
        Scenario scenario = Scenario.of(seed);
        int first = scenario.settings().from() == null
                ? 0
                : scenario.bars().indexAtOrAfter(scenario.settings().from());
        long[] assets = new long[1];
        long[] sources = new long[1];
        Ledger.EntryLog audit = (debit, credit, amount) -> {
            assertTrue(amount > 0);
            add(debit, amount, assets, sources);
            add(credit, -amount, assets, sources);
            assertEquals(assets[0], sources[0], "assets are what they are financed by");
        };
        scenario.strategy().prepare(scenario.bars().size());
        HistoryRun run = new HistoryRun(
                scenario.strategy(),
                Backtest.Data.of(KEY, true, scenario.bars()),
                first,
                scenario.bars().size(),
                scenario.settings(),
                audit,
                Progress.NONE);
        RunLog log = run.everyBar();

        assertEquals(0, run.ledger().imbalance());
        assertEquals(assets[0], run.ledger().equity());
        for (RunLog.Entry entry : log.orders()) {
            Order order = entry.order;
            assertTrue(order.state().terminal(), order.toString());
            assertTrue(order.filled() <= order.quantity(), order.toString());
        }
    }

    private static void add(Account account, long debits, long[] assets, long[] sources) {
        if (account.asset()) {
            assets[0] += debits;
        } else {
            sources[0] -= debits;
        }
    }

    @Property(tries = 200)
    void tradesAddUpToWhatTheAccountGained(@ForAll long seed) {
        RunResult run = Scenario.of(seed).run(false);
        double sum = run.trades().stream().mapToDouble(Trade::netPnl).sum();
        assertEquals(run.summary().finalEquity() - 100_000, sum, 1e-6);
        assertEquals(run.equity()[run.equity().length - 1], run.summary().finalEquity());
        assertEquals(
                run.trades().size(),
                run.summary().exitReasons().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        int before = -1;
        for (Trade trade : run.trades()) {
            assertTrue(trade.entryIndex() >= before, "one position at a time");
            assertTrue(trade.exitIndex() >= trade.entryIndex());
            before = trade.exitIndex();
        }
    }

    @Test
    void thePropertiesSeeTradesOfEveryKind() {
        List<Trade.ExitReason> seen = new ArrayList<>();
        int refused = 0;
        for (long seed = 0; seed < 60; seed++) {
            RunResult run = Scenario.of(seed).run(false);
            run.trades().forEach(trade -> seen.add(trade.exitReason()));
            refused += run.orders().stream().anyMatch(order -> order.status().equals("REJECTED")) ? 1 : 0;
        }
        assertTrue(
                seen.containsAll(EnumSet.complementOf(EnumSet.of(Trade.ExitReason.LIQUIDATION))),
                "a generator that never stops out tests little");
        assertTrue(refused > 0);
    }
}
