package org.tickwright.adapter.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.text.ParsedFile;
import org.tickwright.workbench.SeriesFiles;

/// A Parquet file gives the bars that a file of text with the same rows gives.
class ParquetFilesTest {
    private static final SeriesFiles FILES = new SeriesFiles(new ParquetFiles());
    private static final ImportOptions OPTIONS = ImportOptions.forSymbol("X");

    @TempDir
    private Path folder;

    /// Minutes, or days where `step` is one, with prices of four decimals and a gap.
    private Path csv(int count, long step, String date) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder(date + ",open,high,low,close,volume,extra\n");
        long time = 1_600_041_600L;
        int close = 1_000_000;
        for (int i = 0; i < count; i++) {
            int open = close;
            close += random.nextInt(2001) - 1000;
            int high = Math.max(open, close) + random.nextInt(500);
            int low = Math.min(open, close) - random.nextInt(500);
            String written = Instant.ofEpochSecond(time).toString();
            text.append(step == 86_400 ? written.substring(0, 10) : written);
            for (int price : new int[] {open, high, low, close}) {
                text.append(',').append(price / 10_000.0);
            }
            text.append(',')
                    .append(random.nextInt(100_000))
                    .append(',')
                    .append(i / 4.0)
                    .append('\n');
            time += (i % 100 == 99 ? 3 : 1) * step;
        }
        return Files.writeString(folder.resolve("bars.csv"), text);
    }

    private Path parquet(Path csv, String select) throws SQLException {
        Path file = folder.resolve("bars.parquet");
        sql("copy (select " + select + " from read_csv('" + csv + "', all_varchar = true)) to '" + file
                + "' (format parquet)");
        return file;
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement made = connection.createStatement()) {
            made.execute("set TimeZone = 'America/New_York'");
            made.execute(statement);
        }
    }

    private static final String PRICES =
            ", open::double open, high::double high, low::double low, close::double as close, volume::bigint volume";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time::timestamptz as time",
                "time::timestamptz as \"__index_level_0__\"",
                "(time::timestamptz at time zone 'UTC')::timestamp as time",
                "(time::timestamptz at time zone 'UTC')::timestamp_s as time",
                "(time::timestamptz at time zone 'UTC')::timestamp_ms as time",
                "(time::timestamptz at time zone 'UTC')::timestamp_ns as time",
                "epoch(time::timestamptz)::bigint as time",
                "epoch(time::timestamptz)::double as time",
                "epoch(time::timestamptz)::integer as time",
                "epoch_ms(time::timestamptz) as time",
                "epoch_us(time::timestamptz) as time",
                "epoch_ns(time::timestamptz) as time",
                "time",
                "((time::timestamptz at time zone 'UTC')::timestamp)::date as date,"
                        + " ((time::timestamptz at time zone 'UTC')::timestamp)::time as time"
            })
    void readsTimesOfEveryType(String time) throws Exception {
        Path csv = csv(3_000, 60, "time");
        ParsedFile wanted = FILES.parseBars(csv, OPTIONS);
        ParsedFile made = FILES.parseBars(parquet(csv, time + PRICES), OPTIONS);
        assertEquals(3_000, made.bars().size(), () -> made.findings().toString());
        assertEquals(wanted.bars().contentHash(), made.bars().contentHash(), made::description);
        assertEquals(wanted.findingCounts().get("GAP"), made.findingCounts().get("GAP"));
        assertTrue(made.description().startsWith("Parquet, "), made::description);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date::date as date", "date::timestamp as date", "date", "date::timestamptz as date"})
    void readsDays(String date) throws Exception {
        Path csv = csv(900, 86_400, "date");
        String select = date.replace("date::timestamptz", "(date || ' 00:00:00+00')::timestamptz") + PRICES;
        ParsedFile made = FILES.parseBars(parquet(csv, select), OPTIONS);
        assertEquals("1d", made.bars().timeframe().toString());
        assertEquals(
                FILES.parseBars(csv, OPTIONS).bars().contentHash(), made.bars().contentHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "decimal(18, 4)", "decimal(38, 10)", "varchar", "float"})
    void readsPricesOfEveryType(String type) throws Exception {
        Path csv = csv(2_000, 60, "time");
        String prices = ", volume::integer as volume";
        for (String field : List.of("open", "high", "low", "close")) {
            prices = ", " + field + "::" + type + " as " + field + prices;
        }
        ParsedFile made = FILES.parseBars(parquet(csv, "time::timestamptz as time" + prices), OPTIONS);
        assertEquals(
                FILES.parseBars(csv, OPTIONS).bars().contentHash(), made.bars().contentHash());
    }

    @Test
    void keepsFurtherColumnsAndShowsThePreview() throws Exception {
        Path csv = csv(300, 60, "time");
        Path file =
                parquet(csv, "time::timestamptz as \"Time\"" + PRICES + ", extra::double as \"My Extra\", 'AB' note");
        ParsedFile made = FILES.parse(file, OPTIONS);
        assertArrayEquals(
                FILES.parse(csv, OPTIONS).columns().get("extra"), made.columns().get("My Extra"));
        assertEquals(List.of("Time", "open", "high", "low", "close", "volume", "My Extra", "note"), made.header());
        assertEquals(20, made.firstRows().size());
        assertEquals(Map.of("time", 1, "open", 2, "high", 3, "low", 4, "close", 5, "volume", 6), made.mapping());
        ImportOptions mapped = new ImportOptions(
                "X",
                null,
                null,
                "auto",
                Map.of("volume", "My Extra", "close", "open"),
                null,
                Set.of("IMPOSSIBLE_OHLC"));
        ParsedFile other = FILES.parse(file, mapped);
        assertEquals(0.25, other.bars().volume(1));
        assertEquals(other.bars().open(7), other.bars().close(7));
    }

    @Test
    void rowsThatCannotBeBarsAreFindings() throws Exception {
        Path file = folder.resolve("faults.parquet");
        sql("copy (select * from (values"
                + " (timestamp '2024-01-02 10:00:00', 10.0, 11.0, 9.0, 10.5, 5),"
                + " (null, 10.0, 11.0, 9.0, 10.5, 5),"
                + " (timestamp '2024-01-02 10:01:00', null, 11.0, 9.0, 10.5, 5),"
                + " (timestamp '2024-01-02 10:02:00', 10.0, 8.0, 9.0, 10.5, 5),"
                + " (timestamp '2024-01-02 10:03:00', 10.0, 11.0, 9.0, 10.5, null),"
                + " (timestamp '2024-01-02 10:04:00', 10.0, 11.0, 9.0, 10.5, 7),"
                + " (timestamp 'infinity', 10.0, 11.0, 9.0, 10.5, 7)"
                + ") t(time, open, high, low, close, volume)) to '" + file + "' (format parquet)");
        ParsedFile made = FILES.parse(file, OPTIONS);
        assertEquals(Set.of("BAD_ROW", "IMPOSSIBLE_OHLC"), made.blocking());
        assertEquals(
                3, made.findingCounts().get("BAD_ROW"), () -> made.findings().toString());
        assertEquals(1, made.findingCounts().get("MISSING_VOLUME"));
        assertEquals(3, made.bars().size());
        assertEquals(7, made.rowsRead());
        assertTrue(
                made.findings().toString().contains("Row 3 has no open"),
                () -> made.findings().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 as a, 2 as b                                              | no column of times
        'x' as name, timestamp '2024-01-01' as time                 | no column of prices
        time '10:00' as time, 1.5 as open, 2 as high, 1 low, 1 as close | times of day without a date
        timestamp '2024-01-01' as time, 1.5 as bid, 2.5 as ask      | bid and ask
        timestamp '2024-01-01' as time, 1.5 as price, 2 as size     | single trades
        """)
    void refusesTablesThatAreNoBars(String select, String message) throws Exception {
        Path file = folder.resolve("other.parquet");
        sql("copy (select " + select + ") to '" + file + "' (format parquet)");
        ImportException refused = assertThrows(ImportException.class, () -> FILES.parse(file, OPTIONS));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }

    @Test
    void refusesSeveralSymbolsAndTablesWithoutRows() throws Exception {
        Path file = folder.resolve("symbols.parquet");
        sql("copy (select timestamp '2024-01-01' + to_days(i::int) as time, case when i < 400 then 'A' else 'B' end as"
                + " symbol, 1.5 as open, 2.0 as high, 1.0 as low, 1.5 as close from range(500) t(i)) to '" + file
                + "' (format parquet)");
        ImportException several = assertThrows(ImportException.class, () -> FILES.parse(file, OPTIONS));
        assertTrue(String.valueOf(several.getMessage()).contains("several symbols"), several::getMessage);
        Path empty = folder.resolve("empty.parquet");
        sql("copy (select timestamp '2024-01-01' as time, 1.5 as close limit 0) to '" + empty + "' (format parquet)");
        ImportException none = assertThrows(ImportException.class, () -> FILES.parse(empty, OPTIONS));
        assertTrue(String.valueOf(none.getMessage()).contains("no rows"), none::getMessage);
    }

    @Test
    void filesThatAreCutOffAreRefused() throws Exception {
        byte[] whole = Files.readAllBytes(parquet(csv(2_000, 60, "time"), "time::timestamptz as time" + PRICES));
        SplittableRandom random = new SplittableRandom(9);
        Path file = folder.resolve("damaged.parquet");
        for (int i = 0; i < 40; i++) {
            Files.write(file, Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4)));
            ImportException refused = assertThrows(ImportException.class, () -> FILES.parse(file, OPTIONS));
            assertTrue(String.valueOf(refused.getMessage()).contains("damaged"), refused::getMessage);
        }
    }

    @Test
    void readsNamesWithQuotesAndRefusesThoseThatMeanSeveralFiles() throws Exception {
        Path file = parquet(csv(300, 60, "time"), "time::timestamptz as time" + PRICES);
        Path quoted = Files.copy(file, folder.resolve("it's \"mine\".parquet"));
        assertEquals(300, FILES.parse(quoted, OPTIONS).bars().size());
        Path star = Files.copy(file, folder.resolve("b*rs.parquet"));
        ImportException refused = assertThrows(ImportException.class, () -> FILES.parse(star, OPTIONS));
        assertTrue(String.valueOf(refused.getMessage()).contains("Rename it"), refused::getMessage);
    }

    @Test
    void textAndFilesThatAreNotThereAreNoParquet() throws Exception {
        ParquetFiles reader = new ParquetFiles();
        assertFalse(reader.reads(folder.resolve("none.parquet")));
        assertFalse(reader.reads(csv(3, 60, "time")));
        Path feather = Files.writeString(folder.resolve("f.feather"), "ARROW1\0\0", StandardCharsets.US_ASCII);
        ImportException refused = assertThrows(ImportException.class, () -> FILES.parse(feather, OPTIONS));
        assertTrue(String.valueOf(refused.getMessage()).contains("Feather or Arrow"), refused::getMessage);
    }
}
