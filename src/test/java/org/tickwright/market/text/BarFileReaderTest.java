package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.Timeframe;

/// The forms in which vendors write bars.
class BarFileReaderTest {
    private static final ImportOptions PLAIN = ImportOptions.forSymbol("X");

    private static ParsedFile read(String text) throws ImportException {
        return read(text, PLAIN);
    }

    private static ParsedFile read(String text, ImportOptions options) throws ImportException {
        return BarFileReader.parse("x.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
    }

    private static Finding finding(ParsedFile file, String code) {
        return file.findings().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ImportOptions zone(String zone) {
        return new ImportOptions("X", null, ZoneId.of(zone), "auto", Map.of(), null, Set.of());
    }

    private static ImportOptions columns(Map<String, String> columns) {
        return new ImportOptions("X", null, null, "auto", columns, null, Set.of());
    }

    private static String opened(ParsedFile file, int bar) {
        return Instant.ofEpochSecond(0, file.bars().time(bar)).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSeparator(String separator) throws ImportException {
        ParsedFile file =
                read("date,open,high,low,close,volume\n2024-01-02,10.5,12,9.25,11,100\n2024-01-03,11,12,10,11,90\n"
                        .replace(",", separator));
        assertEquals(2, file.bars().size());
        assertEquals(9.25, file.bars().low(0));
        assertEquals(Timeframe.DAY, file.bars().timeframe());
        assertFalse(file.blocked());
    }

    @Test
    void readsDecimalCommasAndThousandsPoints() throws ImportException {
        ParsedFile file = read("""
            Datum;Eröffnung;Hoch;Tief;Schluss;Volumen
            30.12.2024;19.875,50;19.990,25;19.800,00;19.909,14;1.234.567
            31.12.2024;19.909,14;19.950,00;19.900,00;19.940,00;987.654
            """);
        assertEquals(19875.5, file.bars().open(0));
        assertEquals(1_234_567, file.bars().volume(0));
        assertEquals("2024-12-31T00:00:00Z", opened(file, 1));
        assertFalse(file.blocked(), file.findings()::toString);
    }

    @Test
    void refusesToGuessWhetherACommaIsADecimalMark() throws ImportException {
        String text =
                "date;open;high;low;close\n2024-01-02;1,234;1,240;1,230;1,235\n2024-01-03;1,235;1,240;1,230;1,236\n";
        assertEquals(Set.of("AMBIGUOUS_NUMBER"), read(text).blocking());
        ImportOptions comma = new ImportOptions("X", null, null, "decimal-comma", Map.of(), null, Set.of());
        assertEquals(1.234, read(text, comma).bars().open(0));
        ImportOptions point = new ImportOptions("X", null, null, "decimal-point", Map.of(), null, Set.of());
        assertEquals(1234, read(text, point).bars().open(0));
    }

    @Test
    void readsQuotesByteOrderMarkCarriageReturnsAndComments() throws ImportException {
        ParsedFile file = read("\uFEFF# from a vendor\r\n\"Date\",\"Open\",\"High\",\"Low\",\"Close\",\"Volume\"\r\n"
                + "\"Jan 2, 2024\",\"1,210.50\",\"1,220.00\",\"1,200.25\",\"1,215.75\",\"1,234,567\"\r\n\r\n"
                + "\"Jan 3, 2024\",\"1,215.75\",\"1,221.00\",\"1,200.25\",\"1,216.75\",\"934,567\"\r\n");
        assertEquals(2, file.bars().size());
        assertEquals(1210.5, file.bars().open(0));
        assertEquals(1_234_567, file.bars().volume(0));
        assertEquals("2024-01-02T00:00:00Z", opened(file, 0));
    }

    @Test
    void readsGzipAndUtf16() throws Exception {
        String text = "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,5\n2024-01-03,2,3,2,3,6\n";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        ParsedFile zipped = BarFileReader.parse("x.csv.gz", new ByteArrayInputStream(packed.toByteArray()), PLAIN);
        ParsedFile wide =
                BarFileReader.parse("x.csv", new ByteArrayInputStream(text.getBytes(Charset.forName("UTF-16"))), PLAIN);
        assertEquals(read(text).bars().contentHash(), zipped.bars().contentHash());
        assertEquals(read(text).bars().contentHash(), wide.bars().contentHash());
        byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 12);
        ImportException refused = assertThrows(
                ImportException.class, () -> BarFileReader.parse("x.gz", new ByteArrayInputStream(cut), PLAIN));
        assertTrue(refused.getMessage().contains("cut off"), refused.getMessage());
    }

    @Test
    void findsColumnsWithoutAHeader() throws ImportException {
        ParsedFile file =
                read("20120201 000000;1.3066;1.3067;1.3065;1.3066;7\n20120201 000100;1.3065;1.3066;1.3064;1.3065;8\n");
        assertEquals(new Timeframe(1, Timeframe.Unit.MINUTE), file.bars().timeframe());
        assertEquals(8, file.bars().volume(1));
        assertEquals(Map.of("time", 1, "open", 2, "high", 3, "low", 4, "close", 5, "volume", 6), file.mapping());
    }

    @Test
    void refusesColumnsWithoutAHeaderThatDoNotBehaveAsBars() {
        ImportException refused =
                assertThrows(ImportException.class, () -> read("2024-01-02,10,11,12,9,5\n2024-01-03,11,12,13,10,5\n"));
        assertTrue(refused.getMessage().contains("open, high, low, close in this order"), refused.getMessage());
    }

    @Test
    void takesTheMappingThatIsStated() throws ImportException {
        String text = "when,a,b,c,d\n2024-01-02,10,11,12,9\n2024-01-03,11,12,13,10\n";
        ParsedFile byName =
                read(text, columns(Map.of("time", "when", "open", "a", "close", "b", "high", "c", "low", "d")));
        assertEquals(12, byName.bars().high(0));
        ParsedFile byPosition = read(
                "2024-01-02,10,11,12,9\n2024-01-03,11,12,13,10\n",
                columns(Map.of("time", "1", "open", "2", "close", "3", "high", "4", "low", "5")));
        assertEquals(byName.bars().contentHash(), byPosition.bars().contentHash());
        ImportException refused =
                assertThrows(ImportException.class, () -> read(text, columns(Map.of("close", "zzz"))));
        assertTrue(refused.getMessage().contains("no column 'zzz'"), refused.getMessage());
    }

    @Test
    void joinsDateAndTimeOfTwoColumns() throws ImportException {
        ParsedFile file = read("""
            <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>
            2012.02.01\t09:30:00\t1.5\t1.6\t1.4\t1.5\t3\t4\t1
            2012.02.01\t09:35:00\t1.5\t1.6\t1.4\t1.5\t3\t5\t2
            """, zone("America/New_York"));
        assertEquals("2012-02-01T14:30:00Z", opened(file, 0));
        assertEquals(5, file.bars().volume(1));
        assertArrayEquals(new double[] {1, 2}, file.columns().get("<SPREAD>"));
        assertEquals(new Timeframe(5, Timeframe.Unit.MINUTE), file.bars().timeframe());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1704205800,1704205860",
                "1704205800000,1704205860000",
                "1704205800000000,1704205860000000",
                "1704205800000000000,1704205860000000000",
                "2024-01-02T14:30:00Z,2024-01-02T14:31:00Z",
                "2024-01-02T09:30:00-05:00,2024-01-02T09:31:00-05:00",
                "20240102143000,20240102143100",
                "1704205800.0,1704205860.0"
            })
    void readsTheSameInstantInEveryForm(String times) throws ImportException {
        String[] two = times.split(",");
        ParsedFile file = read("time,open,high,low,close,volume\n" + two[0] + ",1,2,1,2,5\n" + two[1] + ",1,2,1,2,5\n");
        assertEquals("2024-01-02T14:30:00Z", opened(file, 0));
        assertEquals(Timeframe.MINUTE, file.bars().timeframe());
    }

    @Test
    void provesTheOrderOfDayAndMonthFromAnyRow() throws ImportException {
        StringBuilder dmy = new StringBuilder("date,open,high,low,close\n");
        StringBuilder mdy = new StringBuilder("date,open,high,low,close\n");
        for (int day = 1; day <= 13; day++) {
            dmy.append(String.format("%02d/01/2024,1,2,1,2%n", day));
            mdy.append(String.format("1/%d/2024,1,2,1,2%n", day));
        }
        assertEquals("2024-01-02T00:00:00Z", opened(read(dmy.toString()), 1));
        assertEquals(
                read(dmy.toString()).bars().contentHash(),
                read(mdy.toString()).bars().contentHash());
    }

    @Test
    void refusesDatesThatNothingProves() throws ImportException {
        String text = "date,open,high,low,close\n01/02/2024,1,2,1,2\n01/03/2024,1,2,1,2\n01/04/2024,1,2,1,2\n";
        ParsedFile refused = read(text);
        assertTrue(refused.blocked());
        assertEquals(Set.of("AMBIGUOUS_DATE"), refused.blocking());
        assertTrue(finding(refused, "AMBIGUOUS_DATE").mend().contains("dateOrder"));
        assertEquals(3, refused.rowsRead());
        assertThrows(ImportException.class, refused::frame);
        ImportOptions accepting = new ImportOptions("X", null, null, "auto", Map.of(), null, Set.of("AMBIGUOUS_DATE"));
        assertTrue(read(text, accepting).blocked(), "accepting cannot decide what the date is");
        ImportOptions stated = new ImportOptions("X", null, null, "auto", Map.of(), "DMY", Set.of());
        assertEquals("2024-02-01T00:00:00Z", opened(read(text, stated), 0));
        assertEquals(Timeframe.Unit.MONTH, read(text, stated).bars().timeframe().unit());
        ImportOptions us = new ImportOptions("X", null, null, "auto", Map.of(), "mdy", Set.of());
        assertEquals("2024-01-02T00:00:00Z", opened(read(text, us), 0));
    }

    @Test
    void refusesDatesThatContradictEachOther() throws ImportException {
        ParsedFile file = read("date,open,high,low,close\n13/01/2024,1,2,1,2\n01/14/2024,1,2,1,2\n");
        assertEquals(Set.of("AMBIGUOUS_DATE"), file.blocking());
        assertTrue(finding(file, "AMBIGUOUS_DATE").message().contains("Line 2 can only be day first"));
    }

    @Test
    void tellsTwoDigitYearsByTheOrderOfTheRows() throws ImportException {
        ParsedFile yearLast = read("date,open,high,low,close\n30/01/17,1,2,1,2\n31/01/17,1,2,1,2\n01/02/17,1,2,1,2\n");
        assertEquals("2017-01-30T00:00:00Z", opened(yearLast, 0));
        ParsedFile yearFirst = read("date,open,high,low,close\n17/01/30,1,2,1,2\n17/01/31,1,2,1,2\n17/02/01,1,2,1,2\n");
        assertEquals(yearLast.bars().contentHash(), yearFirst.bars().contentHash());
    }

    @Test
    void statesTheZoneItAssumes() throws ImportException {
        String text = "date,open,high,low,close\n2024-01-02,1,2,1,2\n2024-01-03,1,2,1,2\n";
        ParsedFile assumed = read(text);
        assertTrue(assumed.zoneAssumed());
        assertEquals(1, assumed.findingCounts().get("ZONE_ASSUMED"));
        ParsedFile stated = read(text, zone("America/New_York"));
        assertFalse(stated.zoneAssumed());
        assertFalse(stated.findingCounts().containsKey("ZONE_ASSUMED"));
        assertEquals("2024-01-02T05:00:00Z", opened(stated, 0));
    }

    @Test
    void takesTheZoneFromTheOffsets() throws ImportException {
        ParsedFile fixed = read(
                "date,open,high,low,close\n2024-01-02 00:00:00+08:00,1,2,1,2\n2024-01-03 00:00:00+08:00,1,2,1,2\n");
        assertEquals("+08:00", fixed.bars().zone().getId());
        assertEquals("2024-01-01T16:00:00Z", opened(fixed, 0));
        ParsedFile changing =
                read("date,open,high,low,close\n2024-03-28 00:00:00+00:00,1,2,1,2\n2024-04-02 00:00:00+01:00,1,2,1,2\n"
                        + "2024-04-03 00:00:00+01:00,1,2,1,2\n");
        assertEquals("Europe/London", changing.bars().zone().getId());
        assertEquals("2024-04-01T23:00:00Z", opened(changing, 1));
        assertEquals(
                "2024-04-02T23:00:00Z",
                Instant.ofEpochSecond(0, changing.bars().knownAt(1)).toString());
    }

    @Test
    void readsLocalTimesOverTheChangesOfTheClock() throws ImportException {
        ParsedFile spring = read("""
            time,open,high,low,close
            2024-03-09 23:00,1,2,1,2
            2024-03-10 00:00,1,2,1,2
            2024-03-10 01:00,1,2,1,2
            2024-03-10 03:00,1,2,1,2
            2024-03-10 04:00,1,2,1,2
            """, zone("America/New_York"));
        assertFalse(spring.blocked());
        assertEquals(3_600_000_000_000L, spring.bars().time(3) - spring.bars().time(2));
        ParsedFile autumn = read("""
            time,open,high,low,close
            2024-11-03 00:00,1,2,1,2
            2024-11-03 01:00,1,2,1,2
            2024-11-03 01:00,3,4,3,4
            2024-11-03 02:00,1,2,1,2
            2024-11-03 03:00,1,2,1,2
            """, zone("America/New_York"));
        assertFalse(autumn.blocked(), autumn.findings()::toString);
        assertEquals(5, autumn.bars().size());
        assertEquals("2024-11-03T06:00:00Z", opened(autumn, 2));
        ParsedFile impossible = read("""
            time,open,high,low,close
            2024-03-10 01:00,1,2,1,2
            2024-03-10 02:00,1,2,1,2
            2024-03-10 03:00,1,2,1,2
            """, zone("America/New_York"));
        assertEquals(Set.of("BAD_ROW"), impossible.blocking());
        assertTrue(impossible.findings().getLast().message().contains("does not exist"));
    }

    @Test
    void keepsTheDayThatAVendorWroteForDailyBars() throws ImportException {
        ParsedFile utcMidnight = read(
                "date,open,high,low,close\n2024-01-02 00:00:00+00:00,1,2,1,2\n2024-01-03 00:00:00+00:00,1,2,1,2\n",
                zone("America/New_York"));
        assertEquals("2024-01-02T05:00:00Z", opened(utcMidnight, 0));
        ParsedFile zoneMidnight = read(
                "time,open,high,low,close\n2024-01-01T15:00:00Z,1,2,1,2\n2024-01-02T15:00:00Z,1,2,1,2\n",
                zone("Asia/Tokyo"));
        assertEquals("2024-01-01T15:00:00Z", opened(zoneMidnight, 0));
        ParsedFile epochOpen =
                read("time,open,high,low,close\n1704205800,1,2,1,2\n1704292200,1,2,1,2\n", zone("America/New_York"));
        assertEquals("2024-01-02T05:00:00Z", opened(epochOpen, 0));
    }

    @Test
    void turnsFilesRoundThatRunFromNewestToOldest() throws ImportException {
        ParsedFile file = read(
                "date,open,high,low,close,oi\n2024-01-04,3,3,3,3,30\n2024-01-03,2,2,2,2,20\n2024-01-02,1,1,1,1,10\n");
        assertFalse(file.blocked());
        assertEquals(1, file.bars().close(0));
        assertArrayEquals(new double[] {10, 20, 30}, file.columns().get("oi"));
        assertTrue(file.description().contains("turned round"), file.description());
    }

    @Test
    void findsTheTimeframeFromTheSteps() throws ImportException {
        assertEquals("1w", timeframe("2024-01-05", "2024-01-12", "2024-01-19"));
        assertEquals("1mo", timeframe("2024-01-31", "2024-02-29", "2024-03-31"));
        assertEquals("3mo", timeframe("2024-01-01", "2024-04-01", "2024-07-01"));
        assertEquals("1h", timeframe("2024-01-02 10:00", "2024-01-02 11:00", "2024-01-02 12:00"));
        assertEquals("1s", timeframe("2024-01-02 10:00:00", "2024-01-02 10:00:01", "2024-01-02 10:00:02"));
        assertEquals("1d", timeframe("2024-01-02"));
    }

    private static String timeframe(String... times) throws ImportException {
        StringBuilder text = new StringBuilder("time,open,high,low,close\n");
        for (String time : times) {
            text.append(time).append(",1,2,1,2\n");
        }
        return read(text.toString()).bars().timeframe().toString();
    }

    @Test
    void asksForTheTimeframeOfASinglePointInTime() throws ImportException {
        String text = "time,open,high,low,close\n2024-01-02 10:00,1,2,1,2\n";
        assertEquals(Set.of("UNKNOWN_TIMEFRAME"), read(text).blocking());
        ImportOptions stated = new ImportOptions("X", Timeframe.MINUTE, null, "auto", Map.of(), null, Set.of());
        assertFalse(read(text, stated).blocked());
    }

    @Test
    void keepsFurtherColumnsOfNumbers() throws ImportException {
        ParsedFile file = read("""
            Date,Open,High,Low,Last,Volume,Adj Close,Note,Signal
            2024-01-02,1,2,1,2,5,1.5,hello,
            2024-01-03,2,3,2,3,5,2.5,world,7
            """);
        assertArrayEquals(new double[] {1.5, 2.5}, file.columns().get("Adj Close"));
        assertArrayEquals(new double[] {Double.NaN, 7}, file.columns().get("Signal"));
        assertFalse(file.columns().containsKey("Note"));
        assertArrayEquals(new double[] {2, 3}, file.frame().column("last").orElseThrow());
        assertEquals(3, file.frame().column("CLOSE").orElseThrow()[1]);
        assertTrue(file.frame().column("nothing").isEmpty());
    }

    @Test
    void makesFlatBarsOfClosesAloneAndSaysSo() throws ImportException {
        ParsedFile file = read("date,price\nJan 1 2000,1394.46\nFeb 1 2000,1366.42\nMar 1 2000,1498.58\n");
        assertEquals(1366.42, file.bars().open(1));
        assertEquals(1366.42, file.bars().high(1));
        assertEquals(1, file.findingCounts().get("CLOSE_ONLY"));
        assertEquals(1, file.findingCounts().get("MISSING_VOLUME"));
        assertFalse(file.blocked());
    }

    @Test
    void saysWhatOtherTablesLookLike() {
        assertRefused("date,bid_open,bid_high,ask_open,ask_high\n2024-01-02,1,2,1,2\n", "bid and ask");
        assertRefused("date,AAPL,MSFT,C\n2024-01-02,1,2,3\n2024-01-03,1,2,3\n", "one value per series");
        assertRefused("date,return\n2024-01-02,0.1\n2024-01-03,-0.1\n", "returns");
        assertRefused("timestamp,price,amount\n1385337600,800.01,0.1\n1385337613,800.05,0.2\n", "single trades");
        assertRefused(
                "symbol,date,open,high,low,close\nA,2024-01-02,1,2,1,2\nB,2024-01-02,1,2,1,2\n", "several symbols");
        assertRefused("expiry,strike,date,bid\n2024-01-02,1,2024-01-01,2\n", "option chain");
        assertRefused("14400000,1,2,1,2,5\n14700000,1,2,1,2,5\n", "dates or times");
        assertRefused("{\"a\": 1}", "JSON");
        assertRefused("<!DOCTYPE html><html></html>", "web page");
        assertRefused("", "empty");
        assertRefused("\n\n  \n", "empty");
        assertRefused("hello world\nthis is prose\n", "table");
        assertRefused("PK\u0003\u0004rest", "zip");
        assertRefused("a\0b\0c", "not a text file");
        assertRefused("date,open,high,low,close\n", "no rows");
        assertRefused("date,open,high\n2024-01-02,1,2\n", "all four");
    }

    private static void assertRefused(String text, String words) {
        ImportException refused = assertThrows(ImportException.class, () -> read(text), text);
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("x.csv"), refused.getMessage());
    }

    @Test
    void saysThatThereIsNoFile() {
        ImportException refused = assertThrows(
                ImportException.class, () -> BarFileReader.parse(java.nio.file.Path.of("no-such-file.csv"), PLAIN));
        assertTrue(refused.getMessage().contains("no file"));
    }

    @Test
    void describesHowItUnderstoodTheFile() throws ImportException {
        assertEquals(
                "comma-separated, decimal point; time from 'date' (calendar dates), open, high, low, close from"
                        + " 'open', 'high', 'low', 'close', volume from 'volume'; zone UTC assumed; timeframe 1d found"
                        + " from the steps",
                read("date,open,high,low,close,volume\n2024-01-02,1,2,1,2,5\n2024-01-03,1,2,1,2,5\n")
                        .description());
    }

    @Test
    void readsASingleSymbolNamedInEveryRow() throws ImportException {
        ParsedFile file = read("<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"
                + "AAPL.US,D,20200102,000000,74.06,75.15,73.8,75.09,135480400,0\n"
                + "AAPL.US,D,20200103,000000,74.29,75.14,74.13,74.36,146322800,0\n");
        assertEquals(2, file.bars().size());
        assertEquals(Timeframe.DAY, file.bars().timeframe());
        assertEquals("2020-01-03T00:00:00Z", opened(file, 1));
    }

    @Test
    void skipsALineOfWordsInFrontOfTheHeader() throws ImportException {
        ParsedFile file =
                read("https://example.org/data\ndate,open,high,low,close\n2024-01-02,1,2,1,2\n2024-01-03,1,2,1,2\n");
        assertEquals(2, file.bars().size());
        assertEquals(List.of("date", "open", "high", "low", "close"), file.header());
    }

    @Test
    void readsFailuresOfTheStreamAsRefusals() {
        java.io.InputStream failing = new java.io.InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        assertTrue(assertThrows(ImportException.class, () -> BarFileReader.parse("x.csv", failing, PLAIN))
                .getMessage()
                .contains("the disk is gone"));
    }

    @Test
    void isDeterministic() throws ImportException {
        String text = "date,open,high,low,close\n2024-01-02,1,2,1,2\n2024-01-03,x,2,1,2\n2024-01-03,1,2,3,2\n";
        ParsedFile one = read(text);
        ParsedFile two = read(text);
        assertEquals(one.findings(), two.findings());
        assertEquals(one.description(), two.description());
        Bars bars = one.bars();
        assertEquals(bars.contentHash(), two.bars().contentHash());
    }
}
