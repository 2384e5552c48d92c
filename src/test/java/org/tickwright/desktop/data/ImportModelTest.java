package org.tickwright.desktop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.tour.SampleFiles;
import org.tickwright.market.ImportReport;
import org.tickwright.market.Mend;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.ImportMappings;
import org.tickwright.workbench.SeriesLibrary;

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
    void forgetsTheLastFileWhenAnotherIsOpened() throws IOException {
        model.open(SampleFiles.broken(folder));
        model.accept("DUPLICATE", true);
        model.choices().zone().set("Europe/London");
        model.open(SampleFiles.clean(folder));
        assertEquals("", model.choices().zone().get());
        assertTrue(model.ready(), model.trouble().get());
    }
}
