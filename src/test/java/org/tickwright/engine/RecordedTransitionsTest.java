package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.NodeFault;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.RandomTrading;
import org.tickwright.strategy.SharedColumns;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyFormatException;

/// Whole results of runs from transition to transition against those that took every step.
class RecordedTransitionsTest {
    private static final List<String> SIZES =
            List.of("fraction:1", "fraction:0.37", "units:3", "units:0.7", "cash:20000", "cash:40", "volatility:0.2/5");
    private static final double[] CAPITALS = {100_000, 12_345.67, 5_000, 40, 1e9};

    /// Runs of a program, and what they came to by each way.
    private record Comparison(Program program, MarketData data, RunSettings settings) {

        /// Every step is taken, by the reference.
        RunResult everyStep() {
            MarketSeries base = data.base();
            return Backtest.run(
                            program.bind(data, settings.parameters()),
                            new Backtest.Identity(
                                    program.document().name(),
                                    Backtest.strategyHash(
                                            StrategyCodec.hash(program.document()), settings.parameters())),
                            new Backtest.Data(base.key(), base.simulated(), base.bars(), data.hash()),
                            settings,
                            Progress.NONE,
                            true)
                    .reading(RunSeries.of(data));
        }

        RunResult run() {
            return Backtest.run(program, data, settings, Progress.NONE);
        }

        /// Null where it is not played this way.
        RecordedTransitions.Recorded recorded() {
            if (!RecordedTransitions.possible(program, settings)) {
                return null;
            }
            try {
                SimulatedAccount.Span span = Backtest.acceptable(program, data, settings);
                return RecordedTransitions.of(program, new SharedColumns(data), span, settings, Progress.NONE);
            } catch (IllegalArgumentException | NodeFault e) {
                return null;
            }
        }

        void assertSame() throws IOException {
            RunResult reference;
            try {
                reference = everyStep();
            } catch (IllegalArgumentException | ArithmeticException | NodeFault e) {
                RuntimeException own = assertThrows(e.getClass(), this::run);
                assertEquals(words(e), words(own));
                return;
            }
            RunResult own = run();
            assertEquals(reference.trades(), own.trades(), this::strategy);
            assertEquals(reference.orders(), own.orders(), this::strategy);
            assertEquals(reference.summary(), own.summary(), this::strategy);
            assertArrayEquals(reference.time(), own.time());
            assertArrayEquals(reference.equity(), own.equity());
            assertArrayEquals(reference.position(), own.position());
            assertArrayEquals(RunJson.bytes(reference), RunJson.bytes(own), this::strategy);
        }

        private static String words(RuntimeException e) {
            return e instanceof ArithmeticException beyond ? FixedPoint.words(beyond) : String.valueOf(e.getMessage());
        }

        private String strategy() {
            return settings + "\n" + StrategyCodec.write(program.document());
        }
    }

    /// Settings that make a run take steps, by the bits of the same transitions.
    private static RunSettings steps(SplittableRandom random, Bars bars) {
        RunSettings plain = settings(random, bars);
        RunSettings stops = new RunSettings(
                plain.capital(),
                plain.commissionBps(),
                plain.slippageBps(),
                plain.size(),
                plain.wholeUnits(),
                plain.direction(),
                random.nextInt(4) == 0 ? null : 0.001 + 0.02 * random.nextDouble(),
                random.nextInt(4) == 0 ? null : 0.001 + 0.04 * random.nextDouble(),
                "plain",
                252,
                plain.from(),
                plain.to(),
                plain.parameters());
        return random.nextInt(3) == 0 ? stops.filling(RunSettings.REALISTIC, FillTerms.DEFAULTS) : stops;
    }

    private static RunSettings settings(SplittableRandom random, Bars bars) {
        int n = bars.size();
        RunSettings settings = new RunSettings(
                CAPITALS[random.nextInt(CAPITALS.length)],
                random.nextBoolean() ? 0 : random.nextInt(900) / 3.0,
                random.nextBoolean() ? 0 : random.nextInt(300) / 7.0,
                random.nextInt(3) == 0 ? null : SizeRule.parse(SIZES.get(random.nextInt(SIZES.size()))),
                random.nextBoolean(),
                random.nextBoolean() ? Direction.BOTH : Direction.LONG,
                null,
                null,
                "plain",
                252,
                random.nextInt(3) == 0 ? bars.time(random.nextInt(n)) : null,
                random.nextInt(3) == 0 ? bars.time(random.nextInt(n)) : null,
                Map.of());
        Map<String, Double> parameters = new TreeMap<>();
        if (random.nextBoolean()) {
            parameters.put("whole", 2.0 + random.nextInt(5));
        }
        if (random.nextInt(20) == 0) {
            parameters.put("nobody knows it", 1.0);
        }
        return settings.parameters(parameters);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void frequentTransitionsGiveTheResultsOfEveryStep(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        MarketData data = RandomTrading.market(seed, 1 + random.nextInt(500));
        new Comparison(
                        RandomTrading.crossing(seed),
                        data,
                        settings(random, data.base().bars()))
                .assertSame();
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void strategiesOfAnyNodesGiveTheResultsOfEveryStep(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        MarketData data = RandomTrading.market(seed, 40 + random.nextInt(300));
        Program program = RandomTrading.program(seed, 4 + random.nextInt(16), random.nextInt(4) != 0, false);
        new Comparison(program, data, settings(random, data.base().bars())).assertSame();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void seriesOfManyBlocksGiveTheResultsOfEveryStep(@ForAll long seed) throws IOException, StrategyFormatException {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = SyntheticBars.minutes(seed, 2 * 4096 + random.nextInt(3) * 64 + random.nextInt(3) - 1);
        Program program = random.nextBoolean() ? RandomTrading.crossing(seed) : averages(2 + random.nextInt(30), "SMA");
        new Comparison(program, market(bars), settings(random, bars)).assertSame();
    }

    /// Held through many blocks, or not at all through many, and back.
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void longHoldingsAndLongWaitsGiveTheResultsOfEveryStep(@ForAll long seed)
            throws IOException, StrategyFormatException {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = SyntheticBars.minutes(seed, 12_000 + random.nextInt(9_000));
        new Comparison(averages(200 + random.nextInt(3000), "EMA"), market(bars), settings(random, bars)).assertSame();
    }

    /// Prices that multiply, fall to nothing and below: accounts lose all, and orders find no price.
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void pricesOutOfBoundsGiveTheResultsOfEveryStep(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = wild(random, 100 + random.nextInt(200));
        new Comparison(RandomTrading.crossing(seed), market(bars), settings(random, bars)).assertSame();
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void stopsTargetsAndRealisticFillsGiveTheResultsOfEveryStep(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        MarketData data = RandomTrading.market(seed, 40 + random.nextInt(400));
        Program program = random.nextInt(3) == 0
                ? RandomTrading.program(seed, 4 + random.nextInt(16), random.nextInt(4) != 0, random.nextBoolean())
                : RandomTrading.crossing(seed);
        new Comparison(program, data, steps(random, data.base().bars())).assertSame();
    }

    /// Decided in one block and filled in the next, whose bits are others.
    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void stopsOverManyBlocksGiveTheResultsOfEveryStep(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = SyntheticBars.minutes(seed, 2 * 4096 + random.nextInt(3000));
        new Comparison(RandomTrading.crossing(seed), market(bars), steps(random, bars)).assertSame();
    }

    private static Bars wild(SplittableRandom random, int count) {
        Bars calm = SyntheticBars.daily(random.nextLong(), count);
        Bars bars = new Bars(calm.timeframe(), calm.zone(), count);
        boolean negative = random.nextInt(3) == 0;
        double factor = 1;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(12) == 0) {
                factor = Math.clamp(factor * Math.exp(4 * random.nextDouble() - 2), 1e-4, 1e4);
            }
            double shift = negative ? -factor * calm.close(0) : 0;
            bars.append(
                    calm.time(i),
                    cents(calm.open(i) * factor + shift),
                    cents(calm.high(i) * factor + shift),
                    cents(calm.low(i) * factor + shift),
                    cents(calm.close(i) * factor + shift),
                    calm.volume(i));
        }
        return bars;
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    private static MarketData market(Bars bars) {
        return MarketData.of(new MarketSeries(new SeriesKey("SIM", bars.timeframe()), true, bars, "hash"));
    }

    private static Program averages(int slow, String kind) throws StrategyFormatException {
        return Program.of(
                StrategyCodec.read("""
                    {"format": "tickwright-strategy", "version": 1, "name": "averages",
                     "parameters": [{"name": "whole", "type": "integer", "value": 4}],
                     "nodes": [
                      {"id": "fast", "type": "indicator.SMA", "params": {"optInTimePeriod": {"param": "whole"}}},
                      {"id": "slow", "type": "indicator.KIND", "params": {"optInTimePeriod": SLOW}},
                      {"id": "up", "type": "crossesAbove"}, {"id": "down", "type": "crossesBelow"},
                      {"id": "enterLong", "type": "enterLong"}, {"id": "exitLong", "type": "exitLong"},
                      {"id": "enterShort", "type": "enterShort"}, {"id": "exitShort", "type": "exitShort"}],
                     "wires": [
                      {"from": "fast.value", "to": "up.a"}, {"from": "slow.value", "to": "up.b"},
                      {"from": "fast.value", "to": "down.a"}, {"from": "slow.value", "to": "down.b"},
                      {"from": "up.value", "to": "enterLong.when"}, {"from": "down.value", "to": "exitLong.when"},
                      {"from": "down.value", "to": "enterShort.when"}, {"from": "up.value", "to": "exitShort.when"}]}
                    """.replace("SLOW", String.valueOf(slow)).replace("KIND", kind)),
                IndicatorCatalogue.builtIn());
    }

    static List<String> cases() {
        return ReferenceCase.IDS;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void templatesGiveTheTradesOfTheReference(String id) throws Exception {
        ReferenceCase reference = ReferenceCase.read(id);
        Bars bars = reference.bars();
        MarketData data =
                MarketData.of(new MarketSeries(new SeriesKey("TEST", Timeframe.DAY), false, bars, bars.contentHash()));
        String path = "/assets/strategies/" + reference.template() + ".strategy.json";
        try (var in = RecordedTransitionsTest.class.getResourceAsStream(path)) {
            Program program = Program.of(
                    StrategyCodec.read(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)),
                    IndicatorCatalogue.builtIn());
            RunSettings settings = reference.settings(reference.parameters());
            Comparison comparison = new Comparison(program, data, settings);
            comparison.assertSame();
            reference.assertAgrees(comparison.run());
        }
    }

    @Test
    void thePropertiesSeeEveryFateOfAnOrder() {
        int recorded = 0;
        int cut = 0;
        int trades = 0;
        List<String> refusals = new ArrayList<>();
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MarketData data = random.nextInt(3) == 0
                    ? market(wild(random, 200))
                    : RandomTrading.market(seed, 1 + random.nextInt(500));
            RecordedTransitions.Recorded run = new Comparison(
                            RandomTrading.crossing(seed),
                            data,
                            settings(random, data.base().bars()))
                    .recorded();
            if (run != null) {
                recorded++;
                trades += run.trades().size();
                for (OrderRecord order : run.orders()) {
                    cut += order.reason().endsWith(Reasons.CUT) ? 1 : 0;
                    if (order.status().equals("REJECTED")) {
                        refusals.add(order.reason().substring(0, 10));
                    }
                }
            }
        }
        assertTrue(recorded > 150, "a generator that rarely comes here tests little: " + recorded);
        assertTrue(trades > 1000, "few trades: " + trades);
        assertTrue(cut > 50, "few were cut: " + cut);
        for (String why : List.of("The price ", "There is n", "Size units", "Size fract", "The data e")) {
            assertTrue(refusals.contains(why), () -> why + " is not among the refusals " + new TreeSet<>(refusals));
        }
    }

    @Test
    void aCancelledRunEnds() throws StrategyFormatException {
        Bars bars = SyntheticBars.minutes(1, 1000);
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String stage) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Program program = averages(9, "SMA");
        assertThrows(
                CancellationException.class,
                () -> Backtest.run(program, market(bars), RunSettings.DEFAULTS, cancelled));
    }
}
