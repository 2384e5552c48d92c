package org.tickwright.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.market.TradeTicks.Aggressor;

class FeedQueueTest {
    private static FeedEvent.Trade trade(String symbol, long number) {
        return new FeedEvent.Trade(symbol, number, number, 100 + number, 1, Aggressor.UNKNOWN);
    }

    private static FeedEvent.Quote quote(String symbol, long number) {
        return new FeedEvent.Quote(symbol, number, number, 99 + number, 1, 101 + number, 1);
    }

    private static List<FeedEvent> drain(FeedQueue queue) throws InterruptedException {
        List<FeedEvent> taken = new ArrayList<>();
        while (queue.drain(3, 0, taken::add) > 0) {}
        return taken;
    }

    @Test
    void whileThereIsRoomEverythingComesInItsOrder() throws InterruptedException {
        FeedQueue queue = new FeedQueue(16);
        List<FeedEvent> told = List.of(
                quote("A", 1),
                trade("A", 2),
                quote("A", 3),
                new FeedEvent.Heartbeat(4, 4),
                trade("B", 5),
                quote("B", 6));
        told.forEach(queue::offer);
        List<FeedEvent> expected = new ArrayList<>(told);
        expected.remove(3);
        assertEquals(expected, drain(queue));
        assertEquals(new FeedQueue.Counts(0, 0), queue.counts());
        queue.offer(told.get(3));
        assertEquals(List.of(told.get(3)), drain(queue));
    }

    @Test
    void underPressureTheNewestQuoteOfEachInstrumentIsKept() throws InterruptedException {
        FeedQueue queue = new FeedQueue(8);
        for (int i = 0; i < 100; i++) {
            assertTrue(queue.offer(quote(i % 2 == 0 ? "A" : "B", i)));
        }
        assertTrue(queue.offer(trade("A", 100)));
        List<FeedEvent> taken = drain(queue);
        assertEquals(6 + 1 + 2, taken.size());
        assertEquals(List.of(trade("A", 100), quote("A", 98), quote("B", 99)), taken.subList(6, 9));
        assertEquals(new FeedQueue.Counts(100 - 6 - 2, 0), queue.counts());
        queue.offer(quote("A", 200));
        assertEquals(List.of(quote("A", 200)), drain(queue));
    }

    @Test
    void whatIsLostIsCountedAndToldWhereItWasLost() throws InterruptedException {
        FeedQueue queue = new FeedQueue(4);
        for (int i = 0; i < 4; i++) {
            assertTrue(queue.offer(trade("A", i)));
        }
        assertFalse(queue.offer(trade("A", 4)));
        assertFalse(queue.offer(trade("A", 5)));
        assertFalse(queue.offer(trade("B", 6)));
        assertTrue(queue.offer(new FeedEvent.StatusChange(7, 7, FeedStatus.LIVE, "")));
        queue.drain(3, 0, event -> {});
        assertTrue(queue.offer(trade("A", 8)));
        List<FeedEvent> taken = drain(queue);
        assertEquals(trade("A", 3), taken.get(0));
        assertInstanceOf(FeedEvent.StatusChange.class, taken.get(1));
        FeedEvent.Gap gap = assertInstanceOf(FeedEvent.Gap.class, taken.get(2));
        assertEquals("A", gap.symbol());
        assertEquals(2, gap.missed());
        assertEquals(Channel.TRADES, gap.channel());
        assertEquals(trade("A", 8), taken.get(3));
        FeedEvent.Gap other = assertInstanceOf(FeedEvent.Gap.class, taken.get(4));
        assertEquals("B", other.symbol());
        assertEquals(3, queue.counts().dropped());
    }

    /// Each trade either arrives, in its order, or is counted in a gap of its instrument.
    @Property(tries = 200)
    void nothingIsLostInSilence(@ForAll long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        FeedQueue queue = new FeedQueue(4 + random.nextInt(20));
        List<FeedEvent> taken = new ArrayList<>();
        int offered = 0;
        for (int i = 0; i < 500; i++) {
            String symbol = random.nextBoolean() ? "A" : "B";
            if (random.nextInt(3) == 0) {
                queue.offer(quote(symbol, i));
            } else {
                queue.offer(trade(symbol, i));
                offered++;
            }
            if (random.nextInt(12) == 0) {
                queue.drain(1 + random.nextInt(10), 0, taken::add);
            }
        }
        taken.addAll(drain(queue));
        long trades = taken.stream().filter(FeedEvent.Trade.class::isInstance).count();
        long missed = taken.stream()
                .filter(FeedEvent.Gap.class::isInstance)
                .mapToLong(event -> ((FeedEvent.Gap) event).missed())
                .sum();
        assertEquals(offered, trades + missed);
        assertEquals(missed, queue.counts().dropped());
        long last = -1;
        for (FeedEvent event : taken) {
            if (event instanceof FeedEvent.Trade) {
                assertTrue(event.time() > last);
                last = event.time();
            }
        }
    }

    @Test
    void whoWaitsIsWokenByTheFirstEvent() throws Exception {
        FeedQueue queue = new FeedQueue(20_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<Long> sum = threads.submit(() -> {
                long[] seen = new long[2];
                while (seen[0] < 20_000) {
                    queue.drain(64, 1_000_000_000L, event -> {
                        seen[0]++;
                        seen[1] += event.time();
                    });
                }
                return seen[1];
            });
            for (int i = 0; i < 20_000; i++) {
                queue.offer(trade("A", i));
            }
            assertEquals(20_000L * 19_999 / 2, sum.get());
            assertEquals(new FeedQueue.Counts(0, 0), queue.counts());
        }
    }

    @Test
    void silenceIsNoticedPerFeedAndPerInstrument() {
        FeedWatch watch = new FeedWatch(5_000, 100);
        assertFalse(watch.stale(5_100));
        assertTrue(watch.stale(5_101));
        watch.heard(trade("A", 6_000));
        watch.heard(new FeedEvent.Heartbeat(9_000, 9_000));
        assertFalse(watch.stale(14_000));
        assertEquals(5_000, watch.silence(14_000));
        assertEquals(8_000, watch.silence("A", 14_000));
        assertEquals(Long.MAX_VALUE, watch.silence("B", 14_000));
        assertEquals(0, watch.silence(8_000));
        assertThrows(IllegalArgumentException.class, () -> new FeedWatch(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new FeedQueue(3));
        assertThrows(IllegalArgumentException.class, () -> new Subscription(" ", java.util.Set.of(Channel.BOOK)));
        assertThrows(IllegalArgumentException.class, () -> new BookLevels(new long[] {1}, new long[] {1, 2}));
    }
}
