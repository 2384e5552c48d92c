package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.MendPlan;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.Shared;

class FileImportsTest {
    private static final String DAYS = """
        date,open,high,low,close,volume
        2024-01-02,10,12,9,11,100
        2024-01-03,11,13,10,12,100
        """;
    private static final ImportOptions AUTO = ImportOptions.forSymbol("");

    private final SeriesLibrary library = new SeriesLibrary(new MemoryBarStore());

    @TempDir
    Path folder;

    private List<ImportOutcome> all(Path source) throws Exception {
        return library.imports().all(source, AUTO, Progress.NONE);
    }

    private List<String> stored() throws Exception {
        return library.list().stream()
                .map(info -> info.key().toString())
                .sorted()
                .toList();
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("all.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void importsEveryFileOfAFolderUnderTheNameOfItsFile() throws Exception {
        Files.createDirectories(folder.resolve("us"));
        Files.writeString(folder.resolve("us/aapl.csv"), DAYS);
        Files.writeString(folder.resolve("msft_daily.csv"), DAYS);
        Files.writeString(folder.resolve("notes.txt"), "nothing of use\n");
        Files.writeString(folder.resolve(".hidden"), "x");
        List<ImportOutcome> outcomes = all(folder);
        assertEquals(
                List.of("msft_daily.csv", "notes.txt", "us/aapl.csv"),
                outcomes.stream().map(ImportOutcome::file).toList());
        assertEquals(List.of("AAPL 1d", "MSFT 1d"), stored());
        assertEquals(
                List.of(false, true, false),
                outcomes.stream().map(ImportOutcome::failed).toList());
        assertTrue(
                outcomes.get(1).refusal().startsWith("notes.txt"),
                outcomes.get(1).refusal());
    }

    @Test
    void storesEverySymbolOfAFileAndBlocksNoneForAnother() throws Exception {
        Path file = Files.writeString(folder.resolve("many.csv"), """
            ticker,date,open,high,low,close,volume
            AAA,2024-01-02,10,12,9,11,100
            AAA,2024-01-03,11,13,10,12,100
            BBB,2024-01-02,10,12,9,11,100
            BBB,2024-01-03,11,9,10,12,100
            """);
        List<ImportOutcome> outcomes = all(file);
        assertEquals(List.of("AAA 1d"), stored());
        assertTrue(outcomes.getFirst().failed());
        var blocked = outcomes.getFirst().reports().get(1);
        assertTrue(blocked.blocked());
        assertEquals(
                5,
                blocked.findings().stream()
                        .filter(f -> f.code().equals("IMPOSSIBLE_OHLC"))
                        .findFirst()
                        .orElseThrow()
                        .line());
    }

    @Test
    void takesOneSymbolOfAFileThatIsStated() throws Exception {
        Path file = Shared.requirePath("data/messy/dialects/quandl-wiki-table.csv.gz");
        library.imports().all(file, ImportOptions.forSymbol("ZEN"), Progress.NONE);
        assertEquals(List.of("ZEN 1d"), stored());
        var missing = library.imports().all(file, ImportOptions.forSymbol("NONE"), Progress.NONE);
        assertTrue(missing.getFirst().refusal().contains("holds 4 series (AAPL, BRK_A, MSFT, ZEN …)"));
    }

    @Test
    void importsAnArchive() throws Exception {
        assertEquals(
                2, all(zip("a/AAA.csv", DAYS, "b/BBB.csv", DAYS, "empty/", "")).size());
        assertEquals(List.of("AAA 1d", "BBB 1d"), stored());
    }

    @Test
    void readsADateThatOnlyTheNameInAnArchiveHas() throws Exception {
        all(zip(
                "20131008_spy_minute_trade.csv",
                "14400000,1674200,1674200,1674200,1674200,210\n" + "14460000,1673300,1674100,1673300,1673800,1300\n"));
        SeriesInfo info = library.list().getFirst();
        Bars bars = library.load(info.key()).orElseThrow();
        assertEquals(167.42, bars.open(0));
    }

    @Test
    void refusesPathsThatLeaveTheArchive() throws Exception {
        Path file = zip("../evil.csv", DAYS, "/etc/evil.csv", DAYS, "C:\\evil.csv", DAYS, "fine.csv", DAYS);
        List<ImportOutcome> outcomes = all(file);
        assertEquals(
                3,
                outcomes.stream()
                        .filter(outcome -> outcome.refusal().contains("a place outside of the archive"))
                        .count());
        assertEquals(List.of("FINE 1d"), stored());
        assertFalse(Files.exists(folder.getParent().resolve("evil.csv")));
    }

    @Test
    void refusesABombAndReadsOn() throws Exception {
        Path file = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a-bomb.csv"));
            byte[] nothing = new byte[1 << 20];
            Arrays.fill(nothing, (byte) '0');
            for (int i = 0; i < 80; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("fine.csv"));
            zip.write(DAYS.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        List<ImportOutcome> outcomes = all(file);
        assertTrue(
                outcomes.getFirst().refusal().contains("200 times its packed size"),
                outcomes.getFirst().refusal());
        assertEquals(List.of("FINE 1d"), stored());
    }

    @Test
    void refusesAnArchiveThatIsDamagedOrASpreadsheet() throws Exception {
        Path whole = zip("a.csv", DAYS);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(whole), 60));
        assertThrows(ImportException.class, () -> all(cut));
        Path sheet = zip("[Content_Types].xml", "<x/>", "sheet.xml", "<y/>");
        assertTrue(assertThrows(ImportException.class, () -> all(sheet))
                .getMessage()
                .contains("spreadsheet"));
        assertEquals(List.of(), stored());
    }

    @Test
    void joinsFilesOfOneSeriesWhereEachBeginsBehindTheOneBefore() throws Exception {
        String february = DAYS.replace("2024-01", "2024-02");
        String march = DAYS.replace("2024-01", "2024-03");
        Path whole = Files.writeString(folder.resolve("whole.csv"), DAYS + tail(february) + tail(march));
        List<ImportOutcome> outcomes =
                all(zip("AAA-2024-01.csv", DAYS, "AAA-2024-02.csv", february, "AAA-2024-03.csv", march));
        assertTrue(outcomes.stream().noneMatch(ImportOutcome::failed), outcomes.toString());
        assertEquals(List.of("AAA 1d"), stored());
        SeriesInfo joined = library.list().getFirst();
        assertEquals(1, joined.version());
        library.imports().all(whole, AUTO.withSymbol("BBB"), Progress.NONE);
        assertEquals(library.list().getLast().contentHash(), joined.contentHash());
        assertEquals(6, joined.bars());
    }

    private static String tail(String csv) {
        return csv.substring(csv.indexOf('\n') + 1);
    }

    @Test
    void leavesOutWhatLiesBeforeOrAmongWhatAnEarlierFileHeld() throws Exception {
        String later = DAYS.replace("2024-01", "2024-02");
        List<ImportOutcome> outcomes = all(zip("AAA-1.csv", later, "AAA-2.csv", DAYS));
        assertTrue(
                outcomes.get(1).refusal().contains("AAA-1.csv held it to 2024-02-03"),
                outcomes.get(1).refusal());
        assertEquals(2, library.list().getFirst().bars());
    }

    @Test
    void refusesASecondFileOfOneSeries() throws Exception {
        List<ImportOutcome> outcomes = all(zip("a/AAA.csv", DAYS, "b/AAA.csv", DAYS.replace("11,100", "11.5,100")));
        assertTrue(
                outcomes.get(1).refusal().contains("a/AAA.csv held it to 2024-01-03"),
                outcomes.get(1).refusal());
        assertEquals(1, library.list().getFirst().version());
    }

    @Test
    void makesBarsOfTradesWhereATimeframeIsStated() throws Exception {
        Path trades = Shared.requirePath("data/ticks/freqtrade/XRP_ETH-trades.json.gz");
        assertTrue(all(trades).getFirst().refusal().contains("there is no store for them here"));
        library.imports().all(trades, AUTO.withTimeframe(Timeframe.parse("5m")), Progress.NONE);
        assertEquals(List.of("XRP-ETH 5m"), stored());
        // The candles of the same trades, as their source made them.
        Bars made = library.load(library.list().getFirst().key()).orElseThrow();
        Path candles = Shared.requirePath("data/minute/freqtrade/XRP_ETH-5m.csv.gz");
        Bars source = SeriesFiles.TEXT.parseBars(candles, AUTO).bars();
        int same = 0;
        for (int i = 0; i < source.size(); i++) {
            int at = made.indexAtOrAfter(source.time(i));
            same += at < made.size() && made.time(at) == source.time(i) && made.close(at) == source.close(i) ? 1 : 0;
        }
        assertTrue(same >= 0.9 * source.size(), same + " of " + source.size());
    }

    @Test
    void keepsTheMendsWithTheVersion() throws Exception {
        Path file = Files.writeString(folder.resolve("AAA.csv"), DAYS + "2024-01-04,10,9,11,10,5\n");
        library.imports().all(file, AUTO.withMends(MendPlan.parse("IMPOSSIBLE_OHLC=drop")), Progress.NONE);
        var version = library.versions().of(new SeriesKey("AAA", Timeframe.DAY)).getFirst();
        assertEquals("IMPOSSIBLE_OHLC=drop", version.provenance().mends().toString());
    }

    @Test
    void savesMappingsByName() throws Exception {
        ImportMappings mappings = ImportMappings.in(folder);
        assertEquals(List.of(), mappings.names());
        ImportOptions options = new ImportOptions(
                "IGNORED",
                Timeframe.parse("5m"),
                java.time.ZoneId.of("Asia/Kolkata"),
                "decimal-comma",
                java.util.Map.of("close", "Settle"),
                "DMY",
                Set.of("GAP"),
                MendPlan.parse("DUPLICATE=merge"));
        mappings.save("my broker", options);
        assertEquals(List.of("my broker"), mappings.names());
        assertEquals(options.withSymbol(""), mappings.load("my broker"));
        assertThrows(ImportException.class, () -> mappings.load("other"));
        assertThrows(ImportException.class, () -> mappings.save("../up", options));
        assertTrue(mappings.delete("my broker"));
        assertFalse(mappings.delete("my broker"));
        Files.writeString(folder.resolve("mappings").resolve("bad.mapping.json"), "{");
        assertThrows(ImportException.class, () -> mappings.load("bad"));
    }
}
