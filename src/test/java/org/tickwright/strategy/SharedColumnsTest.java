package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.MarketData;

/// Columns that outlive a run: edits of a strategy over the same data see what a fresh evaluation sees.
class SharedColumnsTest {
    private static final NodeCatalogue CATALOGUE = new NodeCatalogue(IndicatorCatalogue.builtIn());
    private static final int BARS = 60;
    private static final List<String> UNIVERSE = List.of("BASE", "SPARSE");

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void decideAsFreshOnesAfterEveryEdit(@ForAll long seed) {
        MarketData data = Markets.around(seed, Markets.random(seed, BARS)).among(UNIVERSE);
        Snapshot[] path = Snapshot.randomPath(seed, BARS);
        SharedColumns kept = new SharedColumns(data);
        SplittableRandom random = new SplittableRandom(seed);
        StrategyDocument document = RandomStrategies.of(CATALOGUE, seed, 20);
        for (int edit = 0; edit < 6; edit++) {
            Program program = Program.of(document, CATALOGUE);
            Program reference = program.evaluatedBy(Evaluator.INTERPRETED);
            Program other = program.evaluatedBy(random.nextBoolean() ? Evaluator.COMPILED : Evaluator.INTERPRETED);
            String now = StrategyCodec.write(document);
            assertEquals(decisions(reference, new SharedColumns(data), path), decisions(other, kept, path), () -> now);
            kept.forgetUnasked();
            document = edited(document, random);
        }
    }

    private static SortedMap<String, Evaluation> bound(Program program, SharedColumns columns) {
        return program.tradesSeveral()
                ? program.bindEach(columns, Map.of())
                : new TreeMap<>(Map.of("BASE", program.bind(columns, Map.of())));
    }

    private static List<String> decisions(Program program, SharedColumns columns, Snapshot[] path) {
        List<String> decisions = new ArrayList<>();
        bound(program, columns).forEach((symbol, evaluation) -> {
            Decision decision = new Decision();
            evaluation.prepare(BARS);
            for (int bar = 0; bar < BARS; bar++) {
                evaluation.decide(bar, path[bar], decision);
                decisions.add(symbol + " " + bar + " " + DecisionText.of(decision) + " " + decision.weight);
            }
        });
        return decisions;
    }

    /// One value of a parameter changed, or the settings of one node taken from another strategy.
    private static StrategyDocument edited(StrategyDocument document, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            List<StrategyParameter> values = document.parameters().stream()
                    .map(each -> new StrategyParameter(
                            each.name(), each.integer(), each.integer() ? random.nextInt(2, 8) : 0.3, null, Map.of()))
                    .toList();
            StrategyDocument changed = document.withParameters(values);
            return valid(changed) ? changed : document;
        }
        StrategyDocument other = RandomStrategies.of(CATALOGUE, random.nextLong(), 40);
        for (int attempt = 0; attempt < 50; attempt++) {
            Node donor = other.nodes().get(random.nextInt(other.nodes().size()));
            List<Node> nodes = document.nodes().stream()
                    .map(node ->
                            node.type().equals(donor.type()) ? Node.of(node.id(), node.type(), donor.params()) : node)
                    .toList();
            StrategyDocument changed = document.withGraph(nodes, document.wires());
            if (valid(changed) && !nodes.equals(document.nodes())) {
                return changed;
            }
        }
        return document;
    }

    private static boolean valid(StrategyDocument document) {
        return new StrategyValidator(CATALOGUE)
                .validate(document).stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    @Test
    void keepWhatTheEditLeavesAloneAndForgetWhatNobodyReadsAnyMore() {
        SharedColumns kept = new SharedColumns(Markets.random(1, BARS));
        Column before = slow(kept, 3);
        int size = kept.size();
        for (int fast = 4; fast < 40; fast++) {
            assertSame(before, slow(kept, fast), "the slow average does not depend on the fast one");
        }
        assertEquals(size, kept.size());
    }

    /// Binds a cross of a fast average and one over 20 bars, and gives the column of the slow one.
    private static Column slow(SharedColumns kept, int fast) {
        StrategyDocument document = new Graph()
                .node("fast", "indicator.SMA", "optInTimePeriod", fast)
                .node("slow", "indicator.SMA", "optInTimePeriod", 20)
                .node("up", "crossesAbove")
                .wire("fast", "up.a")
                .wire("slow", "up.b")
                .node("in", "enterLong")
                .wire("up", "in.when")
                .document();
        BoundProgram bound = (BoundProgram) Program.of(document, CATALOGUE).bind(kept, Map.of());
        bound.prepare(BARS);
        kept.forgetUnasked();
        return bound.compared(new Wire.PortRef("slow", NodeCatalogue.VALUE));
    }
}
