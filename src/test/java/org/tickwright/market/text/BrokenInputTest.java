package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// Thousands of damaged files: each is read, blocked or refused in words, and bars that come out are sound.
class BrokenInputTest {
    private static final List<String> SEEDS = List.of(
            "date,open,high,low,close,volume\n"
                    + "2024-01-02,10,12,9,11,100\n"
                    + "2024-01-03,11,13,10,12,100\n"
                    + "2024-01-04,12,14,11,13,9\n",
            "\"Date\";\"Open\";\"High\";\"Low\";\"Close\"\r\n"
                    + "31.12.2024;1,5;2,5;1,25;2,0\r\n"
                    + "02.01.2025;1,5;2,5;1,25;2,0\r\n",
            "1637971200000,0.285,0.286,0.284,0.285,36304.2\n1637971260000,0.285,0.286,0.284,0.285,89196.6\n",
            "time\topen\thigh\tlow\tclose\n"
                    + "2024-01-02T10:00:00-05:00\t1\t2\t1\t2\n"
                    + "2024-01-02T10:01:00-05:00\t1\t2\t1\t2\n",
            "Date,Time,Open,High,Low,Close\n1/16/2013,9:30 AM,1,2,1,2\n1/16/2013,9:35 AM,1,2,1,2\n",
            "20120201 000000;1.3066;1.3067;1.3065;1.3066;0\n20120201 000100;1.3066;1.3067;1.3065;1.3066;0\n");
    private static final byte[] NASTY =
            "\",;\t|\n\r\0-+.eE0123456789:/TZ#<> \u00ff".getBytes(StandardCharsets.ISO_8859_1);
    private static final Set<String> EVERYTHING = Set.of(
            "BAD_ROW",
            "DUPLICATE",
            "MIXED_TIMEFRAME",
            "OUT_OF_ORDER",
            "IMPOSSIBLE_OHLC",
            "NON_POSITIVE_PRICE",
            "NEGATIVE_VOLUME");

    @Test
    void survivesAnyDamage() {
        Random random = new Random(42);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = damage(SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8), random);
            ImportOptions options = new ImportOptions(
                    "X", null, null, "auto", Map.of(), i % 3 == 0 ? "DMY" : null, i % 2 == 0 ? EVERYTHING : Set.of());
            try {
                assertSound(BarFileReader.parse("x.csv", new ByteArrayInputStream(bytes), options));
                read++;
            } catch (ImportException e) {
                assertFalse(e.getMessage().isBlank());
                refused++;
            }
        }
        assertTrue(read > 300 && refused > 50, "both must happen: " + read + " read, " + refused + " refused");
    }

    private static byte[] damage(byte[] source, Random random) {
        byte[] bytes = source.clone();
        int wounds = 1 + random.nextInt(6);
        for (int i = 0; i < wounds && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes = without(bytes, at, random.nextInt(5));
                default -> bytes = doubled(bytes, at, random.nextInt(40));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        return shorter;
    }

    private static byte[] doubled(byte[] bytes, int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + end - at);
        System.arraycopy(bytes, at, longer, end, bytes.length - at);
        return longer;
    }

    private static void assertSound(ParsedFile file) {
        Bars bars = file.bars();
        assertEquals(file.rowsRead(), bars.size() + file.rowsRejected());
        for (int i = 0; i < bars.size(); i++) {
            assertTrue(bars.low(i) > 0 && bars.high(i) < Double.POSITIVE_INFINITY);
            assertTrue(bars.high(i) >= Math.max(bars.open(i), bars.close(i)));
            assertTrue(bars.low(i) <= Math.min(bars.open(i), bars.close(i)));
            assertTrue(bars.volume(i) >= 0);
        }
        if (!file.blocked()) {
            int errors = file.findings().stream()
                    .mapToInt(finding -> finding.severity() == org.tickwright.market.Finding.Severity.ERROR ? 1 : 0)
                    .sum();
            assertEquals(0, errors);
        }
    }
}
