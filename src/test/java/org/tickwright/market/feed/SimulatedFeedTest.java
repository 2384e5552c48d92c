package org.tickwright.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;

/// The simulated exchange as a feed.
class SimulatedFeedTest extends MarketFeedContract {
    private static final long START = 1_772_463_600_000_000_000L;

    private final VirtualTempo tempo = new VirtualTempo(START);

    private PacedFeed feed(double speed) {
        return new PacedFeed(new SimulatedExchange(ExchangeSettings.of(5, START)), threads, tempo, speed);
    }

    @Override
    protected MarketFeed create() {
        return feed(1);
    }

    @Test
    void eventsArriveWhenTheyHappenAndTwiceAsFastAtTwiceTheSpeed() throws Exception {
        for (double speed : new double[] {1, 2}) {
            long from = tempo.nanos();
            PacedFeed feed = feed(speed);
            CompletableFuture<Integer> done = new CompletableFuture<>();
            long[] wrong = new long[1];
            feed.subscribe(Subscription.of("SIM:ALPHA", Channel.TRADES));
            feed.open(event -> {
                if (event instanceof FeedEvent.Trade trade) {
                    long expected = from + (long) ((trade.time() - START) / speed);
                    wrong[0] = Math.max(wrong[0], Math.abs(trade.arrival() - expected));
                    if (trade.number() == 100) {
                        done.complete(1);
                    }
                }
            });
            done.get(30, TimeUnit.SECONDS);
            feed.close();
            assertTrue(wrong[0] <= 1_000, "Off by " + wrong[0] + " ns");
        }
        assertThrows(IllegalArgumentException.class, () -> feed(0));
    }

    @Test
    void whileItStandsStillOnlyStepsAreTold() throws Exception {
        PacedFeed feed = feed(PacedFeed.UNBOUNDED);
        List<FeedEvent> told = Collections.synchronizedList(new ArrayList<>());
        feed.pause(true);
        for (FeedInstrument instrument : feed.instruments()) {
            feed.subscribe(new Subscription(instrument.symbol(), feed.channels()));
        }
        CompletableFuture<Integer> stepped = new CompletableFuture<>();
        CompletableFuture<Integer> beaten = new CompletableFuture<>();
        feed.open(event -> {
            if (event.channel() != null) {
                told.add(event);
            }
            if (told.size() == 7) {
                stepped.complete(7);
                if (event instanceof FeedEvent.Heartbeat) {
                    beaten.complete(1);
                }
            }
        });
        assertEquals(0, told.size());
        feed.step(3);
        feed.step(4);
        stepped.get(30, TimeUnit.SECONDS);
        beaten.get(30, TimeUnit.SECONDS);
        assertEquals(7, told.size());
        assertTrue(feed.paused());
        feed.close();
        assertEquals(7, told.size());
    }

    @Test
    void whoComesLaterIsToldTheBookAsItIs() throws Exception {
        PacedFeed feed = feed(1);
        CompletableFuture<FeedEvent> first = new CompletableFuture<>();
        KeptBook kept = new KeptBook(feed.instruments().getFirst());
        CompletableFuture<Integer> enough = new CompletableFuture<>();
        int[] changes = new int[1];
        feed.open(event -> {
            if (event instanceof FeedEvent.BookSnapshot snapshot) {
                first.complete(event);
                kept.take(snapshot);
            } else if (event instanceof FeedEvent.BookChange change) {
                kept.take(change);
                if (!kept.whole() || kept.book().crossed()) {
                    enough.completeExceptionally(new AssertionError(change.toString()));
                }
                if (++changes[0] == 500) {
                    enough.complete(500);
                }
            }
        });
        long until = START + 10_000_000_000L;
        while (tempo.nanos() < until) {
            Thread.onSpinWait();
        }
        feed.subscribe(Subscription.of("SIM:ALPHA", Channel.BOOK));
        FeedEvent.BookSnapshot snapshot =
                assertInstanceOf(FeedEvent.BookSnapshot.class, first.get(30, TimeUnit.SECONDS));
        assertTrue(snapshot.sequence() > 1 && snapshot.bids().count() > 3);
        enough.get(30, TimeUnit.SECONDS);
        feed.close();
    }
}
