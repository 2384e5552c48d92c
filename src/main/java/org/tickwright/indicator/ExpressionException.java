package org.tickwright.indicator;

/// An indicator expression that cannot be read or evaluated: what is wrong, where, and what to write
/// instead.
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionException(String expression, int position, String problem) {
        super(problem + " (position " + position + " of " + expression + ")");
        this.position = position;
    }

    /// The character at fault, counted from 1.
    public int position() {
        return position;
    }
}
