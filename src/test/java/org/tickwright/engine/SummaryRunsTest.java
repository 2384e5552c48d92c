package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.NodeFault;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.RandomTrading;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyFormatException;

/// The summaries of many runs against the single runs that they stand for.
class SummaryRunsTest {
    private static final List<String> SIZES =
            List.of("fraction:1", "fraction:0.37", "units:3", "units:0.7", "cash:20000", "volatility:0.2/5");

    private static RunSettings settings(SplittableRandom random, Bars bars, boolean bare, boolean realistic) {
        int n = bars.size();
        RunSettings settings = new RunSettings(
                random.nextBoolean() ? 100_000 : 12_345.67,
                random.nextBoolean() ? 0 : random.nextInt(30) / 3.0,
                random.nextBoolean() ? 0 : random.nextInt(30) / 7.0,
                random.nextInt(3) == 0 ? null : SizeRule.parse(SIZES.get(random.nextInt(SIZES.size()))),
                random.nextBoolean(),
                random.nextBoolean() ? Direction.BOTH : Direction.LONG,
                bare || random.nextBoolean() ? null : (Double) level(random),
                bare || random.nextBoolean() ? null : (Double) level(random),
                "plain",
                252,
                random.nextInt(3) == 0 ? bars.time(n / 5) : null,
                random.nextInt(3) == 0 ? bars.time(4 * n / 5) : null,
                Map.of());
        return realistic ? settings.filling(RunSettings.REALISTIC, FillTerms.DEFAULTS) : settings;
    }

    /// From less than slippage takes to more than most bars move.
    private static double level(SplittableRandom random) {
        return StrictMath.pow(10, random.nextDouble(-4.5, -0.5));
    }

    private static List<Map<String, Double>> points() {
        List<Map<String, Double>> points = new ArrayList<>();
        for (double whole : new double[] {2, 3, 5}) {
            points.add(Map.of("whole", whole, "real", 0.5));
            points.add(Map.of("whole", whole, "real", 0.1 + 0.2));
        }
        points.add(Map.of("whole", 2.5));
        return points;
    }

    private static void assertSameAsSingleRuns(Program program, MarketData data, RunSettings settings) {
        List<Map<String, Double>> points = points();
        List<SummaryRuns.Outcome> outcomes = new SummaryRuns(program, data, settings).run(points, () -> false);
        List<SummaryRuns.Outcome> quick =
                new SummaryRuns(program, data, settings, SummaryFigures.QUICK).run(points, () -> false);
        assertEquals(points.size(), outcomes.size());
        assertEquals(points.size(), quick.size());
        for (int i = 0; i < points.size(); i++) {
            RunSettings own = settings.overriding(points.get(i));
            try {
                Summary summary =
                        Backtest.run(program, data, own, Progress.NONE).summary();
                assertEquals(summary, outcomes.get(i).summary(), () -> StrategyCodec.write(program.document()));
                assertEquals(
                        summary.withoutReturns(),
                        quick.get(i).summary(),
                        () -> StrategyCodec.write(program.document()));
            } catch (IllegalArgumentException | ArithmeticException | NodeFault e) {
                assertEquals(e.getMessage(), outcomes.get(i).fault());
                assertEquals(e.getMessage(), quick.get(i).fault());
            }
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void transitionsOfDataAloneGiveTheSummariesOfSingleRuns(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MarketData data = RandomTrading.market(seed, 40 + random.nextInt(400));
        Program program = RandomTrading.program(seed, 4 + random.nextInt(16), true, false);
        assertSameAsSingleRuns(program, data, settings(random, data.base().bars(), true, false));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void frequentTransitionsGiveTheSummariesOfSingleRuns(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MarketData data = RandomTrading.market(seed, 40 + random.nextInt(600));
        assertSameAsSingleRuns(
                RandomTrading.crossing(seed), data, settings(random, data.base().bars(), true, false));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void transitionsUnderStopAndTargetGiveTheSummariesOfSingleRuns(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MarketData data = RandomTrading.market(seed, 40 + random.nextInt(600));
        assertSameAsSingleRuns(
                RandomTrading.crossing(seed), data, settings(random, data.base().bars(), false, false));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anyStrategyUnderAnySettingsGivesTheSummariesOfSingleRuns(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean realistic = random.nextBoolean();
        MarketData data = RandomTrading.market(seed, 40 + random.nextInt(200));
        Program program = RandomTrading.program(seed, 4 + random.nextInt(20), false, realistic);
        assertSameAsSingleRuns(program, data, settings(random, data.base().bars(), false, realistic));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void longSeriesInManyBlocksGiveTheSummariesOfSingleRuns(@ForAll long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = SyntheticBars.minutes(seed, 2 * 4096 + random.nextInt(3) * 64 + random.nextInt(3) - 1);
        MarketData data = MarketData.of(new MarketSeries(new SeriesKey("SIM", bars.timeframe()), true, bars, "hash"));
        Program program = averages();
        RunSettings settings = settings(random, bars, random.nextBoolean(), false);
        assertSameAsSingleRuns(program, data, settings);
    }

    /// Averages that cross, with a level that leaves, over parameters named as [#points] has them.
    private static Program averages() throws StrategyFormatException {
        return Program.of(StrategyCodec.read("""
            {"format": "tickwright-strategy", "version": 1, "name": "averages",
             "parameters": [{"name": "whole", "type": "integer", "value": 4},
                            {"name": "real", "type": "number", "value": 0.5}],
             "nodes": [
              {"id": "fast", "type": "indicator.SMA", "params": {"optInTimePeriod": {"param": "whole"}}},
              {"id": "slow", "type": "indicator.SMA", "params": {"optInTimePeriod": 9}},
              {"id": "up", "type": "crossesAbove"}, {"id": "down", "type": "crossesBelow"},
              {"id": "enterLong", "type": "enterLong"}, {"id": "exitLong", "type": "exitLong"},
              {"id": "enterShort", "type": "enterShort"}, {"id": "exitShort", "type": "exitShort"}],
             "wires": [
              {"from": "fast.value", "to": "up.a"}, {"from": "slow.value", "to": "up.b"},
              {"from": "fast.value", "to": "down.a"}, {"from": "slow.value", "to": "down.b"},
              {"from": "up.value", "to": "enterLong.when"}, {"from": "down.value", "to": "exitLong.when"},
              {"from": "down.value", "to": "enterShort.when"}, {"from": "up.value", "to": "exitShort.when"}]}
            """), IndicatorCatalogue.builtIn());
    }

    @Test
    void thePropertiesSeeEveryWayOutOfAPosition() {
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 0; seed < 120; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MarketData data = RandomTrading.market(seed, 300);
            RunSettings settings = settings(random, data.base().bars(), false, false);
            SummaryRuns runs = new SummaryRuns(RandomTrading.crossing(seed), data, settings);
            for (SummaryRuns.Outcome outcome : runs.run(points(), () -> false)) {
                if (runs.played() > 0 && outcome.summary() != null) {
                    outcome.summary().exitReasons().forEach((reason, count) -> seen.merge(reason, count, Integer::sum));
                }
            }
        }
        assertEquals(Set.of("END_OF_DATA", "SIGNAL", "STOP", "STOP_GAP", "TARGET", "TARGET_GAP"), seen.keySet());
        seen.forEach((reason, count) -> assertTrue(count > 10, seen::toString));
    }

    @Test
    void thePropertiesSeeManyTransitions() {
        int played = 0;
        int traded = 0;
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MarketData data = RandomTrading.market(seed, 300);
            Program program = RandomTrading.crossing(seed);
            SummaryRuns runs =
                    new SummaryRuns(program, data, settings(random, data.base().bars(), true, false));
            for (SummaryRuns.Outcome outcome : runs.run(points(), () -> false)) {
                traded += outcome.summary() != null && outcome.summary().trades() > 3 ? 1 : 0;
            }
            played += runs.played();
        }
        assertTrue(played > 80, "a generator that rarely comes here tests little: " + played);
        assertTrue(traded > 40, "few trades: " + traded);
    }
}
