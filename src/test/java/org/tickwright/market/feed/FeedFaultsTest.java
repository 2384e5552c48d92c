package org.tickwright.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickwright.market.TradeTicks.Aggressor;

/// What the guard makes of each fault, event by event.
class FeedFaultsTest {
    private final List<FeedEvent> told = new ArrayList<>();
    private final Scripted raw = new Scripted();
    private final VirtualTempo clock = new VirtualTempo(0);
    private final GuardedFeed feed = new GuardedFeed(raw, clock, GuardedFeed.PATIENCE);

    /// A feed that tells what the test says.
    private static final class Scripted implements MarketFeed {
        private Consumer<FeedEvent> listener = event -> {};
        private final List<String> asked = new ArrayList<>();

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public boolean simulated() {
            return true;
        }

        @Override
        public Set<Channel> channels() {
            return EnumSet.of(Channel.TRADES, Channel.QUOTES, Channel.BOOK);
        }

        @Override
        public List<FeedInstrument> instruments() {
            return List.of(new FeedInstrument("A", "A", 2, 0, "24-7"));
        }

        @Override
        public void open(Consumer<FeedEvent> to) {
            listener = to;
            to.accept(new FeedEvent.StatusChange(0, 0, FeedStatus.LIVE, ""));
        }

        @Override
        public void subscribe(Subscription wanted) {
            asked.add("+" + wanted.channels());
        }

        @Override
        public void unsubscribe(Subscription unwanted) {
            asked.add("-" + unwanted.channels());
        }

        @Override
        public FeedStatus status() {
            return FeedStatus.LIVE;
        }

        @Override
        public void close() {
            listener.accept(new FeedEvent.StatusChange(9, 9, FeedStatus.CLOSED, ""));
        }
    }

    @BeforeEach
    void begin() throws FeedException {
        feed.subscribe(new Subscription("A", raw.channels()));
        feed.open(told::add);
        told.clear();
        raw.asked.clear();
    }

    private static FeedEvent.Trade trade(long number) {
        return new FeedEvent.Trade("A", 10 * number, 10 * number, 100, 1, Aggressor.BUYER, number);
    }

    private static FeedEvent.BookSnapshot snapshot(long sequence) {
        return new FeedEvent.BookSnapshot("A", 1, 1, sequence, levels(99, 5), levels(101, 5));
    }

    private static FeedEvent.BookChange change(long sequence, BookLevels bids) {
        return new FeedEvent.BookChange("A", 1, 1, sequence, sequence, bids, BookLevels.NONE);
    }

    private static BookLevels levels(long price, long size) {
        return new BookLevels(new long[] {price}, new long[] {size});
    }

    private void tell(FeedEvent... events) {
        for (FeedEvent event : events) {
            raw.listener.accept(event);
        }
    }

    @Test
    void aTradeThatComesAgainOrLateIsDroppedAndOneThatIsMissingIsTold() {
        tell(trade(1), trade(2), trade(2), trade(1), trade(5), trade(4), trade(6));
        assertEquals(
                List.of(
                        trade(1),
                        trade(2),
                        new FeedEvent.Gap("A", 50, 50, Channel.TRADES, 2, "Trades are missing."),
                        trade(5),
                        trade(6)),
                told);
        assertEquals(3, feed.repeated());
    }

    @Test
    void aTradeWithoutANumberThatComesAfterALaterOneIsAGap() {
        FeedEvent.Trade late = new FeedEvent.Trade("A", 5, 30, 100, 1, Aggressor.UNKNOWN);
        FeedEvent.Trade half = new FeedEvent.Trade("A", 40, 40, Double.NaN, 1, Aggressor.UNKNOWN);
        FeedEvent.Trade first = new FeedEvent.Trade("A", 20, 20, 100, 1, Aggressor.UNKNOWN);
        tell(first, late, half);
        assertEquals(3, told.size());
        assertEquals(1, assertInstanceOf(FeedEvent.Gap.class, told.get(1)).missed());
        assertEquals(
                "A trade made no sense: NaN x 1.0.",
                assertInstanceOf(FeedEvent.Gap.class, told.get(2)).why());
    }

    @Test
    void aBookWithAHoleIsAskedForAnewAndToldFromItsSnapshotOn() {
        tell(snapshot(1), change(2, levels(98, 1)), change(2, levels(98, 1)));
        told.clear();
        tell(change(5, levels(98, 2)), change(6, levels(98, 3)), snapshot(7), change(8, levels(98, 4)));
        assertEquals(
                List.of(
                        new FeedEvent.Gap("A", 1, 1, Channel.BOOK, 2, "Changes of the book are missing."),
                        new FeedEvent.StatusChange(1, 1, FeedStatus.RESYNCING, "The book of A is asked for anew."),
                        snapshot(7),
                        new FeedEvent.Resync("A", 1, 1, Channel.BOOK),
                        new FeedEvent.StatusChange(1, 1, FeedStatus.LIVE, "All books are whole again."),
                        change(8, levels(98, 4))),
                told);
        assertEquals(List.of("-[BOOK]", "+[BOOK]"), raw.asked);
    }

    @Test
    void aBookThatCrossesOrMakesNoSenseIsNotBelieved() {
        tell(snapshot(1), change(2, levels(101, 1)));
        assertEquals(
                "The book crossed.",
                assertInstanceOf(FeedEvent.Gap.class, told.get(1)).why());
        tell(snapshot(3), change(4, levels(98, -1)));
        assertEquals(
                "A change of the book made no sense.",
                assertInstanceOf(FeedEvent.Gap.class, told.get(told.size() - 2)).why());
        assertEquals(FeedStatus.RESYNCING, feed.status());
    }

    @Test
    void afterALostConnectionEverythingHasAGap() {
        tell(snapshot(1), trade(1));
        told.clear();
        tell(
                new FeedEvent.StatusChange(20, 20, FeedStatus.DISCONNECTED, "gone"),
                new FeedEvent.StatusChange(30, 30, FeedStatus.LIVE, ""),
                trade(9),
                snapshot(40));
        assertEquals(3, told.stream().filter(FeedEvent.Gap.class::isInstance).count());
        assertEquals(FeedStatus.LIVE, feed.status());
        assertEquals(
                List.of(FeedStatus.DISCONNECTED, FeedStatus.RESYNCING, FeedStatus.LIVE),
                told.stream()
                        .filter(FeedEvent.StatusChange.class::isInstance)
                        .map(event -> ((FeedEvent.StatusChange) event).status())
                        .toList());
    }

    @Test
    void silenceIsToldAfterFiveSecondsAndItsEndAtOnce() {
        clock.await(5_000_000_000L);
        feed.check();
        assertEquals(List.of(), told);
        clock.await(5_000_000_001L);
        feed.check();
        feed.check();
        assertEquals(
                List.of(new FeedEvent.StatusChange(
                        5_000_000_001L, 5_000_000_001L, FeedStatus.STALE, "Nothing was heard for 5 s.")),
                told);
        told.clear();
        tell(new FeedEvent.Heartbeat(6_000_000_000L, 6_000_000_000L));
        assertEquals(FeedStatus.LIVE, feed.status());
        assertEquals(2, told.size());
        assertThrows(IllegalArgumentException.class, () -> new GuardedFeed(raw, clock, 0));
    }

    @Test
    void anOlderQuoteOrOneThatCrossesIsDropped() {
        FeedEvent.Quote good = new FeedEvent.Quote("A", 5, 5, 99, 1, 101, 1);
        tell(good, new FeedEvent.Quote("A", 4, 6, 98, 1, 101, 1), new FeedEvent.Quote("A", 7, 7, 102, 1, 101, 1));
        assertEquals(List.of(good), told);
    }
}
