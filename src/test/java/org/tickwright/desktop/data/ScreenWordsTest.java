package org.tickwright.desktop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.ImportMappings;
import org.tickwright.workbench.SeriesLibrary;

class ScreenWordsTest {
    @TempDir
    Path folder;

    /// What the import says of a file, in its trouble and in its findings.
    private String said(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), List.of(lines));
        ImportModel model =
                new ImportModel(new SeriesLibrary(new MemoryBarStore()), ImportMappings.in(folder), new DirectTasks());
        model.open(file);
        return model.trouble().get() + model.wrongWith("dateOrder");
    }

    @Test
    void aTableOfManyValuesAsksForTheClose() throws IOException {
        String words = said("date,alpha,beta", "2024-01-02,10.5,20.5", "2024-01-03,10.6,20.6");
        assertTrue(words.endsWith("not bars. Choose the one to import as Close, such as alpha."), words);
    }

    @Test
    void quotesAskForTheColumnsOfOneSide() throws IOException {
        String words = said(
                "date,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close",
                "2024-01-02,1,2,0.5,1.5,1,2,0.5,1.5",
                "2024-01-03,1,2,0.5,1.5,1,2,0.5,1.5");
        assertFalse(words.contains("columns open="), words);
    }

    @Test
    void missingRolesAreNamedByTheFieldsOfTheForm() throws IOException {
        String words = said("date,open,high,last trade of it", "2024-01-02,1,2,1.5", "2024-01-03,1,2,1.5");
        assertTrue(words.contains("choose the others under Columns"), words);
    }

    @Test
    void wordsOfTheCommandLineBecomeThoseOfTheForm() {
        assertEquals(
                "f.csv holds quotes. To import one side, name its columns below (they are a, b).",
                ScreenWords.of("f.csv holds quotes. To import one side, name its columns: columns open=bid_open,"
                        + " high=bid_high, low=bid_low, close=bid_close (the columns are a, b)."));
        assertEquals(
                "Choose the order under Dates: DMY (31/12/2024) or MDY (12/31/2024)",
                ScreenWords.of("State the order of dates: dateOrder DMY (31/12/2024) or MDY (12/31/2024)"));
        assertEquals(
                "Correct the row, or accept CROSSED: it is left out",
                ScreenWords.of("Correct the row, or accept CROSSED (--accept CROSSED): it is left out"));
        assertEquals("Nothing of that kind.", ScreenWords.of("Nothing of that kind."));
    }
}
