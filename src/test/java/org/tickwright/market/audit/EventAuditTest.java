package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.text.QuoteFileReader;
import org.tickwright.market.text.TickFileReader;
import org.tickwright.testing.Shared;

class EventAuditTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void listsEachSpanOfCrossedQuotesAndCountsLockedAndOneSidedOnes() {
        QuoteTicks.Builder quotes = new QuoteTicks.Builder(100);
        for (int i = 0; i < 100; i++) {
            boolean crossed = i == 10 || i == 11 || i == 50;
            double bid = crossed ? 10.02 : i == 20 ? 10.01 : i == 30 ? 0 : 10;
            quotes.append(i * SECOND, bid, 1, 10.01, i);
        }
        AuditLog log = EventAudit.of(quotes.build(), null);
        assertEquals(Map.of("CROSSED", 3, "LOCKED", 1, "ONE_SIDED", 1), log.counts());
        List<Finding> crossed = log.findings().stream()
                .filter(finding -> finding.code().equals("CROSSED"))
                .toList();
        assertEquals(2, crossed.size());
        assertEquals(10 * SECOND, crossed.getFirst().from());
        assertEquals(11 * SECOND, crossed.getFirst().to());
        assertEquals(Severity.WARNING, crossed.getFirst().severity());
    }

    @Test
    void findsATradeFarFromThoseAroundItButNoCrash() {
        assertEquals(1, EventAudit.of(trades(500, 90), null).counts().get("OUTLIER"));
        assertEquals(Map.of(), EventAudit.of(trades(500, 99), null).counts());
        TradeTicks.Builder crash = new TradeTicks.Builder(1_000);
        for (int i = 0; i < 1_000; i++) {
            crash.append(i * SECOND, 100 - 0.05 * Math.clamp(i - 500, 0, 200) + i % 3 * 0.01, 1 + i);
        }
        assertEquals(Map.of(), EventAudit.of(crash.build(), null).counts());
    }

    @Test
    void warnsOfTradesThatAreThereTwiceAndNotesSilenceAndNoSize() {
        TradeTicks.Builder twice = new TradeTicks.Builder(100);
        for (int i = 0; i < 50; i++) {
            for (int k = 0; k < 2; k++) {
                twice.append((i + (i < 25 ? 0 : 7_200)) * SECOND, 100 + i % 3, i == 7 ? 0 : 1);
            }
        }
        AuditLog log = EventAudit.of(twice.build(), null);
        assertEquals(Map.of("DUPLICATE", 50, "ZERO_VOLUME", 2, "GAP", 1), log.counts());
        assertEquals(
                Severity.WARNING,
                log.findings().stream()
                        .filter(finding -> finding.code().equals("DUPLICATE"))
                        .findFirst()
                        .orElseThrow()
                        .severity());
    }

    /// The counts are those of a plain loop over the fields of the text.
    @Test
    void countsTheQuotesOfRealFilesAsAPlainLoopDoes() throws Exception {
        Map<String, int[]> files = Map.of(
                "lean/fx-eurusd-fxcm-quotes-20140502.csv.gz", new int[] {1, -1, 2, -1},
                "lean/fx-eurusd-fxcm-quotes-20140504.csv.gz", new int[] {1, -1, 2, -1},
                "lean/fx-eurusd-fxcm-quotes-20140505.csv.gz", new int[] {1, -1, 2, -1},
                "lean/equity-ibm-quotes-20131007.csv.gz", new int[] {1, 2, 3, 4});
        for (Map.Entry<String, int[]> file : files.entrySet()) {
            ImportOptions options = new ImportOptions("X", null, null, "auto", Map.of(), null, Set.of());
            var path = Shared.requirePath("data/ticks/" + file.getKey());
            Map<String, Integer> counts = new TreeMap<>(
                    EventAudit.of(QuoteFileReader.read(path, options).quotes(), null)
                            .counts());
            counts.keySet().retainAll(Set.of("CROSSED", "LOCKED", "ONE_SIDED", "DUPLICATE"));
            assertEquals(plain(file.getKey(), file.getValue()), counts, file.getKey());
        }
    }

    private static Map<String, Integer> plain(String file, int[] columns) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        String before = "";
        for (String line : lines(file)) {
            String[] fields = line.split(",", -1);
            double bid = Double.parseDouble(fields[columns[0]]);
            double ask = Double.parseDouble(fields[columns[2]]);
            if (bid == 0 && ask == 0) {
                continue;
            }
            String now =
                    fields[0] + " " + bid + " " + size(fields, columns[1]) + " " + ask + " " + size(fields, columns[3]);
            count(counts, "CROSSED", ask > 0 && bid > ask);
            count(counts, "LOCKED", bid == ask);
            count(counts, "ONE_SIDED", bid == 0 || ask == 0);
            count(counts, "DUPLICATE", now.equals(before));
            before = now;
        }
        return counts;
    }

    private static double size(String[] fields, int column) {
        return column < 0 ? 0 : Double.parseDouble(fields[column]);
    }

    private static void count(Map<String, Integer> counts, String code, boolean is) {
        if (is) {
            counts.merge(code, 1, Integer::sum);
        }
    }

    @Test
    void countsTheTradesOfRealFilesAsAPlainLoopDoes() throws Exception {
        for (String file : List.of(
                "lean/equity-ibm-trades-20131007.csv.gz",
                "lean/equity-spy-trades-20131007.csv.gz",
                "ta4j/bitstamp-btcusd-trades-2013-11-25.csv.gz")) {
            ImportOptions options = new ImportOptions("X", null, null, "auto", Map.of(), null, Set.of());
            var path = Shared.requirePath("data/ticks/" + file);
            AuditLog log = EventAudit.of(TickFileReader.read(path, options).ticks(), null);
            int twice = 0;
            int none = 0;
            String before = "";
            for (String line : lines(file)) {
                String[] fields = line.split(",", -1);
                String now = fields[0] + " " + Double.parseDouble(fields[1]) + " " + Double.parseDouble(fields[2]);
                twice += now.equals(before) ? 1 : 0;
                none += Double.parseDouble(fields[2]) == 0 ? 1 : 0;
                before = now;
            }
            assertTrue(twice > 0);
            assertEquals(twice, log.counts().get("DUPLICATE"), file);
            assertEquals(none, log.counts().getOrDefault("ZERO_VOLUME", 0), file);
        }
    }

    private static List<String> lines(String file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.requirePath("data/ticks/" + file))),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).toList();
        }
    }

    /// Trades near 100, one of them at another price.
    private static TradeTicks trades(int count, double other) {
        TradeTicks.Builder trades = new TradeTicks.Builder(count);
        for (int i = 0; i < count; i++) {
            trades.append(i * SECOND, i == 200 ? other : 100 + i % 5 * 0.01, 1 + i);
        }
        return trades.build();
    }
}
