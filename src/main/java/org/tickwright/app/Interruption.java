package org.tickwright.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets work that can be stopped come to a good end when the program is asked to end by a signal: the work learns of it
/// and the program waits for [#over], half a minute at most.
final class Interruption {
    private static final int LONGEST_SECONDS = 30;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean asked;
    private boolean waiting;

    /// Whether the program was asked to end. From the first call on it waits for the work.
    synchronized boolean asked() {
        if (!waiting && !asked) {
            waiting = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "interruption"));
        }
        return asked;
    }

    private void end() {
        asked = true;
        try {
            if (!over.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The work has stopped and everything is closed.
    void over() {
        over.countDown();
    }
}
