package org.tickwright.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A connection from an output port to an input port. `unknown` holds fields of the file that this version
/// does not know.
public record Wire(PortRef from, PortRef to, Map<String, Object> unknown) {

    /// Takes an unmodifiable copy that keeps its order.
    public Wire {
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /// A wire without unknown fields.
    public Wire(PortRef from, PortRef to) {
        this(from, to, Map.of());
    }

    /// A port of a node, written `node.port`.
    public record PortRef(String node, String port) {
        /// Reads `node.port`; the port is what follows the last dot.
        public static PortRef parse(String text) {
            int dot = text.lastIndexOf('.');
            if (dot < 1 || dot == text.length() - 1) {
                throw new IllegalArgumentException("A wire end is node.port, was '" + text + "'");
            }
            return new PortRef(text.substring(0, dot), text.substring(dot + 1));
        }

        @Override
        public String toString() {
            return node + "." + port;
        }
    }

    /// A wire from `node.port` to `node.port`.
    public static Wire of(String from, String to) {
        return new Wire(PortRef.parse(from), PortRef.parse(to));
    }

    /// True if both wires join the same ports, whatever unknown fields they carry.
    public boolean joinsSame(Wire other) {
        return from.equals(other.from) && to.equals(other.to);
    }

    @Override
    public String toString() {
        return from + " → " + to;
    }
}
