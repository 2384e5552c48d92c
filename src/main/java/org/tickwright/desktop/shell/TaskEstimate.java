package org.tickwright.desktop.shell;

/// How long a piece of work still takes, guessed from how far it came in the time it had.
final class TaskEstimate {
    private static final long SECOND = 1_000_000_000L;

    private TaskEstimate() {}

    /// Words for the remaining time, empty while there is too little to go by. `fraction` is 0 to 1, negative while
    /// unknown.
    static String remaining(long elapsedNanos, double fraction) {
        if (fraction < 0.02 || fraction >= 1 || elapsedNanos < SECOND) {
            return "";
        }
        long seconds = Math.round(elapsedNanos / (double) SECOND * (1 - fraction) / fraction);
        if (seconds < 1) {
            return "almost done";
        }
        if (seconds < 60) {
            return "about " + seconds + " s left";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? "about " + minutes + " min left" : "about " + Math.round(minutes / 60.0) + " h left";
    }
}
