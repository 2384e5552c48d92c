package org.tickwright.engine;

/// The version of the rules that results were made by. It stands in every result; a change that can change
/// a result raises it.
public final class EngineVersion {
    /// The version of this engine.
    public static final String CURRENT = "0.1.0";

    private EngineVersion() {}
}
