package org.tickwright.indicator;

/// A kernel failed while it computed a row; the message says whose it is and what happened.
///
/// Ends the computation it happened in and nothing else.
public final class KernelFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int row;

    /// A fault at a row, which is the first of the rows asked for where nobody can say more.
    public KernelFault(String message, int row, Throwable cause) {
        super(message, cause);
        this.row = row;
    }

    /// A fault without a cause of its own.
    public KernelFault(String message, int row) {
        super(message);
        this.row = row;
    }

    /// The row.
    public int row() {
        return row;
    }
}
