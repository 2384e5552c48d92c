package org.tickwright.bench;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedQueue;
import org.tickwright.market.feed.FeedStatus;

/// What it costs to hand an event from a feed's thread to the one that acts on it, as fast as both can, beside a
/// [LinkedBlockingQueue]; how long it takes at the rates of a market is told by the check, from [FeedLatency].
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class FeedBench {
    static final int EVENTS = 100_000;
    private static final long WAIT = 100_000_000L;

    private final FeedEvent[] events = new FeedEvent[EVENTS];
    private ExecutorService taker;

    /// Makes the events.
    @Setup
    public void prepare() {
        taker = Executors.newSingleThreadExecutor();
        for (int i = 0; i < EVENTS - 1; i++) {
            events[i] = new FeedEvent.Trade("A", i, i, 100 + i % 7, 1, Aggressor.BUYER, i);
        }
        events[EVENTS - 1] = new FeedEvent.StatusChange(EVENTS, EVENTS, FeedStatus.CLOSED, "");
    }

    /// Ends the thread that takes.
    @TearDown
    public void end() {
        taker.shutdown();
    }

    /// Through our row, which loses nothing here, for it has room for all.
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double row() throws InterruptedException {
        FeedQueue queue = new FeedQueue(EVENTS * 2);
        Taken taken = new Taken();
        taker.execute(() -> {
            try {
                while (!taken.over) {
                    queue.drain(512, WAIT, taken::take);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (FeedEvent event : events) {
            queue.offer(event);
        }
        taken.done.await();
        return taken.sum;
    }

    /// Through a queue of the JDK.
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double queue() throws InterruptedException {
        LinkedBlockingQueue<FeedEvent> queue = new LinkedBlockingQueue<>();
        Taken taken = new Taken();
        taker.execute(() -> {
            try {
                while (!taken.over) {
                    taken.take(queue.take());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (FeedEvent event : events) {
            queue.add(event);
        }
        taken.done.await();
        return taken.sum;
    }

    /// What came through, of one thread until it is done.
    private static final class Taken {
        private final CountDownLatch done = new CountDownLatch(1);
        private double sum;
        private boolean over;

        void take(FeedEvent event) {
            if (event instanceof FeedEvent.Trade trade) {
                sum += trade.price();
            } else {
                over = true;
                done.countDown();
            }
        }
    }

    static Suite suite() {
        return new Suite(
                "feed",
                FeedBench::sameEvents,
                List.of(new Comparison(
                        "event handed to another thread (LinkedBlockingQueue)",
                        "FeedBench.row",
                        "FeedBench.queue",
                        1,
                        "event",
                        Double.NaN)));
    }

    private static String sameEvents() throws Exception {
        FeedBench bench = new FeedBench();
        bench.prepare();
        double ours = bench.row();
        double theirs = bench.queue();
        bench.end();
        if (ours != theirs) {
            throw new IllegalStateException("What came through differs: " + ours + " and " + theirs);
        }
        return "the same " + EVENTS + " events come through\n"
                + latencies(Double.parseDouble(System.getProperty("bench.seconds", "5")));
    }

    private static String latencies(double seconds) throws Exception {
        FeedLatency latency = new FeedLatency();
        latency.ours(20_000, 3);
        latency.peer(20_000, 2);
        StringBuilder words = new StringBuilder();
        for (int rate : new int[] {1_000, 20_000, 100_000}) {
            words.append(latency.ours(rate, seconds).words("feed to engine")).append('\n');
            words.append(latency.peer(rate, Math.min(3, seconds)).words("LinkedBlockingQueue"))
                    .append('\n');
        }
        return words.toString().stripTrailing();
    }
}
