package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordReplayCommandTest extends CommandLineFixture {
    private int record(Path file, String seed, String speed) {
        return run(
                "record",
                "--seed",
                seed,
                "--start",
                "2026-03-02T15:00:00Z",
                "--for",
                "10m",
                "--speed",
                speed,
                "--events-per-second",
                "50",
                "--out",
                file.toString(),
                "--json");
    }

    @Test
    void aRecordedMarketGivesTheSameBarsAtEverySpeed() throws IOException {
        Path file = directory.resolve("day.feed");
        assertEquals(0, record(file, "7", "max"), this::errors);
        JsonNode recorded = json();
        assertTrue(recorded.get("events").asLong() > 20_000);
        assertEquals(0, run("replay", file.toString(), "--bars", "1m", "--json"), this::errors);
        JsonNode fast = json();
        assertEquals(10, fast.get("bars").get("SIM:ALPHA").get("rows").size());
        assertTrue(fast.get("complete").asBoolean());
        assertEquals(
                recorded.get("trades").asLong(),
                fast.get("counts").get("trades").asLong());
        assertEquals(0, run("replay", file.toString(), "--bars", "1m", "--speed", "100", "--json"), this::errors);
        assertEquals(fast, json());
        Path other = directory.resolve("again.feed");
        assertEquals(0, record(other, "7", "600"), this::errors);
        assertEquals(0, run("replay", other.toString(), "--bars", "1m", "--json"), this::errors);
        assertEquals(fast.get("bars"), json().get("bars"));
    }

    @Test
    void barsArePrintedAsTheyCome() {
        Path file = directory.resolve("day.feed");
        assertEquals(0, record(file, "7", "max"), this::errors);
        assertEquals(0, run("replay", file.toString(), "--bars", "5m"), this::errors);
        assertTrue(output().lines()
                        .filter(line -> line.startsWith("SIM:BETA 5m 2026-03-02T15:00:00Z"))
                        .count()
                == 1);
        assertTrue(output().contains(" trades"));
    }

    @Test
    void aTornEndIsReadUpToTheLastWholeGroupAndSaid() throws IOException {
        Path file = directory.resolve("day.feed");
        record(file, "7", "max");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertEquals(0, run("replay", file.toString(), "--json"));
        assertFalse(json().get("complete").asBoolean());
        assertTrue(errors().contains("were half-written when the recording broke off"));
        whole[whole.length / 2] ^= 4;
        Files.write(file, whole);
        assertEquals(1, run("replay", file.toString(), "--json"));
        assertTrue(errors().contains("damaged from byte"), this::errors);
    }

    @Test
    void aStoredSeriesIsToldAgainWithTheSameBars() throws IOException {
        assertEquals(0, run("import", prices.toString(), "--symbol", "WAVE"), this::errors);
        assertEquals(0, run("data", "list", "--json"), this::errors);
        String hash = json().findValue("contentHash").asText();
        assertEquals(0, run("replay", "--series", "WAVE", "1d", "--bars", "1d", "--json"), this::errors);
        JsonNode again = json();
        assertEquals(hash, again.get("bars").get("WAVE").get("hash").asText());
        assertEquals(250, again.get("counts").get("bars").asInt());
        assertEquals(0, run("replay", "--series", "WAVE", "--bars", "1w", "--speed", "max", "--json"), this::errors);
        assertEquals(36, json().get("bars").get("WAVE").get("rows").size());
        assertEquals(0, run("replay", "--series", "WAVE", "--bars", "1d"), this::errors);
        assertEquals(
                250,
                output().lines().filter(line -> line.startsWith("WAVE 1d 2020")).count());
    }

    @Test
    void whatCannotBeToldAgainIsRefused() {
        assertEquals(0, run("import", prices.toString(), "--symbol", "WAVE"), this::errors);
        assertEquals(1, run("replay", "--series", "WAVE", "1d", "--bars", "1h"));
        assertTrue(errors().contains("Bars of 1h cannot be made of bars of 1d"), this::errors);
        assertEquals(1, run("replay", "--series", "NONE"));
        assertEquals(1, run("replay", "--trades", "NONE"));
        assertTrue(errors().contains("There are no trades of NONE"), this::errors);
        assertEquals(2, run("replay"));
        assertEquals(2, run("replay", "x.feed", "--trades", "NONE"));
    }

    @Test
    void wrongArgumentsAreTwoAndMissingFilesOne() {
        assertEquals(2, run("record", "--for", "ever", "--out", "x"));
        assertEquals(2, run("record", "--for", "1s", "--feed", "moon", "--out", "x"));
        assertEquals(2, run("record", "--for", "1s", "--speed", "0", "--out", "x"));
        assertEquals(2, run("record", "--for", "1s", "--calendar", "MOON", "--out", "x"));
        assertEquals(2, run("record", "--for", "1s", "--start", "noon", "--out", "x"));
        assertEquals(2, run("replay", prices.toString(), "--bars", "100t"));
        assertEquals(1, run("replay", directory.resolve("none").toString()));
        assertEquals(1, run("replay", prices.toString()));
        assertTrue(errors().contains("it is no recording of a feed"));
        Path file = directory.resolve("day.feed");
        assertEquals(0, record(file, "1", "max"));
        assertEquals(1, record(file, "1", "max"));
        assertTrue(errors().contains("is there already"));
    }
}
