package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.Evaluation;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;

/// Strategies that trade several instruments, from the file to the result: the templates and a rotation by hand.
class SeveralInstrumentsTest {
    private static final IndicatorCatalogue INDICATORS = IndicatorCatalogue.builtIn();
    private static final long DAY = 86_400_000_000_000L;
    private static final RunSettings BOTH = new RunSettings(
            100_000, 2, 1, null, false, RunSettings.Direction.BOTH, null, null, "plain", 252, null, null, Map.of());

    private static StrategyDocument template(String name) throws IOException, StrategyFormatException {
        try (InputStream in =
                SeveralInstrumentsTest.class.getResourceAsStream("/assets/strategies/" + name + ".strategy.json")) {
            return StrategyCodec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static MarketSeries series(String symbol, Bars bars) {
        return new MarketSeries(new SeriesKey(symbol, Timeframe.DAY), true, bars, bars.contentHash());
    }

    /// Two series that drift apart and together again, and two more.
    private static MarketData market(int bars) {
        return new MarketData(
                series("SIM-ALPHA", SyntheticBars.daily(1, bars)),
                List.of(
                        series("SIM-BETA", SyntheticBars.daily(2, bars)),
                        series("C", SyntheticBars.daily(3, bars)),
                        series("D", SyntheticBars.daily(4, bars))),
                List.of("SIM-ALPHA", "SIM-BETA", "C", "D"));
    }

    private static RunResult run(String template, MarketData data) throws Exception {
        return Backtest.run(Program.of(template(template), INDICATORS), data, BOTH, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs-spread", "rotation"})
    void aTemplateTradesSeveralInstrumentsAndGivesTheSameBytesTwice(String template) throws Exception {
        RunResult run = run(template, market(900));
        assertTrue(run.trades().size() >= 8, () -> run.trades().size() + " trades");
        int instruments = template.equals("rotation") ? 4 : 2;
        assertEquals(
                instruments,
                run.trades().stream().map(Trade::instrument).distinct().count());
        assertEquals(instruments, run.holdings().size());
        assertArrayEquals(RunJson.bytes(run), RunJson.bytes(run(template, market(900))));
        RunResult back = RunJson.read(RunJson.bytes(run));
        assertEquals(run.trades(), back.trades());
        assertEquals(run.orders(), back.orders());
        assertEquals(run.holdings(), back.holdings());
        assertArrayEquals(RunJson.bytes(run), RunJson.bytes(back));
        double net = run.trades().stream().mapToDouble(Trade::netPnl).sum();
        assertEquals(run.equity()[899], 100_000 + net, 1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs-spread", "rotation"})
    void aTemplateDecidesByThePastAlone(String template) throws Exception {
        Program program = Program.of(template(template), INDICATORS);
        RunResult whole = run(template, market(900));
        for (int cut : new int[] {200, 431, 700}) {
            MarketData data = market(900);
            MarketData past = new MarketData(
                    sliced(data.base(), cut),
                    data.others().stream().map(each -> sliced(each, cut)).toList(),
                    data.universe());
            RunResult known = Backtest.run(program, past, BOTH, Progress.NONE);
            for (int bar = 0; bar < cut - 1; bar++) {
                assertEquals(whole.equity()[bar], known.equity()[bar]);
                assertEquals(whole.position()[bar], known.position()[bar]);
            }
        }
    }

    private static MarketSeries sliced(MarketSeries series, int end) {
        return series(series.key().symbol(), series.bars().slice(0, end));
    }

    @Test
    void aPairIsLongOneAndShortTheOtherWithEqualValues() throws Exception {
        RunResult run = run("pairs-spread", market(900));
        double[] alpha = run.holdings().get(0).units();
        double[] beta = run.holdings().get(1).units();
        int both = 0;
        for (int bar = 0; bar < alpha.length; bar++) {
            assertTrue(alpha[bar] * beta[bar] <= 0, "opposite signs");
            both += alpha[bar] != 0 && beta[bar] != 0 ? 1 : 0;
        }
        assertTrue(both > 50, both + " bars with both legs");
        OrderRecord first = run.orders().get(0);
        OrderRecord second = run.orders().get(1);
        assertEquals(first.fillTime(), second.fillTime());
        assertEquals(
                first.quantity() * first.fillPrice(), second.quantity() * second.fillPrice(), 100, "half of it each");
    }

    private static Bars closes(double... prices) {
        return closes(1, prices);
    }

    private static Bars closes(int volume, double[] prices) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, prices.length);
        for (int day = 0; day < prices.length; day++) {
            bars.append(day * DAY, prices[day], prices[day], prices[day], prices[day], volume);
        }
        return bars;
    }

    /// The rate of change over one bar of A, B and C is 0, 10 and 20 % on the second bar, and 30, 10 and 10 % on the
    /// third, where B comes before C by its name.
    private static final MarketData RISING = new MarketData(
            series("A", closes(10, 10, 13, 13, 13)),
            List.of(series("B", closes(10, 11, 12.1, 12.1, 12.1)), series("C", closes(10, 12, 13.2, 13.2, 13.2))),
            List.of("A", "B", "C"));

    private static Program rotation(String schedule) throws StrategyFormatException {
        return Program.of(StrategyCodec.read("""
            {"format": "tickwright-strategy", "version": 1, "name": "By hand",
             "nodes": [
              {"id": "momentum", "type": "indicator.ROC", "params": {"optInTimePeriod": 1, "instrument": "each"}},
              {"id": "place", "type": "rank"}, {"id": "top", "type": "constant", "params": {"value": 2}},
              {"id": "among", "type": "lessOrEqual"}, {"id": "behind", "type": "not"},
              {"id": "when", "type": "schedule", "params": %s},
              {"id": "choose", "type": "and"}, {"id": "drop", "type": "and"},
              {"id": "hold", "type": "targetWeight", "params": {"instrument": "each", "weight": 0.5}},
              {"id": "leave", "type": "targetWeight", "params": {"instrument": "each", "weight": 0}}],
             "wires": [
              {"from": "momentum.value", "to": "place.a"},
              {"from": "place.value", "to": "among.a"}, {"from": "top.value", "to": "among.b"},
              {"from": "among.value", "to": "behind.a"},
              {"from": "when.value", "to": "choose.a"}, {"from": "among.value", "to": "choose.b"},
              {"from": "when.value", "to": "drop.a"}, {"from": "behind.value", "to": "drop.b"},
              {"from": "choose.value", "to": "hold.when"}, {"from": "drop.value", "to": "leave.when"}]}
            """.formatted(schedule)), INDICATORS);
    }

    @Test
    void ranksTheUniverseAtEachBarWithTiesByName() throws Exception {
        Map<String, Evaluation> each = rotation("{\"every\": \"bars\"}").bindEach(RISING, Map.of());
        assertEquals(List.of("A", "B", "C"), List.copyOf(each.keySet()));
        double[][] ranks = {{3, 2, 1}, {1, 2, 3}};
        int place = 0;
        for (Evaluation evaluation : each.values()) {
            assertTrue(Double.isNaN(evaluation.value("place", "value", 0)));
            assertEquals(ranks[0][place], evaluation.value("place", "value", 1));
            assertEquals(ranks[1][place], evaluation.value("place", "value", 2));
            place++;
        }
    }

    /// B and C are bought at bar 2 with 500 each; at bar 3 C is sold and A bought.
    @Test
    void holdsTheBestTwoWithHalfOfTheEquityEach() throws Exception {
        RunSettings settings = new RunSettings(
                1000, 0, 0, null, true, RunSettings.Direction.LONG, null, null, "plain", 252, null, null, Map.of());
        RunResult run = Backtest.run(rotation("{\"every\": \"bars\"}"), RISING, settings, Progress.NONE);
        List<String> fills = run.orders().stream()
                .filter(order -> order.fillTime() != null && order.fillIndex() < 4)
                .map(order -> order.action() + " " + order.instrument() + " " + order.quantity() + " at "
                        + order.fillPrice() + " bar " + order.fillIndex())
                .toList();
        assertEquals(
                List.of(
                        "ENTER_LONG B 41.0 at 12.1 bar 2",
                        "ENTER_LONG C 37.0 at 13.2 bar 2",
                        "EXIT_LONG C 37.0 at 13.2 bar 3",
                        "ENTER_LONG A 38.0 at 13.0 bar 3"),
                fills);
        assertEquals(
                "target weight 50.0 %: schedule when and lessOrEqual: place 2 ≤ 2",
                run.orders().getFirst().reason());
    }

    @Test
    void decidesOnTheFirstBarOfEachMonth() throws Exception {
        Bars bars = SyntheticBars.daily(5, 100);
        MarketData data = new MarketData(series("A", bars), List.of(), List.of("A"));
        Evaluation evaluation =
                rotation("{\"every\": \"month\"}").bindEach(data, Map.of()).get("A");
        evaluation.prepare(100);
        Decision decision = new Decision();
        TreeSet<Integer> decided = new TreeSet<>();
        for (int bar = 0; bar < 100; bar++) {
            if (evaluation.value("when", "value", bar) == 1) {
                decided.add(bar);
            }
        }
        assertEquals(new TreeSet<>(List.of(0, 31, 60, 91)), decided, "January, February and March of 2000");
    }

    @Test
    void aPairWithoutItsOtherHalfIsRefusedByName() {
        MarketData alone = MarketData.of(series("SIM-ALPHA", SyntheticBars.daily(1, 100)));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> run("pairs-spread", alone));
        assertTrue(String.valueOf(refused.getMessage()).contains("SIM-BETA 1d"), refused.getMessage());
    }

    /// B and C trade 20 units a bar, of which a quarter may be had: 5 of each at the first opening, 5 more at the
    /// next, where C is given up before it was whole.
    @Test
    void weightsAreReachedAsFarAsTheVolumeAllows() throws Exception {
        RunSettings settings = new RunSettings(
                        1000,
                        0,
                        0,
                        null,
                        true,
                        RunSettings.Direction.LONG,
                        null,
                        null,
                        "realistic",
                        252,
                        null,
                        null,
                        Map.of())
                .filling("realistic", new FillTerms(0.25, null, FillTerms.Resolution.PESSIMISTIC, 0, true));
        MarketData thin = new MarketData(
                series("A", closes(20, new double[] {10, 10, 13, 13, 13})),
                List.of(
                        series("B", closes(20, new double[] {10, 11, 12.1, 12.1, 12.1})),
                        series("C", closes(20, new double[] {10, 12, 13.2, 13.2, 13.2}))),
                List.of("A", "B", "C"));
        RunResult run = Backtest.run(rotation("{\"every\": \"bars\"}"), thin, settings, Progress.NONE);
        assertArrayEquals(new double[] {0, 0, 5, 10, 0}, run.holdings().get(1).units());
        assertArrayEquals(new double[] {0, 0, 5, 0, 0}, run.holdings().get(2).units());
        assertEquals(5, run.holdings().get(0).units()[3]);
        double net = run.trades().stream().mapToDouble(Trade::netPnl).sum();
        assertEquals(run.equity()[4], 1000 + net, 1e-6);
    }

    @Test
    void theUniverseIsPartOfTheData() {
        MarketData other = new MarketData(RISING.base(), RISING.others(), List.of("A", "B"));
        assertTrue(!RISING.hash().equals(other.hash()));
        assertEquals("A,B,C", RISING.universe().stream().collect(Collectors.joining(",")));
    }
}
