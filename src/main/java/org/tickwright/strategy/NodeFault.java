package org.tickwright.strategy;

/// A node of a strategy failed at a bar: its kernel threw, or wrote where it may not.
///
/// Ends the run it happened in and nothing else. The message names node, bar and, for a node of a plug-in,
/// the jar.
public final class NodeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String node;
    private final int bar;

    /// A fault of a node at a bar.
    NodeFault(String node, int bar, String message, Throwable cause) {
        super(message, cause);
        this.node = node;
        this.bar = bar;
    }

    /// The node's id.
    public String node() {
        return node;
    }

    /// The bar.
    public int bar() {
        return bar;
    }
}
