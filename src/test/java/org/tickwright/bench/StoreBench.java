package org.tickwright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tickwright.adapter.duckdb.ParquetFiles;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.market.text.ParsedFile;
import org.tickwright.store.H2Store;
import org.tickwright.workbench.SeriesFiles;

/// A million minutes in and out: from the store beside a table of H2 with a row per bar, from a file of text beside
/// reading lines, splitting and parsing them. Ours checks the content hash, and audits the file.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class StoreBench {
    private static final int BARS = 1_000_000;
    private static final int CHECKED_BARS = 50_000;
    private static final SeriesFiles PARQUET = new SeriesFiles(new ParquetFiles());
    private static final SeriesKey KEY = new SeriesKey("BENCH", Timeframe.MINUTE);

    /// A store with the bars.
    @State(Scope.Benchmark)
    public static class Stored {
        private Path folder;
        private H2Store store;
        private Bars bars;

        /// Saves the bars and opens the store anew.
        @Setup
        public void open() throws IOException, StoreException {
            open(BARS);
        }

        void open(int count) throws IOException, StoreException {
            folder = Files.createTempDirectory("bench-store");
            bars = bars(count);
            try (H2Store filling = H2Store.open(folder, false)) {
                filling.bars().save(KEY, bars, "generated", true);
            }
            store = H2Store.open(folder, false);
        }

        /// Removes it.
        @TearDown
        public void close() throws IOException {
            store.close();
            remove(folder);
        }
    }

    /// A table with a row per bar.
    @State(Scope.Benchmark)
    public static class Table {
        private Path folder;
        private Connection connection;

        /// Fills the table.
        @Setup
        public void open() throws IOException, SQLException {
            open(BARS);
        }

        void open(int count) throws IOException, SQLException {
            folder = Files.createTempDirectory("bench-table");
            connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("rows"), "sa", "");
            try (Statement create = connection.createStatement()) {
                create.execute("create table bar (t bigint primary key, o double, h double, l double, c double, v"
                        + " double)");
            }
            Bars bars = bars(count);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into bar values (?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < bars.size(); i++) {
                    insert.setLong(1, bars.time(i));
                    insert.setDouble(2, bars.open(i));
                    insert.setDouble(3, bars.high(i));
                    insert.setDouble(4, bars.low(i));
                    insert.setDouble(5, bars.close(i));
                    insert.setDouble(6, bars.volume(i));
                    insert.addBatch();
                    if (i % 10_000 == 9_999) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }

        /// Removes it.
        @TearDown
        public void close() throws IOException, SQLException {
            connection.close();
            remove(folder);
        }
    }

    /// A file with the bars.
    @State(Scope.Benchmark)
    public static class Text {
        private Path folder;
        private Path file;
        private Path parquet;

        /// Writes the files.
        @Setup
        public void write() throws IOException, SQLException {
            write(BARS);
            writeParquet();
        }

        void write(int count) throws IOException {
            folder = Files.createTempDirectory("bench-text");
            Bars bars = bars(count);
            StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
            for (int i = 0; i < count; i++) {
                text.append(Instant.ofEpochSecond(bars.time(i) / 1_000_000_000L))
                        .append(',');
                text.append(bars.open(i)).append(',').append(bars.high(i)).append(',');
                text.append(bars.low(i)).append(',').append(bars.close(i)).append(',');
                text.append((long) bars.volume(i)).append('\n');
            }
            file = Files.writeString(folder.resolve("bars.csv"), text);
        }

        /// Writes the same rows as Parquet, with doubles and points in time.
        void writeParquet() throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                parquet = folder.resolve("bars.parquet");
                statement.execute("copy (select time::timestamptz as time, open::double as open, high::double as high,"
                        + " low::double as low, close::double as close, volume::bigint as volume from read_csv('"
                        + file + "', all_varchar = true)) to '" + parquet + "' (format parquet)");
            }
        }

        /// Removes it.
        @TearDown
        public void close() throws IOException {
            remove(folder);
        }
    }

    /// From the store, with its hash checked.
    @Benchmark
    public Bars load(Stored stored) throws StoreException {
        return stored.store.bars().load(KEY).orElseThrow();
    }

    /// From a row per bar.
    @Benchmark
    public Bars loadRows(Table table) throws SQLException {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, BARS);
        try (Statement select = table.connection.createStatement();
                ResultSet row = select.executeQuery("select t, o, h, l, c, v from bar order by t")) {
            while (row.next()) {
                bars.append(
                        row.getLong(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6));
            }
        }
        return bars;
    }

    /// A file read and audited.
    @Benchmark
    public ParsedFile read(Text text) throws ImportException {
        return BarFileReader.parseBars(text.file, ImportOptions.forSymbol("BENCH"));
    }

    /// A Parquet file read and audited.
    @Benchmark
    public ParsedFile readParquet(Text text) throws ImportException {
        return PARQUET.parseBars(text.parquet, ImportOptions.forSymbol("BENCH"));
    }

    /// Lines split and parsed.
    @Benchmark
    public Bars readSplit(Text text) throws IOException {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, BARS);
        try (BufferedReader lines = Files.newBufferedReader(text.file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                bars.append(
                        Instant.parse(fields[0]).getEpochSecond() * 1_000_000_000L,
                        Double.parseDouble(fields[1]),
                        Double.parseDouble(fields[2]),
                        Double.parseDouble(fields[3]),
                        Double.parseDouble(fields[4]),
                        Double.parseDouble(fields[5]));
            }
        }
        return bars;
    }

    /// A series saved once more under another source, so that it is written.
    @Benchmark
    public Object save(Stored stored) throws StoreException {
        return stored.store.bars().save(KEY, stored.bars, "generated at " + System.nanoTime(), true);
    }

    static Suite suite() {
        return new Suite(
                "store",
                StoreBench::sameBars,
                List.of(
                        new Comparison(
                                "load a series (row per bar)",
                                "StoreBench.load",
                                "StoreBench.loadRows",
                                BARS,
                                "bar",
                                Double.NaN),
                        new Comparison(
                                "read and audit a CSV (split)",
                                "StoreBench.read",
                                "StoreBench.readSplit",
                                BARS,
                                "row",
                                Double.NaN),
                        new Comparison(
                                "read and audit a Parquet file",
                                "StoreBench.readParquet",
                                null,
                                BARS,
                                "row",
                                Double.NaN),
                        new Comparison("save a series", "StoreBench.save", null, BARS, "bar", Double.NaN)));
    }

    private static String sameBars() throws Exception {
        StoreBench bench = new StoreBench();
        Stored stored = new Stored();
        stored.open(CHECKED_BARS);
        Table table = new Table();
        table.open(CHECKED_BARS);
        Text text = new Text();
        text.write(CHECKED_BARS);
        text.writeParquet();
        String wanted = columns(stored.bars);
        for (Bars bars : List.of(
                bench.load(stored),
                bench.loadRows(table),
                bench.read(text).bars(),
                bench.readParquet(text).bars(),
                bench.readSplit(text))) {
            if (!columns(bars).equals(wanted)) {
                throw new IllegalStateException("the bars differ");
            }
        }
        stored.close();
        table.close();
        text.close();
        return "the same " + CHECKED_BARS + " bars from store, rows and files";
    }

    /// A hash over the bars in one zone, whatever each of them is said to be in.
    private static String columns(Bars bars) {
        Bars plain = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            plain.append(bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        return plain.contentHash();
    }

    /// Minutes with prices in cents, sessions of 390 bars.
    private static Bars bars(int count) {
        SplittableRandom random = new SplittableRandom(7);
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, count);
        long time = 1_600_000_020_000_000_000L;
        long close = 1_000_000;
        for (int i = 0; i < count; i++) {
            long open = close;
            close = Math.max(10_000, close + random.nextInt(41) - 20);
            long high = Math.max(open, close) + random.nextInt(10);
            long low = Math.min(open, close) - random.nextInt(10);
            bars.append(time, open / 100.0, high / 100.0, low / 100.0, close / 100.0, random.nextInt(100_000));
            time += (i % 390 == 389 ? 1_050 : 1) * 60_000_000_000L;
        }
        return bars;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
