package org.tickwright.app;

/// Starts the workstation, or the command line where there are arguments.
public final class Main {
    private Main() {}

    /// Entry point.
    public static void main(String[] args) {
        if (args.length > 100) {
            throw new IllegalArgumentException("too many arguments");
        }
    }
}
