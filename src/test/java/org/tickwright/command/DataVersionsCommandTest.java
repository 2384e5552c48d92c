package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DataVersionsCommandTest extends CommandLineFixture {
    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void importTwice() throws Exception {
        assertEquals(0, run("import", prices.toString(), "--symbol", "WAVE"), err::toString);
        assertFalse(printed().contains("against version"), printed());
        String text = Files.readString(prices);
        Files.writeString(
                prices,
                text.replaceFirst("(2020-01-02,.*),1001", "$1,5").replaceFirst("2020-01-05,.*\\R", "")
                        + "2020-09-07,101,102,100,101,9\n");
        assertEquals(0, run("import", prices.toString(), "--symbol", "WAVE", "--json"), () -> out + "" + err);
    }

    @Test
    void showsHowAnImportDiffersFromWhatWasThere() throws Exception {
        importTwice();
        JsonNode difference = json().path("difference");
        assertEquals(1, difference.path("from").asInt(), printed());
        assertEquals(2, difference.path("to").asInt());
        assertEquals(1, difference.path("added").asInt());
        assertEquals(1, difference.path("removed").asInt());
        assertEquals(1, difference.path("changed").asInt());
        assertEquals(248, difference.path("same").asInt());
        assertEquals("2020-01-05T00:00:00Z", firstOf(difference, "removed"));
        assertEquals("2020-09-07T00:00:00Z", firstOf(difference, "added"));
    }

    private static String firstOf(JsonNode difference, String kind) {
        String found = "";
        for (JsonNode row : difference.path("first")) {
            boolean later = row.path("time").asText().compareTo(found) > 0;
            found = row.path("kind").asText().equals(kind) && later
                    ? row.path("time").asText()
                    : found;
        }
        return found;
    }

    @Test
    void listsVersionsAndGoesBackToOne() throws Exception {
        importTwice();
        assertEquals(0, run("data", "versions", "WAVE", "--json"));
        assertEquals(2, json().path("versions").size());
        assertTrue(json().path("versions").get(1).path("used").asBoolean());
        assertEquals(0, run("data", "use", "WAVE", "--version", "1"), err::toString);
        assertEquals(0, run("data", "list", "--json"));
        assertEquals(1, json().path("series").get(0).path("version").asInt());
        assertEquals(0, run("data", "versions", "WAVE", "--remove", "2"), err::toString);
        assertEquals(0, run("data", "versions", "WAVE"));
        assertTrue(printed().startsWith("*  1  stored"), printed());
        assertEquals(1, run("data", "versions", "WAVE", "--remove", "1"));
        assertEquals(1, run("data", "use", "WAVE", "--version", "7"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no version 7"), err::toString);
    }

    @Test
    void tellsTwoVersionsApart() throws Exception {
        importTwice();
        assertEquals(0, run("data", "diff", "WAVE", "1", "2"), err::toString);
        assertTrue(printed().startsWith("Version 2 against version 1: 1 bars added, "), printed());
        assertTrue(printed().contains("added 2020-09-07T00:00:00Z  open 101.0"), printed());
        assertEquals(0, run("data", "diff", "WAVE", "1", "1", "--json"));
        assertEquals(0, json().path("changed").asInt());
        assertEquals(1, run("data", "diff", "WAVE", "1", "9"));
        assertEquals(2, run("data", "diff", "WAVE", "1"));
    }

    @Test
    void saysThatNoFileWasKept() throws Exception {
        importTwice();
        assertEquals(
                1, run("data", "raw", "WAVE", "--out", directory.resolve("raw").toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("No file was kept for version 2"), err::toString);
    }
}
