package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyParameter.Range;

/// The schema says what the program does: the part of draft 2020-12 that it uses is checked here by itself.
class StrategySchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode schema() throws Exception {
        return MAPPER.readTree(StrategyCodec.schema());
    }

    private static List<String> faults(String file) throws Exception {
        List<String> faults = new ArrayList<>();
        check(schema(), schema(), MAPPER.readTree(file), "", faults);
        return faults;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma-cross", "rsi-reversion", "macd-cross", "donchian-atr", "pairs-spread", "rotation"})
    void acceptsTheTemplates(String template) throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/assets/strategies/" + template + ".strategy.json")) {
            assertEquals(List.of(), faults(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"nodes\": {}",
                "\"nodes\": [{\"type\": \"price\"}]",
                "\"nodes\": [{\"id\": \"\", \"type\": \"price\"}]",
                "\"nodes\": [{\"id\": \"a\", \"type\": \"price\", \"params\": []}]",
                "\"wires\": [{\"from\": \"a.b\"}]",
                "\"wires\": [{\"from\": \"a\", \"to\": \"b.c\"}]",
                "\"parameters\": [{\"name\": \"p\"}]",
                "\"parameters\": [{\"name\": \"p\", \"value\": 1, \"type\": \"int\"}]",
                "\"parameters\": [{\"name\": \"p\", \"value\": 1, \"from\": 1}]",
                "\"description\": 5"
            })
    void refusesWhatTheProgramRefuses(String section) throws Exception {
        String file = "{\"format\": \"tickwright-strategy\", \"version\": 1, \"name\": \"x\", " + section + "}";
        assertFalse(faults(file).isEmpty(), file);
        org.junit.jupiter.api.Assertions.assertThrows(StrategyFormatException.class, () -> StrategyCodec.read(file));
    }

    @Test
    void listsExactlyTheBuiltInNodeTypes() throws Exception {
        TreeSet<String> listed = new TreeSet<>();
        schema().at("/$defs/node/properties/type/anyOf/0/enum").forEach(type -> listed.add(type.textValue()));
        TreeSet<String> known = new TreeSet<>();
        new NodeCatalogue(IndicatorCatalogue.builtIn())
                .all().stream()
                        .map(NodeType::type)
                        .filter(type -> !type.startsWith(NodeCatalogue.INDICATOR_PREFIX))
                        .forEach(known::add);
        assertEquals(known, listed);
    }

    @Test
    void describesEveryFieldThatIsWritten() throws Exception {
        StrategyDocument document = new StrategyDocument(
                "x",
                "y",
                List.of(new StrategyParameter("p", true, 1, new Range(1, 2, 1), Map.of())),
                List.of(Node.of("a", "constant", Map.of("value", 1.0))),
                List.of(Wire.of("a.value", "b.a")),
                Map.of("a", new Point(1, 2)),
                Map.of());
        JsonNode written = MAPPER.readTree(StrategyCodec.write(document));
        assertEquals(names(schema().get("properties")), names(written));
        assertEquals(names(schema().at("/$defs/parameter/properties")), names(written.at("/parameters/0")));
        assertEquals(names(schema().at("/$defs/node/properties")), names(written.at("/nodes/0")));
        assertEquals(names(schema().at("/$defs/wire/properties")), names(written.at("/wires/0")));
        assertEquals(names(schema().at("/$defs/place/properties")), names(written.at("/layout/a")));
        assertEquals(
                StrategyCodec.FORMAT, schema().at("/properties/format/const").textValue());
        assertEquals(
                StrategyCodec.VERSION, schema().at("/properties/version/const").intValue());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void check(JsonNode root, JsonNode rule, JsonNode value, String at, List<String> faults) {
        rule.properties().forEach(keyword -> {
            if (!holds(root, keyword.getKey(), keyword.getValue(), value, at, faults)) {
                faults.add(at + ": " + keyword.getKey() + " " + keyword.getValue());
            }
        });
        if (value.isObject()) {
            JsonNode further = rule.path("additionalProperties");
            value.properties().forEach(field -> {
                JsonNode known = rule.path("properties").path(field.getKey());
                JsonNode inner = known.isMissingNode() ? further : known;
                if (inner.isObject()) {
                    check(root, inner, field.getValue(), at + "/" + field.getKey(), faults);
                }
            });
        }
    }

    private static boolean holds(
            JsonNode root, String keyword, JsonNode rule, JsonNode value, String at, List<String> faults) {
        return switch (keyword) {
            case "type" -> isOf(rule.textValue(), value);
            case "const" -> rule.equals(value);
            case "enum" -> contains(rule, value);
            case "minLength" -> !value.isTextual() || value.textValue().length() >= rule.intValue();
            case "pattern" -> !value.isTextual() || value.textValue().matches(rule.textValue());
            case "required" -> !value.isObject() || all(rule, name -> value.has(name.textValue()));
            case "dependentRequired" -> dependent(rule, value);
            case "anyOf" -> any(root, rule, value);
            case "items" -> {
                int index = 0;
                for (JsonNode element : value.isArray() ? value : MAPPER.createArrayNode()) {
                    check(root, rule, element, at + "/" + index++, faults);
                }
                yield true;
            }
            case "$ref" -> {
                check(root, root.at(rule.textValue().substring(1)), value, at, faults);
                yield true;
            }
            case "properties", "additionalProperties", "description", "title", "default", "$schema", "$id", "$defs" ->
                true;
            default -> throw new IllegalArgumentException("The schema uses " + keyword + ", which is not checked here");
        };
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        return !all(values, candidate -> !candidate.equals(value));
    }

    private static boolean all(JsonNode values, java.util.function.Predicate<JsonNode> predicate) {
        for (JsonNode value : values) {
            if (!predicate.test(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean dependent(JsonNode rule, JsonNode value) {
        for (Map.Entry<String, JsonNode> entry : rule.properties()) {
            if (value.has(entry.getKey()) && !all(entry.getValue(), name -> value.has(name.textValue()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(JsonNode root, JsonNode rules, JsonNode value) {
        for (JsonNode rule : rules) {
            List<String> faults = new ArrayList<>();
            check(root, rule, value, "", faults);
            if (faults.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isDraft202012() throws Exception {
        assertTrue(schema().get("$schema").textValue().contains("2020-12"));
    }
}
