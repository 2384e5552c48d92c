package org.tickwright.strategy;

/// A strategy file that cannot be read. The message holds the JSON pointer of the place, or line and column,
/// and what to do.
public final class StrategyFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /// A refusal in words a person understands.
    public StrategyFormatException(String message) {
        super(message);
    }

    /// A refusal at a place of the file, given as JSON pointer (`/nodes/3/type`).
    static StrategyFormatException at(String pointer, String problem) {
        return new StrategyFormatException("At " + (pointer.isEmpty() ? "the top" : pointer) + ": " + problem);
    }
}
