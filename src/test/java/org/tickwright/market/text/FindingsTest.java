package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.Timeframe;

/// A broken file for each finding: its line, severity, words, and what accepting it does.
class FindingsTest {
    private static final String HEADER = "date,open,high,low,close,volume\n";
    private static final String GOOD =
            "2024-01-02,10,12,9,11,100\n2024-01-03,11,13,10,12,100\n2024-01-04,12,14,11,13,100\n";

    private static ParsedFile read(String text, String... accept) throws ImportException {
        ImportOptions options = new ImportOptions("X", null, null, "auto", Map.of(), null, Set.of(accept));
        return BarFileReader.parse("x.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
    }

    private static List<Finding> found(ParsedFile file, String code) {
        return file.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    /// Asserts one finding on a line that blocks, and that accepting it leaves `kept` of the rows.
    private static void assertBlocks(String text, String code, long line, String words, int kept)
            throws ImportException {
        ParsedFile blocked = read(text);
        assertTrue(blocked.blocked());
        assertEquals(Set.of(code), blocked.blocking());
        Finding finding = found(blocked, code).getFirst();
        assertEquals(line, finding.line());
        assertEquals(Severity.ERROR, finding.severity());
        assertTrue(finding.message().contains("Line " + line), finding.message());
        assertTrue(finding.message().contains(words), finding.message());
        assertFalse(finding.mend().isBlank());
        ParsedFile accepted = read(text, code);
        assertFalse(accepted.blocked());
        assertEquals(Severity.WARNING, found(accepted, code).getFirst().severity());
        assertTrue(found(accepted, code).getFirst().message().contains("Accepted: "));
        assertEquals(kept, accepted.bars().size());
        assertEquals(accepted.rowsRead(), accepted.bars().size() + accepted.rowsRejected());
        assertEquals(blocked.findingCounts(), accepted.findingCounts());
    }

    @Test
    void findsRowsThatCannotBeRead() throws ImportException {
        assertBlocks(HEADER + GOOD + "2024-01-05,13,15,oops,14,100\n", "BAD_ROW", 5, "'oops' as low", 3);
        assertBlocks(HEADER + "someday,1,2,1,2,5\n" + GOOD, "BAD_ROW", 2, "'someday' as time", 3);
        assertBlocks(HEADER + GOOD + "2024-01-05,13,15,,14,100\n", "BAD_ROW", 5, "no low", 3);
        assertBlocks(HEADER + GOOD + "2024-01-05,13,15\n", "BAD_ROW", 5, "only 3 of 6", 3);
        assertBlocks(HEADER + GOOD + "2024-01-05,13,15,12,14,100,7\n", "BAD_ROW", 5, "7 fields", 3);
        assertBlocks(HEADER + GOOD + "2024-01-05,13,15,12,14,many\n", "BAD_ROW", 5, "'many' as volume", 3);
        assertBlocks(HEADER + GOOD + "2024-02-30,13,15,12,14,100\n", "BAD_ROW", 5, "2024-02-30", 3);
        assertBlocks(HEADER + GOOD + "2024-01-05,null,null,null,null,null\n", "BAD_ROW", 5, "no open", 3);
        assertBlocks(HEADER + GOOD + "2024-01-05,13,15,\"12,14,100\n", "BAD_ROW", 5, "only 4 of 6", 3);
    }

    @Test
    void findsRowsOutOfOrderAndSortsThemWhenAccepted() throws ImportException {
        String text = HEADER + GOOD + "2023-12-29,9,10,8,9.5,100\n2024-01-05,13,15,12,14,100\n";
        assertBlocks(text, "OUT_OF_ORDER", 5, "before line 4", 5);
        assertEquals(9, read(text, "OUT_OF_ORDER").bars().open(0));
    }

    @Test
    void findsDuplicatesAndKeepsTheFirstWhenAccepted() throws ImportException {
        String text = HEADER + GOOD + "2024-01-04,99,99,99,99,100\n";
        assertBlocks(text, "DUPLICATE", 5, "line 4 but other values", 3);
        assertEquals(12, read(text, "DUPLICATE").bars().open(2));
        assertBlocks(HEADER + GOOD + "2024-01-04,12,14,11,13,100\n", "DUPLICATE", 5, "the same values", 3);
    }

    @Test
    void saysThatRowsOfAnotherTimeframeAreMixedIn() throws ImportException {
        String mixed = HEADER + GOOD
                + "2024-01-05,13,15,12,14,100\n2024-01-08,13,15,12,14,100\n2024-01-09,13,15,12,14,100\n"
                + "2024-01-09 09:30:00,13,14,12,13,10\n2024-01-09 10:30:00,13,14,12,13,10\n"
                + "2024-01-10 09:30:00,13,14,12,13,10\n2024-01-10 10:30:00,13,14,12,13,10\n"
                + "2024-01-11 09:30:00,13,14,12,13,10\n2024-01-12,13,15,12,14,100\n";
        String text = mixed + days(15, 26);
        ParsedFile file = read(text);
        assertEquals(Set.of("MIXED_TIMEFRAME"), file.blocking());
        assertEquals(
                List.of(8L, 9L, 10L, 11L, 12L),
                found(file, "MIXED_TIMEFRAME").stream().map(Finding::line).toList());
        assertEquals(
                "Line 8 is of 2024-01-09 09:30, one of several times of that day, of which line 7 has the usual one:"
                        + " rows of a shorter timeframe are mixed in with bars of 1d",
                found(file, "MIXED_TIMEFRAME").getFirst().message());
        assertTrue(found(file, "MIXED_TIMEFRAME").getFirst().mend().contains("a file of its own"));
        ParsedFile accepted = read(text, "MIXED_TIMEFRAME");
        assertEquals(19, accepted.bars().size());
        assertEquals(5, accepted.rowsRejected());
        assertEquals(Timeframe.DAY, accepted.bars().timeframe());
    }

    /// In so short a file 09:30 is half as frequent as midnight, and is known by the one day that has both.
    @Test
    void findsMixedRowsInAShortFile() throws ImportException {
        ParsedFile file = read(
                HEADER + GOOD + "2024-01-05,13,15,12,14,100\n2024-01-05 09:30:00,13,14,12,13,10\n"
                        + "2024-01-08 09:30:00,13,14,12,13,10\n2024-01-08 10:30:00,13,14,12,13,10\n",
                "MIXED_TIMEFRAME");
        assertEquals(4, file.bars().size());
        assertEquals(3, found(file, "MIXED_TIMEFRAME").size());
        assertEquals(Map.of("MIXED_TIMEFRAME", 3, "ZONE_ASSUMED", 1), file.findingCounts());
    }

    /// Daily rows of January 2024.
    private static String days(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int day = from; day <= to; day++) {
            rows.append(String.format("2024-01-%02d,13,15,12,14,100%n", day));
        }
        return rows.toString();
    }

    /// Midnight in New York as written in UTC changes with the season; the rows of one timeframe stay whole.
    @Test
    void aTimeThatChangesWithTheSeasonIsNoOtherTimeframe() throws ImportException {
        StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        for (int day = 1; day <= 28; day++) {
            text.append(String.format("2024-03-%02d %02d:00:00,13,15,12,14,100%n", day, day < 5 ? 5 : 4));
        }
        ParsedFile file = read(text.toString());
        assertEquals(Set.of(), file.blocking());
        assertEquals(28, file.bars().size());
        ParsedFile twice = read(text + "2024-03-28 04:00:00,13,15,12,14,100\n");
        assertEquals(Set.of("DUPLICATE"), twice.blocking(), "the same time twice is a duplicate");
    }

    @Test
    void findsADuplicateThatLiesFarAway() throws ImportException {
        ParsedFile file = read(HEADER + GOOD + "2024-01-02,99,99,99,99,100\n");
        assertEquals(Set.of("DUPLICATE", "OUT_OF_ORDER"), file.blocking());
        assertEquals(5, found(file, "DUPLICATE").getFirst().line());
        ParsedFile accepted = read(HEADER + GOOD + "2024-01-02,99,99,99,99,100\n", "DUPLICATE", "OUT_OF_ORDER");
        assertEquals(10, accepted.bars().open(0));
        assertEquals(1, accepted.rowsRejected());
    }

    @Test
    void findsImpossibleBars() throws ImportException {
        for (String bar : List.of("13,12,11,14", "13,15,14,14", "13,12,15,13", "16,15,12,14", "13,15,12,11")) {
            assertBlocks(HEADER + GOOD + "2024-01-05," + bar + ",100\n", "IMPOSSIBLE_OHLC", 5, "do not enclose", 3);
        }
    }

    @Test
    void findsPricesThatAreNotAboveZero() throws ImportException {
        for (String bar : List.of("0,0,0,0", "13,15,0,14", "13,15,-12,14", "-1,-1,-1,-1")) {
            assertBlocks(HEADER + GOOD + "2024-01-05," + bar + ",100\n", "NON_POSITIVE_PRICE", 5, "not above 0", 3);
        }
        assertBlocks(HEADER + GOOD + "2024-01-05,13,15,12,14,-1\n", "NEGATIVE_VOLUME", 5, "below 0", 3);
    }

    @Test
    void acceptsOnlyWhatIsNamed() throws ImportException {
        String text = HEADER + GOOD + "2024-01-05,0,0,0,0,1\n2024-01-08,x,1,1,1,1\n";
        assertEquals(Set.of("BAD_ROW", "NON_POSITIVE_PRICE"), read(text).blocking());
        assertEquals(Set.of("BAD_ROW"), read(text, "NON_POSITIVE_PRICE", "GAP").blocking());
        ParsedFile accepted = read(text, "NON_POSITIVE_PRICE", "BAD_ROW");
        assertEquals(2, accepted.rowsRejected());
        assertEquals(5, accepted.rowsRead());
    }

    /// Weekdays from 2023-01-02 on without those in `without`.
    private static String weekdays(int days, List<String> without) {
        StringBuilder text = new StringBuilder(HEADER);
        LocalDate date = LocalDate.of(2023, 1, 2);
        for (int i = 0; i < days; i++, date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() < 6 && !without.contains(date.toString())) {
                text.append(date).append(",10,12,9,11,100\n");
            }
        }
        return text.toString();
    }

    @Test
    void warnsOfGapsByTheFilesOwnWeek() throws ImportException {
        assertTrue(found(read(weekdays(100, List.of())), "GAP").isEmpty());
        ParsedFile gap = read(weekdays(100, List.of("2023-02-01", "2023-02-02", "2023-02-03")));
        assertFalse(gap.blocked());
        List<Finding> findings = found(gap, "GAP");
        assertEquals(1, findings.size());
        assertEquals(Severity.WARNING, findings.getFirst().severity());
        assertEquals(
                "3 days that usually have a bar are missing between 2023-01-31 and 2023-02-06",
                findings.getFirst().message());
        assertEquals(24, findings.getFirst().line());
        ParsedFile holidays = read(weekdays(100, List.of("2023-02-01", "2023-03-01")));
        assertEquals(1, found(holidays, "GAP").size());
        assertTrue(found(holidays, "GAP").getFirst().message().startsWith("2 single weekdays have no bar"));
    }

    @Test
    void warnsOfGapsBySessionWithinTheDay() throws ImportException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int day = 2; day <= 6; day++) {
            for (int minute = 0; minute < 60; minute++) {
                boolean lunch = day == 4 && minute >= 20 && minute < 25;
                if (!lunch) {
                    text.append(String.format("2024-01-%02d 10:%02d,10,12,9,11,100%n", day, minute));
                }
            }
        }
        List<Finding> findings = found(read(text.toString()), "GAP");
        assertEquals(1, findings.size(), findings::toString);
        assertEquals(
                "5 1m bars at times that usually have one are missing between 2024-01-04 10:19 and 2024-01-04 10:25",
                findings.getFirst().message());
    }

    @Test
    void sumsUpManyGapsAndCountsThemAll() throws ImportException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        int missing = 0;
        for (int day = 2; day <= 12; day++) {
            for (int minute = 0; minute < 60; minute++) {
                boolean last = day == 12 && minute == 59;
                if ((minute + day) % 11 == 5 && !last) {
                    missing++;
                } else {
                    text.append(String.format("2024-01-%02d 10:%02d,10,12,9,11,100%n", day, minute));
                }
            }
        }
        ParsedFile file = read(text.toString());
        assertEquals(missing, file.findingCounts().get("GAP"));
        assertEquals(21, found(file, "GAP").size());
        assertTrue(found(file, "GAP").getFirst().message().contains((missing - 20) + " further gaps"));
    }

    @Test
    void warnsOfOutliers() throws ImportException {
        String text =
                weekdays(100, List.of()).replace("2023-03-01,10,12,9,11,100", "2023-03-01,1000,1200,900,1100,100");
        List<Finding> findings = found(read(text), "PRICE_SCALE");
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(
                findings.getFirst().message().contains("close 11.0, then 1100.0"),
                findings.getFirst().message());
        assertTrue(
                findings.getFirst().message().contains("100 times"),
                findings.getFirst().message());
        String spike = weekdays(100, List.of()).replace("2023-03-01,10,12,9,11,100", "2023-03-01,10,300,9,11,100");
        assertTrue(found(read(spike), "OUTLIER").getFirst().message().contains("high 300.0"));
        assertFalse(read(spike).blocked());
        assertTrue(found(read(weekdays(100, List.of())), "OUTLIER").isEmpty());
    }

    @Test
    void warnsOfMissingVolumes() throws ImportException {
        ParsedFile file = read(HEADER + GOOD + "2024-01-05,13,15,12,14,\n2024-01-08,13,15,12,14,n/a\n");
        assertEquals(2, file.findingCounts().get("MISSING_VOLUME"));
        assertEquals(5, found(file, "MISSING_VOLUME").getFirst().line());
        assertEquals(0, file.bars().volume(4));
        assertFalse(file.blocked());
    }

    @Test
    void warnsOfATimeframeThatDoesNotFit() throws ImportException {
        ImportOptions minutes =
                new ImportOptions("X", org.tickwright.market.Timeframe.MINUTE, null, "auto", Map.of(), null, Set.of());
        ParsedFile file = BarFileReader.parse(
                "x.csv", new ByteArrayInputStream((HEADER + GOOD).getBytes(StandardCharsets.UTF_8)), minutes);
        assertEquals(1, file.findingCounts().get("TIMEFRAME_MISMATCH"));
    }

    @Test
    void showsAThousandFindingsAndCountsAll() throws ImportException {
        StringBuilder text = new StringBuilder(HEADER + GOOD);
        for (int i = 0; i < 2_500; i++) {
            text.append("2024-01-05,0,0,0,0,0\n");
        }
        ParsedFile file = read(text.toString());
        assertEquals(1_000, file.findings().size());
        assertEquals(2_500, file.findingCounts().get("NON_POSITIVE_PRICE"));
        assertEquals(2_503, file.rowsRead());
        assertEquals(2_500, file.rowsRejected());
    }
}
