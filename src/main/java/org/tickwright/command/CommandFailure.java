package org.tickwright.command;

/// Work that failed: the message says what happened, what was not lost, what to do. Exit code 1, no stack trace.
public sealed class CommandFailure extends RuntimeException permits HomeInUse {
    private static final long serialVersionUID = 1L;

    /// A failure in words.
    public CommandFailure(String message) {
        super(message);
    }

    /// A failure in words with what caused it, for the log.
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
