package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.Problem.Severity;

class StrategyValidatorTest {
    private static final StrategyValidator VALIDATOR =
            new StrategyValidator(new NodeCatalogue(IndicatorCatalogue.builtIn()));

    /// Close above its average enters, below exits: nothing is wrong with it.
    private static Graph sound() {
        return new Graph()
                .node("close", "price")
                .node("mean", "indicator.SMA", "optInTimePeriod", 5)
                .wire("close", "mean.real")
                .node("above", "greater")
                .wire("close", "above.a")
                .wire("mean", "above.b")
                .node("below", "less")
                .wire("close", "below.a")
                .wire("mean", "below.b")
                .node("in", "enterLong")
                .wire("above", "in.when")
                .node("out", "exitLong")
                .wire("below", "out.when");
    }

    private static void assertProblem(Graph graph, Severity severity, String node, String port, String message) {
        List<Problem> problems = VALIDATOR.validate(graph.document());
        Problem found = problems.stream()
                .filter(problem -> problem.message().contains(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + message + "' in " + problems));
        assertEquals(severity, found.severity());
        assertEquals(node, found.node());
        assertEquals(port, found.port());
        assertTrue(found.mend().length() > 10, found::toString);
    }

    private static void assertError(Graph graph, String node, String port, String message) {
        assertProblem(graph, Severity.ERROR, node, port, message);
    }

    private static void assertWarning(Graph graph, String node, String port, String message) {
        assertProblem(graph, Severity.WARNING, node, port, message);
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertEquals(List.of(), VALIDATOR.validate(sound().document()));
    }

    @Test
    void findsTypesSettingsAndParametersThatAreNotThere() {
        assertError(sound().node("x", "indicator.NOPE"), "x", null, "unknown type indicator.NOPE");
        assertError(
                sound().node("x", "price", "feild", "close"), "x", null, "setting feild, which price does not know");
        assertError(sound().node("x", "price", "field", "middle"), "x", null, "is no choice, was 'middle'");
        assertError(sound().node("x", "constant", "value", "ten"), "x", null, "must be a number, was 'ten'");
        assertError(sound().node("x", "constant", "value", true), "x", null, "must be a number, was true");
        assertError(sound().node("x", "constant", "value", "$gone"), "x", null, "parameter gone, which does not exist");
        assertError(sound().node("x", "parameter"), "x", null, "does not say which parameter");
        assertError(sound().node("x", "indicator.SMA", "optInTimePeriod", 1), "x", null, "must be 2 to 100000, was 1");
        assertError(
                sound().node("x", "indicator.SMA", "optInTimePeriod", 2.5),
                "x",
                null,
                "must be a whole number, was 2.5");
    }

    @Test
    void findsParametersThatDoNotFitWhatFollowsThem() {
        assertError(
                sound().parameter("n", false, 5).node("x", "indicator.SMA", "optInTimePeriod", "$n"),
                "x",
                null,
                "needs whole numbers");
        assertError(
                sound().parameter("n", true, 1).node("x", "indicator.SMA", "optInTimePeriod", "$n"),
                "x",
                null,
                "was 1 (parameter n)");
        assertWarning(
                sound().parameter("n", true, 5, 1, 9, 1).node("x", "indicator.SMA", "optInTimePeriod", "$n"),
                "x",
                null,
                "the range of n goes beyond");
        assertError(sound().parameter("n", true, 2.5), null, null, "holds whole numbers, was 2.5");
        assertError(sound().parameter("n", true, 5, 1, 9, 0.5), null, null, "contains fractions");
        assertError(sound().parameter("n", false, 5, 9, 1, 1), null, null, "is empty or has no step");
        assertError(sound().parameter("n", false, 5, 1, 9, 0), null, null, "is empty or has no step");
        assertError(sound().parameter("n", false, 5).parameter("n", false, 6), null, null, "two parameters named n");
        assertError(sound().parameter("n=1", false, 5), null, null, "cannot be used on a command line");
        assertWarning(sound().parameter("n", false, 5), null, null, "not used by any node");
        assertWarning(sound().parameter("n", false, 50, 1, 9, 1), null, null, "outside its own range");
    }

    @Test
    void findsWiresThatLeadNowhereOrDoNotFit() {
        assertError(sound().wire("gone", "in.size"), "in", "size", "ends at gone, and there is no such node");
        assertError(sound().wire("close", "gone.a"), "close", "a", "ends at gone, and there is no such node");
        assertError(sound().wire("mean.Real", "in.size"), "in", "size", "has no output Real. Its outputs are: value");
        assertError(sound().wire("close", "mean.b"), "mean", "b", "has no input b. Its inputs are: real");
        assertError(
                sound().node("x", "not").wire("close", "x.a"),
                "x",
                "a",
                "takes a condition, and close.value is a number");
        assertError(
                sound().wire("close", "above.a"), "above", "a", "has two wires, from close.value and from close.value");
        assertError(
                sound().node("stop", "stopPercent").wire("stop", "in.target"), "in", "target", "it belongs in in.stop");
        assertError(sound().node("x", "negate").wire("x", "x.a"), "x", "a", "cannot feed itself");
    }

    @Test
    void findsInputsThatNothingFeeds() {
        assertError(sound().node("x", "add").wire("close", "x.a"), "x", "b", "Input b of node x is not connected");
        assertError(new Graph().node("in", "enterLong"), "in", "when", "Input when of node in is not connected");
    }

    @Test
    void namesTheNodesOfACircle() {
        Graph graph = sound().node("p", "negate")
                .node("q", "abs")
                .node("r", "lag")
                .wire("p", "q.a")
                .wire("q", "r.a")
                .wire("r", "p.a")
                .node("behind", "abs")
                .wire("q", "behind.a");
        assertError(graph, "p", null, "in a circle: p → q → r → p");
    }

    @Test
    void findsIdsThatAreThereTwice() {
        assertError(sound().node("close", "constant"), "close", null, "two nodes with the id close");
    }

    @Test
    void findsStrategiesThatDoNothingOrNeverEnd() {
        assertError(new Graph(), null, null, "The strategy does nothing");
        Graph noExit = new Graph()
                .node("close", "price")
                .node("up", "greater")
                .wire("close", "up.a")
                .wire("close", "up.b")
                .node("in", "enterShort")
                .wire("up", "in.when");
        assertWarning(noExit, "in", null, "Nothing ends the short position that in opens");
        noExit.node("stop", "stopPercent").wire("stop", "in.stop");
        assertEquals(List.of(), VALIDATOR.validate(noExit.document()));
        assertWarning(
                sound().node("cover", "exitShort").wire("above", "cover.when"), "cover", null, "no short position");
        assertWarning(sound().node("idle", "constant"), "idle", null, "leads to no action");
    }

    @Test
    void findsRiskWithoutAStop() {
        Graph graph = sound().node("size", "sizeRisk").wire("size", "in.size");
        assertError(graph, "in", "stop", "sized by the risk to its stop, but has none");
        graph.node("stop", "stopPercent").wire("stop", "in.stop");
        assertEquals(List.of(), VALIDATOR.validate(graph.document()));
    }

    @Test
    void findsEntriesThatTrailDifferently() {
        Graph graph = sound().node("trail", "trailingStop")
                .wire("mean", "trail.distance")
                .wire("trail", "in.trailing")
                .node("in2", "enterLong")
                .wire("below", "in2.when");
        assertWarning(graph, "in", "trailing", "different trailing stops");
    }

    @Test
    void refusesToPutAPriceTogetherWithAPercentage() {
        Graph rsi = sound().node("rsi", "indicator.RSI", "optInTimePeriod", 14).node("x", "greater");
        assertError(
                rsi.wire("close", "x.a").wire("rsi", "x.b"),
                "x",
                "b",
                "a price (close.value) together with a percentage");
        Graph volume = sound().node("volume", "price", "field", "volume").node("x", "add");
        assertError(volume.wire("close", "x.a").wire("volume", "x.b"), "x", "b", "together with a volume");
        Graph stop =
                sound().node("rsi", "indicator.RSI").node("x", "stopDistance").wire("rsi", "x.distance");
        assertError(stop, "x", "distance", "takes a price, and rsi.value is a percentage");
    }

    @Test
    void knowsWhatArithmeticAndIndicatorsDoToUnits() {
        assertUnitsFit("indicator.RSI", "constant");
        assertUnitsFit("indicator.RSI", "rsiMean");
        assertUnitsFit("price", "closeMean");
        assertUnitsFit("price", "halfPrice");
        assertUnitsFit("indicator.RSI", "percentOfPrice");
        assertUnitsFit("equity", "price");
        assertUnitsClash("indicator.RSI", "closeMean");
        assertUnitsClash("price", "rsiMean");
        assertUnitsClash("price", "priceByPrice");
        assertUnitsClash("indicator.RSI", "halfPrice");
        assertUnitsClash("barsSinceEntry", "price");
    }

    private static void assertUnitsFit(String one, String other) {
        assertEquals(List.of(), unitProblems(one, other), one + " and " + other);
    }

    private static void assertUnitsClash(String one, String other) {
        assertEquals(1, unitProblems(one, other).size(), one + " and " + other);
    }

    private static List<String> unitProblems(String one, String other) {
        Graph graph = sound().node("constant", "constant", "value", 2)
                .node("rsi", "indicator.RSI", "optInTimePeriod", 14)
                .node("rsiMean", "indicator.SMA", "optInTimePeriod", 5)
                .wire("rsi", "rsiMean.real")
                .node("closeMean", "indicator.SMA", "optInTimePeriod", 5)
                .node("halfPrice", "divide")
                .wire("close", "halfPrice.a")
                .wire("constant", "halfPrice.b")
                .node("priceByPrice", "divide")
                .wire("close", "priceByPrice.a")
                .wire("closeMean", "priceByPrice.b")
                .node("percentOfPrice", "multiply")
                .wire("priceByPrice", "percentOfPrice.a")
                .wire("constant", "percentOfPrice.b")
                .node("one", one)
                .node("compare", "greater")
                .wire("one", "compare.a")
                .wire(other.equals("price") ? "close" : other, "compare.b");
        return VALIDATOR.validate(graph.document()).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::message)
                .toList();
    }

    @Test
    void putsErrorsFirst() {
        List<Problem> problems = VALIDATOR.validate(
                sound().node("idle", "constant").node("x", "nope").document());
        assertEquals(
                List.of(Severity.ERROR, Severity.WARNING),
                problems.stream().map(Problem::severity).toList());
    }

    @Test
    void saysWhileDraggingWhyAWireDoesNotFit() {
        Graph graph = sound().node("n", "negate")
                .wire("mean", "n.a")
                .node("rsi", "indicator.RSI")
                .node("x", "greater");
        graph.wire("rsi", "x.a").node("k", "constant");
        StrategyDocument document = graph.document();
        assertNull(VALIDATOR.refusal(document, Wire.of("k.value", "x.b")));
        assertRefused(document, "n.value", "mean.real", "connected to close.value already");
        assertRefused(document, "close.value", "in.size", "takes a size, and close.value is a number");
        assertRefused(document, "close.value", "x.b", "together with a price");
        assertRefused(document, "gone.value", "x.b", "no such node");
        Graph circle = new Graph().node("p", "negate").node("q", "abs").wire("p", "q.a");
        assertRefused(circle.document(), "q.value", "p.a", "would make a circle: q already depends on p");
        assertRefused(circle.document(), "p.value", "p.a", "cannot feed itself");
    }

    private static void assertRefused(StrategyDocument document, String from, String to, String reason) {
        String refusal = VALIDATOR.refusal(document, Wire.of(from, to));
        assertNotNull(refusal, () -> from + " to " + to + " was allowed");
        assertTrue(refusal.contains(reason), refusal);
    }

    @Test
    void checksTenThousandNodesInNoTime() {
        Graph graph = sound();
        String last = "close";
        for (int i = 0; i < 10_000; i++) {
            graph.node("n" + i, "negate").wire(last, "n" + i + ".a");
            last = "n" + i;
        }
        StrategyDocument document = graph.document();
        List<Problem> problems = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> VALIDATOR.validate(document));
        assertEquals(10_000, problems.size(), "each leads to no action");
    }
}
