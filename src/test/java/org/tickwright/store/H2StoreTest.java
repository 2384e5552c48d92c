package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;

class H2StoreTest {
    private static final SeriesKey KEY = new SeriesKey("ABC", Timeframe.MINUTE);

    @TempDir
    Path directory;

    private static Bars bars(int count) {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), count);
        for (int i = 0; i < count; i++) {
            double price = (10_000 + (i * 7919L) % 500) / 100.0;
            bars.append(i * 60_000_000_000L, price, price + 0.05, price - 0.05, price + 0.01, i % 1000);
        }
        return bars;
    }

    @Test
    void keepsSeriesBetweenLaunches() throws StoreException {
        Bars bars = bars(10_000);
        try (H2Store store = H2Store.open(directory, false)) {
            store.bars().save(KEY, bars, "a", false);
        }
        try (H2Store store = H2Store.open(directory, false)) {
            assertEquals(
                    bars.contentHash(), store.bars().load(KEY).orElseThrow().contentHash());
        }
    }

    @Test
    void tellsASecondProgramThatTheStoreIsInUse() throws StoreException {
        try (H2Store first = H2Store.open(directory, false)) {
            StoreInUseException refused = assertThrows(StoreInUseException.class, () -> H2Store.open(directory, false));
            assertTrue(refused.getMessage().contains("read-only"));
            assertTrue(refused.retryable());
            assertFalse(first.readOnly());
        }
        H2Store.open(directory, false).close();
    }

    @Test
    void looksAtCommittedDataWhileAnotherWrites() throws StoreException {
        try (H2Store writer = H2Store.open(directory, false)) {
            writer.bars().save(KEY, bars(5_000), "a", false);
            try (H2Store look = H2Store.open(directory, true)) {
                assertTrue(look.readOnly());
                assertEquals(
                        bars(5_000).contentHash(),
                        look.bars().load(KEY).orElseThrow().contentHash());
                writer.bars().save(KEY, bars(6_000), "a", false);
                assertEquals(5_000, look.bars().load(KEY).orElseThrow().size());
                StoreException refused =
                        assertThrows(StoreException.class, () -> look.bars().delete(KEY));
                assertTrue(refused.getMessage().contains("read-only"));
            }
            assertEquals(6_000, writer.bars().load(KEY).orElseThrow().size());
        }
    }

    @Test
    void saysThatThereIsNothingToLookAt() {
        StoreException refused = assertThrows(StoreException.class, () -> H2Store.open(directory, true));
        assertTrue(refused.getMessage().contains("no store"));
    }

    @Test
    void stopsTheLoadOfDamagedBars() throws Exception {
        try (H2Store store = H2Store.open(directory, false)) {
            store.bars().save(KEY, bars(5_000), "walk.csv", false);
        }
        sql("update series_version set content_hash = '00' where version = 1");
        try (H2Store store = H2Store.open(directory, false)) {
            StoreException stopped =
                    assertThrows(StoreException.class, () -> store.bars().load(KEY));
            assertTrue(stopped.getMessage().contains("damaged"), stopped.getMessage());
            assertTrue(stopped.getMessage().contains("walk.csv"), stopped.getMessage());
            assertFalse(stopped.retryable());
        }
        sql("update bar_chunk set payload = X'010203' where sequence = 1");
        try (H2Store store = H2Store.open(directory, false)) {
            assertTrue(assertThrows(StoreException.class, () -> store.bars().load(KEY))
                    .getMessage()
                    .contains("damaged"));
        }
        sql("delete from bar_chunk where sequence = 0");
        try (H2Store store = H2Store.open(directory, false)) {
            assertThrows(StoreException.class, () -> store.bars().load(KEY));
        }
    }

    @Test
    void refusesAFileThatIsNoStore() throws Exception {
        Files.writeString(directory.resolve("tickwright.mv.db"), "this is no database\n".repeat(1000));
        StoreException refused = assertThrows(StoreException.class, () -> H2Store.open(directory, false));
        assertTrue(refused.getMessage().contains("cannot be opened"), refused.getMessage());
        assertFalse(refused.retryable());
    }

    private void sql(String statement) throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("tickwright")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement update = connection.createStatement()) {
            assertTrue(update.executeUpdate(statement) > 0, "the damage must be done");
        }
    }

    @Test
    void theNewestMigrationIsTheOneThatASchemaIsHeldAgainst() throws Exception {
        Path migrations = Path.of("src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(migrations)) {
            assertEquals(
                    IntStream.rangeClosed(1, Schema.NEWEST)
                            .mapToObj(version -> "V" + version)
                            .collect(Collectors.toSet()),
                    files.map(file -> file.getFileName().toString().replaceFirst("__.*", ""))
                            .collect(Collectors.toSet()),
                    "set Schema.NEWEST to the version of the newest migration");
        }
    }

    @Test
    void bringsAnOlderStoreUpToDate() throws Exception {
        H2Store.open(directory, false).close();
        sql("delete from \"flyway_schema_history\" where version >= '3'; alter table run drop column fills;"
                + " drop table sweep_row; drop table sweep; drop table tick_chunk; drop table tick_version; drop table"
                + " tick_series; alter table series drop column used; alter table series_version drop column raw; alter"
                + " table series_version drop column mends; drop table raw_part; drop table raw_file; drop table"
                + " derived_chunk; drop table derived; drop table corporate_action; drop table action_version; drop"
                + " table saved_query; drop table instrument");
        try (H2Store store = H2Store.open(directory, false)) {
            assertEquals(0, store.runs().list().size());
        }
    }

    @Test
    void refusesAStoreOfANewerVersionAndLeavesItAsItWas() throws Exception {
        try (H2Store store = H2Store.open(directory, false)) {
            store.bars().save(KEY, bars(100), "a", false);
        }
        sql("insert into \"flyway_schema_history\" select 1000, '1000', 'of the future', type, script, checksum,"
                + " installed_by, installed_on, execution_time, success from \"flyway_schema_history\" where version ="
                + " '1'");
        for (boolean readOnly : new boolean[] {false, true}) {
            StoreException refused = assertThrows(StoreException.class, () -> H2Store.open(directory, readOnly));
            assertTrue(refused.getMessage().contains("newer Tickwright (format 1000;"), refused.getMessage());
            assertFalse(refused.retryable());
        }
        sql("delete from \"flyway_schema_history\" where version = '1000'");
        try (H2Store store = H2Store.open(directory, false)) {
            assertEquals(100, store.bars().load(KEY).orElseThrow().size());
        }
    }

    @Test
    void loadsARangeOfChunksOfTheOldLayout() throws Exception {
        Bars bars = bars(3 * BarChunk.LARGEST);
        try (H2Store store = H2Store.open(directory, false)) {
            store.bars().save(KEY, bars, "a", false);
        }
        for (int chunk = 0; chunk < 3; chunk++) {
            BarChunk legacy =
                    BarChunkTest.layoutOne(bars.slice(chunk * BarChunk.LARGEST, (chunk + 1) * BarChunk.LARGEST));
            sql("update bar_chunk set payload = X'" + HexFormat.of().formatHex(legacy.payload()) + "', checksum = "
                    + legacy.checksum() + " where sequence = " + chunk);
        }
        try (H2Store store = H2Store.open(directory, false)) {
            Bars part =
                    store.bars().load(KEY, bars.time(5_000), bars.time(9_000)).orElseThrow();
            assertEquals(bars.slice(5_000, 9_000).contentHash(), part.contentHash());
        }
    }
}
