package org.tickwright.strategy;

import java.util.LinkedHashMap;
import java.util.Map;

/// A box of the graph: a stable readable id, a type from the catalogue, its settings.
///
/// A setting is a [Double], a [String], a [Boolean] or a [ParameterRef] to one of the strategy's parameters.
/// `unknown` holds the fields this version does not know, as plain JSON values; they are kept on save.
public record Node(String id, String type, Map<String, Object> params, Map<String, Object> unknown) {

    /// Takes unmodifiable copies that keep their order.
    public Node {
        params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
        unknown = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /// A setting that follows a parameter of the strategy; `{"param": "fast"}` in the file.
    public record ParameterRef(String name) {}

    /// A node without unknown fields.
    public static Node of(String id, String type, Map<String, Object> params) {
        return new Node(id, type, params, Map.of());
    }

    /// The same node with one setting changed.
    public Node with(String setting, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(params);
        changed.put(setting, value);
        return new Node(id, type, changed, unknown);
    }

    /// The same node with one setting left to its default.
    public Node without(String setting) {
        Map<String, Object> changed = new LinkedHashMap<>(params);
        changed.remove(setting);
        return new Node(id, type, changed, unknown);
    }
}
