package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.Progress;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.TickInfo;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.recording.Recording;
import org.tickwright.testing.ChildProcess;
import org.tickwright.workbench.StoreUpkeep;

/// A process is killed while it imports trades, quotes, actions and messages, or records a feed: what it said to be
/// done is there, and nothing is half-done.
class KilledEventsTest {
    private static final int TRADES = 30_000;
    private static final int QUOTES = 20_000;

    @TempDir
    Path directory;

    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void keepsEveryImportThatWasAcknowledged() throws Exception {
        killImports(1, 3);
    }

    @Test
    @Tag("nightly")
    void keepsEveryImportOverManyDeaths() throws Exception {
        killImports(25, 4);
    }

    @Test
    void keepsEveryEventThatWasSafe() throws Exception {
        killRecordings(1, 3);
    }

    @Test
    @Tag("nightly")
    void keepsEverySafeEventOverManyDeaths() throws Exception {
        killRecordings(25, 4);
    }

    private void killImports(int kills, long seed) throws Exception {
        writeFiles();
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            String[] words = {"import", directory.resolve("db").toString(), directory.toString(), "K" + kill};
            killed(1 + random.nextInt(8), random.nextInt(80), words);
            assertWhole();
        }
        assertTrue(acknowledged.size() >= kills, "each process must have got somewhere");
    }

    private void writeFiles() throws IOException {
        StringBuilder trades = new StringBuilder("time,price,size\n");
        for (int i = 0; i < TRADES; i++) {
            trades.append(1_700_000_000L + i)
                    .append(',')
                    .append(100 + i % 97 / 8.0)
                    .append(",3\n");
        }
        StringBuilder quotes = new StringBuilder("time,bid,ask\n");
        for (int i = 0; i < QUOTES; i++) {
            double bid = 100 + i % 97 / 8.0;
            quotes.append(1_700_000_000L + i)
                    .append(',')
                    .append(bid)
                    .append(',')
                    .append(bid + 0.125)
                    .append('\n');
        }
        StringBuilder messages = new StringBuilder("1700000000.5:"
                + " {\"lastUpdateId\":1,\"s\":\"ABC\",\"bids\":[[\"10\",\"1\"]],\"asks\":[[\"11\",\"1\"]]}\n");
        for (int i = 2; i < 3_000; i++) {
            messages.append("17000000")
                    .append(10 + i % 80)
                    .append(".5: {\"e\":\"depthUpdate\",\"E\":1700000001000,")
                    .append("\"s\":\"ABC\",\"U\":")
                    .append(i)
                    .append(",\"u\":")
                    .append(i)
                    .append(",\"b\":[[\"9\",\"")
                    .append(i % 5)
                    .append("\"]],\"a\":[]}\n");
        }
        Files.writeString(directory.resolve("trades.csv"), trades);
        Files.writeString(directory.resolve("quotes.csv"), quotes);
        Files.writeString(directory.resolve("messages.log"), messages);
        Files.writeString(
                directory.resolve("actions.csv"), "date,kind,amount\n2014-06-09,split,7:1\n2014-08-07,dividend,0.47\n");
    }

    /// Kills a process so many milliseconds after it acknowledged so many steps; returns its last line.
    private String killed(int steps, int millis, String... words) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        Process process = ChildProcess.start(errors, EventLoop.class, words);
        String last = "";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ready")) {
                    continue;
                }
                last = line;
                acknowledged.add(line);
                if (++seen == steps) {
                    process.waitFor(millis, TimeUnit.MILLISECONDS);
                    process.toHandle().destroyForcibly();
                }
            }
            assertTrue(seen >= steps, "the process must live long enough to be killed: " + Files.readString(errors));
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private void assertWhole() throws Exception {
        try (H2Store store = H2Store.open(directory.resolve("db"), false)) {
            StoreUpkeep.Verdict verdict = store.upkeep().check(Progress.NONE);
            assertTrue(verdict.sound(), () -> verdict.damage().toString());
            for (TickInfo info : store.ticks().list()) {
                long whole = info.key().kind() == org.tickwright.market.TickKey.Kind.TRADES ? TRADES : QUOTES;
                assertEquals(whole, info.ticks(), info.key() + " is there whole or not at all");
            }
            List<String> there = new ArrayList<>();
            store.ticks()
                    .list()
                    .forEach(info ->
                            there.add(info.key().kind() + " " + info.key().symbol()));
            for (var info : store.actions().list()) {
                CorporateActions actions = store.actions().find(info.symbol()).orElseThrow();
                assertEquals(1, actions.splits().size());
                assertEquals(1, actions.dividends().size());
                there.add("actions " + info.symbol());
            }
            for (String line : acknowledged) {
                String[] words = line.split(" ");
                assertTrue(
                        words[0].equals("messages") || there.contains(words[0] + " " + words[1]),
                        line + " was acknowledged");
            }
        }
        assertRecordings();
    }

    /// Each recording in the folder is complete; drafts of a death do not look like one.
    private void assertRecordings() throws Exception {
        Path folder = directory.resolve("recordings");
        boolean said = acknowledged.stream().anyMatch(line -> line.startsWith("messages"));
        assertTrue(!said || Files.isDirectory(folder), "messages were acknowledged");
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> file.toString().endsWith(".feed")).toList();
        }
        assertTrue(!said || !all.isEmpty(), "messages were acknowledged");
        for (Path file : all) {
            assertEquals(2_999, events(file, true), file.toString());
        }
    }

    private static long events(Path file, boolean complete) throws Exception {
        long count = 0;
        try (Recording recording = Recording.open(file)) {
            for (FeedEvent event = recording.next(); event != null; event = recording.next()) {
                count++;
            }
            assertEquals(complete, recording.complete());
        }
        return count;
    }

    private void killRecordings(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            Path file = directory.resolve("r" + kill + ".feed");
            String last = killed(1 + random.nextInt(4_000), random.nextInt(60), "record", file.toString());
            long safe = Long.parseLong(last.substring(last.indexOf(' ') + 1));
            long read = 0;
            try (Recording recording = Recording.open(file)) {
                for (FeedEvent event = recording.next(); event != null; event = recording.next()) {
                    assertEquals(EventLoop.event(read), event);
                    read++;
                }
                assertFalse(recording.complete(), "it was not ended on purpose");
            }
            assertTrue(read >= safe, read + " events where " + safe + " were safe");
        }
    }
}
