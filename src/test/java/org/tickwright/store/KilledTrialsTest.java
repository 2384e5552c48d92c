package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.StoreException;
import org.tickwright.study.TrialLedger;
import org.tickwright.testing.ChildProcess;

/// A process is killed while it counts trials: every acknowledged row is there, and the chain is whole.
class KilledTrialsTest {
    @TempDir
    Path directory;

    @Test
    void keepsAllThatWasAcknowledged() throws Exception {
        long acknowledged = 0;
        for (int kill = 0; kill < 2; kill++) {
            acknowledged = killAfter(20 + 15 * kill, "k" + kill);
            try (H2Store store = H2Store.open(directory.resolve("db"), false)) {
                TrialLedger.Check check = store.trials().check();
                assertTrue(check.fault().isEmpty(), check.fault().orElse(""));
                assertTrue(check.rows() >= acknowledged, check.rows() + " rows, acknowledged " + acknowledged);
            }
        }
    }

    /// Kills the process once it acknowledged so many rows; returns the last number it told.
    private long killAfter(int rows, String name) throws IOException, InterruptedException, StoreException {
        Path errors = directory.resolve("errors.txt");
        Process process = ChildProcess.start(
                errors, TrialLoop.class, directory.resolve("db").toString(), name);
        long last = 0;
        int seen = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("row ") && line.length() > 4) {
                    last = Math.max(last, Long.parseLong(line.substring(4)));
                    if (++seen == rows) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            assertTrue(seen >= rows, "the process must live long enough to be killed: " + Files.readString(errors));
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }
}
