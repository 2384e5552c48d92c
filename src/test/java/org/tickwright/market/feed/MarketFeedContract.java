package org.tickwright.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickwright.market.book.BookSequence;

/// What every feed promises; the test of each feed extends it.
public abstract class MarketFeedContract {
    private static final int ENOUGH = 3_000;

    /// Threads for the feed under test.
    protected final ExecutorService threads = Executors.newCachedThreadPool();

    private final List<MarketFeed> made = new ArrayList<>();

    /// A feed that is not open yet and tells a few thousand events of its first instrument by and by.
    protected abstract MarketFeed create();

    /// How many events are waited for.
    protected int enough() {
        return ENOUGH;
    }

    private MarketFeed feed() {
        MarketFeed feed = create();
        made.add(feed);
        return feed;
    }

    @AfterEach
    void endAll() {
        made.forEach(MarketFeed::close);
        threads.shutdownNow();
    }

    /// Everything a feed told, checked as it comes.
    private static final class Witness {
        private final List<FeedEvent> events = new ArrayList<>();
        private final AtomicInteger inside = new AtomicInteger();
        private final CompletableFuture<Integer> trouble = new CompletableFuture<>();
        private final CompletableFuture<Integer> reached = new CompletableFuture<>();
        private final Predicate<List<FeedEvent>> until;

        private Witness(Predicate<List<FeedEvent>> until) {
            this.until = until;
        }

        private void hear(FeedEvent event) {
            if (inside.incrementAndGet() != 1) {
                trouble.complete(1);
            }
            synchronized (events) {
                events.add(event);
                if (until.test(events)) {
                    reached.complete(events.size());
                }
            }
            inside.decrementAndGet();
        }

        private List<FeedEvent> all() {
            synchronized (events) {
                return List.copyOf(events);
            }
        }

        private void await() throws Exception {
            CompletableFuture.anyOf(reached, trouble).get(60, TimeUnit.SECONDS);
            assertFalse(trouble.isDone(), "Two threads told at once");
        }
    }

    private static Subscription everything(MarketFeed feed, String symbol) {
        return new Subscription(symbol, feed.channels());
    }

    private List<FeedEvent> runWhole() throws Exception {
        MarketFeed feed = feed();
        int most = enough();
        Witness witness = new Witness(events -> events.size() >= most || closed(events));
        for (FeedInstrument instrument : feed.instruments()) {
            feed.subscribe(everything(feed, instrument.symbol()));
        }
        feed.open(witness::hear);
        witness.await();
        feed.close();
        return witness.all();
    }

    private static boolean closed(List<FeedEvent> events) {
        return events.getLast() instanceof FeedEvent.StatusChange change && change.status() == FeedStatus.CLOSED;
    }

    @Test
    void beginsAndEndsWithItsStatusAndTellsNothingBehind() throws Exception {
        List<FeedEvent> events = runWhole();
        assertInstanceOf(FeedEvent.StatusChange.class, events.getFirst());
        List<FeedStatus> states = events.stream()
                .filter(FeedEvent.StatusChange.class::isInstance)
                .map(event -> ((FeedEvent.StatusChange) event).status())
                .toList();
        assertTrue(states.contains(FeedStatus.LIVE), states::toString);
        assertEquals(FeedStatus.CLOSED, states.getLast());
        assertEquals(1, states.stream().filter(FeedStatus.CLOSED::equals).count());
        assertTrue(closed(events));
        FeedEvent first = events.stream()
                .filter(event -> event.channel() != null)
                .findFirst()
                .orElseThrow();
        assertTrue(events.indexOf(first) > 0);
    }

    @Test
    void tradesComeInOrderAndNeverTwice() throws Exception {
        Map<String, FeedEvent.Trade> last = new HashMap<>();
        Map<String, Long> missed = new HashMap<>();
        int trades = 0;
        for (FeedEvent event : runWhole()) {
            if (event instanceof FeedEvent.Gap gap && gap.channel() == Channel.TRADES) {
                missed.merge(gap.symbol(), gap.missed() < 0 ? 1L << 40 : gap.missed(), Long::sum);
            }
            if (event instanceof FeedEvent.Trade trade) {
                trades++;
                assertTrue(trade.price() > 0 && trade.size() > 0, trade::toString);
                FeedEvent.Trade before = last.put(trade.symbol(), trade);
                if (before != null) {
                    assertTrue(trade.time() >= before.time(), () -> before + " before " + trade);
                    long hole = missed.getOrDefault(trade.symbol(), 0L);
                    if (trade.number() >= 0) {
                        long step = trade.number() - before.number();
                        assertTrue(step >= 1, () -> before + " before " + trade);
                        assertTrue(
                                step == 1 + hole || hole > Integer.MAX_VALUE, () -> "A gap of " + hole + ": " + trade);
                    }
                }
                missed.remove(trade.symbol());
            }
        }
        assertTrue(trades > 0 || !create().channels().contains(Channel.TRADES));
    }

    @Test
    void aBookBeginsWithASnapshotAndItsChangesFollowEachOther() throws Exception {
        Map<String, KeptBook> books = new HashMap<>();
        MarketFeed offers = feed();
        offers.instruments().forEach(instrument -> books.put(instrument.symbol(), new KeptBook(instrument)));
        int changes = 0;
        for (FeedEvent event : runWhole()) {
            switch (event) {
                case FeedEvent.BookSnapshot snapshot ->
                    books.get(snapshot.symbol()).take(snapshot);
                case FeedEvent.BookChange change -> {
                    KeptBook book = books.get(change.symbol());
                    assertEquals(BookSequence.Verdict.APPLY, book.take(change), change::toString);
                    assertFalse(book.book().crossed(), change::toString);
                    changes++;
                }
                case FeedEvent.Gap gap
                when gap.channel() == Channel.BOOK -> books.get(gap.symbol()).lose();
                default -> {
                    // Other channels have their own tests.
                }
            }
        }
        assertTrue(changes > 0 || !offers.channels().contains(Channel.BOOK));
    }

    @Test
    void quotesDoNotCross() throws Exception {
        for (FeedEvent event : runWhole()) {
            if (event instanceof FeedEvent.Quote quote) {
                assertFalse(quote.bid() >= quote.ask(), quote::toString);
                assertEquals(Double.isNaN(quote.bid()), quote.bidSize() == 0, quote::toString);
            }
        }
    }

    @Test
    void arrivalsNeverFall() throws Exception {
        long last = Long.MIN_VALUE;
        for (FeedEvent event : runWhole()) {
            assertTrue(event.arrival() >= last, event::toString);
            last = event.arrival();
        }
    }

    @Test
    void onlyWhatWasAskedForIsTold() throws Exception {
        MarketFeed feed = feed();
        String symbol = feed.instruments().getFirst().symbol();
        Channel channel = feed.channels().iterator().next();
        Witness witness = new Witness(events ->
                events.stream().filter(e -> e.channel() == channel).count() >= 5 || closed(events));
        feed.subscribe(Subscription.of(symbol, channel));
        feed.subscribe(Subscription.of(symbol, channel));
        feed.open(witness::hear);
        witness.await();
        feed.close();
        for (FeedEvent event : witness.all()) {
            assertTrue(event.channel() == null || event.channel() == channel, event::toString);
            assertTrue(event.symbol().isEmpty() || event.symbol().equals(symbol), event::toString);
        }
    }

    @Test
    void withoutSubscriptionsItBeatsItsHeart() throws Exception {
        MarketFeed feed = feed();
        Witness witness = new Witness(events ->
                events.stream().filter(FeedEvent.Heartbeat.class::isInstance).count() >= 3 || closed(events));
        feed.open(witness::hear);
        witness.await();
        feed.close();
        assertTrue(witness.all().stream().allMatch(event -> event.symbol().isEmpty()));
    }

    @Test
    void whatItDoesNotOfferIsRefusedInWords() throws Exception {
        MarketFeed feed = feed();
        FeedException unknown =
                assertThrows(FeedException.class, () -> feed.subscribe(Subscription.of("NOWHERE", Channel.TRADES)));
        assertTrue(String.valueOf(unknown.getMessage()).contains("NOWHERE"));
        EnumSet<Channel> other = EnumSet.complementOf(EnumSet.copyOf(feed.channels()));
        for (Channel channel : other) {
            String symbol = feed.instruments().getFirst().symbol();
            assertThrows(FeedException.class, () -> feed.subscribe(Subscription.of(symbol, channel)));
        }
    }

    @Test
    void itIsOpenedOnce() throws Exception {
        MarketFeed feed = feed();
        assertEquals(FeedStatus.CREATED, feed.status());
        feed.open(event -> {});
        assertThrows(IllegalStateException.class, () -> feed.open(event -> {}));
        feed.close();
        feed.close();
        assertEquals(FeedStatus.CLOSED, feed.status());
        assertThrows(IllegalStateException.class, () -> feed.open(event -> {}));
    }

    @Test
    void itMayBeClosedUnopened() {
        MarketFeed feed = feed();
        feed.close();
        assertEquals(FeedStatus.CLOSED, feed.status());
    }

    @Test
    void whoListensMayCloseIt() throws Exception {
        MarketFeed feed = feed();
        List<FeedEvent> events = new ArrayList<>();
        CompletableFuture<Integer> done = new CompletableFuture<>();
        feed.open(event -> {
            events.add(event);
            if (event instanceof FeedEvent.StatusChange change && change.status() == FeedStatus.LIVE) {
                feed.close();
                done.complete(events.size());
            }
        });
        done.get(30, TimeUnit.SECONDS);
        feed.close();
        assertTrue(closed(events));
        assertEquals(events.size(), done.get());
    }

    @Test
    void whatIsUnsubscribedStaysAwayUntilItIsAskedForAgain() throws Exception {
        MarketFeed feed = feed();
        if (feed.instruments().size() < 2) {
            return;
        }
        String first = feed.instruments().get(0).symbol();
        String second = feed.instruments().get(1).symbol();
        Witness witness = new Witness(events -> events.size() >= enough() / 3 || closed(events));
        feed.subscribe(everything(feed, first));
        feed.subscribe(everything(feed, second));
        feed.unsubscribe(everything(feed, first));
        feed.open(witness::hear);
        witness.await();
        assertTrue(witness.all().stream().noneMatch(event -> event.symbol().equals(first)));
        assertTrue(witness.all().stream().anyMatch(event -> event.symbol().equals(second)));
        feed.close();
    }
}
