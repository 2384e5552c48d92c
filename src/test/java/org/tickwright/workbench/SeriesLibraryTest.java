package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.ImportReport;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.Shared;

class SeriesLibraryTest {
    private static final String GOOD =
            "date,open,high,low,close,volume\n2024-01-02,10,12,9,11,100\n2024-01-03,11,13,10,12,100\n";
    private static final SeriesKey X = new SeriesKey("X", Timeframe.DAY);

    @TempDir
    Path directory;

    private final MemoryBarStore store = new MemoryBarStore();
    private final SeriesLibrary library = new SeriesLibrary(store);

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static ImportOptions options(String symbol, String zone, String... accept) {
        return new ImportOptions(symbol, null, ZoneId.of(zone), "auto", Map.of(), null, Set.of(accept));
    }

    @Test
    void importsAFile() throws Exception {
        ImportReport report = library.importFile(file("x.csv", GOOD), ImportOptions.forSymbol("X"), Progress.NONE);
        assertFalse(report.blocked());
        assertEquals(2, report.rowsRead());
        assertEquals(2, report.rowsStored());
        assertEquals(0, report.rowsRejected());
        assertEquals("x.csv", report.file());
        assertEquals(report.series(), library.find(X).orElseThrow());
        assertEquals(12, library.load(X).orElseThrow().close(1));
        assertEquals(1, report.findingCounts().get("ZONE_ASSUMED"));
    }

    @Test
    void storesNothingOfABlockedFile() throws Exception {
        Path broken = file("x.csv", GOOD + "2024-01-04,0,0,0,0,0\n2024-01-05,11,13,10,12,100\n");
        ImportReport blocked = library.importFile(broken, ImportOptions.forSymbol("X"), Progress.NONE);
        assertTrue(blocked.blocked());
        assertNull(blocked.series());
        assertEquals(4, blocked.rowsRead());
        assertEquals(0, blocked.rowsStored());
        assertEquals(4, blocked.rowsRejected());
        assertTrue(library.list().isEmpty());
        ImportReport accepted = library.importFile(broken, options("X", "UTC", "NON_POSITIVE_PRICE"), Progress.NONE);
        assertEquals(3, accepted.rowsStored());
        assertEquals(1, accepted.rowsRejected());
    }

    @Test
    void keepsWhatIsThereWhenALaterImportFails() throws Exception {
        library.importFile(file("x.csv", GOOD), ImportOptions.forSymbol("X"), Progress.NONE);
        SeriesInfo before = library.find(X).orElseThrow();
        library.importFile(file("y.csv", GOOD + "oops\n"), ImportOptions.forSymbol("X"), Progress.NONE);
        assertThrows(
                ImportException.class,
                () -> library.importFile(file("z.csv", "{}"), ImportOptions.forSymbol("X"), Progress.NONE));
        assertEquals(before, library.find(X).orElseThrow());
    }

    @Test
    void stopsWhenCancelledAndStoresNothing() throws Exception {
        Path path = file("x.csv", GOOD);
        for (int calls = 0; calls < 2; calls++) {
            int after = calls;
            Progress progress = new Progress() {
                private int asked;

                @Override
                public void report(double fraction, String activity) {}

                @Override
                public boolean cancelled() {
                    return asked++ >= after;
                }
            };
            assertThrows(
                    CancellationException.class,
                    () -> library.importFile(path, ImportOptions.forSymbol("X"), progress));
            assertThrows(CancellationException.class, () -> library.installSamples(progress));
        }
        assertTrue(library.find(X).isEmpty());
    }

    @Test
    void refusesSymbolsThatCannotBe() throws Exception {
        Path path = file("x.csv", GOOD);
        assertThrows(
                ImportException.class,
                () -> library.importFile(path, ImportOptions.forSymbol("SIM-ALPHA"), Progress.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> library.importFile(path, ImportOptions.forSymbol("no good"), Progress.NONE));
        assertTrue(library.list().isEmpty());
    }

    @Test
    void previewsWithoutStoring() throws Exception {
        ImportPreview preview = library.preview(file("goog_daily.csv", GOOD), ImportOptions.forSymbol(""));
        assertEquals("GOOG", preview.symbol());
        assertEquals(2, preview.bars());
        assertEquals(Timeframe.DAY, preview.timeframe());
        assertEquals("UTC", preview.zone());
        assertEquals(
                List.of("2024-01-02", "10", "12", "9", "11", "100"),
                preview.rows().getFirst());
        assertEquals(5, preview.columns().get("close"));
        assertFalse(preview.blocked());
        assertTrue(library.list().isEmpty());
    }

    @Test
    void exportsWhatReadsBackToTheSameBars() throws Exception {
        for (String zone : List.of("America/New_York", "Asia/Tokyo", "UTC")) {
            library.importFile(file("x.csv", GOOD), options("X", zone), Progress.NONE);
            Path out = directory.resolve("deep/x-out.csv");
            library.export(X, out);
            ImportReport again = library.importFile(out, options("Y", zone), Progress.NONE);
            assertEquals(
                    library.find(X).orElseThrow().contentHash(), again.series().contentHash());
        }
        SeriesKey walk = new SeriesKey("W", Timeframe.MINUTE);
        Bars bars = new Bars(Timeframe.MINUTE, ZoneId.of("UTC"), 3);
        bars.append(1_000_000_007L, 1.0 / 3, 1e300, Double.MIN_VALUE, 1e15, 1e21);
        bars.append(61_000_000_007L, 0.1 + 0.2, 123456789.125, 0.1, 5, 0);
        bars.append(121_000_000_007L, 3, 3, 3, 3, 1e14);
        store.save(walk, bars, "odd", false);
        Path out = directory.resolve("odd.csv");
        library.export(walk, out);
        assertEquals(
                bars.contentHash(),
                library.importFile(out, ImportOptions.forSymbol("W2"), Progress.NONE)
                        .series()
                        .contentHash());
        try (var left = Files.list(directory)) {
            assertTrue(left.noneMatch(path -> path.toString().endsWith(".tmp")));
        }
        assertThrows(IllegalArgumentException.class, () -> library.export(new SeriesKey("NO", Timeframe.DAY), out));
    }

    @Test
    void searchesBestMatchFirst() throws Exception {
        for (String symbol : List.of("AAPL", "AA", "XAA", "SIM-AA", "B")) {
            store.save(new SeriesKey(symbol, Timeframe.MINUTE), RandomWalk.minutes(1, 1), "w", false);
        }
        store.save(
                new SeriesKey("AA", Timeframe.parse("5m")), RandomWalk.bars(Timeframe.parse("5m"), 1, 1), "w", false);
        assertEquals(List.of("AA 1m", "AA 5m", "AAPL 1m", "SIM-AA 1m", "XAA 1m"), names("aa"));
        assertEquals(List.of("AA 5m"), names(" aa  5m "));
        assertEquals(6, names("").size());
        assertEquals(List.of(), names("zzz"));
    }

    private List<String> names(String text) throws StoreException {
        return library.search(text).stream().map(info -> info.key().toString()).toList();
    }

    @Test
    void opensFilesAndSymbolsAlike() throws Exception {
        Path path = file("goog.csv", "date,open,high,low,close,volume,rsi\n2024-01-02,10,12,9,11,100,55\n");
        SeriesData fromFile = library.open(path.toString(), ImportOptions.forSymbol(""));
        assertEquals("GOOG 1d", fromFile.key().toString());
        assertEquals(55, fromFile.frame().column("rsi").orElseThrow()[0]);
        store.save(X, fromFile.frame().bars(), "goog.csv", true);
        store.save(new SeriesKey("X", Timeframe.MINUTE), RandomWalk.minutes(3, 1), "w", false);
        store.save(new SeriesKey("Y", Timeframe.MINUTE), RandomWalk.minutes(4, 1), "w", false);
        assertEquals(X, library.open("x", ImportOptions.forSymbol("")).key());
        assertTrue(library.open("X", ImportOptions.forSymbol("")).simulated());
        assertEquals(
                3,
                library.open("X 1m", ImportOptions.forSymbol("")).frame().bars().size());
        assertEquals(
                3,
                library.open("X:1m", ImportOptions.forSymbol("")).frame().bars().size());
        assertEquals(
                4, library.open("Y", ImportOptions.forSymbol("")).frame().bars().size());
        ImportException unknown =
                assertThrows(ImportException.class, () -> library.open("Z", ImportOptions.forSymbol("")));
        assertTrue(unknown.getMessage().contains("X 1d"), unknown.getMessage());
        assertThrows(ImportException.class, () -> library.open("Y 5m", ImportOptions.forSymbol("")));
        Path broken = file("bad.csv", GOOD + "2024-01-03,1,1,1,1,1\n");
        ImportException blocked =
                assertThrows(ImportException.class, () -> library.open(broken.toString(), ImportOptions.forSymbol("")));
        assertTrue(blocked.getMessage().contains("DUPLICATE"), blocked.getMessage());
    }

    @Test
    void auditsWhatIsStored() throws Exception {
        Bars walk = RandomWalk.minutes(5_000, 1);
        Bars gap = walk.slice(0, 2_000);
        for (int i = 2_100; i < 5_000; i++) {
            gap.append(walk.time(i), walk.open(i), walk.high(i), walk.low(i), walk.close(i), walk.volume(i));
        }
        SeriesKey key = new SeriesKey("W", Timeframe.MINUTE);
        store.save(key, gap, "w", false);
        var report = library.audit(key).orElseThrow();
        assertEquals(Map.of("GAP", 1), report.findingCounts());
        assertTrue(report.findings().getFirst().message().startsWith("100 bars of 1m"));
        assertTrue(library.audit(X).isEmpty());
    }

    @Test
    void installsTheSamplesOnceAndWithoutNetwork() throws Exception {
        List<String> activities = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String activity) {
                activities.add(activity);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        List<SeriesInfo> added = library.installSamples(progress);
        assertEquals(
                Set.of(
                        "AAPL 1d",
                        "BTCUSD 5m",
                        "ETHUSD 5m",
                        "SIM-ALPHA 1d",
                        "SIM-ALPHA 1m",
                        "SIM-BETA 1d",
                        "SIM-BETA 1m"),
                Set.copyOf(added.stream().map(info -> info.key().toString()).toList()));
        added.forEach(info -> assertEquals(info.key().symbol().startsWith("SIM-"), info.simulated(), info::toString));
        assertTrue(activities.size() >= 5);
        assertTrue(library.installSamples(Progress.NONE).isEmpty());
        Bars apple = library.load(new SeriesKey("AAPL", Timeframe.DAY)).orElseThrow();
        assertEquals(252, apple.size());
        assertEquals(553.82, apple.open(0));
        assertEquals(
                "2013-01-02T05:00:00Z", Instant.ofEpochSecond(0, apple.time(0)).toString());
        Bars ether =
                library.load(new SeriesKey("ETHUSD", SampleData.FIVE_MINUTES)).orElseThrow();
        assertEquals(580, ether.size());
        assertEquals(
                "2023-03-13T18:00:00Z", Instant.ofEpochSecond(0, ether.time(0)).toString());
        assertEquals(1673.58, ether.open(0));
        Bars bitcoin =
                library.load(new SeriesKey("BTCUSD", SampleData.FIVE_MINUTES)).orElseThrow();
        double volume = 0;
        for (int i = 0; i < bitcoin.size(); i++) {
            volume += bitcoin.volume(i);
        }
        assertEquals(1_917, bitcoin.size());
        assertEquals(800.01, bitcoin.open(0));
        assertEquals(999.0, bitcoin.close(1_916));
        assertTrue(volume > 100_000);
    }

    @Test
    void shipsTheAppleBarsThatTheReferenceHas() throws Exception {
        Path reference = Shared.requirePath("data/equities-daily/ta4j/AAPL-2013.csv");
        Bars expected = library.open(reference.toString(), options("AAPL", "America/New_York"))
                .frame()
                .bars();
        assertEquals(expected.contentHash(), SampleData.apple().contentHash());
    }

    @Test
    void proposesSymbolsFromFileNames() {
        assertEquals("AAPL", SymbolProposal.from("aapl.csv.gz"));
        assertEquals("SPY", SymbolProposal.from("equity-spy-1m-trades-2013-10.csv.gz"));
        assertEquals("IBM", SymbolProposal.from("equity-ibm-quotes-20131007.csv.gz"));
        assertEquals("BTCUSDT", SymbolProposal.from("BTCUSDT-aggTrades-2024-01.zip"));
        assertEquals("ADA-BTC", SymbolProposal.from("ADA_BTC-5m.csv.gz"));
        assertEquals("BTCUSD-COINBASE", SymbolProposal.from("crypto-btcusd-coinbase-1d.csv.gz"));
        assertEquals("BRK.B", SymbolProposal.from("brk.b.txt"));
        assertEquals("DATA", SymbolProposal.from("2013-01.csv"));
        assertEquals("AAPL", SymbolProposal.from("AAPL-2013.csv"));
    }
}
