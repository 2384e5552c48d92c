package org.tickwright.app;

import java.util.logging.Logger;

/// Tells Logback where the logs lie. Must run before the first logger is made.
final class Logging {
    /// Held, since the platform keeps its loggers by weak references.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private Logging() {}

    static void into(TickwrightHome home) {
        System.setProperty(LogFile.DIRECTORY, home.logs().toString());
    }

    /// Keeps one sentence of JavaFX off the console: it warns at every start from the class path, which is how
    /// Tickwright runs, and nobody at the keyboard can do anything about it. Its other warnings still show.
    static void quietToolkit() {
        TOOLKIT.setFilter(
                record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration"));
    }
}
