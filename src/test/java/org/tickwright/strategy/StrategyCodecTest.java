package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyParameter.Range;
import org.tickwright.strategy.Wire.PortRef;

class StrategyCodecTest {
    private static final String SMALL = """
        {
          "format": "tickwright-strategy",
          "version": 1,
          "name": "small",
          "description": "",
          "parameters": [
            {"name": "n", "type": "integer", "value": 5, "from": 2, "to": 9, "step": 1}
          ],
          "nodes": [
            {"id": "mean", "type": "indicator.SMA", "params": {"optInTimePeriod": {"param": "n"}}},
            {"id": "out", "type": "exitLong"}
          ],
          "wires": [
            {"from": "mean.value", "to": "out.when"}
          ],
          "lineage": {
            "id": "small-1",
            "ancestors": ["template:sma-cross"]
          },
          "layout": {
            "mean": {"x": 24, "y": 0.5}
          }
        }
        """;

    @Test
    void readsAndWritesTheSameBytes() throws StrategyFormatException {
        StrategyDocument document = StrategyCodec.read(SMALL);
        assertEquals(SMALL, StrategyCodec.write(document));
        assertEquals(new ParameterRef("n"), document.nodes().getFirst().params().get("optInTimePeriod"));
        assertEquals(new Range(2, 9, 1), document.parameters().getFirst().range());
        assertEquals(new Point(24, 0.5), document.layout().get("mean"));
        assertEquals(Wire.of("mean.value", "out.when"), document.wires().getFirst());
    }

    @Property(tries = 150)
    void readsBackWhatItWrote(@ForAll("documents") StrategyDocument document) throws StrategyFormatException {
        String text = StrategyCodec.write(document);
        assertEquals(document, StrategyCodec.read(text));
        assertEquals(text, StrategyCodec.write(StrategyCodec.read(text)));
        assertTrue(text.startsWith("{\n  \"format\": \"tickwright-strategy\",\n  \"version\": 1,\n"));
    }

    @Test
    void keepsWhatItDoesNotKnowAtEveryLevel() throws StrategyFormatException {
        String file = """
            {
              "format": "tickwright-strategy",
              "version": 1,
              "name": "n",
              "description": "d",
              "parameters": [
                {"name": "p", "type": "number", "value": 1.5, "unit": "bars"}
              ],
              "nodes": [
                {"id": "a", "type": "from.tomorrow", "params": {"curve": [1.10, 2e400, null], "k": {"param": "p", "scale": 2}}, "note": {"by": "x"}}
              ],
              "wires": [
                {"from": "a.value", "to": "b.in", "colour": "#ff0000"}
              ],
              "author": {"name": "y", "since": 12345678901234567890},
              "layout": {
                "a": {"x": 1, "y": 2, "folded": true},
                "grid": {"step": 24}
              }
            }
            """;
        StrategyDocument document = StrategyCodec.read(file);
        String written = StrategyCodec.write(document);
        for (String kept : List.of(
                "\"unit\": \"bars\"",
                "1.10, 2E+400, null",
                "{\"param\": \"p\", \"scale\": 2}",
                "\"note\": {\"by\": \"x\"}",
                "\"colour\": \"#ff0000\"",
                "12345678901234567890",
                "{\"x\": 1, \"y\": 2, \"folded\": true}",
                "\"grid\": {\"step\": 24}")) {
            assertTrue(written.contains(kept), () -> kept + " in " + written);
        }
        assertEquals(document, StrategyCodec.read(written));
        StrategyDocument moved = document.withLayout(Map.of("a", new Point(5, 5)));
        assertTrue(StrategyCodec.write(moved).contains("{\"x\": 5, \"y\": 5, \"folded\": true}"));
    }

    @Test
    void hashesWhatAStrategyMeansAndNothingElse() throws StrategyFormatException {
        StrategyDocument document = StrategyCodec.read(SMALL);
        String hash = StrategyCodec.hash(document);
        assertEquals(64, hash.length());
        assertEquals(hash, StrategyCodec.hash(document.withName("other").withLayout(Map.of())));
        List<Node> turned = new ArrayList<>(document.nodes());
        Collections.reverse(turned);
        assertEquals(hash, StrategyCodec.hash(document.withGraph(turned, document.wires())));
        assertEquals(
                hash,
                StrategyCodec.hash(StrategyCodec.read(
                        SMALL.replace("\"type\": \"exitLong\"", "\"type\": \"exitLong\", \"note\": 1"))));
        for (String[] change : new String[][] {
            {"\"value\": 5", "\"value\": 6"},
            {"\"step\": 1", "\"step\": 2"},
            {"integer", "number"},
            {"{\"param\": \"n\"}", "5"},
            {"exitLong", "exitShort"},
            {"\"out\"", "\"off\""},
            {"mean.value", "mean.other"},
            {"indicator.SMA", "indicator.EMA"}
        }) {
            String changed = SMALL.replace(change[0], change[1]);
            assertNotEquals(hash, StrategyCodec.hash(StrategyCodec.read(changed)), () -> String.join(" to ", change));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | The file is empty",
                "[1] | At the top: a strategy file is one JSON object",
                "{\"a\": 1} | At /format: must be \"tickwright-strategy\", but is missing",
                "{\"format\": 3} | At /format: must be \"tickwright-strategy\", was 3",
                "{\"format\": \"tickwright-strategy\"} | At /version: must be a whole number from 1, but is missing",
                "{\"format\": \"tickwright-strategy\", \"version\": 2, \"name\": \"x\"} | At /version: the file has"
                        + " version 2 and this program reads up to 1. The file was not changed",
                "{\"format\": \"tickwright-strategy\", \"version\": 1} | At /name: must be text, but is missing",
                "{\"format\": \"tickwright-strategy\", \"version\": 1, \"name\": \"x\" | is not valid JSON at line 1,"
                        + " column",
                "{\"format\": \"tickwright-strategy\", \"version\": 1, \"name\": \"x\"} {} | There is more text behind"
                        + " the end of the strategy",
                "{\"format\": \"tickwright-strategy\", \"format\": 1} | Duplicate",
                "{\"format\": \"tickwright-strategy\", \"version\": 1.5} | At /version: must be a whole number from 1,"
                        + " was 1.5",
            })
    void refusesWhatIsNoStrategyFile(String file, String message) {
        assertRefused(file, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"nodes\": {} | At /nodes: must be a list, was an object",
                "\"nodes\": [3] | At /nodes/0: must be an object, was 3",
                "\"nodes\": [{\"id\": \"a\", \"type\": \"price\"}, {\"type\": \"price\"}] | At /nodes/1/id: must be"
                        + " text, but is missing",
                "\"nodes\": [{\"id\": \" \", \"type\": \"price\"}] | At /nodes/0/id: must not be empty",
                "\"nodes\": [{\"id\": \"a\", \"type\": 7}] | At /nodes/0/type: must be text, was 7",
                "\"nodes\": [{\"id\": \"a\", \"type\": \"t\", \"params\": []}] | At /nodes/0/params: must be an object"
                        + " of settings, was an array",
                "\"nodes\": [{\"id\": \"a\", \"type\": \"t\", \"params\": {\"a/b\": 1e999}}] | At"
                        + " /nodes/0/params/a~1b: the number is too large",
                "\"wires\": [{\"from\": \"a.b\"}] | At /wires/0/to: must be text, but is missing",
                "\"wires\": [{\"from\": \"a\", \"to\": \"a.b\"}] | At /wires/0/from: must name a port as"
                        + " \"node.port\", was \"a\"",
                "\"parameters\": [{\"name\": \"p\"}] | At /parameters/0/value: must be a number, but is missing",
                "\"parameters\": [{\"name\": \"p\", \"value\": \"5\"}] | At /parameters/0/value: must be a number, was"
                        + " \"5\"",
                "\"parameters\": [{\"name\": \"p\", \"value\": 5, \"type\": \"int\"}] | At /parameters/0/type: must be"
                        + " \"number\" or \"integer\", was \"int\"",
                "\"parameters\": [{\"name\": \"p\", \"value\": 5, \"from\": 1}] | At /parameters/0/to: must be a"
                        + " number, but is missing",
                "\"layout\": [] | At /layout: must be an object of places, was an array",
                "\"description\": 5 | At /description: must be text, was 5",
            })
    void namesThePlaceThatIsWrong(String section, String message) {
        assertRefused(
                "{\"format\": \"tickwright-strategy\", \"version\": 1, \"name\": \"x\", " + section + "}", message);
    }

    private static void assertRefused(String file, String message) {
        StrategyFormatException refusal =
                assertThrows(StrategyFormatException.class, () -> StrategyCodec.read(file == null ? "" : file));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
        assertTrue(!refusal.getMessage().contains("com.fasterxml"), refusal.getMessage());
    }

    @Test
    void refusesEveryTruncationWithoutFallingOver() {
        for (int length = 0; length < SMALL.strip().length(); length++) {
            String cut = SMALL.substring(0, length);
            assertThrows(StrategyFormatException.class, () -> StrategyCodec.read(cut));
        }
    }

    @Test
    void refusesWhatIsNestedTooDeepOrTooLarge() {
        String head = "{\"format\": \"tickwright-strategy\", \"version\": 1, \"name\": \"x\", \"deep\": ";
        assertRefused(head + "[".repeat(100_000), "nested deeper than 64 levels");
        assertRefused(head + "\"" + "x".repeat(17 << 20) + "\"}", "larger than 16 MB");
    }

    @Test
    void opensWhatCannotRunSoThatItCanBeMended() throws StrategyFormatException {
        String twice = SMALL.replace("\"out\", \"type\": \"exitLong\"", "\"mean\", \"type\": \"nope\"")
                .replace("out.when", "gone.when");
        StrategyDocument document = StrategyCodec.read("\uFEFF" + twice);
        assertEquals(2, document.nodes().size());
        assertEquals(document, StrategyCodec.read(StrategyCodec.write(document)));
    }

    @Test
    void refusesToWriteNumbersThatJsonDoesNotHave() {
        StrategyDocument document = StrategyDocument.empty("x")
                .withNode(Node.of("a", "constant", Map.of("value", Double.NaN)), new Point(0, 0));
        assertThrows(IllegalArgumentException.class, () -> StrategyCodec.write(document));
    }

    @Provide
    Arbitrary<StrategyDocument> documents() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(6);
        Arbitrary<String> name = text.map(value -> "n" + value.replace(".", ""));
        Arbitrary<Map<String, Object>> unknown = unknown();
        Arbitrary<Double> number = Arbitraries.oneOf(
                Arbitraries.doubles(), Arbitraries.integers().between(-50, 50).map(Integer::doubleValue));
        Arbitrary<Node> nodes =
                Combinators.combine(name, name, settings(number), unknown).as(Node::new);
        Arbitrary<StrategyParameter> parameters = Combinators.combine(
                        name,
                        Arbitraries.of(true, false),
                        number,
                        Combinators.combine(number, number, number)
                                .as(Range::new)
                                .injectNull(0.4),
                        unknown)
                .as(StrategyParameter::new);
        Arbitrary<PortRef> ports = Combinators.combine(name, name).as(PortRef::new);
        Arbitrary<Wire> wires = Combinators.combine(ports, ports, unknown).as(Wire::new);
        Arbitrary<Map<String, Point>> layout = Arbitraries.maps(
                        name, Combinators.combine(number, number).as(Point::new))
                .ofMaxSize(3);
        return Combinators.combine(
                        text,
                        text,
                        parameters.list().ofMaxSize(3),
                        nodes.list().ofMaxSize(3),
                        wires.list().ofMaxSize(3),
                        layout,
                        unknown)
                .as(StrategyDocument::new);
    }

    private static Arbitrary<Map<String, Object>> settings(Arbitrary<Double> number) {
        Arbitrary<Object> value = Arbitraries.oneOf(
                number.map(each -> each),
                Arbitraries.strings().ofMaxLength(4).map(each -> each),
                Arbitraries.of(true, false).map(each -> each),
                Arbitraries.strings().ofMaxLength(4).map(ParameterRef::new));
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), value).ofMaxSize(3);
    }

    /// Fields of an object that no version knows: their names begin with `x`.
    private static Arbitrary<Map<String, Object>> unknown() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(5).map(each -> each),
                Arbitraries.longs().map(each -> each),
                Arbitraries.of(new BigInteger("98765432109876543210"), new BigDecimal("1.10"), new BigDecimal("-3E-7")),
                Arbitraries.of(true, false, JsonValue.NULL));
        Arbitrary<Object> value = Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf.list().ofMaxSize(3).map(each -> each),
                () -> Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), leaf)
                        .ofMaxSize(2)
                        .map(LinkedHashMap::new));
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(3).map(name -> "x" + name), value)
                .ofMaxSize(2);
    }
}
