package org.tickwright.engine;

import java.util.function.Consumer;
import org.tickwright.kernel.Clock;
import org.tickwright.kernel.LatencyHistogram;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedQueue;
import org.tickwright.market.feed.FeedStatus;
import org.tickwright.market.feed.MarketFeed;

/// From a feed's thread to the one that acts on its events: a bounded row, its order, and how long events took.
///
/// Call [#open()], then [#run] on the thread that acts; it returns once the feed has told its end.
public final class FeedLine {
    private static final int BATCH = 512;

    private final MarketFeed feed;
    private final FeedQueue queue;
    private final Clock clock;
    private final LatencyHistogram latency = new LatencyHistogram();
    private boolean over;

    /// A line with room for so many events.
    public FeedLine(MarketFeed feed, int room, Clock clock) {
        this.feed = feed;
        this.clock = clock;
        queue = new FeedQueue(room);
    }

    /// Opens the feed; what it tells waits in the row.
    public void open() throws FeedException {
        feed.open(queue::offer);
    }

    /// Waits until half of the row is free, but not longer than `nanos`; false where it is not. For a feed that can
    /// wait:
    /// it calls this on its thread, under no lock, before it tells more.
    public boolean awaitRoom(long nanos) throws InterruptedException {
        return queue.awaitRoom(nanos);
    }

    /// Hands events on until the feed has ended; `idle` is called after each batch, and every `patience`
    /// nanoseconds while nothing comes.
    public void run(Consumer<FeedEvent> to, long patience, Runnable idle) throws InterruptedException {
        while (!over) {
            queue.drain(BATCH, patience, event -> hand(event, to));
            idle.run();
        }
    }

    private void hand(FeedEvent event, Consumer<FeedEvent> to) {
        latency.add(clock.nanos() - event.arrival());
        to.accept(event);
        over |= event instanceof FeedEvent.StatusChange change && change.status() == FeedStatus.CLOSED;
    }

    /// How long events took from their arrival to this thread. The thread of [#run].
    public LatencyHistogram latency() {
        return latency;
    }

    /// What the row conflated and lost.
    public FeedQueue.Counts counts() {
        return queue.counts();
    }
}
