package org.tickwright.testing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tickwright.market.feed.Tempo;

/// The machine's time.
public final class RealTempo implements Tempo {
    private final Semaphore wakes = new Semaphore(0);
    private final long offset = System.currentTimeMillis() * 1_000_000L - System.nanoTime();

    @Override
    public long nanos() {
        return offset + System.nanoTime();
    }

    @Override
    public void await(long until) throws InterruptedException {
        if (wakes.tryAcquire(Math.max(0, until - nanos()), TimeUnit.NANOSECONDS)) {
            wakes.drainPermits();
        }
    }

    @Override
    public void wake() {
        wakes.release();
    }
}
