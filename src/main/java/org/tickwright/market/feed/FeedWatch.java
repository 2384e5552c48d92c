package org.tickwright.market.feed;

import java.util.HashMap;
import java.util.Map;

/// Notices that a feed has gone silent. The clock is given with each call, by this machine's time in nanoseconds. One
/// thread.
public final class FeedWatch {
    private final long patience;
    private final Map<String, Long> heard = new HashMap<>();
    private long anything;

    /// A feed that tells nothing, not even a heartbeat, for longer than `patience` nanoseconds is stale; watched from
    /// `now` on.
    public FeedWatch(long patience, long now) {
        if (patience <= 0) {
            throw new IllegalArgumentException("Patience is above 0, was " + patience);
        }
        this.patience = patience;
        anything = now;
    }

    /// Takes note of an event.
    public void heard(FeedEvent event) {
        anything = Math.max(anything, event.arrival());
        if (!event.symbol().isEmpty()) {
            heard.merge(event.symbol(), event.arrival(), Math::max);
        }
    }

    /// Whether the feed has been silent for too long.
    public boolean stale(long now) {
        return silence(now) > patience;
    }

    /// For how long nothing came, nanoseconds.
    public long silence(long now) {
        return Math.max(0, now - anything);
    }

    /// For how long nothing came of an instrument; [Long#MAX_VALUE] if nothing ever did.
    public long silence(String symbol, long now) {
        Long last = heard.get(symbol);
        return last == null ? Long.MAX_VALUE : Math.max(0, now - last);
    }
}
