package org.tickwright.strategy;

/// Reads and writes `*.strategy.json`.
public final class StrategyCodec {
    private StrategyCodec() {}

    /// Reads a strategy. Unknown fields and unknown node types are kept. Throws [StrategyFormatException] naming place
    /// and mend.
    public static StrategyDocument read(String json) throws StrategyFormatException {
        throw new StrategyFormatException("to come: " + json.length());
    }

    /// Writes a strategy: `format` and `version` first, two spaces of indentation, the same bytes for equal documents.
    public static String write(StrategyDocument document) {
        return document.name();
    }

    /// SHA-256 of what the strategy means: nodes, wires and parameters, without layout, name and description.
    public static String hash(StrategyDocument document) {
        return document.name();
    }

    /// The JSON schema of the format.
    public static String schema() {
        return "{}";
    }
}
