package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.OrderStyle;

/// What must hold with realistic fills whatever the market does and the strategy wants.
class RealisticRunPropertyTest {
    private static final SeriesKey KEY = new SeriesKey("TEST", Timeframe.DAY);
    private static final List<String> SIZES = List.of(
            "fraction:1",
            "fraction:0.4",
            "units:300",
            "cash:50000",
            "risk:0.05",
            "volatility:0.2/5",
            "kelly:0.5/0.6/3/0.2");
    private static final List<TimeInForce> TIMES = List.of(
            TimeInForce.DAY,
            TimeInForce.GOOD_TILL_CANCELLED,
            TimeInForce.GOOD_TILL_DATE,
            TimeInForce.IMMEDIATE_OR_CANCEL,
            TimeInForce.FILL_OR_KILL);

    private record Scenario(Backtest.Data data, ColumnStrategy strategy, RunSettings settings) {
        static Scenario of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Bars bars = thin(random, SyntheticBars.daily(random.nextLong(), 60 + random.nextInt(200)));
            int n = bars.size();
            double often = 0.02 + 0.3 * random.nextDouble();
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
            } else if (random.nextInt(3) == 0) {
                strategy.trailingAt(0.002 + 0.05 * random.nextDouble());
            }
            OrderStyle style = style(random);
            if (style != null) {
                strategy.ordering(style, 0.03 * random.nextDouble());
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
                            "realistic",
                            252,
                            random.nextInt(3) == 0 ? bars.time(n / 4) : null,
                            random.nextInt(3) == 0 ? bars.time(3 * n / 4) : null,
                            Map.of())
                    .filling(
                            "realistic",
                            new FillTerms(
                                    random.nextBoolean() ? 0.1 : 1,
                                    null,
                                    FillTerms.Resolution.values()[random.nextInt(3)],
                                    random.nextLong(),
                                    false));
            return new Scenario(Backtest.Data.of(KEY, true, bars), strategy, settings);
        }

        /// The same prices with volumes that sometimes leave an order over.
        private static Bars thin(SplittableRandom random, Bars bars) {
            double most = random.nextInt(4) == 0 ? 0 : Math.pow(10, 2 + 4 * random.nextDouble());
            Bars thin = new Bars(bars.timeframe(), bars.zone(), bars.size());
            for (int i = 0; i < bars.size(); i++) {
                double volume = random.nextInt(8) == 0 ? 0 : Math.rint(most * random.nextDouble());
                thin.append(bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), volume);
            }
            return thin;
        }

        private static OrderStyle style(SplittableRandom random) {
            TimeInForce time = TIMES.get(random.nextInt(TIMES.size()));
            TimeInForce patient = time.immediate() ? TimeInForce.DAY : time;
            int bars = 1 + random.nextInt(5);
            return switch (random.nextInt(7)) {
                case 0 -> new OrderStyle(OrderType.LIMIT, time, bars, Double.NaN);
                case 1 -> new OrderStyle(OrderType.STOP, patient, bars, Double.NaN);
                case 2 -> new OrderStyle(OrderType.STOP_LIMIT, patient, bars, 0.01 * random.nextDouble());
                case 3 -> new OrderStyle(OrderType.MARKET, TimeInForce.AT_NEXT_CLOSE, 1, Double.NaN);
                case 4 -> new OrderStyle(OrderType.LIMIT, TimeInForce.AT_NEXT_CLOSE, 1, Double.NaN);
                default -> null;
            };
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
                    strategy, new Backtest.Identity("random", "none"), data, settings, Progress.NONE, everyBar);
        }

        RunLog log() {
            int first = settings.from() == null ? 0 : data.bars().indexAtOrAfter(settings.from());
            strategy.prepare(data.bars().size());
            HistoryRun run = new HistoryRun(
                    strategy, data, first, data.bars().size(), settings, Ledger.EntryLog.NONE, Progress.NONE);
            return run.everyBar();
        }
    }

    @Property(tries = 500)
    void leavingBarsOutGivesTheSameBytesAsEveryStep(@ForAll long seed) {
        assertArrayEquals(
                RunJson.bytes(Scenario.of(seed).run(true)),
                RunJson.bytes(Scenario.of(seed).run(false)));
    }

    @Property(tries = 300)
    void noBarFillsMoreThanItsShareAndNoOrderMoreThanItself(@ForAll long seed) {
        Scenario scenario = Scenario.of(seed);
        Bars bars = scenario.data().bars();
        double participation = scenario.settings().fillTerms().participation();
        Scales scales = Scales.forFirstPrice(bars.close(0));
        double[] done = new double[bars.size()];
        boolean anyVolume = false;
        for (int bar = 0; bar < bars.size(); bar++) {
            anyVolume |= bars.volume(bar) > 0;
        }
        long position = 0;
        for (RunLog.Entry entry : scenario.log().orders()) {
            Order order = entry.order;
            long sum = 0;
            int before = -1;
            for (Fill fill : entry.fills()) {
                boolean atEnd = order.intent().timeInForce() == TimeInForce.AT_CLOSE;
                assertTrue(fill.index() > before, "no bar fills an order twice: " + order);
                before = fill.index();
                sum += fill.quantity();
                done[fill.index()] += atEnd ? 0 : scales.quantityOf(fill.quantity());
                assertTrue(
                        fill.index() > order.intent().signalIndex()
                                || !fill.action().entry(),
                        "never before known");
            }
            position += order.action().side().sign() * sum;
            assertEquals(sum, order.filled());
            assertTrue(order.filled() <= order.quantity());
            assertEquals(order.state() == OrderState.FILLED, sum > 0 && sum == order.quantity(), order.toString());
            assertTrue(order.state().terminal(), order.toString());
        }
        assertEquals(0, position, "flat at the end");
        for (int bar = 0; anyVolume && bar < bars.size(); bar++) {
            assertTrue(done[bar] <= participation * bars.volume(bar) + 1e-9, "bar " + bar);
        }
    }

    @Property(tries = 200)
    void fillsLieInsideTheirBarAndLimitsAreKept(@ForAll long seed) {
        Scenario scenario = Scenario.of(seed);
        Bars bars = scenario.data().bars();
        Scales scales = Scales.forFirstPrice(bars.close(0));
        for (RunLog.Entry entry : scenario.log().orders()) {
            for (Fill fill : entry.fills()) {
                double raw = scales.priceOf(fill.rawPrice());
                assertTrue(raw <= bars.high(fill.index()) + 1e-9 && raw >= bars.low(fill.index()) - 1e-9);
                int sign = fill.action().side().sign();
                OrderType type = entry.order.intent().type();
                if (type == OrderType.LIMIT || type == OrderType.STOP_LIMIT) {
                    long limit = type == OrderType.LIMIT ? entry.order.level() : entry.order.limit();
                    assertTrue(sign * fill.price() <= sign * limit, "never worse than its limit: " + entry.order);
                }
            }
        }
    }

    @Property(tries = 200)
    void tradesAddUpToWhatTheAccountGained(@ForAll long seed) {
        RunResult run = Scenario.of(seed).run(false);
        double sum = run.trades().stream().mapToDouble(Trade::netPnl).sum();
        assertEquals(run.summary().finalEquity() - 100_000, sum, 1e-5);
    }

    @Property(tries = 50)
    void theDocumentReadsBackWithItsTermsAndAmbiguousBars(@ForAll long seed) throws java.io.IOException {
        RunResult run = Scenario.of(seed).run(false);
        RunResult back = RunJson.read(RunJson.bytes(run));
        assertEquals(run.settings(), back.settings());
        assertEquals(run.ambiguity(), back.ambiguity());
        assertArrayEquals(RunJson.bytes(run), RunJson.bytes(back));
    }

    @Test
    void plainRefusesAStrategyThatSendsOrdersOfItsOwn() {
        Bars bars = SyntheticBars.daily(1, 10);
        ColumnStrategy strategy = new ColumnStrategy(new boolean[2][10], new boolean[2][10])
                .ordering(new OrderStyle(OrderType.LIMIT, TimeInForce.DAY, 1, Double.NaN), 0.01);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Backtest.run(
                        strategy,
                        new Backtest.Identity("x", "none"),
                        Backtest.Data.of(KEY, true, bars),
                        RunSettings.DEFAULTS,
                        Progress.NONE));
        assertTrue(refused.getMessage().contains("profile realistic"), refused.getMessage());
    }

    @Test
    void theScenariosSeeEveryKindOfEndAndFill() {
        Set<OrderState> ends = EnumSet.noneOf(OrderState.class);
        Set<Fill.Trigger> triggers = EnumSet.noneOf(Fill.Trigger.class);
        int ambiguous = 0;
        int parts = 0;
        for (long seed = 0; seed < 150; seed++) {
            Scenario scenario = Scenario.of(seed);
            ambiguous += scenario.run(false).ambiguity().count();
            for (RunLog.Entry entry : scenario.log().orders()) {
                ends.add(entry.order.state());
                parts += entry.more == null ? 0 : 1;
                entry.fills().forEach(fill -> triggers.add(fill.trigger()));
            }
        }
        assertEquals(
                EnumSet.of(OrderState.FILLED, OrderState.CANCELLED, OrderState.EXPIRED, OrderState.REJECTED), ends);
        assertEquals(EnumSet.complementOf(EnumSet.of(Fill.Trigger.LINKED)), triggers);
        assertTrue(ambiguous > 15 && parts > 100, ambiguous + " ambiguous bars, " + parts + " orders in parts");
    }
}
