package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.Wire.PortRef;

/// Random graphs over every node type on random markets: the evaluation against the plain reference, and what
/// must hold of any evaluation.
class RandomGraphTest {
    /// Without those borrowed from a library, which take too long where every bar is computed from nothing.
    private static final IndicatorCatalogue INDICATORS =
            new IndicatorCatalogue(IndicatorCatalogue.builtIn().all().stream()
                    .filter(definition -> !definition.spec().group().equals("ta4j"))
                    .toList());
    private static final NodeCatalogue CATALOGUE = new NodeCatalogue(INDICATORS);
    private static final int BARS = 60;

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void givesTheSameBitsAsTheReferenceAtEveryPortWhileFlat(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        Bars bars = Markets.random(seed, BARS);
        Evaluation evaluation = Program.of(document, CATALOGUE).bind(Markets.around(seed, bars), Map.of());
        ReferenceEvaluator reference =
                new ReferenceEvaluator(document, INDICATORS, Markets.around(seed, bars), bar -> PositionColumn.FLAT);
        for (PortRef port : ports(document)) {
            for (int bar = 0; bar < BARS; bar++) {
                int at = bar;
                assertSame(
                        reference.value(port.node(), port.port(), bar),
                        evaluation.value(port.node(), port.port(), bar),
                        () -> port + " at bar " + at + StrategyCodec.write(document));
            }
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void decidesAsTheReferenceAlongAnyPathOfPositions(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        Bars bars = Markets.random(seed, BARS);
        Snapshot[] path = Snapshot.randomPath(seed, BARS);
        Evaluation evaluation = Program.of(document, CATALOGUE).bind(Markets.around(seed, bars), Map.of());
        ReferenceEvaluator reference =
                new ReferenceEvaluator(document, INDICATORS, Markets.around(seed, bars), bar -> path[bar]);
        Decision decision = new Decision();
        evaluation.prepare(BARS);
        for (int bar = 0; bar < BARS; bar++) {
            evaluation.decide(bar, path[bar], decision);
            int at = bar;
            assertEquals(
                    reference.decision(bar),
                    DecisionText.of(decision),
                    () -> "bar " + at + StrategyCodec.write(document));
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void readsNothingOfBarsThatComeLater(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        SplittableRandom random = new SplittableRandom(seed);
        int cut = random.nextInt(1, BARS);
        Bars whole = Markets.random(seed, BARS);
        long now = whole.knownAt(cut - 1);
        Bars sparse = Markets.sparse(seed, BARS);
        Bars slow = Markets.slow(seed, BARS);
        MarketData past = Markets.data(
                whole.slice(0, cut), sparse.slice(0, knownAt(sparse, now)), slow.slice(0, knownAt(slow, now)));
        MarketData poisoned = Markets.data(
                poisoned(whole, cut, random),
                poisoned(sparse, knownAt(sparse, now), random),
                poisoned(slow, knownAt(slow, now), random));
        Program program = Program.of(document, CATALOGUE);
        Evaluation known = program.bind(past, Map.of());
        Evaluation later = program.bind(poisoned, Map.of());
        later.prepare(BARS);
        for (PortRef port : ports(document)) {
            for (int bar = 0; bar < cut; bar++) {
                int at = bar;
                assertSame(
                        known.value(port.node(), port.port(), bar),
                        later.value(port.node(), port.port(), bar),
                        () -> port + " at bar " + at + " cut at " + cut);
            }
        }
    }

    private static int knownAt(Bars bars, long time) {
        int rows = 0;
        while (rows < bars.size() && bars.knownAt(rows) <= time) {
            rows++;
        }
        return rows;
    }

    private static Bars poisoned(Bars whole, int cut, SplittableRandom random) {
        double[] poison = {Double.NaN, 1e300, -1e300, 0, -1, Double.POSITIVE_INFINITY};
        Bars poisoned = whole.slice(0, cut);
        for (int bar = cut; bar < whole.size(); bar++) {
            poisoned.append(
                    whole.time(bar),
                    pick(poison, random),
                    pick(poison, random),
                    pick(poison, random),
                    pick(poison, random),
                    0);
        }
        return poisoned;
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void growsWithTheSeriesInAnyStepsToTheSameBits(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        Bars whole = Markets.random(seed, BARS);
        Bars growing = new Bars(whole.timeframe(), whole.zone(), 0);
        SplittableRandom random = new SplittableRandom(seed);
        Program program = Program.of(document, CATALOGUE);
        Evaluation atOnce = program.bind(Markets.around(seed, whole), Map.of());
        Evaluation stepwise =
                program.bind(Markets.data(growing, Markets.sparse(seed, BARS), Markets.slow(seed, BARS)), Map.of());
        atOnce.prepare(BARS);
        while (growing.size() < BARS) {
            int until = Math.min(BARS, growing.size() + random.nextInt(1, 9));
            while (growing.size() < until) {
                int bar = growing.size();
                Markets.append(
                        growing, whole.open(bar), whole.high(bar), whole.low(bar), whole.close(bar), whole.volume(bar));
            }
            stepwise.prepare(until);
            assertEquals(
                    atOnce.nextActiveBar(0, until), stepwise.nextActiveBar(0, until), "the first bar that matters");
        }
        for (PortRef port : ports(document)) {
            for (int bar = 0; bar < BARS; bar++) {
                assertSame(
                        atOnce.value(port.node(), port.port(), bar),
                        stepwise.value(port.node(), port.port(), bar),
                        port::toString);
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void tradesTheSameWhetherBarsAreSkippedOrNot(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 18);
        Bars bars = Markets.random(seed, 250);
        Program program = Program.of(document, CATALOGUE);
        assertEquals(
                PaperLoop.run(program.bind(Markets.around(seed, bars), Map.of()), bars, false),
                PaperLoop.run(program.bind(Markets.around(seed, bars), Map.of()), bars, true),
                () -> StrategyCodec.write(document));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void sharesColumnsWithoutChangingAnyBit(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        Bars bars = Markets.random(seed, BARS);
        Program program = Program.of(document, CATALOGUE);
        Evaluation alone = program.bind(Markets.around(seed, bars), Map.of("whole", 3.0));
        SharedColumns shared = new SharedColumns(Markets.around(seed, bars));
        program.bind(shared, Map.of()).prepare(BARS / 2);
        program.bind(shared, Map.of("whole", 5.0)).prepare(BARS);
        Evaluation third = program.bind(shared, Map.of("whole", 3.0));
        int columns = shared.size();
        program.bind(shared, Map.of("whole", 3.0)).prepare(BARS);
        assertEquals(columns, shared.size(), "the same run again needs no new column");
        for (PortRef port : ports(document)) {
            for (int bar = 0; bar < BARS; bar++) {
                assertSame(
                        alone.value(port.node(), port.port(), bar),
                        third.value(port.node(), port.port(), bar),
                        port::toString);
            }
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void survivesBeingWrittenAndRead(@ForAll long seed) throws StrategyFormatException {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        StrategyDocument read = StrategyCodec.read(StrategyCodec.write(document));
        assertEquals(document, read);
        assertEquals(StrategyCodec.hash(document), StrategyCodec.hash(read));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void isDescribedRuleByRule(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        String text = StrategyDescription.describe(document, CATALOGUE);
        for (Node node : document.nodes()) {
            if (StandardNodes.ACTIONS.contains(node.type())) {
                assertTrue(text.contains("(" + node.id() + ") when "), () -> node.id() + " in " + text);
            }
        }
        assertTrue(text.length() < 200_000, () -> "a text of " + text.length() + " characters");
    }

    @Test
    void theGeneratorReachesEveryNodeType() {
        Set<String> missing = new HashSet<>();
        CATALOGUE.all().forEach(type -> missing.add(type.type()));
        for (long seed = 0; seed < 400 && !missing.isEmpty(); seed++) {
            RandomStrategies.of(CATALOGUE, seed, 24).nodes().forEach(node -> missing.remove(node.type()));
        }
        assertEquals(Set.of(), missing);
    }

    private static List<PortRef> ports(StrategyDocument document) {
        List<PortRef> ports = new ArrayList<>();
        for (Node node : document.nodes()) {
            CATALOGUE.find(node.type()).orElseThrow().outputs().stream()
                    .filter(port -> port.type() == PortType.NUMBER || port.type() == PortType.CONDITION)
                    .forEach(port -> ports.add(new PortRef(node.id(), port.name())));
        }
        return ports;
    }

    private static double pick(double[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private static void assertSame(double expected, double actual, java.util.function.Supplier<String> place) {
        if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
            assertEquals(expected, actual, place);
        }
    }
}
