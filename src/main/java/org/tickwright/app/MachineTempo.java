package org.tickwright.app;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.feed.Tempo;

/// The machine's clock, and waits by it.
final class MachineTempo implements Tempo {
    private static final long NANOS = 1_000_000_000L;

    private volatile @Nullable Thread waiting;
    private volatile boolean woken;

    @Override
    public long nanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS + now.getNano();
    }

    @Override
    public void await(long until) throws InterruptedException {
        waiting = Thread.currentThread();
        try {
            long left = until - nanos();
            if (left > 0 && !woken) {
                LockSupport.parkNanos(left);
            }
        } finally {
            waiting = null;
            woken = false;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public void wake() {
        woken = true;
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
