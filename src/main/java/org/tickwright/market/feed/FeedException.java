package org.tickwright.market.feed;

/// A feed cannot do what it was asked for.
public final class FeedException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean retryable;

    /// With the reason in words, and whether trying again can help.
    public FeedException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /// Like [#FeedException(String, boolean)] with what caused it.
    public FeedException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /// Whether trying again can help.
    public boolean retryable() {
        return retryable;
    }
}
