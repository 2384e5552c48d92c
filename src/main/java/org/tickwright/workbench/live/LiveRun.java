package org.tickwright.workbench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.engine.FeedLine;
import org.tickwright.kernel.Clock;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.FeedStatus;
import org.tickwright.market.feed.GuardedFeed;
import org.tickwright.market.feed.MarketFeed;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.feed.Subscription;
import org.tickwright.market.recording.RecordingHeader;

/// A feed from its start to its end: events come in on the feed's thread, are acted on by the one of [#act], which also
/// publishes how it all stands.
final class LiveRun {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final int ROOM = 1 << 17;

    /// Older than this without a heartbeat is stale. A screen that looks once a second says so within five.
    private static final long STALE_AFTER = 3_500_000_000L;

    private static final long PATIENCE = 100_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Around around;
    private final @Nullable PacedFeed player;
    private final GuardedFeed feed;
    private final FeedLine line;
    private final LiveTape tape;
    private final boolean replay;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final LiveRecording recording = new LiveRecording(this::trouble);
    private FeedStatus status = FeedStatus.CONNECTING;
    private String why = "";
    private long time;
    private long events;
    private long gaps;
    private long published;
    private long markTime;
    private long markEvents;
    private double perSecond;
    private LiveState told = LiveState.NONE;

    /// What lies around a run: the clock, who listens, and who is told how it stands.
    record Around(Clock clock, List<Consumer<FeedEvent>> listeners, Consumer<LiveState> publish) {}

    LiveRun(Around around, MarketFeed raw, boolean replay, ZoneId zone) {
        this.around = around;
        this.replay = replay;
        player = raw instanceof PacedFeed paced ? paced : null;
        feed = new GuardedFeed(raw, around.clock(), STALE_AFTER);
        line = new FeedLine(feed, ROOM, around.clock());
        tape = new LiveTape(feed, zone);
        if (player != null) {
            player.brake(brake(player, line, replay));
        }
        markTime = around.clock().nanos();
    }

    /// What happened once can wait until there is room for it, so nothing of it is lost; what happens now cannot.
    private static PacedFeed.Brake brake(PacedFeed paced, FeedLine line, boolean replay) {
        return () -> !(replay || paced.speed() == PacedFeed.UNBOUNDED) || line.awaitRoom(PATIENCE);
    }

    LiveTape tape() {
        return tape;
    }

    void open() throws FeedException {
        for (FeedInstrument instrument : feed.instruments()) {
            feed.subscribe(new Subscription(instrument.symbol(), feed.channels()));
        }
        line.open();
        publish();
    }

    /// Acts on what the feed tells until it has told its end.
    void act() {
        try {
            line.run(this::take, PATIENCE, this::idle);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why = "The program is ending.";
        } finally {
            end();
        }
    }

    private synchronized void end() {
        status = FeedStatus.CLOSED;
        try {
            recording.end();
        } catch (IOException e) {
            why = "The recording could not be ended: " + e.getMessage();
            LOG.error("The recording could not be ended", e);
        }
        tape.showDepths(time, true);
        publish();
        ended.countDown();
    }

    /// Ends the feed and waits until all it told was acted on.
    void close() {
        feed.close();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Changes the pace, where the feed has one that can be changed.
    void steer(Consumer<PacedFeed> change) {
        PacedFeed paced = player;
        if (paced != null) {
            change.accept(paced);
            publish();
        }
    }

    private synchronized void take(FeedEvent event) {
        events++;
        time = event.channel() == null ? time : Math.max(time, event.time());
        recording.keep(event);
        tape.take(event);
        if (event instanceof FeedEvent.Gap) {
            gaps++;
        } else if (event instanceof FeedEvent.StatusChange change) {
            status = change.status();
            why = change.why();
            publish();
        }
        around.listeners().forEach(listener -> listener.accept(event));
    }

    private void trouble(String words) {
        why = words;
    }

    synchronized void record(Path file) throws IOException {
        long now = around.clock().nanos();
        recording.begin(file, RecordingHeader.of(feed, now), tape.books(time, now));
        publish();
    }

    synchronized void stopRecording() throws IOException {
        if (recording.end()) {
            publish();
        }
    }

    /// Tells a listener the books that are known, and from then on everything.
    synchronized void join(Consumer<FeedEvent> listener) {
        tape.books(time, around.clock().nanos()).forEach(listener);
        around.listeners().add(listener);
    }

    private void idle() {
        if (tape.depthWanted()) {
            synchronized (this) {
                tape.showDepths(time, false);
            }
        }
        feed.check();
        long now = around.clock().nanos();
        if (now - published >= PATIENCE) {
            synchronized (this) {
                recording.tick(now);
                publish();
            }
        }
    }

    private synchronized void publish() {
        published = around.clock().nanos();
        if (published - markTime >= SECOND) {
            perSecond = (events - markEvents) * (double) SECOND / (published - markTime);
            markTime = published;
            markEvents = events;
        }
        PacedFeed paced = player;
        tell(new LiveState(
                feed.name(),
                feed.simulated(),
                replay,
                status,
                why,
                time,
                paced == null ? LiveState.Pace.OWN : new LiveState.Pace(paced.speed(), paced.paused()),
                new LiveState.Traffic(
                        events,
                        status == FeedStatus.CLOSED ? 0 : perSecond,
                        line.counts().conflated(),
                        line.counts().dropped(),
                        gaps,
                        line.latency().quantile(0.5),
                        line.latency().quantile(0.99)),
                recording.state(),
                tape.quoted()));
    }

    /// The same state as before stays the same object, so that whoever looks has nothing to do.
    private void tell(LiveState state) {
        if (!state.equals(told)) {
            told = state;
            around.publish().accept(state);
        }
    }
}
