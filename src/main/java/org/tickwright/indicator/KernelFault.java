package org.tickwright.indicator;

import org.jspecify.annotations.Nullable;

/// A kernel failed while it computed a row; the message says whose it is and what happened.
///
/// Ends the computation it happened in and nothing else.
public final class KernelFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int row;
    private final transient @Nullable Change change;

    /// A value that was known and is another now.
    public record Change(int row, double known, double now) {}

    /// A fault at a row, which is the first of the rows asked for where nobody can say more.
    public KernelFault(String message, int row, Throwable cause) {
        super(message, cause);
        this.row = row;
        change = null;
    }

    /// A fault without a cause of its own.
    public KernelFault(String message, int row) {
        super(message);
        this.row = row;
        change = null;
    }

    /// A kernel that changed what was known while it computed a row.
    public KernelFault(String message, int row, Change change) {
        super(message);
        this.row = row;
        this.change = change;
    }

    /// What the kernel changed; null if it did something else.
    public @Nullable Change change() {
        return change;
    }

    /// The row.
    public int row() {
        return row;
    }
}
