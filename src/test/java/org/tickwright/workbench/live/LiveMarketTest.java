package org.tickwright.workbench.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.LiveBars;
import org.tickwright.market.LongerBars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.FeedStatus;
import org.tickwright.market.feed.KeptBook;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.recording.Recording;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.RealTempo;
import org.tickwright.workbench.SeriesLibrary;

class LiveMarketTest {
    private static final SeriesKey SECONDS = new SeriesKey("SIM:ALPHA", Timeframe.parse("1s"));

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LiveMarket market = new LiveMarket(threads, new RealTempo());

    @AfterEach
    void end() {
        market.stop();
        threads.shutdownNow();
    }

    /// Waits until an event and what it did to the market fulfil a condition.
    private void await(Predicate<FeedEvent> condition) throws Exception {
        CompletableFuture<FeedEvent> seen = new CompletableFuture<>();
        Consumer<FeedEvent> listener = event -> {
            if (condition.test(event)) {
                seen.complete(event);
            }
        };
        market.listen(listener);
        seen.get(60, TimeUnit.SECONDS);
        market.forget(listener);
    }

    private static Predicate<FeedEvent> trade(long number) {
        return event -> event instanceof FeedEvent.Trade trade
                && trade.symbol().equals("SIM:ALPHA")
                && trade.number() >= number;
    }

    @Test
    void theSimulatedMarketIsRecordedAndToldAgainWithTheSameBars() throws Exception {
        Path file = folder.resolve("day.feed");
        assertEquals(LiveState.NONE, market.state());
        assertThrows(IOException.class, () -> market.record(file));
        market.simulate(4, 3_000, 1);
        market.record(file);
        await(trade(100));
        LiveState running = market.state();
        assertTrue(running.running() && running.simulated() && !running.stale(), running::toString);
        market.stop();
        LiveState ended = market.state();
        assertEquals(FeedStatus.CLOSED, ended.status());
        assertEquals(0, ended.traffic().lost());
        assertFalse(market.bars(SECONDS).isEmpty());
        try (Recording recording = Recording.open(file)) {
            while (recording.next() != null) {}
            assertTrue(recording.complete());
        }
        LiveBars day = market.bars(SECONDS).orElseThrow();
        assertTrue(day.trades() >= 100);
        CompletableFuture<FeedEvent> over = new CompletableFuture<>();
        market.listen(event -> {
            if (event instanceof FeedEvent.StatusChange change && change.status() == FeedStatus.CLOSED) {
                over.complete(event);
            }
        });
        market.replay(file, PacedFeed.UNBOUNDED, false);
        over.get(60, TimeUnit.SECONDS);
        market.stop();
        LiveBars again = market.bars(SECONDS).orElseThrow();
        assertEquals(day.copy().contentHash(), again.copy().contentHash());
        assertTrue(market.state().replay());
    }

    @Test
    void whoListensLaterIsToldTheBooksFirst() throws Exception {
        market.simulate(5, 500, 1);
        await(trade(3));
        List<FeedEvent> told = new ArrayList<>();
        market.listen(told::add);
        market.stop();
        assertInstanceOf(FeedEvent.BookSnapshot.class, told.get(0));
        assertInstanceOf(FeedEvent.BookSnapshot.class, told.get(1));
        assertInstanceOf(FeedEvent.BookSnapshot.class, told.get(2));
    }

    @Test
    void itStandsStillAndGoesStepByStep() throws Exception {
        Path file = folder.resolve("day.feed");
        market.simulate(6, 2_000, 1);
        market.record(file);
        await(trade(30));
        market.stopRecording();
        market.replay(file, 1, true);
        assertTrue(market.state().pace().paused());
        CompletableFuture<Integer> stepped = new CompletableFuture<>();
        int[] count = new int[1];
        market.listen(event -> {
            if (event.channel() != null && ++count[0] == 20) {
                stepped.complete(20);
            }
        });
        market.step(20);
        stepped.get(60, TimeUnit.SECONDS);
        market.speed(5);
        market.pause(false);
        await(trade(10));
        assertEquals(5, market.state().pace().speed());
    }

    private void replayed(EventSource source) throws Exception {
        CompletableFuture<FeedEvent> over = new CompletableFuture<>();
        Consumer<FeedEvent> listener = event -> {
            if (event instanceof FeedEvent.StatusChange change && change.status() == FeedStatus.CLOSED) {
                over.complete(event);
            }
        };
        market.listen(listener);
        market.start(source, true, PacedFeed.UNBOUNDED, false);
        over.get(60, TimeUnit.SECONDS);
        market.forget(listener);
        market.stop();
    }

    @Test
    void aReplayedSeriesGivesTheSameBarsBitForBitAndTheLongerOnesOfThem() throws Exception {
        SeriesLibrary library = new SeriesLibrary(new MemoryBarStore());
        library.installSamples(Progress.NONE);
        SeriesKey minutes = new SeriesKey("SIM-ALPHA", Timeframe.MINUTE);
        Bars stored = library.load(minutes).orElseThrow();
        replayed(StoredFeeds.bars(library, minutes, StoredFeeds.AGAIN + "SIM-ALPHA"));
        SeriesKey again = new SeriesKey("REPLAY:SIM-ALPHA", Timeframe.MINUTE);
        assertEquals(again, market.series().getFirst());
        assertEquals(
                stored.contentHash(), market.bars(again).orElseThrow().copy().contentHash());
        for (String length : List.of("5m", "1h", "1d")) {
            Timeframe longer = Timeframe.parse(length);
            Bars made = market.bars(new SeriesKey("REPLAY:SIM-ALPHA", longer))
                    .orElseThrow()
                    .copy();
            assertEquals(LongerBars.of(stored, longer).contentHash(), made.contentHash(), length);
        }
        assertEquals(0, market.state().traffic().lost());
    }

    @Test
    void recordedBarsAreToldAgainAsTheyWere() throws Exception {
        SeriesLibrary library = new SeriesLibrary(new MemoryBarStore());
        library.installSamples(Progress.NONE);
        SeriesKey days = new SeriesKey("AAPL", Timeframe.DAY);
        Bars stored = library.load(days).orElseThrow();
        Path file = folder.resolve("bars.feed");
        market.start(StoredFeeds.bars(library, days, "AAPL"), true, 1, true);
        market.record(file);
        market.speed(PacedFeed.UNBOUNDED);
        market.pause(false);
        market.listen(event -> {});
        while (market.state().running()) {
            Thread.onSpinWait();
        }
        market.stop();
        replayed(Recording.open(file));
        Bars told = market.bars(days).orElseThrow().copy();
        assertEquals(stored.size(), told.size());
        for (int i = 0; i < stored.size(); i++) {
            assertEquals(stored.time(i), told.time(i));
            assertEquals(stored.close(i), told.close(i));
        }
    }

    @Test
    void barsThatEndByWhatWasTradedAreNotToldAgain() throws Exception {
        MemoryBarStore store = new MemoryBarStore();
        Bars bars = new Bars(Timeframe.parse("100t"), java.time.ZoneOffset.UTC, 1);
        bars.append(1, 1, 1, 1, 1, 1);
        SeriesKey key = new SeriesKey("A", bars.timeframe());
        store.save(key, bars, "test", false);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> StoredFeeds.bars(new SeriesLibrary(store), key, "A"));
        assertTrue(String.valueOf(refused.getMessage()).contains("Replay the trades of A"), refused::getMessage);
    }

    /// The newest picture of the book, once it is whole and there was a trade.
    private LiveDepth depth() throws Exception {
        CompletableFuture<LiveDepth> seen = new CompletableFuture<>();
        Consumer<FeedEvent> listener = event -> market.depth("SIM:ALPHA")
                .filter(depth -> depth.whole() && depth.last() != null)
                .ifPresent(seen::complete);
        market.listen(listener);
        LiveDepth depth = seen.get(60, TimeUnit.SECONDS);
        market.forget(listener);
        return depth;
    }

    @Test
    void aPictureOfTheBookIsMadeForWhoeverAsks() throws Exception {
        assertTrue(market.depth("SIM:ALPHA").isEmpty());
        market.simulate(7, 2_000, 1);
        LiveDepth depth = depth();
        assertFalse(depth.book().oneSided());
        assertTrue(depth.book().bids().price(0) < depth.book().asks().price(0));
        assertTrue(market.depth("NOBODY").isEmpty());
    }

    @Test
    void theLastPictureIsThatOfTheBookAtItsEnd() throws Exception {
        market.simulate(8, 2_000, 1);
        await(trade(50));
        KeptBook witness = new KeptBook(new FeedInstrument("SIM:ALPHA", "", 2, 0, ""));
        market.listen(event -> {
            if (event.symbol().equals("SIM:ALPHA")) {
                switch (event) {
                    case FeedEvent.BookSnapshot snapshot -> witness.take(snapshot);
                    case FeedEvent.BookChange change -> witness.take(change);
                    default -> {
                        // The book alone is compared.
                    }
                }
            }
        });
        await(trade(150));
        market.stop();
        LiveDepth depth = market.depth("SIM:ALPHA").orElseThrow();
        assertSame(depth, market.depth("SIM:ALPHA").orElseThrow());
        assertEquals(witness.sequence(), depth.sequence());
        assertEquals(witness.book().bids().size(), depth.book().bids().count());
        for (int i = 0; i < depth.book().bids().count(); i++) {
            assertEquals(witness.book().bids().price(i), depth.book().bids().price(i));
            assertEquals(witness.book().bids().amount(i), depth.book().bids().size(i));
        }
        assertEquals(witness.book().asks().price(0), depth.book().asks().price(0));
        LiveState.Quoted quoted = market.state().instruments().getFirst();
        assertEquals(quoted.trades(), depth.trades());
    }

    @Test
    void theTradesBehindTheBarsAreKept() throws Exception {
        market.simulate(9, 2_000, 1);
        await(trade(200));
        market.stop();
        TradeTicks trades = market.trades("SIM:ALPHA").orElseThrow().copy(Long.MIN_VALUE, Long.MAX_VALUE);
        assertTrue(trades.sided());
        Bars again = TickBars.of(trades, SECONDS.timeframe(), market.zone());
        assertEquals(market.bars(SECONDS).orElseThrow().copy().contentHash(), again.contentHash());
    }
}
