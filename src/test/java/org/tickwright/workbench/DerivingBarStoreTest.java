package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.LongerBars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickBars;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.market.text.TickFileReader;
import org.tickwright.store.H2Store;
import org.tickwright.testing.Shared;

class DerivingBarStoreTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SeriesKey MINUTES = new SeriesKey("ABC", Timeframe.MINUTE);

    @TempDir
    Path directory;

    private H2Store store;
    private DerivingBarStore bars;

    @BeforeEach
    void open() throws StoreException {
        store = H2Store.open(directory, false);
        bars = new DerivingBarStore(store.bars(), store.ticks(), store.derived());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SeriesKey key(String timeframe) {
        return new SeriesKey("ABC", Timeframe.parse(timeframe));
    }

    /// Trades over three weeks, across the end of daylight saving time.
    private static TradeTicks trades() {
        Random random = new Random(9);
        TradeTicks.Builder trades = new TradeTicks.Builder(60_000);
        long time = 1_698_240_000_000_000_000L;
        double price = 100;
        for (int i = 0; i < 60_000; i++) {
            time += random.nextInt(60_000) * 1_000_000L;
            price = Math.max(1, price + (random.nextInt(3) - 1) / 100.0);
            trades.append(time, price, random.nextDouble());
        }
        return trades.build();
    }

    @Test
    void makesBarsOfShorterOnesBitForBitTwice() throws Exception {
        Bars minutes = RandomWalk.minutes(30_000, 4);
        store.bars().save(MINUTES, minutes, "walk", true);
        for (String timeframe : new String[] {"5m", "1h", "1d", "1w", "1mo"}) {
            Bars rebuilt = LongerBars.of(minutes, Timeframe.parse(timeframe));
            Bars made = bars.load(key(timeframe)).orElseThrow();
            Bars cached = bars.load(key(timeframe)).orElseThrow();
            assertEquals(rebuilt.contentHash(), made.contentHash(), timeframe);
            assertEquals(rebuilt.contentHash(), cached.contentHash(), timeframe);
            assertTrue(store.derived()
                    .find(minutes.contentHash(), Timeframe.parse(timeframe))
                    .isPresent());
            SeriesInfo info = bars.find(key(timeframe)).orElseThrow();
            assertEquals(rebuilt.contentHash(), info.contentHash());
            assertTrue(info.simulated());
            assertEquals("made of ABC 1m version 1", info.source());
        }
        assertEquals(1, bars.list().size());
        assertTrue(bars.load(key("1s")).isEmpty());
    }

    @Test
    void makesBarsOfTradesAsIfAllOfThemWereInMemory() throws Exception {
        TradeTicks trades = trades();
        store.ticks().save("ABC", trades, new TickOrigin(NEW_YORK, "walk", false));
        for (String timeframe : new String[] {"1s", "1m", "4h", "1d", "500t"}) {
            Bars direct = TickBars.of(trades, Timeframe.parse(timeframe), NEW_YORK);
            assertEquals(
                    direct.contentHash(),
                    bars.load(key(timeframe)).orElseThrow().contentHash(),
                    timeframe);
            assertEquals(
                    direct.contentHash(),
                    bars.load(key(timeframe)).orElseThrow().contentHash(),
                    timeframe);
        }
        Bars days = TickBars.of(trades, Timeframe.DAY, NEW_YORK);
        assertEquals(
                LongerBars.of(days, Timeframe.parse("1w")).contentHash(),
                bars.load(key("1w")).orElseThrow().contentHash());
        assertFalse(bars.find(key("1m")).orElseThrow().simulated());
    }

    @Test
    void makesBarsOfRealTradesBitForBitAndOfTheVersionInUse() throws Exception {
        Path file = Shared.requirePath("data/ticks/lean/equity-spy-trades-20131007.csv.gz");
        TradeTicks trades = TickFileReader.read(
                        file, ImportOptions.forSymbol("ABC").withZone(NEW_YORK))
                .ticks();
        TickOrigin origin = new TickOrigin(NEW_YORK, "SPY", false);
        store.ticks().save("ABC", trades, origin);
        for (String timeframe : new String[] {"1s", "1m", "1h", "1d", "1000t", "50000v"}) {
            String rebuilt =
                    TickBars.of(trades, Timeframe.parse(timeframe), NEW_YORK).contentHash();
            for (int look = 0; look < 2; look++) {
                assertEquals(rebuilt, bars.load(key(timeframe)).orElseThrow().contentHash(), timeframe);
            }
        }
        TradeTicks half = trades.slice(0, trades.size() / 2);
        store.ticks().save("ABC", half, origin);
        String minutes = TickBars.of(half, Timeframe.MINUTE, NEW_YORK).contentHash();
        assertEquals(minutes, bars.load(key("1m")).orElseThrow().contentHash());
        store.ticks().use(TickKey.trades("ABC"), 1);
        String all = TickBars.of(trades, Timeframe.MINUTE, NEW_YORK).contentHash();
        assertEquals(all, bars.load(key("1m")).orElseThrow().contentHash());
    }

    @Test
    void dropsWhatWasMadeWhenTheSourceChanges() throws Exception {
        Bars minutes = RandomWalk.minutes(10_000, 4);
        store.bars().save(MINUTES, minutes.slice(0, 9_000), "walk", true);
        String before = bars.find(key("1h")).orElseThrow().contentHash();
        store.bars().append(MINUTES, minutes.slice(9_000, 10_000));
        assertTrue(store.derived()
                .find(minutes.slice(0, 9_000).contentHash(), Timeframe.parse("1h"))
                .isEmpty());
        String after = bars.find(key("1h")).orElseThrow().contentHash();
        assertFalse(before.equals(after));
        assertEquals(LongerBars.of(minutes, Timeframe.parse("1h")).contentHash(), after);
        store.bars().save(MINUTES, minutes.slice(0, 9_000), "again", true);
        assertEquals(before, bars.find(key("1h")).orElseThrow().contentHash());
        store.bars().save(key("1h"), hour(), "own", false);
        assertEquals(1, bars.load(key("1h")).orElseThrow().size());
    }

    private static Bars hour() {
        Bars hour = new Bars(Timeframe.parse("1h"), NEW_YORK, 1);
        hour.append(0, 1, 1, 1, 1, 1);
        return hour;
    }
}
