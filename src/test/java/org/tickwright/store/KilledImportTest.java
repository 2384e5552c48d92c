package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.testing.ChildProcess;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.SeriesLibrary;

/// A process is killed in the middle of importing: what it said to be saved is there, and nothing is half-done.
class KilledImportTest {
    private static final int[] SIZES = {1_000, 6_000, 20_000};

    @TempDir
    Path directory;

    private final Bars[] walks = new Bars[SIZES.length];

    @Test
    void keepsAllThatWasAcknowledgedAndNothingHalfDone() throws Exception {
        killAndLook(2, 7);
    }

    @Test
    @Tag("nightly")
    void keepsItOverManyDeaths() throws Exception {
        killAndLook(25, 8);
    }

    private void killAndLook(int kills, long seed) throws Exception {
        writeFiles();
        Random random = new Random(seed);
        Map<String, Integer> acknowledged = new HashMap<>();
        for (int kill = 0; kill < kills; kill++) {
            killWhileImporting("K" + kill, 1 + random.nextInt(6), random.nextInt(60), acknowledged);
            assertWhole(acknowledged);
        }
        assertTrue(acknowledged.size() >= kills, "each process must have got somewhere");
    }

    private void writeFiles() throws IOException, StoreException {
        for (int i = 0; i < SIZES.length; i++) {
            walks[i] = RandomWalk.minutes(SIZES[i] + 5_000, i);
            SeriesKey key = new SeriesKey("F", Timeframe.MINUTE);
            MemoryBarStore memory = new MemoryBarStore();
            memory.save(key, RandomWalk.minutes(SIZES[i], i), "walk", false);
            new SeriesLibrary(memory).export(key, directory.resolve("f" + i + ".csv"));
        }
    }

    /// Kills the process so many milliseconds after it acknowledged so many steps.
    private void killWhileImporting(String name, int steps, int millis, Map<String, Integer> acknowledged)
            throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        Process process = ChildProcess.start(
                errors, ImportLoop.class, directory.resolve("db").toString(), directory.toString(), name);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (note(line, acknowledged) && ++seen == steps) {
                    process.waitFor(millis, TimeUnit.MILLISECONDS);
                    process.toHandle().destroyForcibly();
                }
            }
            assertTrue(seen >= steps, "the process must live long enough to be killed: " + Files.readString(errors));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean note(String line, Map<String, Integer> acknowledged) {
        String[] words = line.split(" ");
        boolean step = words.length == 3 && (words[0].equals("saved") || words[0].equals("appended"));
        if (step) {
            acknowledged.put(words[1], Integer.parseInt(words[2]));
        }
        return step;
    }

    private void assertWhole(Map<String, Integer> acknowledged) throws StoreException {
        Map<SeriesKey, Integer> kept = new HashMap<>();
        try (H2Store store = H2Store.open(directory.resolve("db"), false)) {
            List<SeriesInfo> all = store.bars().list();
            for (SeriesInfo info : all) {
                Bars bars = store.bars().load(info.key()).orElseThrow();
                String symbol = info.key().symbol();
                int file = Integer.parseInt(symbol.substring(symbol.indexOf('-') + 1)) % 3;
                boolean whole = bars.size() == SIZES[file] || bars.size() == SIZES[file] + 5_000;
                assertTrue(whole, symbol + " has " + bars.size() + " bars, which no step ever saved");
                Bars expected = walks[file];
                for (int i = 0; i < bars.size(); i++) {
                    assertEquals(expected.time(i), bars.time(i));
                    assertEquals(expected.close(i), bars.close(i));
                }
                kept.put(info.key(), bars.size());
            }
        }
        acknowledged.forEach((symbol, bars) -> {
            Integer there = kept.get(new SeriesKey(symbol, Timeframe.MINUTE));
            assertTrue(there != null && there >= bars, symbol + " was acknowledged with " + bars + " but has " + there);
        });
    }
}
