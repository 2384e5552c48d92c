package org.tickwright.market;

/// The store could not do what was asked; nothing was half-done.
public class StoreException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean retryable;

    /// A failure without another one underneath.
    public StoreException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /// A failure; `retryable` says whether the same call may work later.
    public StoreException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /// Whether trying again can help.
    public final boolean retryable() {
        return retryable;
    }
}
