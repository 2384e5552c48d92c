package org.tickwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.tickwright.kernel.LatencyHistogram;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.FeedStatus;
import org.tickwright.market.feed.MarketFeed;
import org.tickwright.market.feed.Subscription;
import org.tickwright.testing.RealTempo;
import org.tickwright.workbench.live.LiveMarket;
import org.tickwright.workbench.live.LiveState;

/// How long an event takes from the instant at which it should have been sent to the thread that acts on it, books,
/// trades and bars included: `FeedLatency [SECONDS [RATE…]]`, in a table with what was lost.
///
/// The sender spins from event to event, so its own lateness is that of the machine, which is told beside: what it was
/// late by, nobody behind it can make up for. `quiet` are the events around which it was never late by a twentieth of a
/// millisecond for five milliseconds on either side: on a machine with other work they tell what is ours. The peer is a
/// [LinkedBlockingQueue] between two threads with the same
/// sender, and nothing acted on. Events are those of the simulated exchange, of all kinds.
public final class FeedLatency {
    private static final int KINDS = 200_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long STALL = 50_000;

    private final RealTempo tempo = new RealTempo();
    private final List<FeedEvent> events = events();
    private final List<FeedInstrument> instruments;

    /// What came of one run; nanoseconds.
    record Result(int rate, Times all, Times quiet, Times late, long lost) {
        String words(String who) {
            return String.format(
                    Locale.ROOT,
                    "%-20s %,8d/s %,10d events  %s | quiet %4.1f %%  %s | sender late %s | lost %d",
                    who,
                    rate,
                    all.count(),
                    all,
                    100.0 * quiet.count() / Math.max(1, all.count()),
                    quiet,
                    late,
                    lost);
        }
    }

    /// Of so many delays the median, the ones that 1 of 100 and 1 of 1,000 exceed, and the longest.
    record Times(long count, long median, long p99, long p999, long worst) {
        static Times of(LatencyHistogram times) {
            return new Times(
                    times.count(), times.quantile(0.5), times.quantile(0.99), times.quantile(0.999), times.largest());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "p50 %.1f p99 %.1f p99.9 %.1f max %.0f µs",
                    median / 1e3,
                    p99 / 1e3,
                    p999 / 1e3,
                    worst / 1e3);
        }
    }

    /// When each event of a run was due, was sent and came to whoever acts on it.
    private static final class Log {
        private final int rate;
        private final long gap;
        private final long[] sent;
        private final long[] taken;
        private long begin;

        Log(int rate, double seconds) {
            this.rate = rate;
            gap = SECOND / rate;
            sent = new long[(int) (seconds * rate)];
            taken = new long[sent.length];
        }

        void took(long due, long now) {
            taken[(int) ((due - begin) / gap)] = now;
        }

        Result result(long lost) {
            LatencyHistogram all = new LatencyHistogram();
            LatencyHistogram quiet = new LatencyHistogram();
            LatencyHistogram late = new LatencyHistogram();
            int around = (int) Math.max(1, 5_000_000 / gap);
            long stalled = Long.MIN_VALUE;
            int ahead = 0;
            for (int i = 0; i < sent.length; i++) {
                long due = begin + i * gap;
                late.add(sent[i] - due);
                for (; ahead < Math.min(sent.length, i + around); ahead++) {
                    stalled = sent[ahead] - (begin + ahead * gap) > STALL ? ahead : stalled;
                }
                if (taken[i] != 0) {
                    all.add(taken[i] - due);
                    if (stalled < i - around) {
                        quiet.add(taken[i] - due);
                    }
                }
            }
            return new Result(rate, Times.of(all), Times.of(quiet), Times.of(late), lost);
        }
    }

    FeedLatency() {
        try (SimulatedExchange exchange = new SimulatedExchange(ExchangeSettings.of(1, 1_000 * SECOND))) {
            instruments = exchange.instruments();
        }
    }

    private static List<FeedEvent> events() {
        List<FeedEvent> all = new ArrayList<>(KINDS);
        try (SimulatedExchange exchange =
                new SimulatedExchange(ExchangeSettings.of(1, 1_000 * SECOND).withEventsPerSecond(100_000))) {
            while (all.size() < KINDS) {
                FeedEvent event = exchange.next();
                if (event == null) {
                    break;
                }
                all.add(event);
            }
        }
        return all;
    }

    /// Prints a line per rate for us and for the peer.
    public static void main(String[] args) throws Exception {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
        FeedLatency bench = new FeedLatency();
        int[] rates = {1_000, 5_000, 20_000, 50_000, 100_000};
        if (args.length > 1) {
            rates = new int[args.length - 1];
            for (int i = 1; i < args.length; i++) {
                rates[i - 1] = Integer.parseInt(args[i]);
            }
        }
        bench.ours(20_000, 3);
        bench.peer(20_000, 2);
        for (int rate : rates) {
            System.out.println(bench.ours(rate, seconds).words("feed to engine"));
            System.out.println(bench.peer(rate, Math.min(3, seconds)).words("LinkedBlockingQueue"));
        }
        System.exit(0);
    }

    /// Through guard, row, recordable run and tape of the live market.
    Result ours(int rate, double seconds) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        LiveMarket market = new LiveMarket(threads, tempo);
        Log log = new Log(rate, seconds);
        market.listen(event -> {
            if (event.channel() != null) {
                log.took(event.arrival(), tempo.nanos());
            }
        });
        Cadence feed = new Cadence();
        market.follow(feed);
        send(log, feed::tell);
        market.stop();
        LiveState.Traffic traffic = market.state().traffic();
        threads.shutdown();
        return log.result(traffic.lost() + traffic.gaps());
    }

    /// Through a queue of the JDK.
    Result peer(int rate, double seconds) throws Exception {
        LinkedBlockingQueue<FeedEvent> queue = new LinkedBlockingQueue<>();
        Log log = new Log(rate, seconds);
        CountDownLatch over = new CountDownLatch(1);
        Thread taker = new Thread(() -> {
            try {
                for (FeedEvent event = queue.take(); event.channel() != null; event = queue.take()) {
                    log.took(event.arrival(), tempo.nanos());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                over.countDown();
            }
        });
        taker.start();
        int[] next = {0};
        send(log, due -> queue.add(event(next[0]++).arrived(due)));
        queue.add(new FeedEvent.Heartbeat(0, 0));
        over.await();
        return log.result(0);
    }

    private FeedEvent event(int number) {
        return events.get(number % events.size());
    }

    /// Sends at even distances, and notes when each was sent; events that are due already follow at once.
    private void send(Log log, LongConsumer to) {
        log.begin = tempo.nanos() + SECOND / 10;
        LockSupport.parkNanos(SECOND / 20);
        for (int i = 0; i < log.sent.length; i++) {
            long due = log.begin + i * log.gap;
            long now = tempo.nanos();
            while (now < due) {
                Thread.onSpinWait();
                now = tempo.nanos();
            }
            log.sent[i] = now;
            to.accept(due);
        }
    }

    /// A feed whose events come when the sender says so; what it is late by counts, for an event has the time at which
    /// it was due. What the exchange told is told round by round, with numbers and books that go on.
    private final class Cadence implements MarketFeed {
        private Consumer<FeedEvent> listener = event -> {};
        private FeedStatus status = FeedStatus.CREATED;
        private int next;
        private long round;

        void tell(long due) {
            if (next == events.size()) {
                next = 0;
                round++;
            }
            FeedEvent event = events.get(next++);
            // A new round begins with the snapshots of its books: a hole in neither numbers nor changes.
            listener.accept(
                    switch (event) {
                        case FeedEvent.Trade e ->
                            new FeedEvent.Trade(e.symbol(), due, due, e.price(), e.size(), e.aggressor(), -1);
                        case FeedEvent.Quote e ->
                            new FeedEvent.Quote(e.symbol(), due, due, e.bid(), e.bidSize(), e.ask(), e.askSize());
                        case FeedEvent.BookSnapshot e ->
                            new FeedEvent.BookSnapshot(
                                    e.symbol(), due, due, e.sequence() + shift(), e.bids(), e.asks());
                        case FeedEvent.BookChange e ->
                            new FeedEvent.BookChange(
                                    e.symbol(), due, due, e.first() + shift(), e.last() + shift(), e.bids(), e.asks());
                        default -> event.arrived(due);
                    });
        }

        private long shift() {
            return round * KINDS;
        }

        private void status(FeedStatus now) {
            status = now;
            listener.accept(new FeedEvent.StatusChange(tempo.nanos(), tempo.nanos(), now, ""));
        }

        @Override
        public String name() {
            return "Even feed";
        }

        @Override
        public boolean simulated() {
            return true;
        }

        @Override
        public Set<Channel> channels() {
            return Set.of(Channel.TRADES, Channel.QUOTES, Channel.BOOK);
        }

        @Override
        public List<FeedInstrument> instruments() {
            return instruments;
        }

        @Override
        public void open(Consumer<FeedEvent> to) {
            listener = to;
            status(FeedStatus.CONNECTING);
            status(FeedStatus.LIVE);
        }

        @Override
        public void subscribe(Subscription wanted) {
            // It tells all it has.
        }

        @Override
        public void unsubscribe(Subscription unwanted) {
            // It tells all it has.
        }

        @Override
        public FeedStatus status() {
            return status;
        }

        @Override
        public void close() {
            if (status != FeedStatus.CLOSED) {
                status(FeedStatus.CLOSED);
            }
        }
    }
}
