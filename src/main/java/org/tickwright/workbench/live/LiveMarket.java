package org.tickwright.workbench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.LiveBars;
import org.tickwright.market.LiveTrades;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.MarketFeed;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.feed.Tempo;
import org.tickwright.market.recording.Recording;

/// One market at a time while it happens: started, listened to, drawn as bars, recorded, told again, stopped.
///
/// A feed runs on one thread of the executor, what comes of it is acted on by another; both end with the
/// feed. Calls are safe from any thread and return at once, but for [#stop()], which waits for the end.
/// Nothing runs and nothing wakes while no feed is open.
public final class LiveMarket {
    /// The bars that are made of every instrument while it is told.
    public static final List<Timeframe> TIMEFRAMES = List.of(
            Timeframe.parse("1s"),
            Timeframe.parse("5s"),
            Timeframe.parse("15s"),
            Timeframe.MINUTE,
            Timeframe.parse("5m"),
            Timeframe.parse("15m"),
            Timeframe.parse("1h"),
            Timeframe.DAY);

    private final Executor threads;
    private final Tempo tempo;
    private final List<Consumer<FeedEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile LiveState state = LiveState.NONE;
    private volatile @Nullable LiveRun run;

    /// On threads of that executor, by that clock.
    public LiveMarket(Executor threads, Tempo tempo) {
        this.threads = threads;
        this.tempo = tempo;
    }

    /// How it stands, not older than a fifth of a second while a feed is open.
    public LiveState state() {
        return state;
    }

    /// Starts the simulated exchange in place of what runs; it opens now by the clock.
    public void simulate(long seed, double eventsPerSecond, double speed) throws FeedException {
        ExchangeSettings settings = ExchangeSettings.of(seed, tempo.nanos()).withEventsPerSecond(eventsPerSecond);
        start(new SimulatedExchange(settings), false, speed, false);
    }

    /// Tells a recording again in place of what runs, standing still before its first event if `paused`.
    public void replay(Path file, double speed, boolean paused) throws FeedException {
        start(Recording.open(file), true, speed, paused);
    }

    /// Tells any source in place of what runs.
    public void start(EventSource source, boolean replay, double speed, boolean paused) throws FeedException {
        PacedFeed player = new PacedFeed(source, threads, tempo, speed);
        player.pause(paused);
        start(player, replay, source.zone(), source.timeframes());
    }

    /// Follows a feed that has a pace of its own, in place of what runs; it is closed with the market.
    public void follow(MarketFeed feed) throws FeedException {
        start(feed, false, ZoneOffset.UTC, Set.of());
    }

    private synchronized void start(MarketFeed feed, boolean replay, ZoneId zone, Set<Timeframe> told)
            throws FeedException {
        stop();
        LiveRun started = new LiveRun(new LiveRun.Around(tempo, listeners, now -> state = now), feed, replay, zone);
        told.forEach(started.tape()::offer);
        started.open();
        run = started;
        threads.execute(started::act);
    }

    /// Ends what runs; its bars stay until the next start. A recording is closed.
    public synchronized void stop() {
        LiveRun running = run;
        if (running != null) {
            running.close();
        }
    }

    /// Goes on at another speed.
    public void speed(double times) {
        LiveRun running = run;
        if (running != null) {
            running.steer(player -> player.speed(times));
        }
    }

    /// Stands still, or goes on.
    public void pause(boolean still) {
        LiveRun running = run;
        if (running != null) {
            running.steer(player -> player.pause(still));
        }
    }

    /// So many events more, then it stands still.
    public void step(long events) {
        LiveRun running = run;
        if (running != null) {
            running.steer(player -> player.step(events));
        }
    }

    /// Records everything from now on into a new file.
    public void record(Path file) throws IOException {
        LiveRun running = run;
        if (running == null || !state.running()) {
            throw new IOException("No feed is open, so there is nothing to record. Start one first.");
        }
        running.record(file);
    }

    /// Ends the recording.
    public void stopRecording() throws IOException {
        LiveRun running = run;
        if (running != null) {
            running.stopRecording();
        }
    }

    /// The series that grow just now, or grew until the feed ended.
    public List<SeriesKey> series() {
        LiveRun running = run;
        return running == null ? List.of() : running.tape().series();
    }

    /// The bars of a series.
    public Optional<LiveBars> bars(SeriesKey key) {
        LiveRun running = run;
        return running == null ? Optional.empty() : running.tape().bars(key);
    }

    /// The trades of an instrument, the newest half a million.
    public Optional<LiveTrades> trades(String symbol) {
        LiveRun running = run;
        return running == null ? Optional.empty() : running.tape().trades(symbol);
    }

    /// The book of an instrument as it was when it was last asked for: each call asks for a newer one, which
    /// is made within a tenth of a second on the thread that keeps the book. The same object as before where
    /// nothing changed. It costs nothing while nobody asks.
    public Optional<LiveDepth> depth(String symbol) {
        LiveRun running = run;
        return running == null ? Optional.empty() : running.tape().depth(symbol);
    }

    /// Whether what runs, or ran last, tells order books.
    public boolean booked() {
        LiveRun running = run;
        return running != null && running.tape().booked();
    }

    /// The zone that decides what a day is.
    public ZoneId zone() {
        LiveRun running = run;
        return running == null ? ZoneOffset.UTC : running.tape().zone();
    }

    /// Tells every event of this and later feeds to a listener, on the thread that acts on them; books that
    /// are known already come first, each as a snapshot.
    public void listen(Consumer<FeedEvent> listener) {
        LiveRun running = run;
        if (running == null) {
            listeners.add(listener);
        } else {
            running.join(listener);
        }
    }

    /// Tells a listener no more.
    public void forget(Consumer<FeedEvent> listener) {
        listeners.remove(listener);
    }
}
