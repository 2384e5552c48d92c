package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MendPlan;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.workbench.HomeBackup;
import org.tickwright.workbench.StoreUpkeep;

class UpkeepTest {
    private static final SeriesKey KEY = new SeriesKey("ABC", Timeframe.MINUTE);

    @TempDir
    Path directory;

    private Path home;

    @BeforeEach
    void fill() throws Exception {
        home = Files.createDirectories(directory.resolve("home"));
        Files.createDirectories(home.resolve("strategies"));
        Files.writeString(home.resolve("strategies/a.strategy.json"), "{}");
        Files.writeString(home.resolve("settings.json"), "{\"theme\":\"dark\"}");
        try (H2Store store = open()) {
            store.bars().save(KEY, RandomWalk.minutes(9_000, 1), "walk", true);
            store.bars().save(KEY, RandomWalk.minutes(9_100, 2), "walk", true);
            store.ticks().save("ABC", UpkeepLoop.trades(1), new TickOrigin(ZoneOffset.UTC, "walk", true));
        }
    }

    private H2Store open() throws StoreException {
        return H2Store.open(home.resolve("store"), false);
    }

    @Test
    void findsEverythingSound() throws Exception {
        try (H2Store store = open()) {
            StoreUpkeep.Verdict verdict = store.upkeep().check(Progress.NONE);
            assertEquals(new StoreUpkeep.Verdict(2, 1, 0, 0, List.of()), verdict);
        }
    }

    @Test
    void saysWhichPartIsDamagedAndLooksAtTheRest() throws Exception {
        String url = "jdbc:h2:file:" + home.resolve("store/tickwright")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement damage = connection.createStatement()) {
            damage.executeUpdate("update bar_chunk set payload = X'02' where version = 1 and sequence = 1");
            damage.executeUpdate("update tick_chunk set ticks = ticks - 1");
        }
        try (H2Store store = open()) {
            StoreUpkeep.Verdict verdict = store.upkeep().check(Progress.NONE);
            assertEquals(
                    List.of("ABC 1m version 1", "ABC trades version 1"),
                    verdict.damage().stream().map(StoreUpkeep.Damage::part).toList());
            assertTrue(verdict.damage().getFirst().problem().contains("import it again from walk"));
        }
    }

    @Test
    void givesRoomBackAndKeepsWhatIsNeeded() throws Exception {
        Path kept = Files.writeString(directory.resolve("kept.csv"), "a");
        Path unused = Files.writeString(directory.resolve("unused.csv"), "b");
        try (H2Store store = open()) {
            String hash = store.rawFiles().keep(kept);
            store.rawFiles().keep(unused);
            store.bars().save(KEY, RandomWalk.minutes(50, 3), new Provenance("kept.csv", false, hash, MendPlan.NONE));
            for (int i = 0; i < 20; i++) {
                SeriesKey key = new SeriesKey("GONE" + i, Timeframe.MINUTE);
                store.bars().save(key, RandomWalk.minutes(9_000, i), "walk", true);
                store.bars().delete(key);
            }
            StoreUpkeep.Compaction done = store.upkeep().compact(Progress.NONE);
            assertEquals(1, done.files());
            assertTrue(done.bytesAfter() < done.bytesBefore() / 2, done::toString);
            assertTrue(store.upkeep().check(Progress.NONE).sound());
            assertEquals(3, store.bars().versions(KEY).size());
            assertEquals(50, store.bars().load(KEY).orElseThrow().size());
        }
        try (var files = Files.list(home.resolve("store"))) {
            assertFalse(files.anyMatch(file -> file.toString().contains("compacting")));
        }
    }

    @Test
    void worksOnWhileOthersReadAndWrite() throws Exception {
        try (H2Store store = open()) {
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> {
                int saved = 0;
                try {
                    while (!over.get()) {
                        store.bars()
                                .save(
                                        new SeriesKey("W" + saved, Timeframe.MINUTE),
                                        RandomWalk.minutes(60, 1),
                                        "w",
                                        true);
                        store.bars().list();
                        saved++;
                    }
                    return saved;
                } catch (StoreException e) {
                    throw new IllegalStateException(e);
                }
            });
            store.upkeep().compact(Progress.NONE);
            HomeBackup.Report report =
                    HomeBackup.write(home, store.upkeep(), directory.resolve("b.zip"), Progress.NONE);
            assertTrue(report.store().sound());
            over.set(true);
            int saved = writing.get();
            assertEquals(saved + 1, store.bars().list().size());
        }
    }

    @Test
    void restoresWhatWasBackedUpAndPutsAsideWhatWasThere() throws Exception {
        Path backup = directory.resolve("b.zip");
        try (H2Store store = open()) {
            HomeBackup.Report report = HomeBackup.write(home, store.upkeep(), backup, Progress.NONE);
            assertEquals(3, report.files());
            store.bars().delete(KEY);
        }
        Files.writeString(home.resolve("settings.json"), "{}");
        StoreException refused =
                assertThrows(StoreException.class, () -> HomeBackup.prepare(home, backup, false, H2Store::inspect));
        assertTrue(refused.getMessage().contains("--force"), refused.getMessage());
        HomeBackup.prepare(home, backup, true, H2Store::inspect);
        assertTrue(HomeBackup.finish(home));
        assertFalse(HomeBackup.finish(home));
        assertEquals("{\"theme\":\"dark\"}", Files.readString(home.resolve("settings.json")));
        assertEquals("{}", Files.readString(home.resolve("before-restore-1/settings.json")));
        try (H2Store store = open()) {
            assertEquals(9_100, store.bars().load(KEY).orElseThrow().size());
            assertEquals(2, store.bars().versions(KEY).size());
            assertEquals(1, store.ticks().list().size());
        }
    }

    @Test
    void goesOnWithARestoreThatWasCutShort() throws Exception {
        Path backup = directory.resolve("b.zip");
        try (H2Store store = open()) {
            HomeBackup.write(home, store.upkeep(), backup, Progress.NONE);
            store.bars().delete(KEY);
        }
        HomeBackup.prepare(home, backup, true, H2Store::inspect);
        Files.createDirectories(home.resolve("before-restore-1"));
        Files.move(home.resolve("store"), home.resolve("before-restore-1/store"));
        assertTrue(HomeBackup.finish(home));
        try (H2Store store = open()) {
            assertEquals(9_100, store.bars().load(KEY).orElseThrow().size());
        }
    }

    @Test
    void refusesDamagedAndForeignBackupsAndChangesNothing() throws Exception {
        Path backup = directory.resolve("b.zip");
        try (H2Store store = open()) {
            HomeBackup.write(home, store.upkeep(), backup, Progress.NONE);
        }
        byte[] bytes = Files.readAllBytes(backup);
        Path cut = Files.write(directory.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        bytes[bytes.length / 3] ^= 0x10;
        Path flipped = Files.write(directory.resolve("flipped.zip"), bytes, StandardOpenOption.CREATE);
        Path foreign = directory.resolve("foreign.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
            zip.putNextEntry(new ZipEntry("tickwright-backup.json"));
            zip.write(("{\"format\":\"tickwright-backup\",\"version\":1,\"files\":{\"strategies/../../x\":"
                            + "{\"bytes\":0,\"sha256\":\"\"}}}")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path empty = Files.createDirectories(directory.resolve("empty"));
        for (Path bad : List.of(cut, flipped, foreign)) {
            assertThrows(
                    IOException.class, () -> HomeBackup.prepare(empty, bad, false, H2Store::inspect), bad::toString);
            assertFalse(HomeBackup.finish(empty));
        }
        assertFalse(Files.exists(directory.resolve("x")));
        try (var left = Files.list(empty)) {
            assertEquals(0, left.count());
        }
    }
}
