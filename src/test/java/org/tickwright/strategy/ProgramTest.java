package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.risk.SizeRule;

class ProgramTest {
    private static final IndicatorCatalogue INDICATORS = IndicatorCatalogue.builtIn();
    private static final double NAN = Double.NaN;

    private static Evaluation bind(Graph graph, Bars bars) {
        return Program.of(graph.document(), INDICATORS).bind(bars, Map.of());
    }

    private static double[] column(Evaluation evaluation, String node, int bars) {
        double[] values = new double[bars];
        Arrays.setAll(values, bar -> evaluation.value(node, NodeCatalogue.VALUE, bar));
        return values;
    }

    private static Decision decide(Evaluation evaluation, int bar, Snapshot position) {
        Decision decision = new Decision();
        evaluation.prepare(bar + 1);
        evaluation.decide(bar, position, decision);
        return decision;
    }

    /// Close crossing a constant 10, and what else a test needs.
    private static Graph crossOfTen() {
        return new Graph()
                .node("close", "price")
                .node("ten", "constant", "value", 10)
                .node("up", "crossesAbove")
                .wire("close", "up.a")
                .wire("ten", "up.b")
                .node("down", "crossesBelow")
                .wire("close", "down.a")
                .wire("ten", "down.b");
    }

    @Test
    void crossesFromATouchButNotFromAbove() {
        Graph graph = crossOfTen()
                .node("in", "enterLong")
                .wire("up", "in.when")
                .node("out", "exitLong")
                .wire("down", "out.when");
        Evaluation evaluation = bind(graph, Markets.closes(9, 10, 11, 12, 10, 9, 11, 10, 11));
        assertArrayEquals(new double[] {NAN, 0, 1, 0, 0, 0, 1, 0, 1}, column(evaluation, "up", 9));
        assertArrayEquals(new double[] {NAN, 0, 0, 0, 0, 1, 0, 0, 0}, column(evaluation, "down", 9));
        assertEquals(List.of(2, 5, 6, 8), activeBars(evaluation, 9));
        assertEquals(1, evaluation.firstDefinedBar());
    }

    private static List<Integer> activeBars(Evaluation evaluation, int bars) {
        List<Integer> active = new java.util.ArrayList<>();
        for (int bar = evaluation.nextActiveBar(0, bars); bar < bars; bar = evaluation.nextActiveBar(bar + 1, bars)) {
            active.add(bar);
        }
        return active;
    }

    @Test
    void leavesAnythingDividedByZeroUndefinedAndStartsIndicatorsAnewBehindIt() {
        Graph graph = new Graph()
                .node("one", "constant", "value", 1)
                .node("five", "constant", "value", 5)
                .node("close", "price")
                .node("gap", "subtract")
                .wire("close", "gap.a")
                .wire("five", "gap.b")
                .node("ratio", "divide")
                .wire("one", "ratio.a")
                .wire("gap", "ratio.b")
                .node("mean", "indicator.SMA", "optInTimePeriod", 2)
                .wire("ratio", "mean.real")
                .node("when", "greater")
                .wire("mean", "when.a")
                .wire("one", "when.b")
                .node("in", "enterLong")
                .wire("when", "in.when")
                .node("out", "exitLong")
                .wire("when", "out.when");
        Evaluation evaluation = bind(graph, Markets.closes(6, 7, 5, 7, 9, 13));
        assertArrayEquals(new double[] {1, 0.5, NAN, 0.5, 0.25, 0.125}, column(evaluation, "ratio", 6));
        assertArrayEquals(new double[] {NAN, 0.75, NAN, NAN, 0.375, 0.1875}, column(evaluation, "mean", 6));
        assertArrayEquals(new double[] {NAN, 0, NAN, NAN, 0, 0}, column(evaluation, "when", 6));
    }

    @Test
    void combinesConditionsByKleenesThreeValues() {
        Graph graph = new Graph()
                .node("close", "price")
                .node("before", "lag", "bars", 1)
                .wire("close", "before.a")
                .node("undefinedThenTrue", "greater")
                .wire("close", "undefinedThenTrue.a")
                .wire("before", "undefinedThenTrue.b")
                .node("true", "equal")
                .wire("close", "true.a")
                .wire("close", "true.b")
                .node("false", "not")
                .wire("true", "false.a")
                .node("andTrue", "and")
                .wire("undefinedThenTrue", "andTrue.a")
                .wire("true", "andTrue.b")
                .node("andFalse", "and")
                .wire("undefinedThenTrue", "andFalse.a")
                .wire("false", "andFalse.b")
                .node("orTrue", "or")
                .wire("undefinedThenTrue", "orTrue.a")
                .wire("true", "orTrue.b")
                .node("orFalse", "or")
                .wire("false", "orFalse.a")
                .wire("undefinedThenTrue", "orFalse.b")
                .node("not", "not")
                .wire("undefinedThenTrue", "not.a")
                .node("in", "enterLong")
                .wire("andTrue", "in.when")
                .node("out", "exitLong")
                .wire("orFalse", "out.when");
        Evaluation evaluation = bind(graph, Markets.closes(1, 2));
        assertArrayEquals(new double[] {NAN, 1}, column(evaluation, "andTrue", 2));
        assertArrayEquals(new double[] {0, 0}, column(evaluation, "andFalse", 2));
        assertArrayEquals(new double[] {1, 1}, column(evaluation, "orTrue", 2));
        assertArrayEquals(new double[] {NAN, 1}, column(evaluation, "orFalse", 2));
        assertArrayEquals(new double[] {NAN, 0}, column(evaluation, "not", 2));
    }

    @Test
    void giveSizeAndProtectionWithTheEntry() {
        Graph graph = crossOfTen()
                .node("high", "price", "field", "high")
                .node("low", "price", "field", "low")
                .node("range", "subtract")
                .wire("high", "range.a")
                .wire("low", "range.b")
                .node("stop", "stopDistance", "multiple", 2)
                .wire("range", "stop.distance")
                .node("target", "targetPercent", "fraction", 0.1)
                .node("trail", "trailingStop", "multiple", 3)
                .wire("range", "trail.distance")
                .node("size", "sizeRisk", "fraction", 0.02)
                .node("in", "enterLong")
                .wire("up", "in.when")
                .wire("size", "in.size")
                .wire("stop", "in.stop")
                .wire("target", "in.target")
                .wire("trail", "in.trailing");
        Evaluation evaluation = bind(graph, Markets.closes(9, 11, 12));
        Decision decision = decide(evaluation, 1, Snapshot.flat(1000));
        assertTrue(decision.enter[Decision.LONG]);
        assertFalse(decision.enter[Decision.SHORT]);
        assertEquals(new SizeRule(SizeRule.Kind.RISK, 0.02), decision.size[Decision.LONG]);
        assertEquals(8, decision.stopDistance[Decision.LONG]);
        assertEquals(NAN, decision.stopFraction[Decision.LONG]);
        assertEquals(0.1, decision.targetFraction[Decision.LONG]);
        assertEquals(12, decision.trailDistance[Decision.LONG]);
        assertEquals(NAN, decision.trailDistance[Decision.SHORT]);
        decision = decide(evaluation, 2, new Snapshot(1, 11, 0, 1, 1000));
        assertFalse(decision.enter[Decision.LONG]);
        assertEquals(9, decision.trailDistance[Decision.LONG], "a trailing stop is read at every close");
        assertTrue(evaluation.needsEveryHeldBar());
    }

    @Test
    void sizesOfSeveralSettingsReachTheDecisionWhole() {
        Graph target = crossOfTen().node("size", "sizeVolatility", "target", 0.12, "bars", 50);
        assertEquals(SizeRule.volatility(0.12, 50), sizeOf(target));
        Graph kelly = crossOfTen().node("size", "sizeKelly", "multiple", 0.3, "cap", 0.4);
        assertEquals(SizeRule.kelly(0.3, 0.4, SizeRule.TRIPS, SizeRule.START), sizeOf(kelly));
    }

    private static SizeRule sizeOf(Graph graph) {
        graph.node("in", "enterLong").wire("up", "in.when").wire("size", "in.size");
        return decide(bind(graph, Markets.closes(9, 11, 12)), 1, Snapshot.flat(1000)).size[Decision.LONG];
    }

    @Test
    void doesNotEnterWhileAProtectionItNeedsIsUndefinedOrNegative() {
        Graph graph = new Graph()
                .node("close", "price")
                .node("atr", "indicator.ATR", "optInTimePeriod", 3)
                .node("always", "equal")
                .wire("close", "always.a")
                .wire("close", "always.b")
                .node("stop", "stopDistance")
                .wire("atr", "stop.distance")
                .node("in", "enterLong")
                .wire("always", "in.when")
                .wire("stop", "in.stop");
        Evaluation evaluation = bind(graph, Markets.closes(1, 2, 3, 4, 5));
        assertEquals(3, evaluation.nextActiveBar(0, 5), "the first bar with an average true range");
        assertFalse(decide(evaluation, 2, Snapshot.flat(1)).enter[Decision.LONG]);
        assertTrue(decide(evaluation, 3, Snapshot.flat(1)).enter[Decision.LONG]);
        Graph negative = new Graph()
                .node("close", "price")
                .node("minus", "negate")
                .wire("close", "minus.a")
                .node("always", "equal")
                .wire("close", "always.a")
                .wire("close", "always.b")
                .node("stop", "stopDistance")
                .wire("minus", "stop.distance")
                .node("in", "enterLong")
                .wire("always", "in.when")
                .wire("stop", "in.stop");
        assertEquals(3, bind(negative, Markets.closes(1, 2, 3)).nextActiveBar(0, 3));
    }

    @Test
    void triesSeveralEntriesInTheOrderOfTheirIds() {
        Graph graph = crossOfTen()
                .node("always", "equal")
                .wire("close", "always.a")
                .wire("close", "always.b")
                .node("small", "sizeUnits", "units", 1)
                .node("large", "sizeUnits", "units", 9)
                .node("b", "enterLong")
                .wire("always", "b.when")
                .wire("small", "b.size")
                .node("a", "enterLong")
                .wire("up", "a.when")
                .wire("large", "a.size");
        Evaluation evaluation = bind(graph, Markets.closes(9, 11, 12));
        assertEquals(new SizeRule(SizeRule.Kind.UNITS, 9), decide(evaluation, 1, Snapshot.flat(1)).size[0]);
        assertEquals(new SizeRule(SizeRule.Kind.UNITS, 1), decide(evaluation, 2, Snapshot.flat(1)).size[0]);
        assertTrue(evaluation.reason("enterLong", 1).contains("11 > 10"), evaluation.reason("enterLong", 1));
        assertTrue(evaluation.reason("b", 1).startsWith("equal: "), evaluation.reason("b", 1));
    }

    @Test
    void readsThePositionOfTheBarAndOfEarlierBars() {
        Graph graph = new Graph()
                .node("since", "barsSinceEntry")
                .node("three", "constant", "value", 2)
                .node("tooLong", "greaterOrEqual")
                .wire("since", "tooLong.a")
                .wire("three", "tooLong.b")
                .node("held", "inPosition")
                .node("flat", "not")
                .wire("held", "flat.a")
                .node("in", "enterLong")
                .wire("flat", "in.when")
                .node("out", "exitLong")
                .wire("tooLong", "out.when");
        Bars bars = Markets.closes(1, 2, 3, 4, 5, 6);
        Evaluation evaluation = bind(graph, bars);
        assertEquals(0, evaluation.nextActiveBar(0, 6), "not in a position may be true on any bar");
        assertEquals(4, evaluation.nextActiveBar(4, 6));
        assertEquals(
                List.of("0 decides", "1 1 at 1.0", "3 decides", "4 0 at 4.0", "4 decides", "5 1 at 5.0"),
                PaperLoop.run(evaluation, bars, true).stream()
                        .map(fill -> fill.replaceAll("decides.*", "decides"))
                        .toList());
    }

    @Test
    void remembersThePositionAcrossSkippedBars() {
        Graph graph = crossOfTen()
                .node("equity", "equity")
                .node("equityBefore", "lag", "bars", 3)
                .wire("equity", "equityBefore.a")
                .node("notPoorer", "greaterOrEqual")
                .wire("equity", "notPoorer.a")
                .wire("equityBefore", "notPoorer.b")
                .node("units", "quantity")
                .node("unitsBefore", "lag", "bars", 2)
                .wire("units", "unitsBefore.a")
                .node("zero", "constant")
                .node("wasFlat", "equal")
                .wire("unitsBefore", "wasFlat.a")
                .wire("zero", "wasFlat.b")
                .node("enters", "and")
                .wire("up", "enters.a")
                .wire("notPoorer", "enters.b")
                .node("wasHeld", "not")
                .wire("wasFlat", "wasHeld.a")
                .node("exits", "and")
                .wire("down", "exits.a")
                .wire("wasHeld", "exits.b")
                .node("in", "enterLong")
                .wire("enters", "in.when")
                .node("out", "exitLong")
                .wire("exits", "out.when");
        Bars bars = Markets.closes(9, 9, 9, 9, 9, 11, 9, 11, 12, 9, 8, 8, 8, 8, 8, 11, 12, 13, 9, 9, 9);
        Evaluation skipping = bind(graph, bars);
        List<String> fills = PaperLoop.run(skipping, bars, true);
        assertEquals(PaperLoop.run(bind(graph, bars), bars, false), fills);
        assertEquals(8, fills.size(), () -> "two round trips in " + fills);
        assertTrue(skipping.needsEveryHeldBar());
        assertEquals(List.of(5, 7, 15), activeBars(skipping, 21), "skips where the cross alone says no, and exits");
    }

    @Test
    void refusesToDecideABarTwiceWhereThePositionMatters() {
        Graph graph =
                new Graph().node("held", "inPosition").node("out", "exitLong").wire("held", "out.when");
        Evaluation evaluation = bind(graph, Markets.closes(1, 2, 3));
        decide(evaluation, 1, Snapshot.flat(1));
        assertThrows(IllegalStateException.class, () -> decide(evaluation, 1, Snapshot.flat(1)));
    }

    @Test
    void asksForNoHeldBarWhereDataAloneDecides() {
        Graph graph = crossOfTen()
                .node("in", "enterLong")
                .wire("up", "in.when")
                .node("out", "exitLong")
                .wire("down", "out.when");
        assertFalse(bind(graph, Markets.closes(1)).needsEveryHeldBar());
    }

    @Test
    void takesParametersWhenBoundAndRefusesWhatCannotBe() {
        Graph graph = new Graph()
                .parameter("n", true, 2)
                .node("close", "price")
                .node("mean", "indicator.SMA", "optInTimePeriod", "$n")
                .node("above", "greater")
                .wire("close", "above.a")
                .wire("mean", "above.b")
                .node("in", "enterLong")
                .wire("above", "in.when")
                .node("out", "exitLong")
                .wire("above", "out.when");
        Program program = Program.of(graph.document(), INDICATORS);
        Bars bars = Markets.closes(1, 2, 6, 9);
        assertEquals(7.5, program.bind(bars, Map.of()).value("mean", "value", 3));
        assertEquals(4.5, program.bind(bars, Map.of("n", 4.0)).value("mean", "value", 3));
        assertRefused("The strategy has no parameter 'm'; it has n", program, Map.of("m", 4.0));
        assertRefused("Parameter n must be a whole number, was 2.5", program, Map.of("n", 2.5));
        assertRefused(
                "Setting optInTimePeriod of node mean must be 2 to 100000, was 1 (parameter n)",
                program,
                Map.of("n", 1.0));
    }

    private static void assertRefused(String message, Program program, Map<String, Double> parameters) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> program.bind(Markets.closes(1, 2), parameters))
                        .getMessage());
    }

    @Test
    void namesTheProblemsOfAStrategyThatCannotRun() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Program.of(new Graph().node("in", "enterLong").document(), INDICATORS));
        assertTrue(refusal.getMessage().contains("Input when of node in is not connected"), refusal.getMessage());
    }

    @Test
    void givesReasonsWithTheValuesThatMadeThem() {
        Graph graph = crossOfTen()
                .parameter("limit", false, 20)
                .node("limit", "parameter", "parameter", "$limit")
                .node("low", "less")
                .wire("close", "low.a")
                .wire("limit", "low.b")
                .node("both", "and")
                .wire("up", "both.a")
                .wire("low", "both.b")
                .node("either", "or")
                .wire("both", "either.a")
                .wire("down", "either.b")
                .node("in", "enterLong")
                .wire("either", "in.when")
                .node("out", "exitLong")
                .wire("down", "out.when");
        Evaluation evaluation = bind(graph, Markets.closes(9, 11.125, 12, 9));
        assertEquals(
                "crossesAbove: close 11.125 > 10, before 9 ≤ 10 and less: close 11.125 < limit 20",
                evaluation.reason("in", 1));
        assertEquals("crossesBelow: close 9 < 10, before 12 ≥ 10", evaluation.reason("exitLong", 3));
        assertEquals(
                "not true: crossesBelow: close 11.125 against 10, before 9 against 10", evaluation.reason("out", 1));
        assertThrows(IllegalArgumentException.class, () -> evaluation.reason("enterShort", 1));
    }

    @Test
    void refusesToValueWhatIsNotThere() {
        Evaluation evaluation = bind(
                crossOfTen()
                        .node("in", "enterLong")
                        .wire("up", "in.when")
                        .node("out", "exitLong")
                        .wire("down", "out.when"),
                Markets.closes(1, 2));
        assertThrows(IllegalArgumentException.class, () -> evaluation.value("nothing", "value", 0));
        assertThrows(IllegalArgumentException.class, () -> evaluation.value("close", "b", 0));
        assertThrows(IllegalArgumentException.class, () -> evaluation.prepare(3));
    }

    @Test
    void computesOnceWhatTwoNodesShare() {
        Graph graph = new Graph();
        for (String id : List.of("one", "other")) {
            graph.node("close" + id, "price")
                    .node(id, "indicator.SMA", "optInTimePeriod", 3)
                    .wire("close" + id, id + ".real");
        }
        graph.node("same", "equal")
                .wire("one", "same.a")
                .wire("other", "same.b")
                .node("in", "enterLong")
                .wire("same", "in.when")
                .node("out", "exitLong")
                .wire("same", "out.when");
        Bars bars = Markets.closes(1, 2, 3, 4);
        SharedColumns columns = new SharedColumns(bars);
        Program.of(graph.document(), INDICATORS).bind(columns, Map.of()).prepare(4);
        long averages = columns.size();
        // the close, what the price nodes make of it, the running average with its output, the comparison
        assertEquals(5, averages);
    }

    @Test
    void takesTheDefaultPriceWhereNothingIsConnected() {
        Graph graph = new Graph()
                .node("mid", "price", "field", "hl2")
                .node("mean", "indicator.SMA", "optInTimePeriod", 2)
                .node("above", "greater")
                .wire("mid", "above.a")
                .wire("mean", "above.b")
                .node("in", "enterLong")
                .wire("above", "in.when")
                .node("out", "exitLong")
                .wire("above", "out.when");
        Evaluation evaluation = bind(graph, Markets.closes(4, 8));
        assertEquals(6, evaluation.value("mean", "value", 1), "unconnected, it takes the close");
        assertEquals(6, evaluation.value("mid", "value", 1));
    }

    @Test
    void decidesWithoutAllocating() {
        Graph graph = crossOfTen()
                .node("held", "inPosition")
                .node("exits", "and")
                .wire("down", "exits.a")
                .wire("held", "exits.b")
                .node("size", "sizeFraction", "fraction", 0.5)
                .node("stop", "stopPercent", "fraction", 0.1)
                .node("in", "enterLong")
                .wire("up", "in.when")
                .wire("size", "in.size")
                .wire("stop", "in.stop")
                .node("out", "exitLong")
                .wire("exits", "out.when");
        int count = 200_000;
        Bars bars = Markets.random(1, count);
        Evaluation evaluation = bind(graph, bars);
        evaluation.prepare(count);
        Decision decision = new Decision();
        Snapshot position = Snapshot.flat(1);
        evaluation.decide(0, position, decision);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int bar = 1; bar < count; bar++) {
            evaluation.decide(bar, position, decision);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10_000, () -> allocated + " bytes for " + count + " bars");
    }
}
