package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tickwright.market.TradeTicks.Aggressor;

class LiveTradesTest {
    /// Two trades of every time from 0 on.
    private static LiveTrades filled(int trades, int most) {
        LiveTrades live = new LiveTrades(most);
        for (int i = 0; i < trades; i++) {
            live.trade(i / 2, 100 + i, 1, i % 2 == 0 ? Aggressor.BUYER : Aggressor.SELLER);
        }
        return live;
    }

    @Test
    void aStretchOfTimeIsCopiedWithItsStartAndWithoutItsEnd() {
        LiveTrades live = filled(20_000, 100_000);
        TradeTicks copy = live.copy(2047, 2050);
        assertEquals(6, copy.size());
        assertEquals(2047, copy.time(0));
        assertEquals(100 + 4094, copy.price(0));
        assertEquals(2049, copy.time(5));
        assertEquals(Aggressor.SELLER, copy.aggressor(5));
        assertEquals(20_000, live.copy(Long.MIN_VALUE, Long.MAX_VALUE).size());
        assertEquals(0, live.copy(50_000, 60_000).size());
        assertEquals(Long.MIN_VALUE, live.wholeSince());
    }

    @Test
    void whatIsTooOldGoesAndItSaysSinceWhenAllIsThere() {
        LiveTrades live = filled(100_000, 10_000);
        TradeTicks kept = live.copy(live.wholeSince(), Long.MAX_VALUE);
        assertTrue(kept.size() >= 10_000 && kept.size() <= 20_000, "kept " + kept.size());
        assertEquals(100_000, live.trades());
        // Of each time from then on both trades are there.
        assertEquals(live.wholeSince(), kept.time(0));
        assertEquals(2 * (50_000 - live.wholeSince()), kept.size());
    }

    @Test
    void aTradeThatWasToldLateCountsAtTheTimeOfTheOneBefore() {
        LiveTrades live = filled(10, 10);
        live.trade(3, 50, 1, Aggressor.SELLER);
        TradeTicks all = live.copy(Long.MIN_VALUE, Long.MAX_VALUE);
        assertEquals(4, all.time(10));
        assertEquals(50, all.price(10));
    }

    @Test
    void aCopyIsWholeWhileTradesCome() throws Exception {
        LiveTrades live = new LiveTrades(1 << 20);
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            int size = 0;
            while (size < 200_000) {
                TradeTicks copy = live.copy(0, Long.MAX_VALUE);
                size = copy.size();
                if (size > 0 && copy.time(size - 1) != size - 1) {
                    wrong.set(new AssertionError(size + " trades end at " + copy.time(size - 1)));
                }
            }
        });
        for (int i = 0; i < 200_000; i++) {
            live.trade(i, 1, 1, Aggressor.BUYER);
        }
        reader.join();
        assertEquals(null, wrong.get());
    }
}
