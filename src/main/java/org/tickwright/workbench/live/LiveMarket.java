package org.tickwright.workbench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.engine.FeedLine;
import org.tickwright.market.LiveBars;
import org.tickwright.market.LiveTrades;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.book.BookDepth;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.FeedStatus;
import org.tickwright.market.feed.GuardedFeed;
import org.tickwright.market.feed.KeptBook;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.feed.Subscription;
import org.tickwright.market.feed.Tempo;
import org.tickwright.market.recording.Recording;
import org.tickwright.market.recording.RecordingHeader;
import org.tickwright.market.recording.RecordingWriter;

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

    private static final Logger LOG = LoggerFactory.getLogger(LiveMarket.class);
    private static final int ROOM = 1 << 17;
    /// Older than this without a heartbeat is stale: the screen says so within five seconds.
    private static final long STALE_AFTER = 4_000_000_000L;

    private static final long PATIENCE = 100_000_000L;
    /// As many trades of an instrument are kept: half a minute at the fastest, a day of an ordinary share.
    private static final int TRADES_KEPT = 1 << 19;

    /// As many levels of a side are shown at most.
    private static final int LEVELS_SHOWN = 1000;

    private static final long SECOND = 1_000_000_000L;

    private final Executor threads;
    private final Tempo tempo;
    private final List<Consumer<FeedEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile LiveState state = LiveState.NONE;
    private volatile @Nullable Run run;

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
    public synchronized void start(EventSource source, boolean replay, double speed, boolean paused)
            throws FeedException {
        stop();
        Run started = new Run(source, replay, speed);
        started.player.pause(paused);
        started.open();
        run = started;
        threads.execute(started::act);
    }

    /// Ends what runs; its bars stay until the next start. A recording is closed.
    public synchronized void stop() {
        Run running = run;
        if (running != null) {
            running.feed.close();
            running.awaitEnd();
        }
    }

    /// Goes on at another speed.
    public void speed(double times) {
        Run running = run;
        if (running != null) {
            running.player.speed(times);
            running.publish();
        }
    }

    /// Stands still, or goes on.
    public void pause(boolean still) {
        Run running = run;
        if (running != null) {
            running.player.pause(still);
            running.publish();
        }
    }

    /// So many events more, then it stands still.
    public void step(long events) {
        Run running = run;
        if (running != null) {
            running.player.step(events);
            running.publish();
        }
    }

    /// Records everything from now on into a new file.
    public void record(Path file) throws IOException {
        Run running = run;
        if (running == null || !state.running()) {
            throw new IOException("No feed is open, so there is nothing to record. Start one first.");
        }
        running.record(file);
    }

    /// Ends the recording.
    public void stopRecording() throws IOException {
        Run running = run;
        if (running != null) {
            running.stopRecording();
        }
    }

    /// The series that grow just now, or grew until the feed ended.
    public List<SeriesKey> series() {
        Run running = run;
        return running == null ? List.of() : List.copyOf(running.bars.keySet());
    }

    /// The bars of a series.
    public Optional<LiveBars> bars(SeriesKey key) {
        Run running = run;
        return running == null ? Optional.empty() : Optional.ofNullable(running.bars.get(key));
    }

    /// The trades of an instrument, the newest half a million.
    public Optional<LiveTrades> trades(String symbol) {
        Run running = run;
        return running == null ? Optional.empty() : Optional.ofNullable(running.trades.get(symbol));
    }

    /// The book of an instrument as it was when it was last asked for: each call asks for a newer one, which
    /// is made within a tenth of a second on the thread that keeps the book. The same object as before where
    /// nothing changed. It costs nothing while nobody asks.
    public Optional<LiveDepth> depth(String symbol) {
        Run running = run;
        return running == null ? Optional.empty() : running.depth(symbol);
    }

    /// The zone that decides what a day is.
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /// Tells every event of this and later feeds to a listener, on the thread that acts on them; books that
    /// are known already come first, each as a snapshot.
    public void listen(Consumer<FeedEvent> listener) {
        Run running = run;
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

    /// A feed from its start to its end, and what is made of it.
    private final class Run {
        private final PacedFeed player;
        private final GuardedFeed feed;
        private final FeedLine line;
        private final boolean replay;
        private final Map<SeriesKey, LiveBars> bars = new LinkedHashMap<>();
        private final Map<String, List<LiveBars>> ofSymbol = new LinkedHashMap<>();
        private final Map<String, Ticker> tickers = new LinkedHashMap<>();
        private final Map<String, KeptBook> books = new LinkedHashMap<>();
        private final Map<String, LiveTrades> trades = new LinkedHashMap<>();
        private volatile boolean depthWanted;
        private final java.util.concurrent.CountDownLatch ended = new java.util.concurrent.CountDownLatch(1);
        private FeedStatus status = FeedStatus.CONNECTING;
        private String why = "";
        private long time;
        private long events;
        private long gaps;
        private long published;
        private long markTime;
        private long markEvents;
        private double perSecond;
        private @Nullable RecordingWriter writer;

        private Run(EventSource source, boolean replay, double speed) {
            this.replay = replay;
            player = new PacedFeed(source, threads, tempo, speed);
            feed = new GuardedFeed(player, tempo, STALE_AFTER);
            line = new FeedLine(feed, ROOM, tempo);
            markTime = tempo.nanos();
            for (FeedInstrument instrument : feed.instruments()) {
                tickers.put(instrument.symbol(), new Ticker(instrument));
                books.put(instrument.symbol(), new KeptBook(instrument));
                trades.put(instrument.symbol(), new LiveTrades(TRADES_KEPT));
                List<LiveBars> all = new ArrayList<>();
                for (Timeframe timeframe : TIMEFRAMES) {
                    LiveBars live = new LiveBars(timeframe, zone());
                    all.add(live);
                    bars.put(new SeriesKey(instrument.symbol(), timeframe), live);
                }
                ofSymbol.put(instrument.symbol(), all);
            }
        }

        private void open() throws FeedException {
            for (FeedInstrument instrument : feed.instruments()) {
                feed.subscribe(new Subscription(instrument.symbol(), feed.channels()));
            }
            line.open();
            publish();
        }

        private void act() {
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
                stopRecording();
            } catch (IOException e) {
                why = "The recording could not be ended: " + e.getMessage();
                LOG.error("The recording could not be ended", e);
            }
            showDepths(true);
            publish();
            ended.countDown();
        }

        private void awaitEnd() {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void take(FeedEvent event) {
            events++;
            time = event.channel() == null ? time : Math.max(time, event.time());
            keep(event);
            switch (event) {
                case FeedEvent.Trade trade -> trade(trade);
                case FeedEvent.Quote quote -> ticker(quote.symbol()).quote = quote;
                case FeedEvent.BookSnapshot snapshot -> book(snapshot.symbol()).take(snapshot);
                case FeedEvent.BookChange change -> book(change.symbol()).take(change);
                case FeedEvent.Gap gap -> {
                    gaps++;
                    if (gap.channel() == Channel.BOOK) {
                        book(gap.symbol()).lose();
                    }
                }
                case FeedEvent.StatusChange change -> {
                    status = change.status();
                    why = change.why();
                    publish();
                }
                default -> {
                    // It says that the feed is there.
                }
            }
            listeners.forEach(listener -> listener.accept(event));
        }

        private Ticker ticker(String symbol) {
            Ticker ticker = tickers.get(symbol);
            if (ticker == null) {
                throw new IllegalStateException(feed.name() + " told of " + symbol + ", which it does not offer");
            }
            return ticker;
        }

        private KeptBook book(String symbol) {
            KeptBook book = books.get(symbol);
            if (book == null) {
                throw new IllegalStateException(feed.name() + " told of " + symbol + ", which it does not offer");
            }
            return book;
        }

        private void trade(FeedEvent.Trade trade) {
            ticker(trade.symbol()).trade(trade);
            LiveTrades kept = trades.get(trade.symbol());
            if (kept != null) {
                kept.trade(trade.time(), trade.price(), trade.size(), trade.aggressor());
            }
            for (LiveBars live : ofSymbol.getOrDefault(trade.symbol(), List.of())) {
                live.trade(trade.time(), trade.price(), trade.size());
            }
        }

        private void keep(FeedEvent event) {
            RecordingWriter to = writer;
            if (to != null) {
                try {
                    to.append(event);
                } catch (IOException e) {
                    failed(e);
                }
            }
        }

        private void failed(IOException e) {
            LOG.error("The recording ended early", e);
            why = "The recording ended early: " + e.getMessage();
            RecordingWriter broken = writer;
            writer = null;
            try {
                if (broken != null) {
                    broken.close();
                }
            } catch (IOException again) {
                LOG.debug("Nor could it be closed", again);
            }
        }

        private synchronized void record(Path file) throws IOException {
            stopRecording();
            long now = tempo.nanos();
            RecordingWriter to = new RecordingWriter(file, RecordingHeader.of(feed, now), RecordingWriter.LONGEST_WAIT);
            for (Map.Entry<String, KeptBook> book : books.entrySet()) {
                if (book.getValue().whole()) {
                    to.append(book.getValue().snapshot(book.getKey(), time, now));
                }
            }
            writer = to;
            publish();
        }

        private synchronized void stopRecording() throws IOException {
            RecordingWriter to = writer;
            writer = null;
            if (to != null) {
                to.close();
                publish();
            }
        }

        private synchronized void join(Consumer<FeedEvent> listener) {
            long now = tempo.nanos();
            books.forEach((symbol, book) -> {
                if (book.whole()) {
                    listener.accept(book.snapshot(symbol, time, now));
                }
            });
            listeners.add(listener);
        }

        private Optional<LiveDepth> depth(String symbol) {
            Ticker ticker = tickers.get(symbol);
            if (ticker == null) {
                return Optional.empty();
            }
            ticker.depthWanted = true;
            depthWanted = true;
            return Optional.ofNullable(ticker.depth);
        }

        /// Makes the pictures of books that somebody asked for, or of all.
        private synchronized void showDepths(boolean all) {
            depthWanted = false;
            tickers.forEach((symbol, ticker) -> {
                if (all || ticker.depthWanted) {
                    ticker.depthWanted = false;
                    ticker.show(book(symbol), time);
                }
            });
        }

        private void idle() {
            if (depthWanted) {
                showDepths(false);
            }
            feed.check();
            long now = tempo.nanos();
            if (now - published >= PATIENCE) {
                synchronized (this) {
                    RecordingWriter to = writer;
                    if (to != null) {
                        try {
                            to.tick(now);
                        } catch (IOException e) {
                            failed(e);
                        }
                    }
                    publish();
                }
            }
        }

        private synchronized void publish() {
            published = tempo.nanos();
            if (published - markTime >= SECOND) {
                perSecond = (events - markEvents) * (double) SECOND / (published - markTime);
                markTime = published;
                markEvents = events;
            }
            RecordingWriter to = writer;
            state = new LiveState(
                    feed.name(),
                    feed.simulated(),
                    replay,
                    status,
                    why,
                    time,
                    new LiveState.Pace(player.speed(), player.paused()),
                    new LiveState.Traffic(
                            events,
                            status == FeedStatus.CLOSED ? 0 : perSecond,
                            line.counts().conflated(),
                            line.counts().dropped(),
                            gaps,
                            line.latency().quantile(0.5),
                            line.latency().quantile(0.99)),
                    to == null ? null : new LiveState.RecordingState(to.file(), to.events(), to.safe(), to.bytes()),
                    tickers.values().stream().map(Ticker::quoted).toList());
        }
    }

    /// What is known of an instrument by now.
    private static final class Ticker {
        private final FeedInstrument instrument;
        private double first = Double.NaN;
        private FeedEvent.@Nullable Trade last;
        private FeedEvent.@Nullable Quote quote;
        private long trades;
        private double volume;
        private volatile boolean depthWanted;
        private volatile @Nullable LiveDepth depth;

        private Ticker(FeedInstrument instrument) {
            this.instrument = instrument;
        }

        private void trade(FeedEvent.Trade trade) {
            first = trades == 0 ? trade.price() : first;
            last = trade;
            trades++;
            volume += trade.size();
        }

        private void show(KeptBook kept, long time) {
            LiveDepth before = depth;
            if (before == null || !before.like(kept.whole(), kept.sequence(), trades)) {
                BookDepth book = BookDepth.of(kept.book(), LEVELS_SHOWN);
                depth = new LiveDepth(instrument.symbol(), book, kept.whole(), kept.sequence(), time, trades, last);
            }
        }

        private LiveState.Quoted quoted() {
            FeedEvent.Quote now = quote;
            FeedEvent.Trade done = last;
            return new LiveState.Quoted(
                    instrument.symbol(),
                    instrument.name(),
                    instrument.priceDecimals(),
                    first,
                    done == null ? Double.NaN : done.price(),
                    now == null ? Double.NaN : now.bid(),
                    now == null ? Double.NaN : now.ask(),
                    trades,
                    volume);
        }
    }
}
