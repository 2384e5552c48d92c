package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.engine.ReferenceBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.strategy.StrategyDocument.Point;

/// The templates that ship: valid, tidy, readable, and signalling where the reference simulators signal.
class TemplateTest {
    private static final IndicatorCatalogue INDICATORS = IndicatorCatalogue.builtIn();
    private static final NodeCatalogue CATALOGUE = new NodeCatalogue(INDICATORS);
    private static final double WIDTH = 168;
    private static final double HEADER = 40;
    private static final double PORT = 18;

    private static String text(String template) throws IOException {
        try (InputStream in =
                TemplateTest.class.getResourceAsStream("/assets/strategies/" + template + ".strategy.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static StrategyDocument read(String template) throws IOException, StrategyFormatException {
        return StrategyCodec.read(text(template));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma-cross", "rsi-reversion", "macd-cross", "donchian-atr", "pairs-spread", "rotation"})
    void isWithoutProblemsAndWrittenAsTheProgramWrites(String template) throws Exception {
        StrategyDocument document = read(template);
        assertEquals(template, document.name());
        assertEquals(List.of(), new StrategyValidator(CATALOGUE).validate(document));
        assertEquals(text(template), StrategyCodec.write(document));
        assertTrue(document.description().length() > 100);
    }

    @ParameterizedTest
    @CsvSource({
        "sma-cross, fast slow",
        "rsi-reversion, period buyBelow exitAbove shortAbove coverBelow",
        "macd-cross, fast slow signal",
        "donchian-atr, entryPeriod exitPeriod atrPeriod atrMultiple"
    })
    void hasTheAgreedParametersWithRangesThatCanBeSwept(String template, String names) throws Exception {
        StrategyDocument document = read(template);
        assertEquals(
                List.of(names.split(" ")),
                document.parameters().stream().map(StrategyParameter::name).toList());
        Program program = Program.of(document, CATALOGUE);
        Bars bars = Markets.random(1, 300);
        for (StrategyParameter parameter : document.parameters()) {
            StrategyParameter.Range range = parameter.range();
            double steps = (range.to() - range.from()) / range.step();
            assertEquals(Math.rint(steps), steps, 1e-9, parameter.name());
            double offset = (parameter.value() - range.from()) / range.step();
            assertEquals(Math.rint(offset), offset, 1e-9, () -> parameter.name() + " lies on its own grid");
            program.bind(bars, Map.of(parameter.name(), range.from())).prepare(300);
            program.bind(bars, Map.of(parameter.name(), range.to())).prepare(300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma-cross", "rsi-reversion", "macd-cross", "donchian-atr", "pairs-spread", "rotation"})
    void isLaidOutLeftToRightOnTheGridWithoutOverlap(String template) throws Exception {
        StrategyDocument document = read(template);
        assertEquals(
                document.nodes().stream().map(Node::id).collect(Collectors.toSet()),
                document.layout().keySet());
        for (Node one : document.nodes()) {
            Point at = document.layout().get(one.id());
            assertEquals(0, at.x() % 24 + at.y() % 24, one.id());
            for (Node other : document.nodes()) {
                Point there = document.layout().get(other.id());
                boolean apart = one == other
                        || at.x() + WIDTH <= there.x()
                        || there.x() + WIDTH <= at.x()
                        || at.y() + height(one) <= there.y()
                        || there.y() + height(other) <= at.y();
                assertTrue(apart, () -> one.id() + " lies on " + other.id());
            }
        }
        for (Wire wire : document.wires()) {
            double from = document.layout().get(wire.from().node()).x() + WIDTH;
            assertTrue(from <= document.layout().get(wire.to().node()).x(), () -> wire + " runs to the left");
        }
        if (document.node("enterShort").isPresent()) {
            double lastEntry = document.layout().get("enterShort").y();
            assertTrue(lastEntry < document.layout().get("exitLong").y(), "entries lie above exits");
        }
    }

    private static double height(Node node) {
        NodeType type = CATALOGUE.find(node.type()).orElseThrow();
        return HEADER + PORT * Math.max(type.inputs().size(), type.outputs().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma-cross", "rsi-reversion", "macd-cross", "donchian-atr"})
    void isDescribedInWordsThatNameEveryRuleAndParameter(String template) throws Exception {
        StrategyDocument document = read(template);
        String words = StrategyDescription.describe(document);
        for (String rule : List.of("Enter long when ", "Exit long when ", "Enter short when ", "Exit short when ")) {
            assertTrue(words.contains("\n" + rule), () -> rule + " in " + words);
        }
        for (StrategyParameter parameter : document.parameters()) {
            assertTrue(words.contains(parameter.name() + " = "), () -> parameter.name() + " in " + words);
        }
        assertFalse(words.contains("not connected") || words.contains("Not used"), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma-cross", "rsi-reversion", "macd-cross", "donchian-atr"})
    void makesTheSameBitsInOneGoAndBarByBarOverManyBlocks(String template) throws Exception {
        int count = 9000;
        Bars whole = Markets.random(7, count);
        Bars growing = new Bars(whole.timeframe(), whole.zone(), 16);
        Program program = Program.of(read(template), CATALOGUE);
        Evaluation atOnce = program.bind(whole, Map.of());
        Evaluation live = program.bind(growing, Map.of());
        Decision expected = new Decision();
        Decision actual = new Decision();
        Snapshot flat = Snapshot.flat(1);
        atOnce.prepare(count);
        int active = 0;
        for (int bar = 0; bar < count; bar++) {
            Markets.append(
                    growing, whole.open(bar), whole.high(bar), whole.low(bar), whole.close(bar), whole.volume(bar));
            live.prepare(bar + 1);
            live.decide(bar, flat, actual);
            atOnce.decide(bar, flat, expected);
            assertEquals(DecisionText.of(expected), DecisionText.of(actual));
            active += live.nextActiveBar(bar, bar + 1) == bar ? 1 : 0;
        }
        assertTrue(active > 50, "the market makes it act");
    }

    /// Every trade of the reference simulators begins at the first signal after the last one ended, and no
    /// exit signal lies between its beginning and its end.
    @ParameterizedTest
    @CsvSource({
        "bac_sma_ls, BAC, sma-cross, fast=15 slow=60, true",
        "goog_sma_10_30_plain, GOOG, sma-cross, fast=10 slow=30, false",
        "goog_sma_10_30_sl_tp, GOOG, sma-cross, fast=10 slow=30, false",
        "goog_sma_10_30_whole_costs, GOOG, sma-cross, fast=10 slow=30, false",
        "goog_sma_20_50_whole_costs, GOOG, sma-cross, fast=20 slow=50, false",
        "goog_rsi14_plain, GOOG, rsi-reversion, period=14 buyBelow=35 exitAbove=55, false",
        "goog_rsi14_sl_tp, GOOG, rsi-reversion, period=14 buyBelow=35 exitAbove=55, false",
        "ibm_macd_long, IBM, macd-cross, fast=12 slow=26 signal=9, false",
        "goog_donchian_atr, GOOG, donchian-atr, entryPeriod=55 exitPeriod=20 atrPeriod=20 atrMultiple=3, false",
        "btc_donchian_atr_risk, BTCUSD, donchian-atr, entryPeriod=20 exitPeriod=10 atrPeriod=14 atrMultiple=2.5, false"
    })
    void signalsWhereTheReferenceSimulatorsDo(
            String id, String symbol, String template, String parameters, boolean both) throws Exception {
        List<String[]> trades = ReferenceBars.rows("oracles/backtest/" + id + "_trades.csv");
        Bars bars = ReferenceBars.daily("oracles/data/" + symbol + "_daily.csv");
        Map<String, Double> values = List.of(parameters.split(" ")).stream()
                .map(assignment -> assignment.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
        Evaluation evaluation = Program.of(read(template), CATALOGUE).bind(bars, values);
        evaluation.prepare(bars.size());
        int free = 0;
        for (String[] trade : trades) {
            int side = trade[1].equals("LONG") ? Decision.LONG : Decision.SHORT;
            int entry = Integer.parseInt(trade[4]);
            int exit = Integer.parseInt(trade[10]);
            boolean signalled = Set.of("SIGNAL", "REVERSAL").contains(trade[13]) || !trade[8].isEmpty();
            assertEquals(entry - 1, nextEntry(evaluation, free, entry, both), () -> "entry of trade " + trade[0]);
            assertTrue(decide(evaluation, entry - 1).enter[side], () -> "side of trade " + trade[0]);
            assertEquals(ReferenceBars.midnight(trade[2]), bars.time(entry - 1), "the bar of the signal");
            for (int bar = entry; bar < exit; bar++) {
                int at = bar;
                boolean last = signalled && bar == exit - 1;
                assertEquals(last, decide(evaluation, bar).exit[side], () -> "exit of trade " + trade[0] + " at " + at);
            }
            // a market exit frees the bar of its order for a reversal, a protective one the close of its own bar
            free = signalled ? exit - 1 : exit;
        }
        assertTrue(trades.size() > 10);
    }

    private static int nextEntry(Evaluation evaluation, int from, int to, boolean both) {
        for (int bar = from; bar < to; bar++) {
            Decision decision = decide(evaluation, bar);
            if (decision.enter[Decision.LONG] || (both && decision.enter[Decision.SHORT])) {
                return bar;
            }
        }
        return to;
    }

    private static Decision decide(Evaluation evaluation, int bar) {
        Decision decision = new Decision();
        evaluation.decide(bar, PositionColumn.FLAT, decision);
        return decision;
    }
}
