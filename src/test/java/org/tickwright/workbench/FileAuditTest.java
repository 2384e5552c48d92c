package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportReport;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.text.QuoteFile;
import org.tickwright.market.text.QuoteFileReader;
import org.tickwright.market.text.TickFile;
import org.tickwright.market.text.TickFileReader;
import org.tickwright.testing.MemoryBarStore;

class FileAuditTest {
    @TempDir
    private Path folder;

    private static ImportOptions options(String... accepted) {
        return new ImportOptions("X", null, null, "auto", Map.of(), null, Set.of(accepted));
    }

    private Path quotes() throws Exception {
        List<String> lines = new ArrayList<>(List.of("time,bid,ask,bid_size,ask_size"));
        for (int i = 10; i < 60; i++) {
            lines.add("2024-03-05T10:00:" + i + "Z,99.9,100.1," + i + ",5");
        }
        lines.set(5, "2024-03-05T10:00:14Z,-99.9,100.1,5,5");
        lines.set(7, "2024-03-05T10:00:16Z,99.9,100.1,-5,5");
        lines.set(9, "2024-03-05T10:00:12Z,99.8,100.1,5,5");
        lines.set(11, "2024-03-05T10:00:20Z,hello,100.1,5,5");
        lines.set(13, "2024-03-05T10:00:22Z,100.2,100.1,5,5");
        return Files.write(folder.resolve("quotes.csv"), lines);
    }

    private Path trades() throws Exception {
        List<String> lines = new ArrayList<>(List.of("time,price,size"));
        for (int i = 10; i < 60; i++) {
            lines.add("2024-03-05T10:00:" + i + "Z," + (100 + i % 5 * 0.1) + "," + i);
        }
        lines.set(5, "2024-03-05T10:00:14Z,-100,5");
        lines.set(7, "2024-03-05T10:00:16Z,100,-5");
        lines.set(9, "2024-03-05T10:00:12Z,100.3,5");
        return Files.write(folder.resolve("trades.csv"), lines);
    }

    @Test
    void listsAllThatIsWrongWithAFileOfQuotes() throws Exception {
        FileAudit found = SeriesFiles.TEXT.audit(quotes(), options(), Instruments.shipped());
        assertEquals(
                Map.of(
                        "NON_POSITIVE_PRICE", 1,
                        "NEGATIVE_VOLUME", 1,
                        "OUT_OF_ORDER", 1,
                        "BAD_ROW", 1,
                        "CROSSED", 1),
                found.findingCounts());
        assertTrue(
                found.findings().stream()
                        .anyMatch(finding ->
                                finding.line() == 12 && finding.message().contains("'hello'")),
                () -> found.findings() + "");
    }

    @Test
    void readsAFileOfQuotesOnlyWhereWhatIsWrongWithItIsAccepted() throws Exception {
        Path file = quotes();
        assertThrows(ImportException.class, () -> QuoteFileReader.read(file, options()));
        assertThrows(ImportException.class, () -> QuoteFileReader.read(file, options("BAD_ROW")));
        QuoteFile read =
                QuoteFileReader.read(file, options("BAD_ROW", "NON_POSITIVE_PRICE", "NEGATIVE_VOLUME", "OUT_OF_ORDER"));
        assertEquals(3, read.rejected());
        assertEquals(47, read.quotes().size());
        assertEquals(99.8, read.quotes().bid(3));
        assertEquals(1, read.crossed());
        assertTrue(read.log().blocking().isEmpty());
    }

    @Test
    void sortsTradesThatComeLateAndLeavesOutWhatIsNone() throws Exception {
        Path file = trades();
        assertThrows(ImportException.class, () -> TickFileReader.read(file, options()));
        TickFile read = TickFileReader.read(file, options("NON_POSITIVE_PRICE", "NEGATIVE_VOLUME", "OUT_OF_ORDER"));
        assertEquals(2, read.rejected());
        assertEquals(48, read.ticks().size());
        assertEquals(100.3, read.ticks().price(3));
        assertEquals(5, read.ticks().volume(3));
        FileAudit found = SeriesFiles.TEXT.audit(file, options(), Instruments.shipped());
        assertEquals(Map.of("NON_POSITIVE_PRICE", 1, "NEGATIVE_VOLUME", 1, "OUT_OF_ORDER", 1), found.findingCounts());
    }

    /// A future of Chicago trades on days on which the shares do not, such as Columbus Day's night; its bars of every
    /// weekday have no gap by its own calendar at the holidays of the year.
    @Test
    void judgesAnImportByTheCalendarThatIsKnownOfTheInstrument() throws Exception {
        List<String> lines = new ArrayList<>(List.of("date,open,high,low,close,volume"));
        var calendar = ExchangeCalendars.shipped().get("CMES");
        for (LocalDate day : calendar.tradingDays(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 12, 31))) {
            if (!day.equals(LocalDate.of(2024, 6, 4))) {
                double price = 100 + day.getDayOfYear() % 7;
                lines.add(day + "," + price + "," + (price + 1) + "," + (price - 1) + "," + price + ",5");
            }
        }
        Path file = Files.write(folder.resolve("ES.csv"), lines);
        SeriesLibrary library = new SeriesLibrary(new MemoryBarStore());
        ImportReport known = library.importFile(file, options().withSymbol("ES"), Progress.NONE);
        assertEquals(1, known.findingCounts().get("GAP"));
        assertTrue(known.description().contains("known of the instrument"), known.description());
        assertTrue(known.findings().stream().anyMatch(f -> f.message().contains("2024-06-03")), known + "");
        ImportReport unknown = library.importFile(file, options().withSymbol("ACME"), Progress.NONE);
        assertFalse(unknown.description().contains("judged by"), unknown.description());
    }
}
