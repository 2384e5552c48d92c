package org.tickwright.causality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.Timeframe;
import org.tickwright.plugin.PlugInFolders;
import org.tickwright.strategy.CausalityReport;
import org.tickwright.strategy.CausalityReport.Finding;
import org.tickwright.strategy.CausalityReport.Kind;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.Wire;
import org.tickwright.testing.PlugInSources;
import org.tickwright.workbench.CausalityChecks;

/// Every fixture is a class of a jar, loaded as a person's own would be: once as an indicator, once as a node.
class CausalityFixturesTest {
    @TempDir
    private static Path indicators;

    @TempDir
    private static Path nodes;

    private static final Map<Integer, Bars> MARKETS = new HashMap<>();

    @BeforeAll
    static void buildTheJars() throws IOException {
        PlugInSources asIndicators = new PlugInSources();
        PlugInSources asNodes = new PlugInSources();
        Stream.concat(Leaks.all().stream(), CleanNodes.all().stream()).forEach(fixture -> {
            asIndicators.indicator(fixture.className(), fixture.indicator());
            asNodes.node(fixture.className(), fixture.node());
        });
        asIndicators.into(indicators.resolve("indicators.jar"));
        asNodes.into(nodes.resolve("nodes.jar"));
    }

    private static CausalityReport check(Path folder, int bars, String... types) throws Exception {
        PlugInFolders plugIns = new PlugInFolders(IndicatorCatalogue.builtIn(), List.of(folder));
        assertEquals(List.of(), plugIns.current().plugIns().getFirst().problems());
        return new CausalityChecks(plugIns)
                .check(strategy(types), MarketData.of(market(bars)), Map.of(), Progress.NONE);
    }

    /// Enters where every node is above 0, each node smoothed and compared on its own.
    private static StrategyDocument strategy(String... types) {
        List<Node> nodes = new ArrayList<>(List.of(Node.of("zero", "constant", Map.of())));
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            nodes.add(Node.of("mine" + i, types[i], Map.of()));
            nodes.add(Node.of("sma" + i, "indicator.SMA", Map.of("optInTimePeriod", 3.0)));
            nodes.add(Node.of("above" + i, "greater", Map.of()));
            nodes.add(Node.of("enter" + i, "enterLong", Map.of()));
            wires.add(Wire.of("mine" + i + ".value", "sma" + i + ".real"));
            wires.add(Wire.of("sma" + i + ".value", "above" + i + ".a"));
            wires.add(Wire.of("zero.value", "above" + i + ".b"));
            wires.add(Wire.of("above" + i + ".value", "enter" + i + ".when"));
        }
        return StrategyDocument.empty("fixtures").withGraph(nodes, wires);
    }

    private static Bars market(int count) {
        return MARKETS.computeIfAbsent(count, size -> {
            SplittableRandom random = new SplittableRandom(size);
            Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, size);
            long day = 3_653;
            double close = 100;
            for (int i = 0; i < size; i++) {
                double open = close * (1 + 0.004 * (random.nextDouble() - 0.5));
                close = open * Math.exp(0.03 * (random.nextDouble() - 0.5));
                double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
                double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
                bars.append(day * 86_400_000_000_000L, open, high, low, close, 1000 + random.nextInt(9000));
                day += Math.floorMod(day + 4, 7) == 5 ? 3 : 1;
            }
            return bars;
        });
    }

    @TestFactory
    Stream<DynamicTest> findsWhatLooksAhead() {
        return Leaks.all().stream()
                .map(leak -> DynamicTest.dynamicTest(leak.name(), () -> {
                    CausalityReport report = check(indicators, 700, "indicator." + leak.name());
                    assertEquals(1, report.findings().size(), report.findings()::toString);
                    Finding finding = report.findings().getFirst();
                    assertEquals("mine0", finding.node());
                    assertTrue(finding.kind().severe(), finding::message);
                    assertTrue(finding.bar() <= finding.cut(), finding::message);
                }));
    }

    @TestFactory
    Stream<DynamicTest> leavesHonestNodesAlone() {
        return CleanNodes.all().stream()
                .map(clean -> DynamicTest.dynamicTest(clean.name(), () -> {
                    CausalityReport report = check(indicators, 700, "indicator." + clean.name());
                    assertEquals(List.of(), report.findings(), report.findings()::toString);
                }));
    }

    @Test
    void findsEachOfManyInOneStrategyAndNothingElse() throws Exception {
        for (int bars : new int[] {120, 1500}) {
            String[] types = Stream.concat(Leaks.all().stream(), CleanNodes.all().stream())
                    .map(fixture -> "node." + fixture.name())
                    .toArray(String[]::new);
            CausalityReport report = check(nodes, bars, types);
            List<String> found = report.findings().stream()
                    .filter(finding -> finding.kind().severe())
                    .map(Finding::node)
                    .distinct()
                    .map(node -> types[Integer.parseInt(node.substring(4))])
                    .sorted()
                    .toList();
            List<String> leaks = Leaks.all().stream()
                    .map(leak -> "node." + leak.name())
                    .sorted()
                    .toList();
            assertEquals(leaks, found, () -> bars + " bars");
        }
    }

    @Test
    void saysWhatIsNotRepeatable() throws Exception {
        for (String name : List.of("OWN_CHANCE", "RUN_COUNTER")) {
            CausalityReport report = check(indicators, 300, "indicator." + name);
            assertEquals(Kind.NOT_REPEATABLE, report.findings().getFirst().kind());
        }
    }

    @Test
    void namesNodePortBarAndBothValues() throws Exception {
        CausalityReport report = check(indicators, 300, "indicator.NEGATIVE_LAG");
        Finding finding = report.findings().getFirst();
        Bars bars = market(300);
        assertEquals("value", finding.port());
        assertEquals(bars.time(finding.bar()), finding.time());
        assertEquals(bars.close(finding.bar() + 1), finding.before());
        assertNotEquals(finding.before(), finding.after());
        assertTrue(
                finding.message().startsWith("Node mine0, output value, looks ahead: at bar " + finding.bar()),
                finding.message());
    }

    @Test
    void cutsAShortSeriesEverywhereAndALongOneOften() throws Exception {
        assertEquals(299, check(indicators, 300, "indicator.TRAILING_WINDOW").cuts());
        assertTrue(check(indicators, 700, "indicator.TRAILING_WINDOW").cuts() >= 64);
    }
}
