package org.tickwright.strategy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyParameter.Range;
import org.tickwright.strategy.Wire.PortRef;

/// From JSON to a document: strict about the shape, lenient about what it does not know.
final class StrategyReader {
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final List<String> TOP =
            List.of("format", "version", "name", "description", "parameters", "nodes", "wires", "layout", "lineage");

    private static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrategyReader() {}

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    static StrategyDocument read(String json) throws StrategyFormatException {
        JsonNode top = parse(json);
        if (!top.isObject()) {
            throw StrategyFormatException.at("", "a strategy file is one JSON object. Choose a *.strategy.json file.");
        }
        checkVersion(top);
        List<StrategyParameter> parameters = new ArrayList<>();
        for (Element element : elements(top, "parameters")) {
            parameters.add(parameter(element));
        }
        List<Node> nodes = new ArrayList<>();
        for (Element element : elements(top, "nodes")) {
            nodes.add(node(element));
        }
        List<Wire> wires = new ArrayList<>();
        for (Element element : elements(top, "wires")) {
            wires.add(wire(element));
        }
        Map<String, Object> unknown = unknown(top, TOP);
        Map<String, Point> layout = layout(top, unknown);
        Element whole = new Element(top, "");
        String description = whole.has("description") ? whole.text("description") : "";
        String name = whole.text("name");
        return new StrategyDocument(
                name, description, parameters, nodes, wires, layout, unknown, lineage(top.get("lineage"), name));
    }

    private static JsonNode parse(String json) throws StrategyFormatException {
        if (json.length() > LONGEST) {
            throw new StrategyFormatException(
                    "The file is larger than 16 MB, which no strategy needs. Nothing was read;"
                            + " check that it is the right file.");
        }
        String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
        if (text.isBlank()) {
            throw new StrategyFormatException("The file is empty. Choose a *.strategy.json file.");
        }
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new StrategyFormatException("The file is nested deeper than " + DEEPEST
                    + " levels or holds a number or text that is too long, which no strategy needs" + place(e)
                    + ". Check that it is the right file.");
        } catch (JsonProcessingException e) {
            throw new StrategyFormatException("The file is not valid JSON" + place(e) + ": "
                    + sentence(e.getOriginalMessage())
                    + " The file may have been cut off or edited by hand; mend that place or take an older copy.");
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null || at.getLineNr() < 0 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        if (line.startsWith("Trailing token")) {
            return "There is more text behind the end of the strategy.";
        }
        int source = line.indexOf(" (start marker");
        String text = source > 0 ? line.substring(0, source) : line;
        return text.endsWith(".") ? text : text + ".";
    }

    private static void checkVersion(JsonNode top) throws StrategyFormatException {
        JsonNode format = top.get("format");
        if (format == null || !StrategyCodec.FORMAT.equals(format.textValue())) {
            throw StrategyFormatException.at(
                    "/format",
                    "must be \"" + StrategyCodec.FORMAT + "\", " + was(format) + ". Choose a *.strategy.json file.");
        }
        JsonNode version = top.get("version");
        if (version == null
                || !version.isIntegralNumber()
                || version.bigIntegerValue().signum() <= 0) {
            throw StrategyFormatException.at(
                    "/version", "must be a whole number from 1, " + was(version) + ". Write 1 if the file is new.");
        }
        if (!version.canConvertToInt() || version.intValue() > StrategyCodec.VERSION) {
            throw StrategyFormatException.at(
                    "/version",
                    "the file has version " + version.asText() + " and this program reads up to "
                            + StrategyCodec.VERSION + ". The file was not changed; open it with a newer Tickwright.");
        }
    }

    private static StrategyParameter parameter(Element at) throws StrategyFormatException {
        String name = at.name("name");
        String type = at.has("type") ? at.text("type") : "number";
        if (!type.equals("number") && !type.equals("integer")) {
            throw at.wrong("type", "must be \"number\" or \"integer\"");
        }
        boolean integer = type.equals("integer");
        Range range = null;
        if (at.has("from") || at.has("to") || at.has("step")) {
            double from = at.number("from");
            double to = at.number("to");
            double step = at.has("step") ? at.number("step") : integer ? 1 : (to - from) / 20;
            range = new Range(from, to, step);
        }
        return new StrategyParameter(
                name,
                integer,
                at.number("value"),
                range,
                unknown(at.json, List.of("name", "type", "value", "from", "to", "step")));
    }

    private static Node node(Element at) throws StrategyFormatException {
        Map<String, Object> params = new LinkedHashMap<>();
        if (at.has("params")) {
            JsonNode settings = at.json.get("params");
            if (!settings.isObject()) {
                throw at.wrong("params", "must be an object of settings");
            }
            for (Map.Entry<String, JsonNode> setting : settings.properties()) {
                params.put(setting.getKey(), setting(at, setting.getKey(), setting.getValue()));
            }
        }
        return new Node(at.name("id"), at.name("type"), params, unknown(at.json, List.of("id", "type", "params")));
    }

    private static Object setting(Element at, String name, JsonNode value) throws StrategyFormatException {
        if (value.isNumber()) {
            return finite(value, at.pointer + "/params/" + escape(name));
        }
        JsonNode parameter = value.get("param");
        if (value.size() == 1 && parameter != null && parameter.isTextual()) {
            return new ParameterRef(parameter.textValue());
        }
        return JsonValue.of(value);
    }

    private static Wire wire(Element at) throws StrategyFormatException {
        return new Wire(end(at, "from"), end(at, "to"), unknown(at.json, List.of("from", "to")));
    }

    private static PortRef end(Element at, String field) throws StrategyFormatException {
        try {
            return PortRef.parse(at.text(field));
        } catch (IllegalArgumentException e) {
            throw at.wrong(field, "must name a port as \"node.port\"");
        }
    }

    /// The places of nodes; whatever else the section holds goes to `unknown` under its name, so that it is
    /// kept.
    private static Map<String, Point> layout(JsonNode top, Map<String, Object> unknown) throws StrategyFormatException {
        Map<String, Point> layout = new LinkedHashMap<>();
        JsonNode section = top.get("layout");
        if (section == null || section.isNull()) {
            return layout;
        }
        if (!section.isObject()) {
            throw StrategyFormatException.at("/layout", "must be an object of places, " + was(section) + ".");
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : section.properties()) {
            JsonNode place = entry.getValue();
            if (place.path("x").isNumber() && place.path("y").isNumber()) {
                String pointer = "/layout/" + escape(entry.getKey());
                layout.put(
                        entry.getKey(),
                        new Point(finite(place.get("x"), pointer + "/x"), finite(place.get("y"), pointer + "/y")));
                Map<String, Object> more = unknown(place, List.of("x", "y"));
                if (!more.isEmpty()) {
                    rest.put(entry.getKey(), more);
                }
            } else {
                rest.put(entry.getKey(), JsonValue.of(place));
            }
        }
        if (!rest.isEmpty()) {
            unknown.put("layout", rest);
        }
        return layout;
    }

    private static Lineage lineage(@Nullable JsonNode section, String name) throws StrategyFormatException {
        if (section == null || section.isNull()) {
            return Lineage.named(name);
        }
        JsonNode ancestors = section.path("ancestors");
        boolean shaped = section.isObject()
                && section.path("id").isTextual()
                && (ancestors.isMissingNode() || ancestors.isArray());
        if (!shaped) {
            throw StrategyFormatException.at(
                    "/lineage",
                    "must be an object with \"id\", which is text, and perhaps \"ancestors\", a list of ids, "
                            + was(section) + ". Take the field out if it was not meant.");
        }
        List<String> from = new ArrayList<>();
        ancestors.forEach(ancestor -> from.add(ancestor.asText()));
        try {
            return new Lineage(section.get("id").textValue(), from, unknown(section, List.of("id", "ancestors")));
        } catch (IllegalArgumentException e) {
            throw StrategyFormatException.at("/lineage", e.getMessage() + ".");
        }
    }

    private static Map<String, Object> unknown(JsonNode object, Collection<String> known) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                fields.put(field.getKey(), JsonValue.of(field.getValue()));
            }
        }
        return fields;
    }

    private static List<Element> elements(JsonNode top, String section) throws StrategyFormatException {
        JsonNode array = top.get(section);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray()) {
            throw StrategyFormatException.at("/" + section, "must be a list, " + was(array) + ".");
        }
        List<Element> elements = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            String pointer = "/" + section + "/" + elements.size();
            if (!element.isObject()) {
                throw StrategyFormatException.at(pointer, "must be an object, " + was(element) + ".");
            }
            elements.add(new Element(element, pointer));
        }
        return elements;
    }

    private static double finite(JsonNode value, String pointer) throws StrategyFormatException {
        double number = value.doubleValue();
        if (Double.isInfinite(number)) {
            throw StrategyFormatException.at(pointer, "the number is too large. Write one below 1e308.");
        }
        return number;
    }

    private static String was(@Nullable JsonNode value) {
        if (value == null) {
            return "but is missing";
        }
        String text = value.toString();
        return value.isContainerNode() || text.length() > 40
                ? "was " + ("AEIOU".indexOf(value.getNodeType().name().charAt(0)) < 0 ? "a " : "an ")
                        + value.getNodeType().name().toLowerCase(Locale.ROOT)
                : "was " + text;
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /// An object of the file with its JSON pointer.
    private record Element(JsonNode json, String pointer) {
        boolean has(String field) {
            return json.has(field);
        }

        String text(String field) throws StrategyFormatException {
            JsonNode value = json.get(field);
            if (value == null || !value.isTextual()) {
                throw wrong(field, "must be text");
            }
            return value.textValue();
        }

        String name(String field) throws StrategyFormatException {
            String text = text(field);
            if (text.isBlank()) {
                throw wrong(field, "must not be empty");
            }
            return text;
        }

        double number(String field) throws StrategyFormatException {
            JsonNode value = json.get(field);
            if (value == null || !value.isNumber()) {
                throw wrong(field, "must be a number");
            }
            return finite(value, pointer + "/" + field);
        }

        StrategyFormatException wrong(String field, String rule) {
            return StrategyFormatException.at(pointer + "/" + field, rule + ", " + was(json.get(field)) + ".");
        }
    }
}
