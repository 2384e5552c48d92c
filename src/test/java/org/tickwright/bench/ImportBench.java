package org.tickwright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.tickwright.engine.SyntheticBars;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.text.TickFileReader;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.SeriesLibrary;

/// Files of two hundred thousand rows read as a person imports them: format, times and columns found, every row
/// audited, bars kept in memory. The peer splits the same lines at commas and parses the numbers, and looks at nothing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class ImportBench {
    static final int ROWS = 200_000;
    private static final SeriesKey KEY = new SeriesKey("BENCH", Timeframe.MINUTE);

    private Path folder = Path.of("");
    private Path csv = Path.of("");
    private Path json = Path.of("");
    private Path zip = Path.of("");
    private Path trades = Path.of("");

    /// Writes the files.
    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("import-bench");
        Bars bars = SyntheticBars.minutes(42, ROWS);
        csv = Files.writeString(folder.resolve("bars.csv"), csv(bars));
        json = Files.writeString(folder.resolve("bars.json"), json(bars));
        zip = folder.resolve("bars.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("BENCH.csv"));
            write(out, csv(bars));
        }
        trades = Files.writeString(folder.resolve("trades.csv"), trades(TickBench.ticks(ROWS)));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String time(long nanos) {
        return java.time.Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L)
                .toString();
    }

    private static String csv(Bars bars) {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < bars.size(); i++) {
            text.append(time(bars.time(i)));
            row(text, ",", bars, i);
            text.append('\n');
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String comma, Bars bars, int i) {
        text.append(comma).append(bars.open(i)).append(comma).append(bars.high(i));
        text.append(comma).append(bars.low(i)).append(comma).append(bars.close(i));
        text.append(comma).append(bars.volume(i));
    }

    private static String json(Bars bars) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < bars.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"time\":\"%s\",\"open\":%s,\"high\":%s,\"low\":%s,\"close\":%s,\"volume\":%s}",
                            time(bars.time(i)),
                            bars.open(i),
                            bars.high(i),
                            bars.low(i),
                            bars.close(i),
                            bars.volume(i)));
        }
        return text.append("\n]\n").toString();
    }

    private static String trades(TradeTicks ticks) {
        StringBuilder text = new StringBuilder("time,price,size,side\n");
        for (int i = 0; i < ticks.size(); i++) {
            text.append(time(ticks.time(i)))
                    .append(',')
                    .append(ticks.price(i))
                    .append(',')
                    .append(ticks.volume(i))
                    .append(i % 2 == 0 ? ",buy\n" : ",sell\n");
        }
        return text.toString();
    }

    /// Removes the files.
    @TearDown
    public void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Bars imported(Path file) throws ImportException, StoreException {
        SeriesLibrary library = new SeriesLibrary(new MemoryBarStore());
        library.importFile(file, ImportOptions.forSymbol("BENCH"), Progress.NONE);
        return library.load(KEY).orElseThrow();
    }

    /// Bars of CSV, with the audit of every row.
    @Benchmark
    public Bars csv() throws ImportException, StoreException {
        return imported(csv);
    }

    /// The same bars of JSON.
    @Benchmark
    public Bars json() throws ImportException, StoreException {
        return imported(json);
    }

    /// The same bars of a file in an archive.
    @Benchmark
    public Bars zip() throws ImportException, StoreException, IOException {
        SeriesLibrary library = new SeriesLibrary(new MemoryBarStore());
        library.imports().all(zip, ImportOptions.forSymbol("BENCH"), Progress.NONE);
        return library.load(KEY).orElseThrow();
    }

    /// Trades of CSV.
    @Benchmark
    public TradeTicks trades() throws ImportException {
        return TickFileReader.read(trades, ImportOptions.forSymbol("BENCH")).ticks();
    }

    /// Lines split at commas, their times and numbers parsed by the JDK.
    @Benchmark
    public Bars split() throws IOException {
        Bars bars = new Bars(Timeframe.MINUTE, java.time.ZoneOffset.UTC, ROWS);
        try (BufferedReader reader = Files.newBufferedReader(csv)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                java.time.Instant time = java.time.Instant.parse(cells[0]);
                bars.append(
                        time.getEpochSecond() * 1_000_000_000L + time.getNano(),
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]));
            }
        }
        return bars;
    }

    static Suite suite() {
        return new Suite(
                "import",
                ImportBench::sameBars,
                List.of(
                        row("bars of CSV with audit (split, parseDouble)", "csv"),
                        row("bars of JSON with audit (split of the CSV)", "json"),
                        row("bars of a zip with audit (split of the CSV)", "zip"),
                        row("trades of CSV (split of the bars)", "trades")));
    }

    private static Comparison row(String title, String method) {
        return new Comparison(title, "ImportBench." + method, "ImportBench.split", ROWS, "row", Double.NaN);
    }

    private static boolean same(Bars a, Bars b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.time(i) == b.time(i)
                    && a.open(i) == b.open(i)
                    && a.high(i) == b.high(i)
                    && a.low(i) == b.low(i)
                    && a.close(i) == b.close(i)
                    && a.volume(i) == b.volume(i);
        }
        return same;
    }

    private static String sameBars() throws Exception {
        ImportBench bench = new ImportBench();
        bench.prepare();
        try {
            Bars plain = bench.split();
            for (Bars bars : List.of(bench.csv(), bench.json(), bench.zip())) {
                if (!same(bars, plain)) {
                    throw new IllegalStateException("the bars differ: " + bars.size() + " of " + ROWS);
                }
            }
            if (bench.trades().size() != ROWS) {
                throw new IllegalStateException("trades are missing");
            }
        } finally {
            bench.clear();
        }
        return "the same " + ROWS + " bars of CSV, JSON and zip as lines split at commas give";
    }
}
