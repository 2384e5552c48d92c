package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LiveBarsTest {
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void theLastBarGrowsUntilATradeBeginsTheNextOne() {
        LiveBars live = new LiveBars(Timeframe.MINUTE, ZoneOffset.UTC);
        Bars shown = live.empty();
        assertTrue(live.trade(5, 10, 1));
        assertEquals(0, live.update(shown));
        assertFalse(live.trade(7, 12, 2));
        assertFalse(live.trade(8, 9, 3));
        assertEquals(0, live.update(shown));
        assertEquals(1, shown.size());
        assertEquals(12, shown.high(0));
        assertEquals(9, shown.low(0));
        assertEquals(9, shown.close(0));
        assertEquals(6, shown.volume(0));
        assertTrue(live.trade(3 * MINUTE, 11, 1));
        assertEquals(0, live.update(shown));
        assertEquals(1, live.update(shown));
        assertEquals(3 * MINUTE, shown.time(1));
        assertThrows(IllegalArgumentException.class, () -> live.trade(2 * MINUTE, 11, 1));
        assertThrows(IllegalArgumentException.class, () -> new LiveBars(Timeframe.parse("100t"), ZoneOffset.UTC));
    }

    /// Whenever it looks, a copy has the bars that all trades at once would have made.
    @Property(tries = 60)
    void aCopyThatFollowsHasWhatAllTradesAtOnceMake(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Timeframe timeframe = Timeframe.parse(new String[] {"1s", "30s", "5m", "3h", "1d"}[random.nextInt(5)]);
        LiveBars live = new LiveBars(timeframe, zone);
        Bars shown = live.empty();
        TradeTicks.Builder ticks = new TradeTicks.Builder(100);
        long time = 1_774_000_000_000_000_000L;
        for (int i = 0; i < 400; i++) {
            time += random.nextLong(40 * MINUTE);
            double price = 50 + random.nextDouble();
            double size = random.nextDouble();
            live.trade(time, price, size);
            ticks.append(time, price, size);
            if (random.nextInt(9) == 0) {
                live.update(shown);
            }
        }
        live.update(shown);
        String expected = TickBars.of(ticks.build(), timeframe, zone).contentHash();
        assertEquals(expected, shown.contentHash());
        assertEquals(expected, live.copy().contentHash());
    }
}
