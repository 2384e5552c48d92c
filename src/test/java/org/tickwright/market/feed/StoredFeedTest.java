package org.tickwright.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.TradeTicks.Aggressor;

/// Trades that were kept as a feed; and what bars of the store tell.
class StoredFeedTest extends MarketFeedContract {
    private static final FeedInstrument A = new FeedInstrument("A", "A", 2, 0, "24-7");
    private static final long SECOND = 1_000_000_000L;

    @Override
    protected MarketFeed create() {
        TradeTicks.Builder trades = new TradeTicks.Builder(10_000);
        for (int i = 0; i < 10_000; i++) {
            trades.append(i * SECOND, 100 + i % 7, 1 + i % 3, i % 2 == 0 ? Aggressor.BUYER : Aggressor.SELLER);
        }
        return new PacedFeed(new StoredTrades(A, trades.build(), false), threads, new VirtualTempo(0), 1);
    }

    @Test
    void pagesOfTradesAreToldAsOneRow() throws FeedException {
        TradeTicks.Builder trades = new TradeTicks.Builder(100);
        for (int i = 0; i < 100; i++) {
            trades.append(i * SECOND, 100 + i % 7, 1, Aggressor.BUYER);
        }
        TradeTicks all = trades.build();
        Iterator<TradeTicks> pages = List.of(all.slice(0, 40), all.slice(40, 40), all.slice(40, 41), all.slice(41, 100))
                .iterator();
        try (StoredTrades one = new StoredTrades(A, all, false);
                StoredTrades paged =
                        new StoredTrades(A, () -> pages.hasNext() ? pages.next() : null, ZoneOffset.UTC, false)) {
            for (int i = 0; i <= 100; i++) {
                assertEquals(one.next(), paged.next());
            }
        }
    }

    @Test
    void aStoredBarIsToldWhenItWasComplete() {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, 2);
        bars.append(0, 1, 2, 0.5, 1.5, 10);
        bars.append(120 * SECOND, 1.5, 3, 1, 2, 20);
        try (StoredBars source = new StoredBars(A, bars, false)) {
            assertEquals(
                    List.of(
                            new FeedEvent.BarDone("A", 0, 60 * SECOND, Timeframe.MINUTE, 1, 2, 0.5, 1.5, 10),
                            new FeedEvent.BarDone("A", 120 * SECOND, 180 * SECOND, Timeframe.MINUTE, 1.5, 3, 1, 2, 20)),
                    List.of(source.next(), source.next()));
            assertEquals(null, source.next());
        }
    }
}
