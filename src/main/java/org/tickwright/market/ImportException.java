package org.tickwright.market;

/// A file that cannot be read as market data at all. The message names the file, the line and the mend.
public final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    /// A refusal in words a person understands.
    public ImportException(String message) {
        super(message);
    }

    /// A refusal caused by something underneath.
    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
