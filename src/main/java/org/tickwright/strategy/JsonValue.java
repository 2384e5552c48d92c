package org.tickwright.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON as plain Java values, so that what a version does not know survives reading and writing unchanged.
///
/// Text is a [String], whole numbers are [Long] or [java.math.BigInteger], others
/// [java.math.BigDecimal] with the digits of the
/// file, lists and objects are [List] and [Map], `null` is [#NULL].
public enum JsonValue {
    /// JSON's `null`.
    NULL;

    static Object of(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return number(node);
        }
        if (node.isArray()) {
            List<Object> values = new ArrayList<>(node.size());
            node.forEach(value -> values.add(of(value)));
            return List.copyOf(values);
        }
        return node.isObject() ? fields(node) : NULL;
    }

    /// The fields of an object in the order of the file.
    static Map<String, Object> fields(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
        return fields;
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return node.decimalValue();
        }
        return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
    }
}
