package org.tickwright.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.chart.plot.RecordingSurface;
import org.tickwright.desktop.chart.plot.Samples;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.book.LadderRows;
import org.tickwright.market.feed.BookLevels;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.testing.RealTempo;
import org.tickwright.workbench.live.LiveMarket;

class LadderModelTest {
    private static final String SYMBOL = "TEST";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LiveMarket market = new LiveMarket(threads, new RealTempo());
    private final LadderModel model = new LadderModel(market);

    @AfterEach
    void end() {
        market.stop();
        threads.shutdownNow();
    }

    /// Tells some events and ends.
    private static final class Told implements EventSource {
        private final Deque<FeedEvent> events;
        private final Set<Channel> channels;

        Told(List<FeedEvent> events, Set<Channel> channels) {
            this.events = new ArrayDeque<>(events);
            this.channels = channels;
        }

        @Override
        public String name() {
            return "Told";
        }

        @Override
        public boolean simulated() {
            return true;
        }

        @Override
        public List<FeedInstrument> instruments() {
            return List.of(new FeedInstrument(SYMBOL, "Test", 2, 0, "24/7"));
        }

        @Override
        public Set<Channel> channels() {
            return channels;
        }

        @Override
        public @Nullable FeedEvent next() {
            return events.poll();
        }

        @Override
        public void close() {}
    }

    private static BookLevels levels(long... pricesAndSizes) {
        long[] prices = new long[pricesAndSizes.length / 2];
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = pricesAndSizes[2 * i];
            sizes[i] = pricesAndSizes[2 * i + 1];
        }
        return new BookLevels(prices, sizes);
    }

    /// Runs the events to their end; the last picture of the book stays.
    private void tell(FeedEvent... events) throws Exception {
        tell(Set.of(Channel.TRADES, Channel.BOOK), events);
    }

    private void tell(Set<Channel> channels, FeedEvent... events) throws Exception {
        market.start(new Told(List.of(events), channels), true, PacedFeed.UNBOUNDED, false);
        while (market.state().running()) {
            Thread.onSpinWait();
        }
        market.stop();
        model.symbol(SYMBOL);
        model.look();
    }

    private static FeedEvent.BookSnapshot book(long bid) {
        return new FeedEvent.BookSnapshot(
                SYMBOL, 1, 1, 1, levels(bid, 30, bid - 1, 50, bid - 4, 70), levels(bid + 2, 20, bid + 3, 40));
    }

    private static FeedEvent.Trade trade(double price, Aggressor side) {
        return new FeedEvent.Trade(SYMBOL, 2, 2, price, 12, side, 1);
    }

    @Test
    void withoutAFeedItSaysSo() {
        model.look();
        assertEquals("No feed is open", model.note());
        assertEquals(0, model.rows().count());
        assertEquals("Depth ladder. No feed is open.", model.words());
    }

    @Test
    void theMiddleOfTheMarketIsInTheMiddle() throws Exception {
        model.room(11);
        tell(book(10_000), trade(100.02, Aggressor.BUYER));
        LadderRows rows = model.rows();
        assertEquals(11, rows.count());
        assertEquals(10_001, rows.price(5));
        assertEquals(30, rows.bid(6));
        assertEquals(20, rows.ask(4));
        assertEquals(10_000, model.bestRow(true));
        assertEquals(10_002, model.bestRow(false));
        assertEquals(10_002, model.tradedRow());
        assertEquals("Spread 0.02 · 2.0 bp", model.spreadWords());
        assertEquals("Last 100.02 · 12 bought", model.lastWords());
    }

    @Test
    void aFeedWithoutABookShowsWordsInsteadOfRows() throws Exception {
        tell(Set.of(Channel.TRADES), trade(0.03, Aggressor.BUYER));
        assertEquals("This feed has no order book", model.note());
        assertEquals(0, model.rows().count());
        RecordingSurface surface = new RecordingSurface(1);
        new LadderPainter(model, surface, Samples.INK).draw(272, 400);
        assertTrue(surface.texts().stream().anyMatch(words -> words.text().equals("This feed has no order book")));
    }

    @Test
    void aBookThatNeverCameShowsWordsInsteadOfRows() throws Exception {
        tell(trade(0.03, Aggressor.BUYER));
        assertEquals("There was no book", model.note());
        assertEquals(0, model.rows().count());
    }

    @Test
    void noRowHasAPriceOfZeroOrBelow() throws Exception {
        model.room(21);
        tell(book(6));
        LadderRows rows = model.rows();
        assertEquals(1, rows.price(rows.count() - 1));
        assertEquals(70, rows.bid(rows.count() - 2));
        model.scroll(-50);
        assertEquals(1, model.rows().price(model.rows().count() - 1));
        model.centre();
        for (int i = 0; i < 9; i++) {
            model.regroup(1);
            LadderRows coarse = model.rows();
            assertTrue(coarse.price(coarse.count() - 1) > 0, () -> "rows of " + model.group());
        }
        assertEquals(5, model.group());
    }

    @Test
    void itSaysWhetherToLookAgainSoon() throws Exception {
        tell(book(10_000), trade(100.00, Aggressor.SELLER));
        assertFalse(model.look());
        market.start(new Told(List.of(book(10_001)), Set.of(Channel.BOOK)), true, PacedFeed.UNBOUNDED, false);
        while (market.state().running()) {
            Thread.onSpinWait();
        }
        market.stop();
        assertTrue(model.look());
        assertFalse(model.look());
    }

    @Test
    void rowsAreGatheredByOneTwoFiveTenTicks() throws Exception {
        tell(book(10_000), trade(100.00, Aggressor.SELLER));
        long[] groups = new long[5];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = model.group();
            model.regroup(1);
        }
        assertEquals(
                List.of(1L, 2L, 5L, 10L, 20L), Arrays.stream(groups).boxed().toList());
        for (int i = 0; i < 9; i++) {
            model.regroup(-1);
        }
        assertEquals(1, model.group());
        assertEquals("1 tick · 0.01", model.groupWords());
        model.regroup(1);
        model.regroup(1);
        assertEquals("5 ticks · 0.05", model.groupWords());
        assertEquals(2_000, model.bestRow(true));
        assertEquals(2_001, model.bestRow(false));
    }

    @Test
    void whatAPersonMovedStaysUntilTheyGoBack() throws Exception {
        model.room(11);
        tell(book(10_000));
        long top = model.rows().number(0);
        model.scroll(3);
        assertFalse(model.following());
        assertEquals(top + 3, model.rows().number(0));
        tell(book(10_200));
        assertEquals(top + 3, model.rows().number(0));
        model.centre();
        assertTrue(model.following());
        assertEquals(10_201, model.rows().price(5));
    }

    @Test
    void theRowsStandStillWhileTheMarketMovesWithinThem() throws Exception {
        model.room(21);
        tell(book(10_000));
        long top = model.rows().number(0);
        tell(book(10_004));
        assertEquals(top, model.rows().number(0));
        tell(book(10_040));
        assertEquals(10_041, model.rows().price(10));
    }

    @Test
    void nothingIsDrawnAgainWhereNothingChanged() throws Exception {
        tell(book(10_000), trade(100.00, Aggressor.SELLER));
        long before = model.revision().get();
        for (int i = 0; i < 20; i++) {
            model.look();
        }
        assertEquals(before, model.revision().get());
    }

    @Test
    void aFrameShowsSizesPricesAndTheLastTrade() throws Exception {
        model.room(11);
        tell(book(10_000), trade(100.00, Aggressor.SELLER));
        RecordingSurface surface = new RecordingSurface(1);
        new LadderPainter(model, surface, Samples.INK).draw(272, LadderPainter.HEAD + 11 * LadderPainter.ROW);
        for (String text : List.of("100.00", "100.02", "30", "20", "Bids 150", "Asks 60")) {
            assertTrue(
                    surface.texts().stream().anyMatch(words -> words.text().equals(text)),
                    text + " in " + surface.texts());
        }
        assertTrue(
                model.words().startsWith("Depth ladder of TEST, simulated. Best bid 100.00 for 30. Best ask 100.02"));
    }
}
