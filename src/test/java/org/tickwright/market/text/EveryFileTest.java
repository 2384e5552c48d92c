package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.audit.AuditLog;
import org.tickwright.market.audit.EventAudit;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.messages.RecordedMessages;
import org.tickwright.testing.Shared;

/// Every file of the recorded market data, by a table: what it is read as, with which rows, range, zone
/// and findings, or with which words it is refused.
///
/// Rows come from the manifest of the data; ranges, series and findings of rows were counted by another
/// program from the files themselves. Findings that judge rows beside each other (gaps, outliers) have
/// tests of their own.
class EveryFileTest {
    private static final ImportOptions PLAIN = ImportOptions.forSymbol("X");
    private static final List<String> FOLDERS =
            List.of("equities-daily", "minute", "messy", "ticks", "order-book", "options");
    /// Why files of other folders are none of market data.
    private static final Map<String, String> OTHERS = Map.of(
            "news", "sentences with a sentiment, no prices",
            "references", "expected results of calculations, calendars and factors to test against",
            "wire-messages", "answers and messages of interfaces as examples, not files that people keep");

    private static final Set<String> OF_ROWS = Set.of(
            "BAD_ROW",
            "NON_POSITIVE_PRICE",
            "IMPOSSIBLE_OHLC",
            "NEGATIVE_VOLUME",
            "DUPLICATE",
            "OUT_OF_ORDER",
            "MIXED_TIMEFRAME",
            "AMBIGUOUS_DATE",
            "AMBIGUOUS_NUMBER",
            "UNKNOWN_TIMEFRAME",
            "TIMEFRAME_MISMATCH",
            "ZONE_ASSUMED",
            "MISSING_VOLUME",
            "CLOSE_ONLY",
            "END_TIMES",
            "OPEN_END");

    record Entry(
            String file,
            String kind,
            String series,
            String timeframe,
            String zone,
            String first,
            String last,
            String findings,
            String refusal) {
        @Override
        public String toString() {
            return file + " " + kind;
        }
    }

    static List<Entry> table() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = EveryFileTest.class.getResourceAsStream("files.csv")) {
            assertNotNull(in);
            for (List<String> row : rows(in.readAllBytes())) {
                entries.add(new Entry(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        row.get(5),
                        row.get(6),
                        row.get(7),
                        row.get(8)));
            }
        }
        return entries.subList(1, entries.size());
    }

    private static List<List<String>> rows(byte[] bytes) {
        RowScanner scanner = new RowScanner(bytes, (byte) ',');
        List<List<String>> rows = new ArrayList<>();
        while (scanner.next()) {
            rows.add(scanner.texts());
        }
        return rows;
    }

    /// Rows by file as the manifest counts them.
    private static Map<String, Integer> manifest() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> row : rows(Files.readAllBytes(Shared.requirePath("data/manifest.csv")))) {
            counts.put(row.get(0), row.get(2).matches("\\d+") ? Integer.parseInt(row.get(2)) : -1);
        }
        return counts;
    }

    @Test
    void theTableHasEveryFileAndNoOther() throws IOException {
        Path data = Shared.requirePath("data");
        Set<String> there = new TreeSet<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                there.add(data.relativize(file).toString().replace('\\', '/')));
            }
        }
        Set<String> listed = new TreeSet<>();
        table().forEach(entry -> listed.add(entry.file));
        assertEquals(there, listed);
        for (String file : manifest().keySet()) {
            String folder = file.substring(0, Math.max(0, file.indexOf('/')));
            assertTrue(folder.isEmpty() || FOLDERS.contains(folder) || OTHERS.containsKey(folder), file);
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void isReadOrRefusedAsTheTableSays(Entry entry) throws Exception {
        Path file = Shared.requirePath("data/" + entry.file);
        if (entry.kind.equals("refused")) {
            ImportException refused =
                    assertThrows(ImportException.class, () -> MarketFileReader.read(file, PLAIN, false));
            assertTrue(refused.getMessage().contains(entry.refusal), refused.getMessage());
            assertTrue(refused.getMessage().startsWith(file.getFileName().toString()), refused.getMessage());
            return;
        }
        MarketFile read = MarketFileReader.read(file, PLAIN, false);
        assertEquals(entry.kind, read.kind());
        int rows = manifest().getOrDefault(entry.file, -1);
        switch (read) {
            case MarketFile.OfBars bars -> assertBars(entry, bars, rows);
            case MarketFile.OfTrades trades -> {
                var ticks = trades.trades().ticks();
                assertEquals(rows, ticks.size());
                assertRange(
                        entry,
                        ticks.time(0),
                        ticks.time(ticks.size() - 1),
                        trades.trades().zone());
                assertEquals(entry.findings, words(EventAudit.of(ticks, null)));
            }
            case MarketFile.OfQuotes quotes -> {
                var ticks = quotes.quotes().quotes();
                assertEquals(rows, ticks.size() + quotes.quotes().silent());
                assertRange(
                        entry,
                        ticks.time(0),
                        ticks.time(ticks.size() - 1),
                        quotes.quotes().zone());
                assertEquals(entry.findings, words(EventAudit.of(ticks, null)));
            }
            case MarketFile.OfActions actions ->
                assertEquals(
                        entry.series,
                        "splits=" + actions.actions().splits().size() + " dividends="
                                + actions.actions().dividends().size());
            case MarketFile.OfMessages messages -> assertMessages(entry, messages.messages(), rows);
            case MarketFile.OfTickers tickers ->
                assertEquals(entry.series, "names=" + tickers.tickers().names().size());
        }
    }

    /// `series` counts the events by channel, `findings` what was seen.
    private static void assertMessages(Entry entry, RecordedMessages read, int rows) {
        assertEquals(rows, read.rows());
        Map<String, Integer> counts = new TreeMap<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (FeedEvent event : read.events()) {
            counts.merge(event.getClass().getSimpleName(), 1, Integer::sum);
            first = Math.min(first, event.time());
            last = Math.max(last, event.time());
        }
        assertEquals(entry.series, words(counts));
        assertEquals(entry.findings, words(new TreeMap<>(read.findings())));
        assertRange(entry, first, last, ZoneId.of("UTC"));
    }

    private static void assertBars(Entry entry, MarketFile.OfBars read, int rows) {
        Map<String, Integer> findings = new TreeMap<>();
        int count = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        StringBuilder series = new StringBuilder();
        for (MarketFile.SymbolBars part : read.series()) {
            ParsedFile file = part.bars();
            Bars bars = file.bars();
            count += file.rowsRead();
            assertEquals(file.rowsRead(), bars.size() + file.rowsRejected());
            if (bars.size() > 0) {
                first = Math.min(first, bars.time(0));
                last = Math.max(last, bars.time(bars.size() - 1));
            }
            series.append(series.isEmpty() ? "" : " ")
                    .append(part.symbol())
                    .append('=')
                    .append(bars.size());
            assertEquals(entry.timeframe, bars.timeframe().toString());
            assertEquals(entry.zone, bars.zone().getId());
            file.findingCounts().forEach((code, number) -> findings.merge(code, number, Integer::sum));
            boolean errors =
                    file.findings().stream().anyMatch(f -> f.severity().name().equals("ERROR"));
            assertEquals(errors, file.blocked());
        }
        assertEquals(rows, count);
        if (!entry.series.isEmpty()) {
            assertEquals(entry.series, series.toString());
        }
        findings.keySet().retainAll(OF_ROWS);
        assertEquals(entry.findings, words(findings));
        if (!entry.first.isEmpty()) {
            assertRange(
                    entry, first, last, read.series().getFirst().bars().bars().zone());
        }
    }

    private static String words(AuditLog audit) {
        return words(new TreeMap<>(audit.counts()));
    }

    private static String words(Map<String, Integer> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((code, count) -> words.add(code + "=" + count));
        return String.join(" ", words);
    }

    private static void assertRange(Entry entry, long first, long last, ZoneId zone) {
        assertEquals(entry.first, local(first, zone));
        assertEquals(entry.last, local(last, zone));
    }

    private static String local(long nanos, ZoneId zone) {
        Instant instant =
                Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
        LocalDateTime time = LocalDateTime.ofInstant(instant, zone);
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return time.toLocalDate().toString();
        }
        String pattern = time.getNano() == 0 ? "uuuu-MM-dd'T'HH:mm:ss" : "uuuu-MM-dd'T'HH:mm:ss.SSSSSS";
        return time.format(DateTimeFormatter.ofPattern(pattern));
    }

    /// Crossed quotes counted by another program from the files.
    @Test
    void countsCrossedQuotes() throws Exception {
        Map<String, Integer> crossed = Map.of(
                "fx-eurusd-fxcm-quotes-20140502.csv.gz", 12_061,
                "fx-eurusd-fxcm-quotes-20140504.csv.gz", 174,
                "fx-eurusd-fxcm-quotes-20140505.csv.gz", 4_987,
                "equity-ibm-quotes-20131007.csv.gz", 0);
        for (Map.Entry<String, Integer> counted : crossed.entrySet()) {
            Path file = Shared.requirePath("data/ticks/lean/" + counted.getKey());
            assertEquals(counted.getValue(), QuoteFileReader.read(file, PLAIN).crossed(), counted.getKey());
        }
    }

    /// What the audit counts in the trades of a share, by plain loops over them.
    @Test
    void countsWhatALoopCountsInTrades() throws Exception {
        Path file = Shared.requirePath("data/ticks/lean/equity-ibm-trades-20131007.csv.gz");
        var trades = TickFileReader.read(file, PLAIN).ticks();
        int repeated = 0;
        int empty = 0;
        int silent = 0;
        double usual = (trades.time(trades.size() - 1) - trades.time(0)) / (trades.size() - 1.0);
        for (int i = 0; i < trades.size(); i++) {
            empty += trades.volume(i) == 0 ? 1 : 0;
            if (i > 0) {
                long apart = trades.time(i) - trades.time(i - 1);
                boolean same = trades.price(i) == trades.price(i - 1) && trades.volume(i) == trades.volume(i - 1);
                repeated += apart == 0 && same ? 1 : 0;
                silent += apart > Math.max(60e9, 30 * usual) ? 1 : 0;
            }
        }
        Map<String, Integer> counts = EventAudit.of(trades, null).counts();
        assertEquals(repeated, counts.getOrDefault("DUPLICATE", 0));
        assertEquals(empty, counts.getOrDefault("ZERO_VOLUME", 0));
        assertEquals(silent, counts.getOrDefault("GAP", 0));
        assertTrue(repeated > 0 && silent > 0, counts::toString);
    }

    /// Lean's own form holds the same bars as the file that was made of it elsewhere, where both have a
    /// row.
    @Test
    void leansOwnFormGivesPricesInDollars() throws Exception {
        Path own = Shared.requirePath("data/messy/dialects/lean-native-minute-spy-20131008.csv.gz");
        Bars bars = BarFileReader.parseBars(own, PLAIN).bars();
        assertEquals(167.42, bars.open(0));
        assertEquals(167.33, bars.open(1));
        assertEquals(167.41, bars.high(1));
        assertEquals(1300, bars.volume(1));
    }

    /// A file that repeats a fault and its mended partner differ in their actions or in prices; where
    /// prices differ, the lines do not lie outside of what the two files share.
    @Test
    void mendedPartnersHaveTheSameTimes() throws Exception {
        int pairs = 0;
        for (Entry entry : table()) {
            if (entry.file.contains("yahoo-errors") && entry.file.contains("-fixed")) {
                Path good = Shared.requirePath("data/" + entry.file);
                Path bad = Shared.requirePath("data/" + entry.file.replace("-fixed", ""));
                Bars mended = BarFileReader.parseBars(good, PLAIN).bars();
                Bars faulty = BarFileReader.parseBars(bad, PLAIN).bars();
                assertEquals(faulty.size(), mended.size(), entry.file);
                for (int i = 0; i < mended.size(); i++) {
                    assertEquals(faulty.time(i), mended.time(i), entry.file);
                }
                pairs++;
            }
        }
        assertEquals(23, pairs);
    }

    @Test
    void readsADateOrderThatIsStated() throws Exception {
        ImportOptions days = new ImportOptions("X", null, null, "auto", Map.of(), "DMY", Set.of());
        MarketFile read = MarketFileReader.read(Shared.requirePath("data/ticks/backtrader/bidask.csv"), days, false);
        QuoteFile quotes = ((MarketFile.OfQuotes) read).quotes();
        assertEquals(10, quotes.quotes().size());
        assertEquals(
                Instant.parse("2010-03-02T16:53:50Z").getEpochSecond(),
                quotes.quotes().time(0) / 1_000_000_000L);
        assertFalse(quotes.quotes().crossed(0));
    }

    @Test
    void readsAnAnswerOfAlphaVantageInItsZone() throws Exception {
        Path file = Shared.requirePath("data/wire-messages/alpha-vantage/time_series_intraday_MSFT.json");
        MarketFile read = MarketFileReader.read(file, PLAIN, false);
        ParsedFile bars = ((MarketFile.OfBars) read).series().getFirst().bars();
        assertEquals("US/Eastern", bars.bars().zone().getId());
        assertTrue(bars.description().contains("newest first"), bars.description());
        int last = bars.bars().size() - 1;
        assertEquals(
                Instant.parse("2017-12-18T19:56:00Z").getEpochSecond(),
                bars.bars().time(last) / 1_000_000_000L);
        assertEquals(86.475, bars.bars().low(last));
        assertEquals(10_494, bars.bars().volume(last));
    }

    @Test
    void saysWhereJsonIsDamaged() {
        byte[] cut = "[[1,2,3],\n[4,5".getBytes(StandardCharsets.UTF_8);
        ImportException refused = assertThrows(
                ImportException.class,
                () -> MarketFileReader.read("x.json", new java.io.ByteArrayInputStream(cut), PLAIN, false));
        assertTrue(refused.getMessage().startsWith("x.json is JSON that is cut off"), refused.getMessage());
        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }
}
