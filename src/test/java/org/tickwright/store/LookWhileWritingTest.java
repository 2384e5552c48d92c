package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.testing.ChildProcess;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.SeriesLibrary;

/// Another process writes without pause; a read-only look still opens, sees what was committed and only whole series.
class LookWhileWritingTest {
    private static final int LOOKS = 3;

    @TempDir
    Path directory;

    @Test
    void seesWholeSeriesWhileAnotherProcessWrites() throws Exception {
        SeriesKey key = new SeriesKey("F", Timeframe.MINUTE);
        for (int i = 0; i < 3; i++) {
            MemoryBarStore memory = new MemoryBarStore();
            memory.save(key, RandomWalk.minutes(5_000, i), "walk", false);
            new SeriesLibrary(memory).export(key, directory.resolve("f" + i + ".csv"));
        }
        Path database = directory.resolve("db");
        Path errors = directory.resolve("errors.txt");
        Process writer = ChildProcess.start(errors, ImportLoop.class, database.toString(), directory.toString(), "W");
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            int acknowledged = 0;
            for (int look = 0; look < LOOKS; look++) {
                for (int step = 0; step < 2; ) {
                    String line = lines.readLine();
                    if (line == null) {
                        fail("the writer must keep writing: " + Files.readString(errors));
                    }
                    if (line.startsWith("saved")) {
                        acknowledged++;
                        step++;
                    }
                }
                assertThrows(StoreInUseException.class, () -> H2Store.open(database, false));
                assertWhole(database, acknowledged);
            }
            assertTrue(writer.isAlive(), "looking must not hinder the writer");
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static void assertWhole(Path database, int acknowledged) throws Exception {
        try (H2Store look = H2Store.open(database, true)) {
            int series = 0;
            for (SeriesInfo info : look.bars().list()) {
                int bars = look.bars().load(info.key()).orElseThrow().size();
                assertEquals(info.bars(), bars);
                assertTrue(bars == 5_000 || bars == 10_000, () -> info.key() + " has " + bars);
                series++;
            }
            assertTrue(series >= acknowledged, series + " series seen, " + acknowledged + " were acknowledged");
        }
    }
}
