package org.tickwright.command;

/// The command line.
public final class TickwrightCommand {
    private TickwrightCommand() {}
}
