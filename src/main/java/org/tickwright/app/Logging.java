package org.tickwright.app;

/// Tells Logback where the logs lie. Must run before the first logger is made.
final class Logging {
    private Logging() {}

    static void into(TickwrightHome home) {
        System.setProperty("tickwright.logs", home.logs().toString());
    }
}
