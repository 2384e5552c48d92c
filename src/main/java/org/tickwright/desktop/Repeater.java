package org.tickwright.desktop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Does something on the JavaFX thread again and again while it is started, and nothing else: no pulse of the toolkit
/// runs between two times. JavaFX thread.
public final class Repeater {
    private final Runnable work;
    private final Executor later;
    private int started;
    private boolean running;

    /// Every so many milliseconds.
    public Repeater(long millis, Runnable work) {
        this.work = work;
        later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Platform::runLater);
    }

    /// Begins, unless it has.
    public void start() {
        if (!running) {
            running = true;
            again(++started);
        }
    }

    /// Ends.
    public void stop() {
        running = false;
        started++;
    }

    private void again(int start) {
        later.execute(() -> {
            if (start == started) {
                work.run();
                if (start == started) {
                    again(start);
                }
            }
        });
    }
}
