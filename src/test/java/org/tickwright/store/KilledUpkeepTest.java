package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.testing.ChildProcess;
import org.tickwright.workbench.HomeBackup;
import org.tickwright.workbench.StoreUpkeep;

/// A process is killed while it saves, compacts and backs up: what it said to be done is there, and nothing is
/// half-done.
class KilledUpkeepTest {
    @TempDir
    Path directory;

    private final Map<String, Integer> last = new HashMap<>();

    @Test
    void keepsAllThatWasAcknowledged() throws Exception {
        killAndLook(3, 5);
    }

    @Test
    @Tag("nightly")
    void keepsItOverManyDeaths() throws Exception {
        killAndLook(50, 6);
    }

    private void killAndLook(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        Path home = Files.createDirectories(directory.resolve("home"));
        int first = 0;
        for (int kill = 0; kill < kills; kill++) {
            killWhileWorking(home, first, 1 + random.nextInt(9), random.nextInt(120));
            first = assertWhole(home);
            assertBackup(home, kill);
        }
        assertTrue(last.containsKey("compacted"), "at least one compaction must have ended: " + last);
    }

    private void killWhileWorking(Path home, int first, int steps, int millis)
            throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        Process process = ChildProcess.start(errors, UpkeepLoop.class, home.toString(), Integer.toString(first));
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 2) {
                    last.put(words[0], Integer.parseInt(words[1]));
                    if (++seen == steps) {
                        process.waitFor(millis, TimeUnit.MILLISECONDS);
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            assertTrue(seen >= steps, "the process must live long enough to be killed: " + Files.readString(errors));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// Everything acknowledged is there and sound; returns the step to go on with.
    private int assertWhole(Path home) throws StoreException {
        try (H2Store store = H2Store.open(home.resolve("store"), false)) {
            StoreUpkeep.Verdict verdict = store.upkeep().check(Progress.NONE);
            assertTrue(verdict.sound(), () -> verdict.damage().toString());
            for (int step = 0; step <= last.getOrDefault("saved", -1); step++) {
                SeriesKey key = new SeriesKey("S" + step, Timeframe.MINUTE);
                assertTrue(store.bars().find(key).isPresent(), key + " was acknowledged");
            }
            int saved = store.bars().list().size();
            if (saved > 0) {
                SeriesKey newest = new SeriesKey("S" + (saved - 1), Timeframe.MINUTE);
                assertEquals(
                        RandomWalk.minutes(3_000, saved - 1).contentHash(),
                        store.bars().load(newest).orElseThrow().contentHash());
            }
            long ticks = store.ticks()
                    .find(TickKey.trades("T"))
                    .map(info -> info.ticks())
                    .orElse(0L);
            int appended = last.getOrDefault("appended", -1);
            assertTrue(ticks >= (appended + 1L) * UpkeepLoop.TRADES, ticks + " trades after step " + appended);
            assertEquals(0, ticks % UpkeepLoop.TRADES, "a step of trades is there whole or not at all");
            if (ticks < (long) saved * UpkeepLoop.TRADES) {
                catchUp(store, saved - 1);
            }
            return saved;
        }
    }

    /// Adds the trades of a step that died between its bars and its trades.
    private static void catchUp(H2Store store, int step) throws StoreException {
        if (store.ticks().list().isEmpty()) {
            store.ticks()
                    .save(
                            "T",
                            UpkeepLoop.trades(step),
                            new org.tickwright.market.TickOrigin(java.time.ZoneOffset.UTC, "walk", true));
        } else {
            store.ticks().append("T", UpkeepLoop.trades(step));
        }
    }

    /// The newest backup that was acknowledged restores to at least what was saved when it began.
    private void assertBackup(Path home, int kill) throws IOException, StoreException {
        Path backup = home.resolve("backup.zip");
        int backed = last.getOrDefault("backed", -1);
        assertTrue(backed < 0 || Files.exists(backup), "a backup was acknowledged");
        if (!Files.exists(backup)) {
            return;
        }
        Path other = Files.createDirectories(directory.resolve("restored-" + kill));
        HomeBackup.prepare(other, backup, false, H2Store::inspect);
        assertTrue(HomeBackup.finish(other));
        try (H2Store store = H2Store.open(other.resolve("store"), false)) {
            assertTrue(store.bars().list().size() > backed, "the backup of step " + backed);
        }
        try (Stream<Path> left = Files.walk(other)) {
            assertEquals(
                    0,
                    left.filter(path -> path.getFileName().toString().contains("restoring"))
                            .count());
        }
    }
}
