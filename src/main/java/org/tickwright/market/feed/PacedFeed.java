package org.tickwright.market.feed;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the events of an [EventSource] at the pace at which they happened, at another one, step by step, or
/// as fast as they are taken.
///
/// Events keep the venue's time and get the time of their arrival from the clock. The source goes on whether
/// or not anybody has subscribed; who subscribes to a book while it does is told the book as it is. The pace
/// can be changed at any time. Told by one task of the executor, which ends with the feed.
public final class PacedFeed implements MarketFeed {
    /// The speed that waits for nothing.
    public static final double UNBOUNDED = Double.POSITIVE_INFINITY;

    /// Why a feed closed whose source has no more events.
    public static final String END = "It has come to its end.";

    private static final long HEARTBEAT = 1_000_000_000L;

    private final EventSource source;
    private final Executor executor;
    private final Tempo tempo;
    private final Pace pace;
    private final Map<String, FeedInstrument> offered = new HashMap<>();
    private final List<FeedInstrument> instruments;
    private final Set<Channel> channels;
    private final CountDownLatch ended = new CountDownLatch(1);

    // Of the feed's thread alone.
    private final Map<String, KeptBook> books = new HashMap<>();
    private final Map<String, FeedEvent.Quote> quotes = new HashMap<>();
    private Consumer<FeedEvent> listener = event -> {};
    private long lastTold;
    private long position;

    // Guarded by `this`.
    private final Map<String, Set<Channel>> wanted = new HashMap<>();
    private final ArrayDeque<Subscription> news = new ArrayDeque<>();
    private FeedStatus status = FeedStatus.CREATED;
    private Brake brake = () -> true;
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    /// A feed of a source, `speed` times as fast as it happened.
    public PacedFeed(EventSource source, Executor executor, Tempo tempo, double speed) {
        this.source = source;
        this.executor = executor;
        this.tempo = tempo;
        pace = new Pace(speed);
        instruments = List.copyOf(source.instruments());
        channels = Set.copyOf(source.channels());
        instruments.forEach(instrument -> offered.put(instrument.symbol(), instrument));
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public boolean simulated() {
        return source.simulated();
    }

    @Override
    public Set<Channel> channels() {
        return channels;
    }

    @Override
    public List<FeedInstrument> instruments() {
        return instruments;
    }

    @Override
    public synchronized FeedStatus status() {
        return status;
    }

    /// How many times as fast as it happened; [#UNBOUNDED] for as fast as it is taken.
    public double speed() {
        return pace.speed();
    }

    /// Goes on at another speed from here.
    public void speed(double times) {
        pace.speed(times);
        tempo.wake();
    }

    /// Whether it stands still.
    public boolean paused() {
        return pace.paused();
    }

    /// Stands still from now on, heartbeats aside, or goes on.
    public void pause(boolean still) {
        pace.pause(still);
        tempo.wake();
    }

    /// Stands still after so many more events of the source.
    public void step(long events) {
        pace.step(events);
        tempo.wake();
    }

    /// Holds it back while whoever listens has enough to do.
    @FunctionalInterface
    public interface Brake {
        /// Whether it may go on; waits a while where it may not, but not as long as a heartbeat.
        boolean released() throws InterruptedException;
    }

    /// Asks before each event whether it may be told; to be said before it is opened.
    public void brake(Brake before) {
        brake = before;
    }

    @Override
    public void open(Consumer<FeedEvent> to) throws FeedException {
        synchronized (this) {
            if (status != FeedStatus.CREATED) {
                throw new IllegalStateException("A feed is opened once; this one is " + status);
            }
            status = FeedStatus.CONNECTING;
        }
        listener = to;
        executor.execute(this::run);
    }

    @Override
    public void subscribe(Subscription subscription) throws FeedException {
        check(subscription);
        synchronized (this) {
            Set<Channel> had = wanted.computeIfAbsent(subscription.symbol(), s -> EnumSet.noneOf(Channel.class));
            EnumSet<Channel> added = EnumSet.copyOf(subscription.channels());
            added.removeAll(had);
            if (added.isEmpty()) {
                return;
            }
            if (status == FeedStatus.CREATED) {
                had.addAll(added);
            } else {
                news.add(new Subscription(subscription.symbol(), added));
            }
        }
        tempo.wake();
    }

    private void check(Subscription subscription) throws FeedException {
        if (!offered.containsKey(subscription.symbol())) {
            throw new FeedException(
                    name() + " does not tell of " + subscription.symbol() + "; it tells of "
                            + String.join(
                                    ", ", offered.keySet().stream().sorted().toList()) + ".",
                    false);
        }
        EnumSet<Channel> missing = EnumSet.copyOf(subscription.channels());
        missing.removeAll(channels);
        if (!missing.isEmpty()) {
            throw new FeedException(name() + " does not tell " + missing + " of " + subscription.symbol() + ".", false);
        }
    }

    @Override
    public void unsubscribe(Subscription subscription) throws FeedException {
        check(subscription);
        synchronized (this) {
            Set<Channel> had = wanted.get(subscription.symbol());
            if (had != null) {
                had.removeAll(subscription.channels());
            }
            List<Subscription> waiting = List.copyOf(news);
            news.clear();
            waiting.forEach(wait -> keepWaiting(wait, subscription));
        }
    }

    private void keepWaiting(Subscription wait, Subscription unwanted) {
        EnumSet<Channel> left = EnumSet.copyOf(wait.channels());
        if (wait.symbol().equals(unwanted.symbol())) {
            left.removeAll(unwanted.channels());
        }
        if (!left.isEmpty()) {
            news.add(new Subscription(wait.symbol(), left));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (status == FeedStatus.CREATED) {
                status = FeedStatus.CLOSED;
                source.close();
                ended.countDown();
                return;
            }
            closing = true;
        }
        if (Thread.currentThread().equals(thread)) {
            end("It was closed.");
            return;
        }
        tempo.wake();
        awaitEnd();
    }

    private void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        thread = Thread.currentThread();
        String why = "It was closed.";
        try {
            tell(FeedStatus.CONNECTING, name());
            tell(FeedStatus.LIVE, "");
            why = pump();
        } catch (FeedException e) {
            why = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why = "Its thread was asked to end.";
        } catch (RuntimeException e) {
            why = "Whoever listens failed: " + e.getMessage();
            throw e;
        } finally {
            end(why);
        }
    }

    private void end(String why) {
        synchronized (this) {
            if (status == FeedStatus.CLOSED) {
                return;
            }
            closing = true;
        }
        try {
            tell(FeedStatus.CLOSED, why);
        } finally {
            source.close();
            ended.countDown();
        }
    }

    private void tell(FeedStatus now, String why) {
        synchronized (this) {
            status = now;
        }
        long at = tempo.nanos();
        lastTold = at;
        listener.accept(new FeedEvent.StatusChange(at, at, now, why));
    }

    private String pump() throws FeedException, InterruptedException {
        FeedEvent head = source.next();
        while (head != null) {
            if (closing) {
                return "It was closed.";
            }
            fulfil();
            long now = tempo.nanos();
            long due = pace.due(head, position, now);
            if (now - lastTold >= HEARTBEAT) {
                hand(new FeedEvent.Heartbeat(position == 0 ? now : position, now), now);
            } else if (due > now) {
                tempo.await(Math.min(due, lastTold + HEARTBEAT));
            } else if (brake.released()) {
                tell(head, now);
                head = source.next();
            }
        }
        return END;
    }

    private void hand(FeedEvent event, long now) {
        if (!closing) {
            lastTold = now;
            listener.accept(event);
        }
    }

    private void tell(FeedEvent event, long now) {
        position = event.arrival();
        pace.told();
        keep(event);
        Channel channel = event.channel();
        if (channel != null && !wants(event.symbol(), channel)) {
            return;
        }
        hand(event.arrived(now), now);
    }

    private synchronized boolean wants(String symbol, Channel channel) {
        Set<Channel> set = wanted.get(symbol);
        return set != null && set.contains(channel);
    }

    private void keep(FeedEvent event) {
        switch (event) {
            case FeedEvent.Quote quote -> quotes.put(quote.symbol(), quote);
            case FeedEvent.BookSnapshot snapshot -> book(snapshot.symbol()).take(snapshot);
            case FeedEvent.BookChange change -> book(change.symbol()).take(change);
            case FeedEvent.Gap gap
            when gap.channel() == Channel.BOOK -> book(gap.symbol()).lose();
            default -> {
                // Nothing of it is asked for later.
            }
        }
    }

    private KeptBook book(String symbol) {
        KeptBook kept = books.get(symbol);
        if (kept == null) {
            FeedInstrument instrument = offered.get(symbol);
            if (instrument == null) {
                throw new IllegalStateException(name() + " told of " + symbol + ", which it does not offer");
            }
            kept = new KeptBook(instrument);
            books.put(symbol, kept);
        }
        return kept;
    }

    /// Tells those who have just subscribed what is known already.
    private void fulfil() {
        while (true) {
            Subscription next;
            synchronized (this) {
                next = closing ? null : news.pollFirst();
                if (next == null) {
                    return;
                }
                wanted.computeIfAbsent(next.symbol(), s -> EnumSet.noneOf(Channel.class))
                        .addAll(next.channels());
            }
            long now = tempo.nanos();
            KeptBook kept = books.get(next.symbol());
            if (next.channels().contains(Channel.BOOK) && kept != null && kept.whole()) {
                hand(kept.snapshot(next.symbol(), position, now), now);
            }
            FeedEvent.Quote quote = quotes.get(next.symbol());
            if (next.channels().contains(Channel.QUOTES) && quote != null) {
                hand(quote.arrived(now), now);
            }
        }
    }
}
