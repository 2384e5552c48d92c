package org.tickwright.market.feed;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What lies between a feed's thread and the one that acts on its events: bounded, so that a slow listener costs
/// neither
/// memory nor the feed's time.
///
/// While there is room every event is handed on in its order. Where most of the room is taken, quotes are conflated: of
/// each instrument the newest one waits, outside of the row, and is told once the row is empty. Where all of it is
/// taken, an event is lost; that is counted, and a [FeedEvent.Gap] with the number lost is told in its place before
/// anything else of that instrument and channel. A heartbeat behind other events is left out: they say as much. For any
/// number of threads on both sides.
public final class FeedQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private final ArrayDeque<FeedEvent> row;
    private final int room;
    private final int quoteRoom;
    private final Map<String, FeedEvent.Quote> newest = new LinkedHashMap<>();
    private final Map<Lost, FeedEvent.Gap> lost = new LinkedHashMap<>();
    private long conflated;
    private long dropped;
    private int waiting;
    private int patient;

    private record Lost(String symbol, Channel channel) {}

    /// How many events were handed over in place of several quotes, and how many were lost.
    public record Counts(long conflated, long dropped) {}

    /// A row for so many events; three quarters of it are for quotes too.
    public FeedQueue(int room) {
        if (room < 4) {
            throw new IllegalArgumentException("A row has room for 4 events or more, was " + room);
        }
        this.room = room;
        quoteRoom = room / 4 * 3;
        row = new ArrayDeque<>(room);
    }

    /// Hands an event on; false where it was lost. Never waits for the listener.
    public boolean offer(FeedEvent event) {
        lock.lock();
        try {
            boolean taken = event instanceof FeedEvent.Quote quote ? quote(quote) : other(event);
            if (waiting > 0) {
                filled.signal();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean quote(FeedEvent.Quote quote) {
        if (row.size() < quoteRoom && !newest.containsKey(quote.symbol())) {
            row.addLast(quote);
        } else if (newest.put(quote.symbol(), quote) != null) {
            conflated++;
        }
        return true;
    }

    private boolean other(FeedEvent event) {
        if (event instanceof FeedEvent.Heartbeat && !row.isEmpty()) {
            return true;
        }
        boolean told = event instanceof FeedEvent.Gap || event instanceof FeedEvent.Resync;
        Channel channel = told ? null : event.channel();
        if (channel == null) {
            // What becomes of the feed itself has to arrive: there is little of it.
            row.addLast(event);
            return true;
        }
        Lost place = new Lost(event.symbol(), channel);
        FeedEvent.Gap gap = lost.get(place);
        if (row.size() + (gap == null ? 1 : 2) > room) {
            dropped++;
            lost.put(place, gap(event, channel, gap));
            return false;
        }
        if (gap != null) {
            row.addLast(gap);
            lost.remove(place);
        }
        row.addLast(event);
        return true;
    }

    private static FeedEvent.Gap gap(FeedEvent event, Channel channel, FeedEvent.@Nullable Gap before) {
        return new FeedEvent.Gap(
                event.symbol(),
                event.time(),
                event.arrival(),
                channel,
                before == null ? 1 : before.missed() + 1,
                "Events came faster than they were taken.");
    }

    /// Waits until half of the row is free, but not longer than `nanos`: for a feed that need not go on, which so loses
    /// nothing. False where it is not free by then. Not under a lock that whoever drains needs.
    public boolean awaitRoom(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            patient++;
            while (row.size() > room / 2 && left > 0) {
                left = emptied.awaitNanos(left);
            }
            return row.size() <= room / 2;
        } finally {
            patient--;
            lock.unlock();
        }
    }

    /// Hands all that waits, up to `most` events, to a listener in their order; waits for the first one, but not longer
    /// than `nanos`. Returns how many there were.
    public int drain(int most, long nanos, Consumer<FeedEvent> to) throws InterruptedException {
        FeedEvent[] taken;
        int count = 0;
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (empty() && left > 0) {
                waiting++;
                try {
                    left = filled.awaitNanos(left);
                } finally {
                    waiting--;
                }
            }
            taken = new FeedEvent[Math.min(most, row.size() + newest.size() + lost.size())];
            for (FeedEvent event = taken.length == 0 ? null : next();
                    event != null;
                    event = count < taken.length ? next() : null) {
                taken[count++] = event;
            }
            if (patient > 0 && row.size() <= room / 2) {
                emptied.signalAll();
            }
        } finally {
            lock.unlock();
        }
        for (int i = 0; i < count; i++) {
            to.accept(taken[i]);
        }
        return count;
    }

    private boolean empty() {
        return row.isEmpty() && newest.isEmpty() && lost.isEmpty();
    }

    private @Nullable FeedEvent next() {
        FeedEvent first = row.pollFirst();
        if (first != null) {
            return first;
        }
        if (!lost.isEmpty()) {
            return lost.remove(lost.keySet().iterator().next());
        }
        return newest.isEmpty()
                ? null
                : newest.remove(newest.keySet().iterator().next());
    }

    /// What has been conflated and lost by now.
    public Counts counts() {
        lock.lock();
        try {
            return new Counts(conflated, dropped);
        } finally {
            lock.unlock();
        }
    }
}
