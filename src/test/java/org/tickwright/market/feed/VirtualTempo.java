package org.tickwright.market.feed;

/// A clock that jumps to whatever is waited for, so that a day takes as long as its events. Safe for any number of
/// threads.
public final class VirtualTempo implements Tempo {
    private long now;

    /// A clock that shows that time.
    public VirtualTempo(long now) {
        this.now = now;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void await(long until) {
        now = Math.max(now, until);
    }

    @Override
    public void wake() {
        // Nobody ever waits.
    }
}
