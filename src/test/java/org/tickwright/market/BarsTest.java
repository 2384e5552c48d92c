package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.simulated.RandomWalk;

class BarsTest {

    @Test
    void risesStrictlyInTime() {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 1);
        bars.append(5, 1, 1, 1, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> bars.append(5, 1, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> bars.append(4, 1, 1, 1, 1, 1));
        assertEquals(1, bars.size());
    }

    @Test
    void findsBarsByTime() {
        Bars bars = RandomWalk.minutes(1_000, 1);
        assertEquals(0, bars.indexAtOrAfter(Long.MIN_VALUE));
        assertEquals(17, bars.indexAtOrAfter(bars.time(17)));
        assertEquals(18, bars.indexAtOrAfter(bars.time(17) + 1));
        assertEquals(1_000, bars.indexAtOrAfter(Long.MAX_VALUE));
    }

    @Test
    void hashesEveryValueTheZoneAndTheTimeframe() {
        Bars bars = RandomWalk.minutes(100, 1);
        String hash = bars.contentHash();
        assertEquals(hash, RandomWalk.minutes(100, 1).contentHash());
        assertEquals(hash, bars.slice(0, 100).contentHash());
        assertNotEquals(hash, bars.slice(0, 99).contentHash());
        for (Bars.Field field : Bars.Field.values()) {
            Bars changed = RandomWalk.minutes(100, 1);
            changed.column(field)[50] = StrictMath.nextUp(changed.column(field)[50]);
            assertNotEquals(hash, changed.contentHash());
        }
        Bars elsewhere = new Bars(Timeframe.MINUTE, ZoneId.of("Europe/London"), 100);
        Bars longer = new Bars(Timeframe.parse("5m"), ZoneId.of("UTC"), 100);
        for (Bars other : new Bars[] {elsewhere, longer}) {
            for (int i = 0; i < 100; i++) {
                other.append(bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            }
            assertNotEquals(hash, other.contentHash());
        }
    }

    @Test
    void findsColumnsOfAFrameByHeaderBeforeField() {
        Bars bars = RandomWalk.minutes(2, 1);
        Frame frame = new Frame(bars, Map.of("Adj Close", new double[] {1, 2}, "volume", new double[] {3, 4}));
        assertArrayEquals(new double[] {1, 2}, frame.column("adj close").orElseThrow());
        assertArrayEquals(new double[] {3, 4}, frame.column("Volume").orElseThrow());
        assertEquals(bars.close(1), frame.column("Close").orElseThrow()[1]);
        assertThrows(IllegalArgumentException.class, () -> new Frame(bars, Map.of("x", new double[3])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A B", "../x", "-A", "A;B", "Ä"})
    void refusesSymbolsThatNoFileOrCommandLineTakes(String symbol) {
        assertThrows(IllegalArgumentException.class, () -> new SeriesKey(symbol, Timeframe.DAY));
    }
}
