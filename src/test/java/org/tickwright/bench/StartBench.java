package org.tickwright.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

/// A command from nothing to its end, in a process of its own: the processor time of launcher, virtual machine and
/// program together. The peer is the same program without the cache of classes that packaging made.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
public class StartBench {
    private static final int BARS = 2_000;
    private static final double BACKTEST_LIMIT = 1_200_000_000;

    private Path home;
    private Path bars;

    /// Writes the bars, and makes the home.
    @Setup
    public void prepare() throws IOException, InterruptedException {
        home = Files.createTempDirectory("bench-start");
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        double close = 100;
        for (int i = 0; i < BARS; i++) {
            double open = close;
            close = open * (0.98 + 0.0402 * random.nextDouble());
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%.2f,%.2f,%.2f,%.2f,1000%n",
                    LocalDate.of(2016, 1, 4).plusDays(i),
                    open,
                    Math.max(open, close) + 1,
                    Math.min(open, close) - 1,
                    close));
        }
        bars = Files.writeString(home.resolve("bars.csv"), text);
        backtest();
    }

    /// A backtest of a file, archived.
    @Benchmark
    public int backtest() throws IOException, InterruptedException {
        return run("", "backtest", "sma-cross", "--data", bars.toString());
    }

    /// The same without the cache.
    @Benchmark
    public int backtestUncached() throws IOException, InterruptedException {
        return run("-XX:AOTMode=off", "backtest", "sma-cross", "--data", bars.toString());
    }

    /// The version.
    @Benchmark
    public int version() throws IOException, InterruptedException {
        return run("", "--version");
    }

    /// The version without the cache.
    @Benchmark
    public int versionUncached() throws IOException, InterruptedException {
        return run("-XX:AOTMode=off", "--version");
    }

    private int run(String options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("target/tickwright/bin/tickwright", "--home", home.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File(home.toFile(), "output.txt")));
        builder.environment().put("TICKWRIGHT_JAVA", System.getProperty("java.home"));
        builder.environment().put("TICKWRIGHT_JAVA_OPTIONS", options);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + ": "
                    + Files.readString(home.resolve("output.txt")));
        }
        return code;
    }

    /// Removes the home.
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static Suite suite() {
        return new Suite(
                "start",
                StartBench::packaged,
                List.of(
                        new Comparison(
                                "backtest of 2,000 bars (no cache)",
                                "StartBench.backtest",
                                "StartBench.backtestUncached",
                                1,
                                "start",
                                BACKTEST_LIMIT),
                        new Comparison(
                                "--version (no cache)",
                                "StartBench.version",
                                "StartBench.versionUncached",
                                1,
                                "start",
                                Double.NaN)));
    }

    private static String packaged() throws IOException {
        Path cache = Path.of("target/tickwright/lib/command.aot");
        if (!Files.isRegularFile(cache) || Files.size(cache) == 0) {
            throw new IllegalStateException("there is no " + cache + "; 'mvn -q -DskipTests package' makes it");
        }
        return "a cache of " + Files.size(cache) / 1_000_000 + " MB";
    }
}
