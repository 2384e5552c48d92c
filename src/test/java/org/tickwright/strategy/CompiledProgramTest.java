package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunJson;
import org.tickwright.engine.RunSettings;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.strategy.Wire.PortRef;

/// Compiled programs against interpreted ones: random graphs over every type of node on random markets of several
/// series.
class CompiledProgramTest {
    private static final NodeCatalogue CATALOGUE = new NodeCatalogue(IndicatorCatalogue.builtIn(), Brought.nodes());

    /// Far more than the just-in-time compiler needs to refuse a method.
    private static final int LARGEST_METHOD = 8000;

    private static final List<String> ACTION_TYPES =
            StandardNodes.ACTIONS.stream().sorted().toList();

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void givesTheBitsOfTheInterpreter(@ForAll long seed) {
        compare(seed);
    }

    @Test
    @Tag("nightly")
    void givesTheBitsOfTheInterpreterTenThousandTimes() {
        for (long seed = 0; seed < 10_000; seed++) {
            compare(seed);
        }
    }

    private static void compare(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StrategyDocument document = document(seed, random);
        MarketData market = market(seed, random.nextInt(1, 120), random);
        Program program = Program.of(document, CATALOGUE);
        Program interpreted = program.evaluatedBy(Evaluator.INTERPRETED);
        Program compiled = program.evaluatedBy(Evaluator.COMPILED);
        Supplier<String> what = () -> "seed " + seed + StrategyCodec.write(document);
        new Walk(interpreted.bind(market, Map.of()), compiled.bind(market, Map.of()), document, what)
                .go(market.base().bars().size(), random);
        RunSettings settings = settings(random);
        assertEquals(run(interpreted, market, settings), run(compiled, market, settings), what);
        if (!program.tradesSeveral()) {
            assertEquals(
                    run(new EveryBar(interpreted.bind(market, Map.of())), market, settings),
                    run(compiled.bind(market, Map.of()), market, settings),
                    () -> "with bars left out, " + what.get());
        }
    }

    /// Half of them without target weights, so that one instrument is traded.
    private static StrategyDocument document(long seed, SplittableRandom random) {
        StrategyDocument document = Lively.of(RandomStrategies.of(CATALOGUE, seed, random.nextInt(6, 40)), random);
        if (random.nextBoolean()) {
            return document;
        }
        List<Node> nodes = document.nodes().stream()
                .filter(node -> !node.type().equals(StandardNodes.TARGET_WEIGHT))
                .toList();
        Set<String> ids = new HashSet<>(nodes.stream().map(Node::id).toList());
        return document.withGraph(
                nodes,
                document.wires().stream()
                        .filter(wire -> ids.contains(wire.to().node()))
                        .toList());
    }

    private static MarketData market(long seed, int bars, SplittableRandom random) {
        MarketData market = Markets.around(seed, Markets.random(seed, bars));
        return random.nextBoolean() ? market : market.among(List.of("BASE", "SPARSE"));
    }

    private static RunSettings settings(SplittableRandom random) {
        return new RunSettings(
                        100_000,
                        random.nextInt(20),
                        random.nextInt(20),
                        null,
                        random.nextBoolean(),
                        random.nextBoolean() ? RunSettings.Direction.BOTH : RunSettings.Direction.LONG,
                        random.nextInt(3) == 0 ? 0.02 : null,
                        random.nextInt(3) == 0 ? 0.03 : null,
                        RunSettings.PLAIN,
                        252,
                        null,
                        null,
                        Map.of())
                .filling(random.nextInt(3) > 0 ? RunSettings.REALISTIC : RunSettings.PLAIN, FillTerms.DEFAULTS);
    }

    /// The whole run as a document, or why there is none.
    private static String run(Program program, MarketData market, RunSettings settings) {
        try {
            return RunJson.text(Backtest.run(program, market, settings, Progress.NONE));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String run(Evaluation evaluation, MarketData market, RunSettings settings) {
        MarketSeries base = market.base();
        Backtest.Data data = new Backtest.Data(base.key(), base.simulated(), base.bars(), "");
        try {
            return RunJson.text(
                    Backtest.run(evaluation, new Backtest.Identity("random", ""), data, settings, Progress.NONE));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// Both evaluations along one path of positions, bars prepared in pieces and left out at random.
    private record Walk(Evaluation one, Evaluation other, StrategyDocument document, Supplier<String> what) {
        void go(int bars, SplittableRandom random) {
            Snapshot[] path = Snapshot.randomPath(random.nextLong(), bars);
            int prepared = 0;
            while (prepared < bars) {
                int until = Math.min(bars, prepared + 1 + random.nextInt(60));
                one.prepare(until);
                other.prepare(until);
                assertEquals(one.nextActiveBar(prepared, until), other.nextActiveBar(prepared, until), what);
                for (int bar = prepared; bar < until; bar++) {
                    if (random.nextInt(3) > 0) {
                        decide(bar, path[bar]);
                    }
                }
                prepared = until;
            }
            assertEquals(one.needsEveryHeldBar(), other.needsEveryHeldBar());
            assertEquals(one.firstDefinedBar(), other.firstDefinedBar());
            for (int bar = 0; bar < bars; bar++) {
                explain(bar);
                values(bar);
            }
        }

        private void decide(int bar, Snapshot position) {
            Decision expected = new Decision();
            Decision decided = new Decision();
            one.decide(bar, position, expected);
            other.decide(bar, position, decided);
            assertEquals(
                    DecisionText.of(expected) + expected.weight,
                    DecisionText.of(decided) + decided.weight,
                    () -> "bar " + bar + " of " + what.get());
        }

        private void explain(int bar) {
            for (Node node : document.nodes()) {
                if (ACTION_TYPES.contains(node.type())) {
                    assertEquals(one.reason(node.id(), bar), other.reason(node.id(), bar), what);
                    assertEquals(one.reason(node.type(), bar), other.reason(node.type(), bar), what);
                }
            }
        }

        private void values(int bar) {
            for (Node node : document.nodes()) {
                CATALOGUE.find(node.type()).orElseThrow().outputs().stream()
                        .filter(port -> port.type() == PortType.NUMBER || port.type() == PortType.CONDITION)
                        .forEach(port -> value(new PortRef(node.id(), port.name()), bar));
            }
        }

        private void value(PortRef port, int bar) {
            double expected = one.value(port.node(), port.port(), bar);
            double value = other.value(port.node(), port.port(), bar);
            if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(value)) {
                assertEquals(expected, value, () -> port + " at bar " + bar + " of " + what.get());
            }
        }
    }

    @Test
    void mostOfTheRunsTrade() {
        int trading = 0;
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StrategyDocument document = document(seed, random);
            MarketData market = market(seed, random.nextInt(1, 120), random);
            String run = run(Program.of(document, CATALOGUE), market, settings(random));
            trading += run.contains("\"FILLED\"") ? 1 : 0;
        }
        int seen = trading;
        assertTrue(seen > 24, () -> "only " + seen + " of 40 say something about orders and fills");
    }

    @Test
    void theGeneratorReachesEveryNodeType() {
        Set<String> missing = new HashSet<>();
        CATALOGUE.all().forEach(type -> missing.add(type.type()));
        for (long seed = 0; seed < 2000 && !missing.isEmpty(); seed++) {
            RandomStrategies.of(CATALOGUE, seed, 24).nodes().forEach(node -> missing.remove(node.type()));
        }
        assertEquals(Set.of(), missing, "give the generator a way to these types");
    }

    @Test
    void manyBlocksAndManyRegionsGiveTheSameBits() {
        StrategyDocument document = RandomStrategies.of(CATALOGUE, 11, 300);
        MarketData market = Markets.around(5, Markets.random(5, 9000));
        Program program = Program.of(document, CATALOGUE);
        Evaluation interpreted = program.evaluatedBy(Evaluator.INTERPRETED).bind(market, Map.of());
        Evaluation compiled = program.evaluatedBy(Evaluator.COMPILED).bind(market, Map.of());
        interpreted.prepare(9000);
        compiled.prepare(9000);
        Snapshot[] path = Snapshot.randomPath(3, 9000);
        Walk walk = new Walk(interpreted, compiled, document, () -> "300 nodes");
        for (int bar = 0; bar < 9000; bar += bar % 7 + 1) {
            walk.decide(bar, path[bar]);
        }
        for (int bar = 0; bar < 9000; bar += 97) {
            walk.explain(bar);
        }
    }

    @Test
    void regionsStaySmallEnoughForTheJustInTimeCompiler() {
        CodePlan plan = layout(RandomStrategies.of(CATALOGUE, 3, 500), Map.of()).plan();
        assertTrue(plan.regions().size() > 4, () -> plan.regions().size() + " regions");
        ClassFile.of().parse(CodeWriter.write(plan)).methods().forEach(method -> {
            String name = method.methodName().stringValue();
            if (name.startsWith("region")) {
                CodeAttribute code = (CodeAttribute) method.code().orElseThrow();
                assertTrue(code.codeLength() < LARGEST_METHOD, () -> name + " has " + code.codeLength() + " bytes");
            }
        });
    }

    @Test
    void parametersAreNoPartOfTheCode() {
        StrategyDocument document = new Graph()
                .parameter("bars", true, 5)
                .parameter("level", false, 100)
                .node("close", "price")
                .node("average", "indicator.SMA", "optInTimePeriod", "$bars")
                .node("before", "lag", "bars", "$bars")
                .wire("average", "before.a")
                .node("level", "parameter", "parameter", "$level")
                .node("over", "greater")
                .wire("before", "over.a")
                .wire("level", "over.b")
                .node("buy", "enterLong")
                .wire("over", "buy.when")
                .document();
        CodeLayout one = layout(document, Map.of());
        CodeLayout other = layout(document, Map.of("bars", 9.0, "level", 90.0));
        assertEquals(one.plan(), other.plan());
        assertEquals(
                CodeCache.code(one.plan()).getClass(),
                CodeCache.code(other.plan()).getClass());
        assertFalse(Arrays.equals(one.settings(), other.settings()));
    }

    private static CodeLayout layout(StrategyDocument document, Map<String, Double> parameters) {
        Program program = Program.of(document, CATALOGUE);
        Settings settings = new Settings(document, parameters);
        SharedColumns shared = new SharedColumns(Markets.around(1, Markets.random(1, 50)));
        NodeBinding binding =
                GraphBindings.alone(program, settings, shared, new PositionColumn.Cursor(), false, Set.of());
        ActionTable actions = new ActionRules(program, program.actions(), settings, binding.columns()).table(Map.of());
        return new CodePlanner(
                        binding.order(), actions.firings(), binding.columns().values())
                .layout();
    }
}
