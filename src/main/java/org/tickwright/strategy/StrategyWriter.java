package org.tickwright.strategy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyParameter.Range;

/// From a document to JSON: one line per node, parameter and wire where it fits, so that files can be read
/// and compared.
final class StrategyWriter {
    private static final int WIDTH = 110;
    private final StringBuilder out = new StringBuilder(4096);

    private StrategyWriter() {}

    static String write(StrategyDocument document) {
        StrategyWriter writer = new StrategyWriter();
        writer.object(plain(document), 0, true);
        return writer.out.append('\n').toString();
    }

    /// A value on one line.
    static String inline(Object value) {
        StrategyWriter writer = new StrategyWriter();
        writer.value(value, 0, Integer.MAX_VALUE);
        return writer.out.toString();
    }

    private static Map<String, Object> plain(StrategyDocument document) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("format", StrategyCodec.FORMAT);
        top.put("version", (long) StrategyCodec.VERSION);
        top.put("name", document.name());
        top.put("description", document.description());
        top.put(
                "parameters",
                document.parameters().stream().map(StrategyWriter::plain).toList());
        top.put("nodes", document.nodes().stream().map(StrategyWriter::plain).toList());
        top.put("wires", document.wires().stream().map(StrategyWriter::plain).toList());
        document.unknown().forEach(top::putIfAbsent);
        top.remove("layout");
        top.put("lineage", lineage(document.lineage()));
        top.put("layout", layout(document));
        return top;
    }

    private static Map<String, Object> lineage(Lineage lineage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", lineage.id());
        if (!lineage.ancestors().isEmpty()) {
            fields.put("ancestors", lineage.ancestors());
        }
        lineage.unknown().forEach(fields::putIfAbsent);
        return fields;
    }

    private static Map<String, Object> plain(StrategyParameter parameter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", parameter.name());
        fields.put("type", parameter.integer() ? "integer" : "number");
        fields.put("value", parameter.value());
        Range range = parameter.range();
        if (range != null) {
            fields.put("from", range.from());
            fields.put("to", range.to());
            fields.put("step", range.step());
        }
        parameter.unknown().forEach(fields::putIfAbsent);
        return fields;
    }

    private static Map<String, Object> plain(Node node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", node.id());
        fields.put("type", node.type());
        if (!node.params().isEmpty()) {
            fields.put("params", node.params());
        }
        node.unknown().forEach(fields::putIfAbsent);
        return fields;
    }

    private static Map<String, Object> plain(Wire wire) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", wire.from().toString());
        fields.put("to", wire.to().toString());
        wire.unknown().forEach(fields::putIfAbsent);
        return fields;
    }

    private static Map<String, Object> layout(StrategyDocument document) {
        Map<String, Object> section = new LinkedHashMap<>();
        Map<?, ?> rest = document.unknown().get("layout") instanceof Map<?, ?> map ? map : Map.of();
        for (Map.Entry<String, Point> entry : document.layout().entrySet()) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("x", entry.getValue().x());
            place.put("y", entry.getValue().y());
            if (rest.get(entry.getKey()) instanceof Map<?, ?> more) {
                more.forEach((key, value) -> place.putIfAbsent(String.valueOf(key), value));
            }
            section.put(entry.getKey(), place);
        }
        rest.forEach((key, value) -> section.putIfAbsent(String.valueOf(key), value));
        return section;
    }

    private void value(Object value, int indent, int width) {
        switch (value) {
            case String text -> quote(text);
            case Double number -> out.append(number(number));
            case Boolean flag -> out.append(flag);
            case Long whole -> out.append(whole);
            case BigDecimal decimal -> out.append(decimal);
            case Number whole -> out.append(whole);
            case ParameterRef(String name) -> value(Map.of("param", name), indent, width);
            case Map<?, ?> map -> object(map, indent, width < Integer.MAX_VALUE && !fits(map, indent, width));
            case List<?> list -> list(list, indent, width < Integer.MAX_VALUE && !fits(list, indent, width));
            case JsonValue nothing -> out.append("null");
            default ->
                throw new IllegalArgumentException(
                        "A strategy file cannot hold a " + value.getClass().getSimpleName());
        }
    }

    private static boolean fits(Object value, int indent, int width) {
        return indent + inline(value).length() <= width;
    }

    private void object(Map<?, ?> map, int indent, boolean expanded) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            line(expanded, indent + 2);
            quote(String.valueOf(entry.getKey()));
            out.append(": ");
            int inner = indent + 2;
            value(entry.getValue(), inner, expanded ? widthOf(entry.getValue(), indent) : Integer.MAX_VALUE);
            separator = expanded ? "," : ", ";
        }
        line(expanded, indent);
        out.append('}');
    }

    /// The sections of the file are always expanded, what lies in them only where it does not fit on a line.
    private static int widthOf(Object value, int indent) {
        boolean section = indent == 0 && (value instanceof List || value instanceof Map);
        return section ? 0 : WIDTH;
    }

    private void list(List<?> list, int indent, boolean expanded) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            line(expanded, indent + 2);
            value(element, indent + 2, expanded ? WIDTH : Integer.MAX_VALUE);
            separator = expanded ? "," : ", ";
        }
        line(expanded, indent);
        out.append(']');
    }

    private void line(boolean expanded, int indent) {
        if (expanded) {
            out.append('\n').repeat(' ', indent);
        }
    }

    /// The shortest digits that read back to the same double, without a fraction where there is none.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A strategy file cannot hold the number " + value);
        }
        boolean whole = value == Math.rint(value)
                && Math.abs(value) < 1e15
                && Double.doubleToRawLongBits(value) != Long.MIN_VALUE;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ' || c == 0x7f || loneSurrogate(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean loneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
