package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;

/// Everything that is built in passes the check. What looks ahead is in [org.tickwright.causality].
class CausalityCheckTest {
    private static final NodeCatalogue CATALOGUE = new NodeCatalogue(IndicatorCatalogue.builtIn());

    private static CausalityReport check(StrategyDocument document, MarketData data) {
        Program program = Program.of(document, CATALOGUE);
        return new CausalityCheck(program, program, data, Map.of(), CausalityCheck.SEED).run(Progress.NONE);
    }

    private static StrategyDocument entering(List<Node> nodes, List<Wire> more) {
        List<Node> all = new ArrayList<>(nodes);
        List<Wire> wires = new ArrayList<>(more);
        all.add(Node.of("price", "price", Map.of()));
        all.add(Node.of("above", "greater", Map.of()));
        all.add(Node.of("enter", "enterLong", Map.of()));
        wires.add(Wire.of("price.value", "above.a"));
        wires.add(Wire.of("price.value", "above.b"));
        wires.add(Wire.of("above.value", "enter.when"));
        return StrategyDocument.empty("check").withGraph(all, wires);
    }

    @Test
    void noBuiltInIndicatorLooksAhead() {
        looksBackOnly(name -> !borrowed(name), 600);
    }

    /// Those of ta4j are slow: few bars here, as many as for the others at night.
    @Test
    void noBorrowedIndicatorLooksAhead() {
        looksBackOnly(CausalityCheckTest::borrowed, 80);
    }

    @Test
    @Tag("nightly")
    void noBorrowedIndicatorLooksAheadOverManyBars() {
        looksBackOnly(CausalityCheckTest::borrowed, 600);
    }

    private static boolean borrowed(String name) {
        return name.startsWith("TA4J_");
    }

    private static void looksBackOnly(Predicate<String> names, int bars) {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        IndicatorCatalogue.builtIn().all().stream()
                .map(definition -> definition.spec().name())
                .filter(names)
                .forEach(name -> {
                    nodes.add(Node.of("n" + name, NodeCatalogue.INDICATOR_PREFIX + name, Map.of()));
                    CATALOGUE.find(NodeCatalogue.INDICATOR_PREFIX + name).orElseThrow().inputs().stream()
                            .filter(port -> !port.optional())
                            .forEach(port -> wires.add(Wire.of("price.value", "n" + name + "." + port.name())));
                });
        CausalityReport report = check(entering(nodes, wires), MarketData.of(Markets.random(11, bars)));
        assertEquals(List.of(), report.findings());
        assertTrue(nodes.size() > 20);
        assertTrue(report.nodes().size() > nodes.size());
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void noStrategyOfBuiltInNodesLooksAhead(@ForAll long seed) {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 24);
        CausalityReport report = check(document, Markets.around(seed, Markets.random(seed, 150)));
        assertEquals(List.of(), report.findings(), () -> StrategyCodec.write(document));
    }

    @Test
    void theSameSeedGivesTheSameReport() {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, 3, 24);
        assertEquals(
                check(document, Markets.around(3, Markets.random(3, 600))),
                check(document, Markets.around(3, Markets.random(3, 600))));
    }

    @Test
    void aSeriesWithoutBarsHasNothingToFind() {
        assertEquals(
                List.of(),
                check(entering(List.of(), List.of()), MarketData.of(Markets.random(1, 0)))
                        .findings());
        assertEquals(
                List.of(),
                check(entering(List.of(), List.of()), MarketData.of(Markets.random(1, 1)))
                        .findings());
    }

    @Test
    void stopsWhenItIsNoLongerWanted() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String activity) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Program program = Program.of(entering(List.of(), List.of()), CATALOGUE);
        CausalityCheck check = new CausalityCheck(program, program, MarketData.of(Markets.random(1, 50)), Map.of(), 1);
        assertThrows(CancellationException.class, () -> check.run(cancelled));
    }
}
