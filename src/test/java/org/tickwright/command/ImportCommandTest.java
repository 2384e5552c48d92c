package org.tickwright.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tickwright.testing.Shared;

class ImportCommandTest extends CommandLineFixture {
    private static final String DAYS = """
        date,open,high,low,close,volume
        2024-01-02,10,12,9,11,100
        2024-01-03,11,13,10,12,100
        """;

    @Test
    void importsAFolderAndSaysWhatFailed() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("in"));
        Files.writeString(folder.resolve("AAA.csv"), DAYS);
        Files.writeString(folder.resolve("bad.csv"), DAYS + "2024-01-04,1,2,3,4,5\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        assertEquals(1, run("import", folder.toString()));
        assertTrue(output().contains("AAA.csv: AAA 1d, version 1, 2 rows read, 2 stored, 0 rejected"), output());
        assertTrue(output().contains("3 files, 1 series stored, 2 files failed"), output());
        assertTrue(errors().contains("bad.csv: Nothing was stored: IMPOSSIBLE_OHLC blocks"), errors());
        assertTrue(errors().contains("empty.csv is empty"), errors());
        assertEquals(1, run("import", folder.toString(), "--json"));
        assertEquals(2, json().get("filesFailed").asInt());
        assertEquals("bars", json().get("files").get(0).get("kind").asText());
    }

    @Test
    void givesTheFilesOfAFolderToOneSymbol() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("in"));
        Files.writeString(folder.resolve("one.csv"), DAYS);
        Files.writeString(folder.resolve("two.csv"), DAYS.replace("2024-01", "2024-02"));
        Files.writeString(folder.resolve("zzz.csv"), DAYS);
        assertEquals(1, run("import", folder.toString(), "--symbol", "X"));
        assertTrue(output().contains("3 files, 1 series stored, 1 files failed"), output());
        assertTrue(errors().contains("zzz.csv holds X 1d from 2024-01-02"), errors());
        assertEquals(0, run("data", "list", "--json"));
        assertEquals(4, json().get("series").get(0).get("bars").asInt());
    }

    @Test
    void mendsAndSavesHowUnderAName() throws IOException {
        Path file = Files.writeString(directory.resolve("x.csv"), """
            when,o1,h1,l1,c1
            2024-01-02,10,12,9,11
            2024-01-03,11,13,10,12
            2024-01-03,12,14,10,13
            """);
        assertEquals(
                0,
                run(
                        "import",
                        file.toString(),
                        "--symbol",
                        "AAA",
                        "--columns",
                        "time=when,open=o1,high=h1,low=l1,close=c1",
                        "--mend",
                        "DUPLICATE=merge",
                        "--save-mapping",
                        "odd"),
                this::errors);
        assertTrue(output().contains("3 rows read, 2 stored, 1 rejected"), output());
        assertEquals(0, run("data", "mappings"));
        assertTrue(output().startsWith("odd  columns {"), output());
        assertTrue(output().contains("mends DUPLICATE=merge"), output());
        assertEquals(0, run("import", file.toString(), "--symbol", "BBB", "--mapping", "odd"), this::errors);
        assertEquals(1, run("import", file.toString(), "--symbol", "BBB", "--mapping", "other"));
        assertTrue(errors().contains("Saved: odd."), errors());
        assertEquals(0, run("data", "mappings", "--delete", "odd"));
        assertEquals(1, run("data", "mappings", "--delete", "odd"));
    }

    @Test
    void refusesAMendThatIsNoneOrDoesNotFit() throws IOException {
        Path file = Files.writeString(directory.resolve("x.csv"), DAYS);
        assertEquals(2, run("import", file.toString(), "--symbol", "A", "--mend", "GAP=explode"));
        assertEquals(1, run("import", file.toString(), "--symbol", "A", "--mend", "BAD_ROW=fill"));
        assertTrue(errors().contains("BAD_ROW allows drop"), errors());
    }

    /// Bars that end with a trade are made of stored trades, which a workbench without a store on disk cannot keep.
    @Test
    void refusesTradesWhereNothingKeepsThem() throws IOException {
        StringBuilder text = new StringBuilder("time,price,size\n");
        for (int i = 0; i < 60; i++) {
            text.append(1_700_000_000 + i).append(',').append(100 + i % 7).append(",2\n");
        }
        Path file = Files.writeString(directory.resolve("trades.csv"), text);
        assertEquals(1, run("import", file.toString(), "--symbol", "T", "--timeframe", "5t"));
        assertTrue(errors().contains("there is no store for them here"), errors());
        assertEquals(0, run("data", "list"));
        assertTrue(!output().contains("T "), output());
        assertEquals(0, run("import", file.toString(), "--symbol", "T", "--timeframe", "10s"), this::errors);
        assertEquals(0, run("data", "audit", "T"), this::errors);
    }

    @Test
    void importsEverySymbolOfABulkFile() {
        Path file = Shared.requirePath("data/messy/dialects/stooq-bulk.txt");
        assertEquals(0, run("import", file.toString()), this::errors);
        assertTrue(output().contains("AAPL.US 1d, version 1, 2 rows read"), output());
        assertTrue(output().contains("1 files, 2 series stored, 0 files failed"), output());
    }
}
