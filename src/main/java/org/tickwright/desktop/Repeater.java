package org.tickwright.desktop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/// Does something on the JavaFX thread again and again while it is started, and nothing else: no pulse of the toolkit
/// runs between two times. Where it found nothing to do it waits longer before the next time. JavaFX thread.
public final class Repeater {
    private final long shortest;
    private final long longest;
    private final BooleanSupplier work;
    private long wait;
    private int started;
    private boolean running;

    /// Every so many milliseconds.
    public Repeater(long millis, Runnable work) {
        this(millis, millis, () -> {
            work.run();
            return true;
        });
    }

    /// Every `shortest` milliseconds while the work says that it found something, twice as long after each time that it
    /// did not, up to `longest`.
    public Repeater(long shortest, long longest, BooleanSupplier work) {
        this.shortest = shortest;
        this.longest = longest;
        this.work = work;
    }

    /// Begins, unless it has.
    public void start() {
        if (!running) {
            running = true;
            wait = shortest;
            again(++started);
        }
    }

    /// Ends.
    public void stop() {
        running = false;
        started++;
    }

    private void again(int start) {
        later().execute(() -> {
            if (start == started) {
                wait = work.getAsBoolean() ? shortest : Math.min(longest, 2 * wait);
                if (start == started) {
                    again(start);
                }
            }
        });
    }

    private Executor later() {
        return CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS, Platform::runLater);
    }
}
