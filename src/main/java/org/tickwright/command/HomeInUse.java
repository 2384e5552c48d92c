package org.tickwright.command;

/// Another program holds the home for writing. What only reads still works.
public final class HomeInUse extends CommandFailure {
    private static final long serialVersionUID = 1L;

    /// Says who holds it and what to do.
    public HomeInUse(String message) {
        super(message);
    }
}
