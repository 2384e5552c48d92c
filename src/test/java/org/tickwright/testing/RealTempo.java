package org.tickwright.testing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tickwright.market.feed.Tempo;

/// The machine's time, which a test can put forward.
public final class RealTempo implements Tempo {
    private final Semaphore wakes = new Semaphore(0);
    private final AtomicLong offset = new AtomicLong(System.currentTimeMillis() * 1_000_000L - System.nanoTime());

    @Override
    public long nanos() {
        return offset.get() + System.nanoTime();
    }

    /// Puts the clock forward.
    public void skip(long nanos) {
        offset.addAndGet(nanos);
        wake();
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
