package org.tickwright.bench;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
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
import org.openjdk.jmh.annotations.Warmup;
import org.tickwright.market.book.OrderBook;

/// Changes of an order book of some two thousand prices, most of them near the best, beside a sorted map of each side.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class BookBench {
    static final int CHANGES = 1_000_000;
    private static final int ROOM = 1_000;

    private final boolean[] bids = new boolean[CHANGES];
    private final long[] prices = new long[CHANGES];
    private final long[] sizes = new long[CHANGES];
    private final OrderBook book = new OrderBook(2, 4);
    private final TreeMap<Long, Long> bidMap = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> askMap = new TreeMap<>();

    /// Makes the changes: the middle wanders, distances from it are exponential, a third takes a price away.
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(42);
        long middle = 1_000_000;
        for (int i = 0; i < CHANGES; i++) {
            if (random.nextInt(50) == 0) {
                middle += random.nextInt(3) - 1;
            }
            long away = 1 + Math.min(ROOM, (long) (-25 * StrictMath.log(1 - random.nextDouble())));
            bids[i] = random.nextBoolean();
            prices[i] = bids[i] ? middle - away : middle + away;
            sizes[i] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(100_000);
        }
    }

    /// All changes in the array book; the best bid after each.
    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public long book() {
        long best = 0;
        for (int i = 0; i < CHANGES; i++) {
            book.set(bids[i], prices[i], sizes[i]);
            best += book.bids().isEmpty() ? 0 : book.bids().price(0);
        }
        return best;
    }

    /// The same in two maps.
    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public long maps() {
        long best = 0;
        for (int i = 0; i < CHANGES; i++) {
            TreeMap<Long, Long> side = bids[i] ? bidMap : askMap;
            if (sizes[i] == 0) {
                side.remove(prices[i]);
            } else {
                side.put(prices[i], sizes[i]);
            }
            best += bidMap.isEmpty() ? 0 : bidMap.firstKey();
        }
        return best;
    }

    static Suite suite() {
        return new Suite(
                "book",
                BookBench::sameBooks,
                List.of(new Comparison(
                        "change of a level (sorted maps)", "BookBench.book", "BookBench.maps", 1, "change", 200)));
    }

    private static String sameBooks() {
        BookBench bench = new BookBench();
        bench.prepare();
        long ours = bench.book();
        long theirs = bench.maps();
        if (ours != theirs || bench.book.bids().size() != bench.bidMap.size()) {
            throw new IllegalStateException("The books differ: " + ours + " and " + theirs);
        }
        return "the same best bid after each of " + CHANGES + " changes";
    }
}
