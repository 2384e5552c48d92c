package org.tickwright.study;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Performance metrics of a series of prices, returns or equity, by the definitions each [Metric] states.
public final class Metrics {
    private Metrics() {}

    /// A benchmark on the same dates.
    public record Benchmark(long[] time, double[] prices) {}

    /// All metrics of a price or equity series. `time` holds nanoseconds UTC of each value, whose dates
    /// are taken in UTC. `riskFree` is a yearly rate. With a benchmark the dates are intersected first.
    public static List<Metric> ofPrices(
            long[] time, double[] prices, int periodsPerYear, double riskFree, @Nullable Benchmark benchmark) {
        return List.of();
    }

    /// The metric of that name.
    public static Optional<Metric> find(List<Metric> metrics, String name) {
        return metrics.stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
