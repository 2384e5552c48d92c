package org.tickwright.study;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Performance metrics of a series of prices, returns or equity, by the definitions each [Metric] states.
///
/// A figure that its sample does not define (no return, no variance, a series that never fell) is null,
/// never an infinity. Rates per period are geometric; quantiles interpolate linearly; a start counts as a
/// peak.
public final class Metrics {
    private Metrics() {}

    /// A benchmark on the same dates.
    public record Benchmark(long[] time, double[] prices) {}

    /// A series and a benchmark on the dates that both have.
    public record Pair(ReturnSeries series, ReturnSeries benchmark) {}

    /// All metrics of a price or equity series. `time` holds nanoseconds UTC of each value, whose dates
    /// are taken in UTC. `riskFree` is a yearly rate. With a benchmark the dates are intersected first.
    public static List<Metric> ofPrices(
            long[] time, double[] prices, int periodsPerYear, double riskFree, @Nullable Benchmark benchmark) {
        return ofPrices(time, prices, ZoneOffset.UTC, periodsPerYear, riskFree, benchmark);
    }

    /// As above with dates in a zone, of the series and of the benchmark alike.
    public static List<Metric> ofPrices(
            long[] time,
            double[] prices,
            ZoneId zone,
            int periodsPerYear,
            double riskFree,
            @Nullable Benchmark benchmark) {
        if (benchmark == null) {
            return of(ReturnSeries.ofPrices(time, prices, zone), periodsPerYear, riskFree);
        }
        Pair pair = onCommonDates(time, prices, zone, benchmark, zone);
        return of(pair.series(), pair.benchmark(), periodsPerYear, riskFree);
    }

    /// Two series of prices on the dates they share: dates first, returns afterwards. Where each has one
    /// value a day they are joined by date, each in its own zone, otherwise by the exact time.
    public static Pair onCommonDates(
            long[] time, double[] prices, ZoneId zone, Benchmark benchmark, ZoneId benchmarkZone) {
        return CommonDates.of(
                new CommonDates.Dated(time, prices, zone),
                new CommonDates.Dated(benchmark.time(), benchmark.prices(), benchmarkZone));
    }

    /// All metrics of a series of simple returns, each at the end of its period. `begin` is the start of
    /// the first period in nanoseconds UTC, or null if nobody knows: then figures per calendar year are
    /// undefined.
    public static List<Metric> ofReturns(
            long[] time, double[] returns, @Nullable Long begin, ZoneId zone, int periodsPerYear, double riskFree) {
        return of(ReturnSeries.ofReturns(time, returns, begin, zone), periodsPerYear, riskFree);
    }

    /// All metrics of the equity of a run at the close of each bar, the first return being the one
    /// against the initial capital. A benchmark is compared on the common dates of the closes.
    public static List<Metric> forEquity(
            long[] time,
            double[] equity,
            double initialCapital,
            ZoneId zone,
            int periodsPerYear,
            double riskFree,
            @Nullable Benchmark benchmark) {
        List<Metric> metrics = new ArrayList<>(
                of(ReturnSeries.ofEquity(time, equity, initialCapital, zone), periodsPerYear, riskFree));
        if (benchmark != null) {
            Pair pair = onCommonDates(time, equity, zone, benchmark, zone);
            metrics.addAll(compare(pair.series(), pair.benchmark(), periodsPerYear, riskFree));
        }
        return List.copyOf(metrics);
    }

    /// All metrics of a series.
    public static List<Metric> of(ReturnSeries series, int periodsPerYear, double riskFree) {
        MetricSample sample = MetricSample.of(series, periodsPerYear, riskFree);
        Figures figures = new Figures(series.size());
        ReturnFigures.add(figures, sample);
        SharpeFigures.add(figures, sample);
        DrawdownFigures.add(figures, sample);
        TailFigures.add(figures, sample);
        WinFigures.add(figures, sample);
        return figures.toList();
    }

    /// All metrics of a series and those beside a benchmark, which has a value on each of its dates.
    public static List<Metric> of(ReturnSeries series, ReturnSeries benchmark, int periodsPerYear, double riskFree) {
        List<Metric> metrics = new ArrayList<>(of(series, periodsPerYear, riskFree));
        metrics.addAll(compare(series, benchmark, periodsPerYear, riskFree));
        return List.copyOf(metrics);
    }

    private static List<Metric> compare(
            ReturnSeries series, ReturnSeries benchmark, int periodsPerYear, double riskFree) {
        if (series.size() != benchmark.size()) {
            throw new IllegalArgumentException(
                    "Series and benchmark need the same dates, have " + series.size() + " and " + benchmark.size());
        }
        Figures figures = new Figures(series.size());
        BenchmarkFigures.add(
                figures,
                MetricSample.of(series, periodsPerYear, riskFree),
                MetricSample.of(benchmark, periodsPerYear, riskFree));
        return figures.toList();
    }

    /// The Sharpe ratio per period of the equity of a run, with no risk-free rate: what a try is remembered by. NaN
    /// where nothing varies.
    public static double sharpePerPeriod(double[] equity, double initialCapital) {
        double[] returns = new double[equity.length];
        double before = initialCapital;
        for (int i = 0; i < equity.length; i++) {
            returns[i] = equity[i] / before - 1;
            before = equity[i];
        }
        Sample sample = new Sample(returns);
        return Ratio.of(sample.mean(), sample.deviation());
    }

    /// The metric of that name.
    public static Optional<Metric> find(List<Metric> metrics, String name) {
        return metrics.stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
