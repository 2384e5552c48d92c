package org.tickwright.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs one suite: `BenchMain NAME OUTDIR`. Prints a table and writes `OUTDIR/NAME.json`; what JMH says goes to
/// `OUTDIR/NAME.log`.
///
/// Each figure is the median over forks of the median over a fork's iterations, in processor time.
/// `-Dbench.forks=N` changes the number of forks. A ratio to a peer that fell by a quarter against the recorded one is
/// told in a line of its own.
public final class BenchMain {
    private BenchMain() {}

    /// Exit codes: 0 measured, 1 the check or a benchmark failed, 2 there is no suite of that name.
    public static void main(String[] args) throws Exception {
        Suite suite = args.length == 0 ? null : Suites.find(args[0]).orElse(null);
        if (suite == null) {
            System.err.println("Usage: BenchMain NAME OUTDIR; names: "
                    + String.join(", ", Suites.ALL.stream().map(Suite::name).toList()));
            System.exit(2);
            return;
        }
        System.exit(run(suite, Path.of(args.length > 1 ? args[1] : "target/bench")));
    }

    private static int run(Suite suite, Path directory) throws Exception {
        String checked;
        try {
            checked = suite.check().run();
        } catch (AssertionError | RuntimeException e) {
            System.err.println("The two sides do not do the same work, so no time is printed: " + e.getMessage());
            return 1;
        }
        Files.createDirectories(directory);
        Map<String, Measured> measured = measure(suite, directory.resolve(suite.name() + ".log"));
        List<Row> rows = new ArrayList<>();
        for (Comparison comparison : suite.comparisons()) {
            Measured ours = measured.get(comparison.ours());
            if (ours == null) {
                System.err.println("Benchmark " + comparison.ours() + " gave no result");
                return 1;
            }
            rows.add(new Row(comparison, ours, comparison.peer() == null ? null : measured.get(comparison.peer())));
        }
        print(suite, checked, rows);
        write(suite, checked, rows, directory);
        RecordedRatios recorded = RecordedRatios.read();
        for (Row row : rows) {
            recorded.fallen(suite.name(), row.comparison.title(), row.ratio()).ifPresent(System.out::println);
        }
        return 0;
    }

    /// Medians of one benchmark, per invocation.
    private record Measured(double cpuNanos, double wallNanos, double bytes) {}

    private record Row(
            Comparison comparison, Measured ours, @Nullable Measured peer) {
        double oursPerUnit() {
            return ours.cpuNanos / comparison.units();
        }

        double peerPerUnit() {
            return peer == null ? Double.NaN : peer.cpuNanos / comparison.peerUnits();
        }

        double ratio() {
            return peerPerUnit() / oursPerUnit();
        }
    }

    private static Map<String, Measured> measure(Suite suite, Path log) throws Exception {
        System.out.println("bench " + suite.name() + " is running; every iteration is in " + log);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .output(log.toString())
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTimeProfiler.class)
                .shouldFailOnError(true);
        int forks = Integer.getInteger("bench.forks", 0);
        if (forks > 0) {
            options.forks(forks);
        }
        for (Comparison comparison : suite.comparisons()) {
            options.include("\\." + Pattern.quote(comparison.ours()) + "$");
            if (comparison.peer() != null) {
                options.include("\\." + Pattern.quote(comparison.peer()) + "$");
            }
        }
        Map<String, Measured> results = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            String shortName = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            results.put(shortName, measured(result.getBenchmarkResults()));
        }
        return results;
    }

    private static Measured measured(Collection<BenchmarkResult> forks) {
        return new Measured(
                median(forks.stream()
                        .mapToDouble(fork -> secondary(fork, CpuTimeProfiler.LABEL))
                        .toArray()),
                median(forks.stream().mapToDouble(BenchMain::primary).toArray()),
                median(forks.stream()
                        .mapToDouble(fork -> secondary(fork, "gc.alloc.rate.norm"))
                        .toArray()));
    }

    private static double primary(BenchmarkResult fork) {
        return median(fork.getIterationResults().stream()
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
    }

    private static double secondary(BenchmarkResult fork, String label) {
        return median(fork.getIterationResults().stream()
                .flatMap(iteration -> iteration.getRawSecondaryResults().get(label).stream())
                .mapToDouble(result -> result.getScore())
                .toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void print(Suite suite, String checked, List<Row> rows) {
        System.out.println();
        System.out.println("bench " + suite.name() + " (checked: " + checked + ")");
        System.out.printf(
                Locale.ROOT,
                "%-44s %14s %14s %8s %12s %12s %10s%n",
                "work",
                "ours ns/unit",
                "peer ns/unit",
                "ratio",
                "ours M/s",
                "B/unit",
                "limit ns");
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %14.2f %14s %8s %12.2f %12.3f %10s%n",
                    row.comparison.title() + " [" + row.comparison.unit() + "]",
                    row.oursPerUnit(),
                    orDash(row.peerPerUnit(), "%.2f"),
                    orDash(row.ratio(), "%.1fx"),
                    1e3 / row.oursPerUnit(),
                    row.ours.bytes / row.comparison.units(),
                    orDash(row.comparison.limit(), "%.2f"));
        }
    }

    private static String orDash(double value, String format) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static void write(Suite suite, String checked, List<Row> rows, Path directory) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("bench", suite.name());
        root.put("checked", checked);
        root.put("java", Runtime.version().toString());
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("time", "processor time per unit, nanoseconds, median over forks");
        for (Row row : rows) {
            ObjectNode node = root.withArray("results").addObject();
            node.put("work", row.comparison.title());
            node.put("unit", row.comparison.unit());
            node.put("ours", row.oursPerUnit());
            node.put("oursWall", row.ours.wallNanos / row.comparison.units());
            node.put("oursBytes", row.ours.bytes / row.comparison.units());
            if (row.peer != null) {
                node.put("peer", row.peerPerUnit());
                node.put("peerWall", row.peer.wallNanos / row.comparison.peerUnits());
                node.put("peerBytes", row.peer.bytes / row.comparison.peerUnits());
                node.put("ratio", row.ratio());
            }
            if (!Double.isNaN(row.comparison.limit())) {
                node.put("limit", row.comparison.limit());
            }
        }
        Path file = directory.resolve(suite.name() + ".json");
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
        System.out.println("written to " + file);
    }
}
