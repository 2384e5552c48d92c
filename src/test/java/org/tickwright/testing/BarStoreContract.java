package org.tickwright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.Timeframe;

/// What every [BarStore] keeps to.
public abstract class BarStoreContract {
    protected static final SeriesKey ABC = new SeriesKey("ABC", Timeframe.MINUTE);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /// An empty store, the same one within a test.
    protected abstract BarStore store() throws Exception;

    /// Minute bars of a random walk on cents, from `first` minutes after 2024-01-02 on.
    protected static Bars walk(int first, int count, long seed) {
        Random random = new Random(seed);
        Bars bars = new Bars(Timeframe.MINUTE, ZONE, count);
        long cents = 10_000;
        for (int i = 0; i < count; i++) {
            long open = cents;
            cents = Math.max(100, cents + random.nextInt(41) - 20);
            long high = Math.max(open, cents) + random.nextInt(10);
            long low = Math.min(open, cents) - random.nextInt(10);
            bars.append(
                    1_704_153_600_000_000_000L + (first + i) * 60_000_000_000L,
                    open / 100.0,
                    high / 100.0,
                    low / 100.0,
                    cents / 100.0,
                    random.nextInt(100_000));
        }
        return bars;
    }

    @Test
    void givesBackTheSameBitsItWasGiven() throws Exception {
        for (int count : new int[] {1, 2, 4095, 4096, 4097, 10_000}) {
            Bars bars = walk(0, count, count);
            SeriesInfo info = store().save(ABC, bars, "walk " + count, false);
            Bars back = store().load(ABC).orElseThrow();
            assertEquals(bars.contentHash(), back.contentHash());
            assertEquals(bars.contentHash(), info.contentHash());
            assertEquals(count, info.bars());
        }
    }

    @Test
    void givesBackPricesThatAreOnNoTick() throws Exception {
        Bars bars = new Bars(Timeframe.MINUTE, ZONE, 3);
        bars.append(1, Math.PI, Math.PI + 1e-9, Double.MIN_VALUE, Math.E, 1e300);
        bars.append(2, 1e-300, 1e300, 1e-310, 1.0 / 3, -0.0);
        bars.append(Long.MAX_VALUE, 0.1 + 0.2, 4e15, 0.3, 0.30000000000000004, Double.NaN);
        store().save(ABC, bars, "odd", false);
        assertEquals(bars.contentHash(), store().load(ABC).orElseThrow().contentHash());
    }

    @Test
    void describesWhatItKeeps() throws Exception {
        Bars bars = walk(5, 100, 1);
        store().save(ABC, bars, "walk.csv", true);
        SeriesInfo info = store().find(ABC).orElseThrow();
        assertEquals(
                new SeriesInfo(ABC, 1, 100, bars.time(0), bars.time(99), ZONE, bars.contentHash(), true, "walk.csv"),
                info);
        assertEquals(List.of(info), store().list());
    }

    @Test
    void listsBySymbolThenTimeframe() throws Exception {
        Bars daily = new Bars(Timeframe.DAY, ZONE, 1);
        daily.append(0, 1, 1, 1, 1, 1);
        SeriesKey abcDaily = new SeriesKey("ABC", Timeframe.DAY);
        SeriesKey first = new SeriesKey("AAA", Timeframe.MINUTE);
        store().save(abcDaily, daily, "d", false);
        store().save(ABC, walk(0, 1, 1), "m", false);
        store().save(first, walk(0, 1, 1), "m", false);
        assertEquals(
                List.of(first, ABC, abcDaily),
                store().list().stream().map(SeriesInfo::key).toList());
    }

    @Test
    void makesANewVersionOfChangedBarsAndNoneOfTheSame() throws Exception {
        assertEquals(1, store().save(ABC, walk(0, 10, 1), "a", false).version());
        assertEquals(2, store().save(ABC, walk(0, 11, 2), "a", false).version());
        assertEquals(2, store().save(ABC, walk(0, 11, 2), "a", false).version());
        assertEquals(11, store().load(ABC).orElseThrow().size());
    }

    @Test
    void appendsTheLiveTailAndHashesTheWhole() throws Exception {
        Bars all = walk(0, 9_000, 3);
        store().save(ABC, all.slice(0, 500), "a", false);
        int at = 500;
        for (int step : new int[] {1, 1, 2, 3_000, 1, 4_095, 1_000, 400}) {
            SeriesInfo info = store().append(ABC, all.slice(at, at + step));
            at += step;
            assertEquals(at, info.bars());
            assertEquals(all.time(at - 1), info.to());
            assertEquals(all.slice(0, at).contentHash(), info.contentHash());
            assertEquals(1, info.version());
        }
        assertEquals(9_000, at);
        assertEquals(all.contentHash(), store().load(ABC).orElseThrow().contentHash());
        assertEquals(all.contentHash(), store().find(ABC).orElseThrow().contentHash());
    }

    @Test
    void refusesToAppendWhatDoesNotFollow() throws Exception {
        Bars bars = walk(0, 10, 1);
        assertThrows(IllegalArgumentException.class, () -> store().append(ABC, bars));
        store().save(ABC, bars, "a", false);
        assertThrows(IllegalArgumentException.class, () -> store().append(ABC, bars.slice(9, 10)));
        Bars elsewhere = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 1);
        elsewhere.append(Long.MAX_VALUE, 1, 1, 1, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> store().append(ABC, elsewhere));
        assertEquals(bars.contentHash(), store().load(ABC).orElseThrow().contentHash());
    }

    @Test
    void refusesEmptySeriesAndWrongTimeframes() throws Exception {
        assertThrows(
                IllegalArgumentException.class,
                () -> store().save(ABC, new Bars(Timeframe.MINUTE, ZONE, 0), "a", false));
        assertThrows(
                IllegalArgumentException.class,
                () -> store().save(new SeriesKey("ABC", Timeframe.DAY), walk(0, 1, 1), "a", false));
        assertTrue(store().list().isEmpty());
    }

    @Test
    void deletesASeriesWithAllItsVersions() throws Exception {
        store().save(ABC, walk(0, 10, 1), "a", false);
        store().save(ABC, walk(0, 20, 2), "a", false);
        store().append(ABC, walk(20, 1, 2));
        assertTrue(store().delete(ABC));
        assertFalse(store().delete(ABC));
        assertTrue(store().find(ABC).isEmpty());
        assertTrue(store().load(ABC).isEmpty());
        assertEquals(1, store().save(ABC, walk(0, 5, 1), "a", false).version());
    }

    @Test
    void keepsItsOwnCopy() throws Exception {
        Bars bars = walk(0, 10, 1);
        String hash = bars.contentHash();
        store().save(ABC, bars, "a", false);
        bars.column(Bars.Field.CLOSE)[3] = 1;
        assertEquals(hash, store().load(ABC).orElseThrow().contentHash());
    }

    @Test
    void loadsARangeOfTimeAlone() throws Exception {
        Bars bars = walk(0, 20_000, 5);
        store().save(ABC, bars.slice(0, 15_000), "a", false);
        store().append(ABC, bars.slice(15_000, 15_100));
        store().append(ABC, bars.slice(15_100, 20_000));
        store().append(ABC, walk(20_000, 10, 5));
        for (int[] range :
                new int[][] {{0, 1}, {0, 20_000}, {4_095, 4_097}, {4_096, 4_096}, {15_050, 19_999}, {9, 8}}) {
            Bars part = store().load(ABC, bars.time(range[0]), bars.time(Math.min(range[1], 19_999)))
                    .orElseThrow();
            int to = Math.max(Math.min(range[1], 19_999), range[0]);
            assertEquals(bars.slice(range[0], to).contentHash(), part.contentHash(), range[0] + " to " + to);
        }
        assertEquals(
                20_010,
                store().load(ABC, Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow().size());
        assertEquals(
                0,
                store().load(ABC, Long.MAX_VALUE, Long.MAX_VALUE).orElseThrow().size());
        assertEquals(
                10,
                store().load(ABC, bars.time(19_999) + 1, Long.MAX_VALUE)
                        .orElseThrow()
                        .size());
        assertTrue(store().load(new SeriesKey("ABC", Timeframe.DAY), 0, 1).isEmpty());
    }

    @Test
    void keepsTheSignOfAZero() throws Exception {
        Bars bars = new Bars(Timeframe.MINUTE, ZONE, 2);
        bars.append(0, 1, 1, 1, 1, -0.0);
        bars.append(60_000_000_000L, 1, 1, 1, 1, 0.0);
        store().save(ABC, bars, "zeros", false);
        assertEquals(bars.contentHash(), store().load(ABC).orElseThrow().contentHash());
    }

    @Test
    void keepsEveryVersionAndReadsTheOneInUse() throws Exception {
        Bars first = walk(0, 10, 1);
        Bars second = walk(0, 5_000, 2);
        Provenance origin = new Provenance("b.csv", false, "ab12", MendPlan.parse("DUPLICATE=merge"));
        store().save(ABC, first, "a.csv", false);
        store().save(ABC, second, origin);
        List<SeriesVersion> versions = store().versions(ABC);
        assertEquals(
                List.of(1, 2), versions.stream().map(v -> v.info().version()).toList());
        assertEquals(
                List.of(false, true), versions.stream().map(SeriesVersion::used).toList());
        assertEquals(origin, versions.get(1).provenance());
        assertTrue(versions.get(0).created() <= versions.get(1).created());

        assertEquals(1, store().use(ABC, 1).version());
        assertEquals(first.contentHash(), store().load(ABC).orElseThrow().contentHash());
        assertEquals(first.contentHash(), store().list().getFirst().contentHash());
        assertEquals(second.contentHash(), store().load(ABC, 2).orElseThrow().contentHash());
        assertTrue(store().load(ABC, 3).isEmpty());
        assertEquals(11, store().append(ABC, walk(10, 1, 1)).bars());

        assertEquals(3, store().save(ABC, walk(0, 20, 3), "c.csv", false).version());
        assertEquals(3, store().find(ABC).orElseThrow().version());
        assertTrue(store().remove(ABC, 2));
        assertFalse(store().remove(ABC, 2));
        assertThrows(IllegalArgumentException.class, () -> store().remove(ABC, 3));
        assertThrows(IllegalArgumentException.class, () -> store().use(ABC, 2));
        assertEquals(2, store().versions(ABC).size());
        assertTrue(store().versions(new SeriesKey("NO", Timeframe.DAY)).isEmpty());
    }

    @Test
    void makesNoVersionWhenOnlyTheFileIsKeptNow() throws Exception {
        store().save(ABC, walk(0, 10, 1), "a.csv", false);
        Provenance kept = new Provenance("a.csv", false, "ab12", MendPlan.NONE);
        assertEquals(1, store().save(ABC, walk(0, 10, 1), kept).version());
    }
}
