package org.tickwright.desktop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.tour.SampleFiles;
import org.tickwright.market.BarDifference;
import org.tickwright.market.ImportReport;
import org.tickwright.market.Mend;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.store.H2Store;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.FilePreview;
import org.tickwright.workbench.ImportMappings;
import org.tickwright.workbench.ImportOutcome;
import org.tickwright.workbench.Instruments;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StoredEvents;

class ImportModelTest {
    @TempDir
    Path folder;

    private final MemoryBarStore store = new MemoryBarStore();
    private ImportModel model;

    @BeforeEach
    void open() {
        model = new ImportModel(new SeriesLibrary(store), ImportMappings.in(folder), new DirectTasks());
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void proposesTheSymbolAndStoresACleanFile() throws IOException {
        model.open(SampleFiles.clean(folder));
        assertTrue(model.ready(), model.trouble().get());
        model.symbol().set("ACME");
        model.start();
        ImportReport report = model.report();
        assertNotNull(report);
        assertEquals(260, report.rowsStored());
        assertTrue(store.find(new SeriesKey("ACME", Timeframe.DAY)).isPresent());
    }

    @Test
    void holdsABrokenFileBackAndSaysWhatEachAcceptanceMeans() throws IOException {
        model.open(SampleFiles.broken(folder));
        assertFalse(model.ready());
        List<FindingGroup> errors =
                model.groups().stream().filter(FindingGroup::error).toList();
        assertEquals(
                List.of("BAD_ROW", "DUPLICATE", "IMPOSSIBLE_OHLC", "NON_POSITIVE_PRICE", "OUT_OF_ORDER"),
                errors.stream().map(FindingGroup::code).toList());
        assertTrue(errors.stream().allMatch(FindingGroup::acceptable));
        model.start();
        assertNull(model.report());
        assertTrue(store.list().isEmpty());
    }

    @Test
    void importsTheRestOnceEveryErrorIsAccepted() throws IOException {
        model.open(SampleFiles.broken(folder));
        for (FindingGroup group : model.groups()) {
            model.accept(group.code(), true);
        }
        assertTrue(model.ready(), model.trouble().get());
        model.start();
        ImportReport report = model.report();
        assertNotNull(report);
        assertEquals(report.rowsRead(), report.rowsStored() + report.rowsRejected());
        assertEquals(4, report.rowsRejected());
    }

    @Test
    void mendsWhatIsDecidedAndTakesItBack() throws IOException {
        model.open(SampleFiles.broken(folder));
        model.mend("DUPLICATE", Mend.Action.MERGE);
        FindingGroup group = group("DUPLICATE");
        assertEquals(Mend.Action.MERGE, group.chosen());
        assertFalse(group.error());
        model.mend("DUPLICATE", null);
        assertTrue(group("DUPLICATE").error());
        assertNull(group("DUPLICATE").chosen());
    }

    @Test
    void offersToFillGapsWithinADayAndKeepsTheChoiceInSight() throws IOException {
        Path file = file(
                "minutes.csv",
                "time,open,high,low,close,volume",
                "2024-01-02T10:00:00Z,1,2,0.5,1.5,10",
                "2024-01-02T10:01:00Z,1,2,0.5,1.5,10",
                "2024-01-02T10:02:00Z,1,2,0.5,1.5,10",
                "2024-01-02T10:05:00Z,1,2,0.5,1.5,10",
                "2024-01-03T10:03:00Z,1,2,0.5,1.5,10",
                "2024-01-03T10:04:00Z,1,2,0.5,1.5,10");
        model.open(file);
        model.mend("GAP", Mend.Action.FILL);
        assertEquals(8, model.preview().get().bars());
        assertEquals(Mend.Action.FILL, group("GAP").chosen());
        assertTrue(group("GAP").acceptable());
        model.mend("GAP", null);
        assertEquals(6, model.preview().get().bars());
    }

    private FindingGroup group(String code) {
        return model.groups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void blocksAgainWhenAnAcceptanceIsTakenBack() throws IOException {
        model.open(SampleFiles.broken(folder));
        List<FindingGroup> groups = model.groups();
        groups.forEach(group -> model.accept(group.code(), true));
        model.accept("DUPLICATE", false);
        assertFalse(model.ready());
    }

    @Test
    void saysInWordsWhyAFileIsNoTable() throws IOException {
        model.open(file("notes.csv", "dear diary"));
        assertFalse(model.ready());
        assertTrue(model.trouble().get().contains("notes.csv"), model.trouble().get());
        assertNull(model.preview().get());
    }

    @Test
    void asksForTheOrderOfDatesThatCouldBeEither() throws IOException {
        Path file = file(
                "either.csv",
                "Date,Open,High,Low,Close,Volume",
                "01/02/2024,1,2,0.5,1.5,10",
                "02/02/2024,1,2,0.5,1.5,10",
                "03/02/2024,1,2,0.5,1.5,10");
        model.open(file);
        assertFalse(model.ready());
        assertFalse(model.groups().getFirst().acceptable());
        model.choices().dateOrder().set("DMY");
        assertTrue(model.ready(), model.groups().toString());
    }

    @Test
    void readsAgainWithAnotherColumnWhenOneIsChosen() throws IOException {
        Path file = file(
                "two.csv",
                "Date,Open,High,Low,Close,Adj Close,Volume",
                "2024-01-02,1,2,0.5,1.5,1.4,10",
                "2024-01-03,1,2,0.5,1.5,1.4,10",
                "2024-01-04,1,2,0.5,1.5,1.4,10");
        model.open(file);
        model.column("close", 6);
        assertEquals(6, model.preview().get().columns().get("close"));
        model.start();
        SeriesKey key = store.list().getFirst().key();
        assertEquals(1.4, store.load(key).orElseThrow().close(0));
    }

    @Test
    void refusesAZoneThatDoesNotExistAndRecovers() throws IOException {
        model.open(SampleFiles.clean(folder));
        model.choices().zone().set("Europe/Atlantis");
        assertFalse(model.ready());
        assertTrue(model.trouble().get().contains("Europe/Atlantis"));
        model.choices().zone().set("Europe/London");
        assertTrue(model.ready(), model.trouble().get());
    }

    @Test
    void refusesASymbolThatFitsNoFileName() throws IOException {
        model.open(SampleFiles.clean(folder));
        model.symbol().set("no good");
        assertFalse(model.ready());
        assertFalse(model.symbolTrouble().get().isEmpty());
    }

    @Test
    void showsTheColumnsOfTheFileThatIsSelectedAtOnce() throws IOException {
        Path first = file("first.csv", "time,open,high,low,close", "2024-01-02,1,2,0.5,1.5", "2024-01-03,1,2,0.5,1.5");
        Path second = file("second.csv", "date,o,h,l,c", "2024-01-02,1,2,0.5,1.5", "2024-01-03,1,2,0.5,1.5");
        model.open(List.of(first, second));
        List<String> shown = new ArrayList<>();
        model.selected()
                .addListener(any -> shown.add(model.columnsShown().header().getFirst()));
        model.selected().set(model.files().get().getLast());
        model.selected().set(model.files().get().getFirst());
        assertEquals(List.of("date", "time"), shown);
    }

    @Test
    void forgetsTheLastFileWhenAnotherIsOpened() throws IOException {
        model.open(SampleFiles.broken(folder));
        model.accept("DUPLICATE", true);
        model.choices().zone().set("Europe/London");
        model.open(SampleFiles.clean(folder));
        assertEquals("", model.choices().zone().get());
        assertTrue(model.ready(), model.trouble().get());
    }

    private Path strange() throws IOException {
        return file(
                "strange.csv",
                "when;first;top;bottom;finish;pieces",
                "03.01.2024;1,5;2,5;1,25;2,25;10",
                "14.01.2024;1,5;2,5;1,25;2,25;10",
                "15.01.2024;1,5;2,5;1,25;2,25;10");
    }

    @Test
    void tellsBesideTheFieldWhatKeepsAFileFromBeingRead() throws IOException {
        model.open(strange());
        assertFalse(model.trouble().get().isEmpty());
        assertFalse(model.wrongWith(model.option()).isEmpty(), model.option());
        assertEquals(6, model.columnsShown().header().size());
        assertFalse(model.obstacle().isBlank());
    }

    @Test
    void readsAFileOnceEachColumnHasItsRole() throws IOException {
        model.open(strange());
        List<String> roles = List.of("time", "open", "high", "low", "close", "volume");
        for (int i = 0; i < roles.size(); i++) {
            model.role(i + 1, roles.get(i));
        }
        assertEquals("", model.trouble().get());
        assertEquals(3, model.preview().get().bars());
        assertEquals("finish", model.choices().columns().get("close"));
        model.symbol().set("STRANGE");
        model.start();
        assertEquals(
                2.25,
                store.load(new SeriesKey("STRANGE", Timeframe.DAY))
                        .orElseThrow()
                        .close(0));
    }

    @Test
    void leavesAColumnOutThatIsIgnored() throws IOException {
        model.open(SampleFiles.clean(folder));
        model.role(6, ImportChoices.IGNORED);
        assertFalse(model.preview().get().columns().containsKey("volume"));
        assertTrue(model.groups().stream().anyMatch(group -> group.code().equals("MISSING_VOLUME")));
        model.choices().findColumns();
        assertEquals(6, model.preview().get().columns().get("volume"));
    }

    @Test
    void usesForASecondFileWhatWasSavedForTheFirst() throws IOException {
        model.open(strange());
        List<String> roles = List.of("time", "open", "high", "low", "close", "volume");
        for (int i = 0; i < roles.size(); i++) {
            model.role(i + 1, roles.get(i));
        }
        model.mapping().name().set("Strange source");
        model.mapping().save();
        assertEquals(
                "Saved as Strange source; choose it for the next file.",
                model.mapping().said().get());
        Files.move(folder.resolve("strange.csv"), folder.resolve("strange 2.csv"));
        model.open(folder.resolve("strange 2.csv"));
        assertFalse(model.ready());
        assertEquals(List.of("Strange source"), model.mapping().names().get());
        model.mapping().use("Strange source");
        assertTrue(model.ready(), model.trouble().get());
        assertEquals(3, model.preview().get().bars());
    }

    @Test
    void saysWhyANameWillNotDoForAMapping() throws IOException {
        model.open(SampleFiles.clean(folder));
        model.mapping().name().set("no/good");
        model.mapping().save();
        assertTrue(model.mapping().said().get().contains("no/good"));
        assertEquals(List.of(), model.mapping().names().get());
    }

    @Test
    void showsAFolderFileByFileAndStoresWhatCanBe() throws IOException {
        model.open(SampleFiles.folder(folder));
        assertEquals(
                List.of("acme_daily.csv", "globex broken.csv", "read me.txt", "two of them.csv"),
                model.files().get().stream().map(FilePreview::file).toList());
        assertEquals(2, model.totals().refused());
        assertEquals(3, model.totals().series());
        assertTrue(model.ready());
        model.start();
        assertEquals(ImportStep.RESULT, model.step().get());
        assertEquals(3, store.list().size());
        assertEquals(
                List.of(false, true, true, false),
                model.outcomes().get().stream().map(ImportOutcome::failed).toList());
    }

    @Test
    void bringsSeveralFilesAtOnce() throws IOException {
        model.open(List.of(SampleFiles.clean(folder), SampleFiles.changed(folder)));
        assertTrue(model.several());
        model.start();
        assertEquals(2, store.list().size());
    }

    @Test
    void comparesWithTheVersionThatIsThere() throws IOException {
        model.open(SampleFiles.clean(folder));
        model.symbol().set("ACME");
        model.start();
        model.open(SampleFiles.changed(folder));
        assertNull(model.files().get().getFirst().series().getFirst().difference());
        model.symbol().set("ACME");
        BarDifference difference =
                model.files().get().getFirst().series().getFirst().difference();
        assertNotNull(difference);
        assertEquals(List.of(0, 130, 3), List.of(difference.added(), difference.removed(), difference.changed()));
    }

    @Test
    void readsTimesInAnotherZoneWhereThatIsDecided() throws IOException {
        model.open(file(
                "minutes.csv",
                "time,open,high,low,close,volume",
                "2024-01-02T10:00:00,1,2,0.5,1.5,10",
                "2024-01-02T10:01:00,1,2,0.5,1.5,10",
                "2024-01-02T10:02:00,1,2,0.5,1.5,10"));
        long before = model.files().get().getFirst().series().getFirst().from();
        model.choices().mend("ZONE_ASSUMED", Mend.parse("ZONE_ASSUMED=shift:America/New_York"));
        long after = model.files().get().getFirst().series().getFirst().from();
        assertEquals(5 * 3_600_000_000_000L, after - before);
        assertEquals("America/New_York", group("ZONE_ASSUMED").zone());
    }

    @Test
    void showsTheLineThatAFindingSpeaksOf() throws IOException {
        model.open(SampleFiles.broken(folder));
        FindingRow bad = model.findings().stream()
                .filter(row -> row.finding().code().equals("BAD_ROW"))
                .findFirst()
                .orElseThrow();
        assertEquals("see note below", bad.line());
    }

    @Test
    void goesPageByPageAndBack() throws IOException {
        assertFalse(model.next());
        model.open(SampleFiles.broken(folder));
        assertTrue(model.next());
        assertEquals(ImportStep.FINDINGS, model.step().get());
        assertFalse(model.next());
        assertEquals("5 findings still block the import.", model.obstacle());
        assertTrue(model.back());
        assertTrue(model.back());
        assertFalse(model.back());
    }

    @Test
    void asksForAnotherSymbolWhereTheNameOfTheFileIsThatOfASimulatedSeries() throws IOException {
        Files.copy(SampleFiles.clean(folder), folder.resolve("SIM-ALPHA.csv"));
        model.open(folder.resolve("SIM-ALPHA.csv"));
        assertEquals("", model.symbol().get());
        assertFalse(model.ready());
        model.symbol().set("SIM-ALPHA");
        assertFalse(model.symbolTrouble().get().isEmpty());
        model.symbol().set("ALPHA");
        assertTrue(model.ready(), model.trouble().get());
    }

    @Test
    void showsWhatSpeaksAgainstQuotesAndKeepsTheRestOnceItIsAccepted() throws Exception {
        Path quotes = file(
                "Q.csv",
                "time,bid,ask,bid_size,ask_size",
                "1700000000,10,10.1,1,2",
                "1700000001,10.2,10.1,1,2",
                "1700000002,10,10.1,-1,2",
                "1700000003,10,10.1,1,2");
        try (H2Store home = H2Store.open(folder.resolve("store"), false)) {
            SeriesLibrary library = new SeriesLibrary(
                    home.bars(),
                    SeriesFiles.TEXT,
                    Instruments.shipped(),
                    home.rawFiles(),
                    new EventLibrary(home.ticks(), home.actions(), home.rawFiles(), folder));
            model = new ImportModel(library, ImportMappings.in(folder), new DirectTasks());
            model.open(quotes);
            assertEquals("NEGATIVE_VOLUME, CROSSED", codes());
            assertTrue(model.groups().stream().allMatch(group -> group.actions().isEmpty()));
            assertTrue(model.findings().stream().anyMatch(row -> row.finding().line() == 4), "the row is named");
            assertFalse(model.ready());
            model.accept("NEGATIVE_VOLUME", true);
            assertTrue(model.ready(), model.trouble().get());
            model.start();
            StoredEvents kept = model.outcomes().get().getFirst().events().getFirst();
            assertEquals(3, kept.rowsStored());
            assertEquals(4, kept.rowsRead());
            assertEquals(Map.of("NEGATIVE_VOLUME", 1, "CROSSED", 1), kept.findings());
        }
    }

    private String codes() {
        return model.groups().stream().map(FindingGroup::code).collect(Collectors.joining(", "));
    }
}
