package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.testing.Shared;

/// Every column of the indicator references of other programs is compared by a test or stands here with why not.
///
/// Of TA-Lib's own values, which are rows rather than columns, those with an unstable period other than 0 or
/// with Metastock's rules are left out, neither of which the catalogue offers, and the rows of FAMA, MACDEXT and
/// MACDFIX, whose functions the full oracle compares bar by bar.
class ReferencesCoverageTest {
    private static final List<Class<?>> TESTS =
            List.of(OtherReferencesTest.class, OutsideReferencesTest.class, FurtherReferencesTest.class);
    private static final Set<String> PRICES =
            Set.of("date", "time", "timestamp", "symbol", "open", "high", "low", "close", "volume");

    /// Library, file or indicator, the columns, why.
    private static final List<String[]> EXCLUDED = Stream.of("""
        Lean | spy_qqq_corr | Correlation_Pearson Correlation_Spearman | two interleaved series, period and start not stated; ranks are not offered
        Lean | spy_with_hilbert | InPhase Quadrature | its own transform of a detrended price; ours is TA-Lib's, compared in the full oracle
        Lean | spy_with_indicators | OBV | the file holds no volume
        Lean | spy_with_ichimoku | Ichimoku_Cloud | the least of the four lines, which are compared themselves
        Lean | spy_zigzag | zigzag type | drawn back from bars that come later
        StockIndicators | atr-stop | atrStop buyStop sellStop | a stop about the close that the catalogue does not offer
        StockIndicators | beta | betaUp betaDown ratio convexity | empty in the file
        StockIndicators | pivot-points | pp s1 s2 s3 s4 r1 r2 r3 r4 | levels of calendar months; ours stand on the bar before
        StockIndicators | pivots | highLine lowLine highTrend lowTrend | lines drawn back between pivots
        StockIndicators | psar | sar isReversal | turns its parabola otherwise
        StockIndicators | renko | isUp open high low close volume | bricks, no indicator of a series
        StockIndicators | stdev-channels | centerline upperChannel lowerChannel breakPoint | fitted back from the last bar
        StockIndicators | zigzag | zigZag pointType retraceHigh retraceLow | drawn back from bars that come later
        Backtrader | KAMAOsc | 0 | its average starts from a simple one, which has not faded on the last bar
        Backtrader | LRSI | 0 | Laguerre's filter is not offered
        Backtrader | ZeroLagIndicator | 0 | an average with error correction that is not offered
        """.split("\n"))
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
            .toList();

    @Test
    void everyColumnOfLeanIsComparedOrExcluded() throws IOException {
        Set<String> columns = new TreeSet<>();
        for (Path file : files("data/references/lean-indicators")) {
            String name = file.getFileName().toString().replace(".csv.gz", "");
            String header = text(file).lines().findFirst().orElseThrow();
            Arrays.stream(header.split(","))
                    .filter(ReferencesCoverageTest::isResult)
                    .forEach(column -> columns.add(name + "/" + column.strip()));
        }
        assertCovered("Lean", columns);
    }

    @Test
    void everyFieldOfStockIndicatorsIsComparedOrExcluded() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (Path file : files("data/references/stock-indicators")) {
            String name = file.getFileName().toString().replace(".json.gz", "");
            if (!name.equals("index.csv")) {
                JsonNode first = new ObjectMapper().readTree(text(file)).get(0);
                first.fieldNames().forEachRemaining(field -> {
                    if (!Set.of("timestamp", "date").contains(field)) {
                        fields.add(name + "/" + field);
                    }
                });
            }
        }
        assertCovered("StockIndicators", fields);
    }

    @Test
    void everyLineOfBacktraderIsComparedOrExcluded() throws IOException {
        Set<String> lines = new TreeSet<>();
        for (String row : Files.readAllLines(Shared.requirePath("data/references/backtrader-indicators.csv"))) {
            String[] cells = row.split(",(?![^(]*\\))", -1);
            if (!cells[0].equals("indicator")) {
                lines.add(cells[0] + "/" + cells[3]);
            }
        }
        assertCovered("Backtrader", lines);
    }

    private static void assertCovered(String library, Set<String> all) {
        Set<String> compared = compared(library);
        Set<String> excluded = excluded(library);
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(compared);
        assertEquals(missing, excluded, "neither compared nor excluded, or both");
    }

    private static Set<String> excluded(String library) {
        return EXCLUDED.stream()
                .filter(line -> line[0].equals(library))
                .flatMap(line -> Arrays.stream(line[2].split(" "))
                        .map(column -> line[1] + "/" + column.replace("Ichimoku_", "Ichimoku ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What the lines of the tests' own tables name.
    private static Set<String> compared(String library) {
        Set<String> compared = new TreeSet<>();
        if (library.equals("StockIndicators")) {
            compared.add("obv/obv");
        }
        for (Class<?> test : TESTS) {
            for (Method method : test.getDeclaredMethods()) {
                CsvSource table = method.getAnnotation(CsvSource.class);
                if (table != null && method.getName().startsWith("agreesWith" + library)) {
                    rows(table).forEach(row -> compared.add(key(test, method.getName(), row)));
                }
            }
        }
        return compared;
    }

    private static Stream<String[]> rows(CsvSource table) {
        Stream<String> lines = table.textBlock().isEmpty()
                ? Arrays.stream(table.value())
                : table.textBlock().lines();
        String cut = table.delimiter() == '|' ? "\\|" : ",";
        return lines.filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split(cut)).map(String::strip).toArray(String[]::new));
    }

    /// Where a table names the column: second, but for the older tables.
    private static String key(Class<?> test, String method, String[] row) {
        boolean third = test == OtherReferencesTest.class
                || test == OutsideReferencesTest.class && method.endsWith("Backtrader");
        return row[0] + "/" + row[third ? 3 : 1];
    }

    /// The candle patterns are compared by a test that takes all of them from the file's own header.
    private static boolean isResult(String header) {
        return !PRICES.contains(header.strip().toLowerCase(Locale.ROOT)) && !header.startsWith("CDL");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Shared.requirePath(folder))) {
            return files.sorted().toList();
        }
    }

    private static String text(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
