package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.Timeframe;

/// Values of other timeframes and instruments, worked out by hand.
class JoinTest {
    private static final NodeCatalogue CATALOGUE = new NodeCatalogue(IndicatorCatalogue.builtIn());
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final double U = Double.NaN;

    private static Bars hours(double... closes) {
        return Markets.closes(closes);
    }

    private static MarketData base(Bars bars) {
        return MarketData.of(new MarketSeries(new SeriesKey("BASE", bars.timeframe()), true, bars, "base"));
    }

    private static MarketData with(MarketData data, String symbol, Bars bars) {
        return data.with(new MarketSeries(new SeriesKey(symbol, bars.timeframe()), true, bars, symbol));
    }

    private static StrategyDocument document(Graph graph) {
        return graph.node("never", "constant", "value", 0)
                .node("one", "constant", "value", 1)
                .node("false", "greater")
                .wire("never", "false.a")
                .wire("one", "false.b")
                .node("buy", "enterLong")
                .wire("false", "buy.when")
                .document();
    }

    private static Evaluation bind(Graph graph, MarketData data) {
        return Program.of(document(graph), CATALOGUE).bind(data, Map.of());
    }

    private static double[] values(Evaluation evaluation, String node, int bars) {
        double[] values = new double[bars];
        for (int bar = 0; bar < bars; bar++) {
            values[bar] = evaluation.value(node, "value", bar);
        }
        return values;
    }

    @Test
    void aLongerBarIsSeenFromTheBarThatClosesWithIt() {
        Graph graph = new Graph().node("slow", "price", "timeframe", "3h");
        Evaluation evaluation = bind(graph, base(hours(1, 2, 3, 4, 5, 6, 7)));
        assertArrayEquals(new double[] {U, U, 3, 3, 3, 6, 6}, values(evaluation, "slow", 7));
    }

    @Test
    void anAverageOfLongerClosesRunsOverLongerBars() {
        Graph graph = new Graph()
                .node("slow", "price", "timeframe", "2h")
                .node("sma", "indicator.SMA", "optInTimePeriod", 2)
                .wire("slow", "sma.real")
                .node("own", "indicator.SMA", "optInTimePeriod", 2, "timeframe", "2h");
        Evaluation evaluation = bind(graph, base(hours(1, 2, 3, 4, 5, 6, 7)));
        double[] expected = {U, U, U, 3, 3, 5, 5};
        assertArrayEquals(expected, values(evaluation, "sma", 7), "2 and 4, then 4 and 6");
        assertArrayEquals(expected, values(evaluation, "own", 7));
    }

    @Test
    void whereSeriesMixTheBaseBarsCount() {
        Graph graph = new Graph()
                .node("slow", "price", "timeframe", "2h")
                .node("close", "price")
                .node("gap", "subtract")
                .wire("close", "gap.a")
                .wire("slow", "gap.b")
                .node("before", "lag", "bars", 1)
                .wire("gap", "before.a");
        Evaluation evaluation = bind(graph, base(hours(1, 2, 4, 8, 16)));
        assertArrayEquals(new double[] {U, 0, 2, 0, 8}, values(evaluation, "gap", 5));
        assertArrayEquals(new double[] {U, U, 0, 2, 0}, values(evaluation, "before", 5));
    }

    @Test
    void crossesAreJudgedOnTheSeriesOfTheirInputsAndExplainedByIt() {
        Graph graph = new Graph()
                .node("slow", "price", "timeframe", "2h")
                .node("level", "constant", "value", 5)
                .node("up", "crossesAbove")
                .wire("slow", "up.a")
                .wire("level", "up.b")
                .node("enter", "enterLong")
                .wire("up", "enter.when");
        Evaluation evaluation = bind(graph, base(hours(9, 1, 9, 4, 9, 8, 9, 9)));
        assertArrayEquals(new double[] {U, U, U, 0, 0, 1, 1, 0}, values(evaluation, "up", 8));
        assertEquals("crossesAbove: slow 8 > 5, before 4 ≤ 5", evaluation.reason("enter", 6));
    }

    @Test
    void anotherInstrumentShowsItsLastKnownValueWithItsAge() {
        Bars other = new Bars(Timeframe.parse("1h"), hours().zone(), 4);
        other.append(0, 1, 1, 1, 10, 1);
        other.append(3 * 3_600_000_000_000L, 1, 1, 1, 20, 1);
        Graph graph = new Graph()
                .node("other", "price", "instrument", "OTHER")
                .node("bars", "age", "instrument", "OTHER")
                .node("minutes", "age", "instrument", "OTHER", "in", "minutes")
                .node("own", "age");
        Evaluation evaluation = bind(graph, with(base(hours(1, 2, 3, 4, 5)), "OTHER", other));
        assertArrayEquals(new double[] {10, 10, 10, 20, 20}, values(evaluation, "other", 5));
        assertArrayEquals(new double[] {0, 1, 2, 0, 1}, values(evaluation, "bars", 5));
        assertArrayEquals(new double[] {0, 60, 120, 0, 60}, values(evaluation, "minutes", 5));
        assertArrayEquals(new double[] {0, 0, 0, 0, 0}, values(evaluation, "own", 5));
    }

    /// Half-hourly bars in New York beside the daily bars of an index, over the change to summer time.
    @Test
    void anExchangesDayIsSeenByIntradayBarsFromItsCloseOn() {
        Bars base = new Bars(Timeframe.parse("30m"), NEW_YORK, 200);
        Bars days = new Bars(Timeframe.DAY, NEW_YORK, 3);
        int day = 0;
        for (String date : List.of("2024-03-08", "2024-03-11")) {
            day++;
            long open = LocalDate.parse(date).atStartOfDay(NEW_YORK).toEpochSecond() * 1_000_000_000L;
            days.append(open, day, day, day, day, 1);
            for (int half = 0; half < 14; half++) {
                long time = LocalDate.parse(date).atTime(9, 30).atZone(NEW_YORK).toEpochSecond() * 1_000_000_000L
                        + half * 1_800_000_000_000L;
                base.append(time, 5, 5, 5, 5, 1);
            }
        }
        Graph graph = new Graph().node("index", "price", "instrument", "INDEX", "timeframe", "1d");
        MarketSeries index = new MarketSeries(new SeriesKey("INDEX", Timeframe.DAY), true, days, "");
        SessionClose close = SessionClose.parse("16:00", NEW_YORK);
        Evaluation closing = bind(graph, base(base).with(new MarketSeries(index.key(), true, days, "", close)));
        double[] seen = values(closing, "index", 28);
        assertEquals(U, seen[11], "the bar that ends at 15:30");
        assertEquals(1, seen[12], "the bar that ends at 16:00");
        assertEquals(1, seen[14 + 11]);
        assertEquals(2, seen[14 + 12]);
        double[] midnight = values(
                bind(
                        new Graph().node("index", "price", "instrument", "INDEX", "timeframe", "1d"),
                        base(base).with(index)),
                "index",
                28);
        assertEquals(U, midnight[13], "no bar of the day itself sees it");
        assertEquals(1, midnight[14]);
        assertEquals(1, midnight[27]);
    }

    @Test
    void saysWhichNodeReadsASeriesThatIsNotThere() {
        Graph graph = new Graph().node("index", "price", "instrument", "SPY");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> bind(graph, base(hours(1, 2))));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("Node index reads SPY 1h"), message);
        assertTrue(message.contains("BASE 1h"), message);
    }

    @Test
    void refusesBarsShorterThanTheBase() {
        Graph graph = new Graph().node("fast", "price", "timeframe", "5m");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> bind(graph, base(hours(1, 2))));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("Node fast reads 5m bars, which are shorter than the 1h bars"), message);
    }

    @Test
    void saysWhatItNeeds() {
        Graph graph = new Graph()
                .node("week", "price", "timeframe", "1w")
                .node("index", "indicator.SMA", "instrument", "SPY")
                .node("close", "price");
        assertEquals(
                List.of(new SeriesNeed("week", null, Timeframe.parse("1w")), new SeriesNeed("index", "SPY", null)),
                Program.of(document(graph), CATALOGUE).needs());
    }

    @Test
    void theValidatorKnowsWhoMayNameASeries() {
        Graph graph = new Graph()
                .node("close", "price", "timeframe", "weekly", "instrument", "no symbol")
                .node("sma", "indicator.SMA", "timeframe", "1w")
                .wire("close", "sma.real")
                .node("sum", "add", "instrument", "SPY")
                .wire("sma", "sum.a")
                .wire("close", "sum.b");
        List<String> errors = new StrategyValidator(CATALOGUE)
                .validate(document(graph)).stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .map(problem -> problem.node() + ": " + problem.message())
                        .toList();
        assertEquals(4, errors.size(), errors::toString);
        assertTrue(errors.stream().anyMatch(e -> e.startsWith("close: Setting timeframe") && e.contains("'weekly'")));
        assertTrue(errors.stream().anyMatch(e -> e.startsWith("close: Setting instrument")));
        assertTrue(errors.stream().anyMatch(e -> e.startsWith("sma: ") && e.contains("nothing but what is connected")));
        assertTrue(errors.stream().anyMatch(e -> e.startsWith("sum: ") && e.contains("reads no series")));
    }

    @Test
    void refusesRanksOfNothingAndWeightsBesideEntries() {
        Graph graph = new Graph()
                .node("close", "price")
                .node("same", "rank")
                .wire("close", "same.a")
                .node("held", "quantity")
                .node("each", "price", "instrument", "each")
                .node("both", "multiply")
                .wire("held", "both.a")
                .wire("each", "both.b")
                .node("ofPosition", "rank")
                .wire("both", "ofPosition.a")
                .node("yes", "greater")
                .wire("same", "yes.a")
                .wire("ofPosition", "yes.b")
                .node("weight", "targetWeight", "timeframe", "1w")
                .wire("yes", "weight.when");
        List<String> errors = new StrategyValidator(CATALOGUE)
                .validate(document(graph)).stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .map(problem -> problem.node() + ": " + problem.message())
                        .toList();
        assertTrue(
                errors.stream().anyMatch(e -> e.startsWith("same: ") && e.contains("same number")), errors::toString);
        assertTrue(
                errors.stream().anyMatch(e -> e.startsWith("ofPosition: ") && e.contains("depends on the position")));
        assertTrue(errors.stream().anyMatch(e -> e.startsWith("buy: ") && e.contains("has a target weight")));
        assertTrue(errors.stream().anyMatch(e -> e.startsWith("weight: ") && e.contains("trades on the base bars")));
        assertEquals(4, errors.size(), errors::toString);
    }

    @Test
    void describesOtherSeriesInWords() {
        Graph graph = new Graph()
                .node("a", "price", "timeframe", "1w", "instrument", "SPY")
                .node("b", "indicator.SMA", "optInTimePeriod", 3, "timeframe", "1d")
                .node("up", "greater")
                .wire("a", "up.a")
                .wire("b", "up.b")
                .node("d", "indicator.ATR", "optInTimePeriod", 5, "instrument", "QQQ", "timeframe", "4h")
                .node("stop", "stopDistance")
                .wire("d", "stop.distance")
                .node("in", "enterLong")
                .wire("up", "in.when")
                .wire("stop", "in.stop");
        String text = StrategyDescription.describe(document(graph), CATALOGUE);
        assertTrue(
                text.contains("the weekly close of SPY is above the simple moving average of the daily close over 3"),
                text);
        assertTrue(text.contains("the 4h average true range of QQQ over 5 bars"), text);
    }
}
