package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.text.TickFileReader;
import org.tickwright.testing.Shared;

class JdbcTickStoreTest {
    private static final TickOrigin ORIGIN = new TickOrigin(ZoneId.of("America/New_York"), "walk", true);

    @TempDir
    Path directory;

    private H2Store store;

    @BeforeEach
    void open() throws StoreException {
        store = H2Store.open(directory, false);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// Trades on cents; several of one time, some without size, both aggressors.
    private static TradeTicks walk(int count, boolean sided) {
        Random random = new Random(count);
        TradeTicks.Builder trades = new TradeTicks.Builder(count);
        long time = 1_700_000_000_000_000_000L;
        long cents = 10_000;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(3) * 1_000_000L;
            cents = Math.max(100, cents + random.nextInt(3) - 1);
            Aggressor who = random.nextBoolean() ? Aggressor.BUYER : Aggressor.SELLER;
            trades.append(time, cents / 100.0, random.nextInt(50), sided ? who : Aggressor.UNKNOWN);
        }
        return trades.build();
    }

    @Test
    void givesBackTheSameBitsItWasGiven() throws Exception {
        for (int count : new int[] {1, 2, 16_383, 16_384, 16_385, 40_000}) {
            for (boolean sided : new boolean[] {true, false}) {
                TradeTicks trades = walk(count, sided);
                TickInfo info = store.ticks().save("ABC", trades, ORIGIN);
                TradeTicks back = store.ticks().trades("ABC").orElseThrow();
                assertEquals(trades.contentHash(), info.contentHash());
                assertEquals(trades.contentHash(), back.contentHash());
                assertEquals(sided, back.sided());
                assertEquals(count, info.ticks());
                assertEquals(ORIGIN, info.origin());
            }
        }
        assertEquals(12, store.ticks().find(TickKey.trades("ABC")).orElseThrow().version());
    }

    @Test
    void keepsPricesAndSizesThatAreOnNoTick() throws Exception {
        TradeTicks.Builder odd = new TradeTicks.Builder(3);
        odd.append(-5, Math.PI, 1e-9, Aggressor.SELLER);
        odd.append(7, 1e15 / 3, 1e300, Aggressor.BUYER);
        odd.append(7, Double.MIN_VALUE, 0, Aggressor.SELLER);
        store.ticks().save("ODD", odd.build(), ORIGIN);
        TradeTicks back = store.ticks().trades("ODD").orElseThrow();
        assertEquals(odd.build().contentHash(), back.contentHash());
        assertEquals(Aggressor.SELLER, back.aggressor(2));
    }

    @Test
    void hasTheSameHashHoweverTheTradesCame() throws Exception {
        TradeTicks all = walk(70_000, true);
        Random random = new Random(3);
        store.ticks().save("ABC", all.slice(0, 10), ORIGIN);
        int at = 10;
        while (at < all.size()) {
            int next = Math.min(all.size(), at + random.nextInt(random.nextInt(8) == 0 ? 40_000 : 300));
            TickInfo info = store.ticks().append("ABC", all.slice(at, next));
            at = next;
            assertEquals(all.slice(0, at).contentHash(), info.contentHash(), "after " + at);
        }
        assertEquals(
                all.contentHash(), store.ticks().trades("ABC").orElseThrow().contentHash());
        assertEquals(1, store.ticks().list().size());
    }

    @Test
    void loadsARangeOfTimeAlone() throws Exception {
        TradeTicks all = walk(60_000, false);
        store.ticks().save("ABC", all.slice(0, 50_000), ORIGIN);
        for (int at = 50_000; at < 60_000; at += 500) {
            store.ticks().append("ABC", all.slice(at, at + 500));
        }
        Random random = new Random(4);
        for (int i = 0; i < 60; i++) {
            int a = i % 3 == 0 ? 16_384 * (i % 4) + random.nextInt(3) : random.nextInt(60_000);
            long from = all.time(a);
            long to = from + random.nextInt(20_000) * 1_000_000L;
            TradeTicks part = store.ticks().trades("ABC", from, to).orElseThrow();
            TradeTicks wanted = all.slice(all.indexAtOrAfter(from), all.indexAtOrAfter(to));
            assertEquals(wanted.contentHash(), part.contentHash(), "range " + i);
        }
        assertEquals(0, store.ticks().trades("ABC", 0, 5).orElseThrow().size());
        assertEquals(0, store.ticks().trades("ABC", 9, 5).orElseThrow().size());
        assertTrue(store.ticks().trades("XYZ", 0, 5).isEmpty());
    }

    @Test
    void refusesWhatDoesNotFollow() throws Exception {
        TradeTicks trades = walk(100, true);
        assertThrows(IllegalArgumentException.class, () -> store.ticks().append("ABC", trades));
        store.ticks().save("ABC", trades, ORIGIN);
        TradeTicks.Builder later = new TradeTicks.Builder(1);
        later.append(trades.time(99), 1, 1);
        assertThrows(IllegalArgumentException.class, () -> store.ticks().append("ABC", later.build()));
        if (trades.time(0) < trades.time(99)) {
            assertThrows(IllegalArgumentException.class, () -> store.ticks().append("ABC", trades));
        }
        assertEquals(100, store.ticks().trades("ABC").orElseThrow().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> store.ticks().save("ABC", new TradeTicks.Builder(0).build(), ORIGIN));
    }

    @Test
    void doesNotRepeatAVersionThatIsThere() throws Exception {
        store.ticks().save("ABC", walk(100, true), ORIGIN);
        assertEquals(1, store.ticks().save("ABC", walk(100, true), ORIGIN).version());
        assertEquals(2, store.ticks().save("ABC", walk(101, true), ORIGIN).version());
        assertTrue(store.ticks().delete(TickKey.trades("ABC")));
        assertFalse(store.ticks().delete(TickKey.trades("ABC")));
        assertTrue(store.ticks().list().isEmpty());
    }

    @Test
    void keepsTicksBetweenLaunchesAndStopsTheLoadOfDamage() throws Exception {
        TradeTicks trades = walk(40_000, true);
        store.ticks().save("ABC", trades, ORIGIN);
        store.close();
        String url = "jdbc:h2:file:" + directory.resolve("tickwright")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement damage = connection.createStatement()) {
            assertEquals(1, damage.executeUpdate("update tick_chunk set payload = X'0102' where sequence = 2"));
        }
        store = H2Store.open(directory, false);
        StoreException stopped =
                assertThrows(StoreException.class, () -> store.ticks().trades("ABC"));
        assertTrue(stopped.getMessage().contains("damaged"), stopped.getMessage());
        TradeTicks sound =
                store.ticks().trades("ABC", trades.time(0), trades.time(16_000)).orElseThrow();
        assertEquals(trades.slice(0, trades.indexAtOrAfter(trades.time(16_000))).contentHash(), sound.contentHash());
    }

    @Test
    void packsRealTradesIntoAFewBytes() throws Exception {
        for (String name : new String[] {
            "ticks/lean/equity-spy-trades-20131007.csv.gz", "ticks/ta4j/bitstamp-btcusd-trades-2013-11-25.csv.gz"
        }) {
            Path file = Shared.requirePath("data/" + name);
            TradeTicks trades =
                    TickFileReader.read(file, ImportOptions.forSymbol("T")).ticks();
            long bytes = 0;
            TickColumns rows =
                    new TickColumns(trades.times(), new double[][] {trades.prices(), trades.sizes()}, trades.sided());
            for (int from = 0; from < rows.rows(); from += TickChunk.LARGEST) {
                bytes += TickChunk.pack(rows, from, Math.min(from + TickChunk.LARGEST, rows.rows()))
                        .payload()
                        .length;
            }
            double each = bytes / (double) rows.rows();
            assertTrue(each < 6, name + " needs " + each + " bytes a trade");
        }
    }
}
