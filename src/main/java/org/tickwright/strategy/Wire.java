package org.tickwright.strategy;

/// A connection from an output port to an input port.
public record Wire(PortRef from, PortRef to) {

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
}
