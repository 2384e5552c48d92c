package org.tickwright.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.study.Metric;
import org.tickwright.study.Metrics;
import org.tickwright.study.ReturnSeries;
import org.tickwright.study.SharpeFigures;
import org.tickwright.study.Tries;

/// Performance metrics of a file of prices or of returns. Nothing is stored.
public final class PerformanceMetrics {
    private PerformanceMetrics() {}

    /// A study of a file: its metrics, and the series behind them for tables and pictures.
    public record Study(List<Metric> metrics, ReturnSeries series) {
        /// The same study with the figures that a number of tries adds, the deflated Sharpe ratio among them.
        public Study after(Tries tries, int periodsPerYear, double riskFree) {
            List<Metric> more = new ArrayList<>(metrics);
            more.addAll(SharpeFigures.deflated(series, periodsPerYear, riskFree, tries));
            return new Study(List.copyOf(more), series);
        }
    }

    /// The metrics of the closes of a file of bars, or of a file with one column of prices. With a
    /// benchmark, a file of the same kinds, only the dates that both have count. `riskFree` is a yearly
    /// rate.
    public static Study ofPricesFile(Path prices, @Nullable Path benchmark, int periodsPerYear, double riskFree)
            throws ImportException {
        Bars bars = bars(prices);
        long[] time = times(bars);
        double[] closes = closes(bars);
        if (benchmark == null) {
            ReturnSeries series = ReturnSeries.ofPrices(time, closes, bars.zone());
            return new Study(Metrics.of(series, periodsPerYear, riskFree), series);
        }
        Bars other = bars(benchmark);
        Metrics.Pair pair = Metrics.onCommonDates(
                time, closes, bars.zone(), new Metrics.Benchmark(times(other), closes(other)), other.zone());
        if (pair.series().size() == 0) {
            throw new ImportException(prices.getFileName() + " and " + benchmark.getFileName()
                    + " have fewer than two dates in common, so there is nothing to compare.");
        }
        return new Study(Metrics.of(pair.series(), pair.benchmark(), periodsPerYear, riskFree), pair.series());
    }

    /// The metrics of a file of simple returns (`date,return`, fractions). If its first row has no
    /// return, its date is the start of the first period; otherwise the start is not known and figures
    /// per calendar year are undefined.
    public static Study ofReturnsFile(Path returns, int periodsPerYear, double riskFree) throws ImportException {
        ReturnsFile file = ReturnsFile.read(returns);
        ReturnSeries series = ReturnSeries.ofReturns(file.time(), file.returns(), file.begin(), file.zone());
        return new Study(Metrics.of(series, periodsPerYear, riskFree), series);
    }

    private static Bars bars(Path file) throws ImportException {
        return BarFileReader.parse(file, ImportOptions.forSymbol("FILE"))
                .frame()
                .bars();
    }

    private static long[] times(Bars bars) {
        return Arrays.copyOf(bars.times(), bars.size());
    }

    private static double[] closes(Bars bars) {
        return Arrays.copyOf(bars.column(Bars.Field.CLOSE), bars.size());
    }
}
