package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.store.H2Store;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.testing.Shared;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.DerivingBarStore;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// Trades, quotes, splits and dividends from the command line, over a store on disk.
class EventCommandsTest extends CommandLineFixture {
    private static final ObjectMapper JSON = new ObjectMapper();

    private H2Store store;

    @BeforeEach
    void openStore() throws Exception {
        store = H2Store.open(directory.resolve("store"), false);
        DerivingBarStore bars = new DerivingBarStore(store.bars(), store.ticks(), store.derived());
        workbench = new Workbench(
                directory,
                false,
                IndicatorCatalogue.builtIn(),
                new SeriesLibrary(
                        bars,
                        org.tickwright.workbench.SeriesFiles.TEXT,
                        new Instruments(store.instruments(), ExchangeCalendars.shipped()),
                        store.rawFiles(),
                        new EventLibrary(
                                store.ticks(), store.actions(), store.rawFiles(), directory.resolve("recordings"))),
                new StrategyLibrary(directory.resolve("strategies")),
                new Backtests(bars, new MemoryRunArchive(), IndicatorCatalogue.builtIn()));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Path trades() throws IOException {
        StringBuilder text = new StringBuilder("time,price,size,side\n");
        for (int i = 0; i < 600; i++) {
            text.append(1_700_000_000 + i)
                    .append(',')
                    .append(100 + i % 7)
                    .append(",2,")
                    .append(i % 3 == 0 ? "sell" : "buy");
            text.append('\n');
        }
        return Files.writeString(directory.resolve("trades.csv"), text);
    }

    private JsonNode json(String... words) throws IOException {
        assertEquals(0, run(words), this::errors);
        return JSON.readTree(output());
    }

    @Test
    void importsTradesAndTellsOfThemLikeOfBars() throws Exception {
        JsonNode imported = json("import", trades().toString(), "--symbol", "T", "--json");
        assertEquals("trades", imported.get("kind").asText());
        assertEquals(600, imported.get("rowsRead").asInt());
        assertEquals(600, imported.get("rowsStored").asInt());
        assertEquals(0, imported.get("rowsRejected").asInt());
        assertFalse(imported.get("blocked").asBoolean());
        JsonNode listed = json("data", "list", "--json");
        assertEquals(0, listed.get("series").size());
        assertEquals("T", listed.at("/ticks/0/symbol").asText());
        assertEquals(600, listed.at("/ticks/0/ticks").asInt());
    }

    @Test
    void exportsTradesThatReadBackToTheSame() throws Exception {
        String hash = json("import", trades().toString(), "--symbol", "T", "--json")
                .get("contentHash")
                .asText();
        Path out = directory.resolve("out.csv");
        assertEquals(0, run("data", "export", "T", "--out", out.toString()), this::errors);
        JsonNode again = json("import", out.toString(), "--symbol", "U", "--json");
        assertEquals(hash, again.get("contentHash").asText());
    }

    @Test
    void keepsVersionsWithTheFileAsItCame() throws Exception {
        Path file = trades();
        byte[] came = Files.readAllBytes(file);
        assertEquals(0, run("import", file.toString(), "--symbol", "T"), this::errors);
        assertEquals(0, run("import", file.toString(), "--symbol", "T"), this::errors);
        assertEquals(1, json("data", "versions", "T", "--json").get("versions").size());
        Files.writeString(file, Files.readString(file) + "1700000700,100,1,buy\n");
        assertEquals(0, run("import", file.toString(), "--symbol", "T"), this::errors);
        JsonNode versions = json("data", "versions", "T", "--json").get("versions");
        assertEquals(2, versions.size());
        assertTrue(versions.get(1).get("used").asBoolean());
        assertEquals(0, run("data", "use", "T", "--version", "1"), this::errors);
        assertEquals(600, json("data", "list", "--json").at("/ticks/0/ticks").asInt());
        Path raw = directory.resolve("raw.csv");
        assertEquals(0, run("data", "raw", "T", "--out", raw.toString()), this::errors);
        assertArrayEquals(came, Files.readAllBytes(raw));
        assertEquals(1, run("data", "versions", "T", "--remove", "1"));
        assertTrue(errors().contains("in use"), errors());
        assertEquals(0, run("data", "versions", "T", "--remove", "2"), this::errors);
        assertEquals(0, run("data", "delete", "T"), this::errors);
        assertEquals(0, json("data", "list", "--json").get("ticks").size());
    }

    @Test
    void makesBarsOfStoredTradesWhenTheyAreAskedFor() throws Exception {
        assertEquals(0, run("import", trades().toString(), "--symbol", "T", "--timeframe", "100t"), this::errors);
        assertTrue(output().contains("Stored T trades"), output());
        for (String timeframe : new String[] {"100t", "1m", "500v"}) {
            Path out = directory.resolve(timeframe + ".csv");
            String[] words = {"indicator", "SMA(optInTimePeriod=2)", "--data", "T", "--timeframe", timeframe, "--out"};
            String[] all = java.util.Arrays.copyOf(words, words.length + 1);
            all[words.length] = out.toString();
            assertEquals(0, run(all), this::errors);
        }
        assertEquals(7, Files.readAllLines(directory.resolve("100t.csv")).size());
        assertEquals(
                1,
                run(
                        "indicator",
                        "SMA",
                        "--data",
                        "T",
                        "--out",
                        directory.resolve("x.csv").toString()));
        assertTrue(errors().contains("has trades of T and no bars"), errors());
    }

    @Test
    void importsQuotesWithTheirCrossedOnes() throws Exception {
        Path file = Files.writeString(
                directory.resolve("q.csv"),
                "time,bid,ask,bid_size,ask_size\n1700000000,10,10.1,1,2\n1700000001,10.2,10.1,1,2\n");
        JsonNode imported = json("import", file.toString(), "--symbol", "Q", "--json");
        assertEquals("quotes", imported.get("kind").asText());
        assertEquals(1, imported.at("/findingCounts/CROSSED").asInt());
        assertTrue(imported.at("/findings/0/message").asText().contains("above the ask"), imported::toString);
        Path out = directory.resolve("out.csv");
        assertEquals(0, run("data", "export", "Q", "--out", out.toString()), this::errors);
        String hash = imported.get("contentHash").asText();
        assertEquals(
                hash,
                json("import", out.toString(), "--symbol", "R", "--json")
                        .get("contentHash")
                        .asText());
    }

    @Test
    void leavesRowsThatAreNoTradesOutWhereThatIsAccepted() throws Exception {
        Path file = Files.writeString(trades(), "1700000700,101,-2,buy\n", StandardOpenOption.APPEND);
        assertEquals(1, run("import", file.toString(), "--symbol", "T"));
        assertTrue(errors().contains("--accept NEGATIVE_VOLUME"), errors());
        JsonNode imported = json("import", file.toString(), "--symbol", "T", "--accept", "NEGATIVE_VOLUME", "--json");
        assertEquals(601, imported.get("rowsRead").asInt());
        assertEquals(1, imported.get("rowsRejected").asInt());
        assertEquals(1, imported.at("/findingCounts/NEGATIVE_VOLUME").asInt());
        assertEquals(602, imported.at("/findings/0/line").asInt());
    }

    @Test
    void keepsEveryListOfActionsWithTheTimeFromWhichItWasKnown() throws Exception {
        Path file = Files.writeString(
                directory.resolve("a.csv"), "date,kind,amount\n2014-06-09,split,7:1\n2014-08-07,dividend,0.47\n");
        JsonNode imported = json("import", file.toString(), "--symbol", "AAPL", "--json");
        assertEquals("corporate actions", imported.get("kind").asText());
        Files.writeString(file, Files.readString(file) + "2014-11-06,dividend,0.47\n");
        assertEquals(0, run("import", file.toString(), "--symbol", "AAPL"), this::errors);
        assertEquals(
                2,
                json("data", "actions", "aapl", "--versions", "--json")
                        .get("versions")
                        .size());
        JsonNode now = json("data", "actions", "AAPL", "--json");
        assertEquals(2, now.get("dividends").size());
        assertEquals(7, now.at("/splits/0/numerator").asInt());
        assertEquals(1, run("data", "actions", "AAPL", "--as-of", "2001-01-01"));
        assertTrue(errors().contains("Nothing was known of AAPL on 2001-01-01"), errors());
        Path out = directory.resolve("out.csv");
        assertEquals(0, run("data", "export", "AAPL", "--out", out.toString()), this::errors);
        assertEquals(
                "date,kind,amount\n2014-06-09,split,7:1\n2014-08-07,dividend,0.47\n2014-11-06,dividend,0.47\n",
                Files.readString(out));
        assertEquals(0, run("data", "delete", "AAPL", "--kind", "actions"), this::errors);
        assertEquals(1, run("data", "actions", "AAPL"));
    }

    @Test
    void keepsWhatStandsInColumnsBesideBarsAsItWasAnnounced() throws Exception {
        Path file = Files.writeString(directory.resolve("y.csv"), """
            Date,Open,High,Low,Close,Volume,Dividends,Stock Splits
            2014-06-04,91,92,90,91,1000,0.5,0
            2014-06-05,91,92,90,91,1000,0,0
            2014-06-06,91,92,90,91,1000,0,0
            2014-06-09,92,93,91,92,1000,0,7
            2014-06-10,92,93,91,92,1000,500,0
            """);
        JsonNode imported = json("import", file.toString(), "--symbol", "Y", "--json", "--timeframe", "1d");
        assertEquals(5, imported.get("rowsStored").asInt());
        String notes = imported.at("/events/0/notes").toString();
        assertTrue(notes.contains("adjusted for splits already"), notes);
        assertTrue(notes.contains("1 splits or dividends make no sense"), notes);
        JsonNode known = json("data", "actions", "Y", "--json");
        assertEquals(3.5, known.at("/dividends/0/perUnit").asDouble(), 1e-12);
        assertEquals(1, known.get("dividends").size());
    }

    @Test
    void importsMessagesOfAVenueAsARecordingThatCanBePlayed() throws Exception {
        Path file = Shared.requirePath("data/order-book/hftbacktest/binance-spot-ethusdt-20240808.jsonl.gz");
        JsonNode imported = json("import", file.toString(), "--json");
        assertEquals("recording", imported.get("kind").asText());
        assertEquals(15_000, imported.get("rowsRead").asInt());
        assertEquals(0, run("import", file.toString()), this::errors);
        List<Path> recordings;
        try (Stream<Path> files = Files.list(directory.resolve("recordings"))) {
            recordings = files.toList();
        }
        assertEquals(1, recordings.size(), "the same messages make one recording");
        JsonNode played = json("replay", recordings.getFirst().toString(), "--json");
        assertEquals(1_473, played.at("/counts/book").asInt());
        assertEquals(2_375, played.at("/counts/trades").asInt());
        assertEquals(11_150, played.at("/counts/quotes").asInt());
        assertEquals(0, played.get("gaps").asInt());
        assertTrue(played.get("complete").asBoolean());
        assertFalse(played.get("simulated").asBoolean());
    }
}
