package org.tickwright.strategy;

/// A strategy file that cannot be read. The message holds the JSON pointer of the place and what to do.
public final class StrategyFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /// A refusal in words a person understands.
    public StrategyFormatException(String message) {
        super(message);
    }
}
