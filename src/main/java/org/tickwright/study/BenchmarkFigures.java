package org.tickwright.study;

/// The series beside a benchmark over the same periods.
final class BenchmarkFigures {
    private BenchmarkFigures() {}

    static void add(Figures to, MetricSample sample, MetricSample benchmark) {
        regression(to, sample, benchmark);
        activeReturn(to, sample, benchmark);
        to.ratio(
                "upCaptureArithmeticMean",
                "Up capture",
                capture(sample, benchmark, 1),
                "mean return / mean benchmark return, over periods in which the benchmark rose");
        to.ratio(
                "downCaptureArithmeticMean",
                "Down capture",
                capture(sample, benchmark, -1),
                "mean return / mean benchmark return, over periods in which the benchmark fell");
    }

    private static void regression(Figures to, MetricSample sample, MetricSample benchmark) {
        int yearly = sample.periodsPerYear();
        Sample own = sample.excess();
        Sample market = benchmark.excess();
        double beta = Ratio.of(own.covariance(market), market.variance());
        double alpha = own.mean() - beta * market.mean();
        double correlation = own.correlation(market);
        to.ratio("beta", "Beta", beta, "covariance(x, xb) / variance(xb), excess returns, divisor N - 1");
        to.fraction("alphaPerPeriod", "Alpha per period", alpha, "mean(x) - beta * mean(xb) (Jensen 1968)");
        to.perYear("alphaAnnualLinear", "Alpha per year", alpha * yearly, "alpha per period * periods per year");
        to.perYear(
                "alphaAnnualCompound",
                "Alpha per year, compounded",
                StrictMath.pow(1 + alpha, yearly) - 1,
                "(1 + alpha per period)^(periods per year) - 1");
        to.ratio("correlation", "Correlation", correlation, "Pearson's correlation with the benchmark's returns");
        to.ratio("rSquared", "R squared", correlation * correlation, "correlation^2");
        to.perYear(
                "treynor",
                "Treynor ratio",
                Ratio.of(own.mean() * yearly, beta),
                "mean(x) * periods per year / beta (Treynor 1965)");
    }

    private static void activeReturn(Figures to, MetricSample sample, MetricSample benchmark) {
        double[] difference = sample.series().returns().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= benchmark.series().returnAt(i);
        }
        Sample active = new Sample(difference);
        double ratio = Ratio.of(active.mean(), active.deviation());
        to.perYear(
                "trackingErrorAnnual",
                "Tracking error per year",
                active.deviation() * sample.yearlyRoot(),
                "deviation(return - benchmark return, N - 1) * sqrt(periods per year)");
        to.ratio(
                "informationRatioPerPeriod",
                "Information ratio per period",
                ratio,
                "mean(return - benchmark return) / deviation(return - benchmark return, N - 1)");
        to.ratio(
                "informationRatioAnnual",
                "Information ratio",
                ratio * sample.yearlyRoot(),
                "information ratio per period * sqrt(periods per year)");
        to.fraction(
                "benchmarkTotalReturn",
                "Total return of the benchmark",
                benchmark.totalReturn(),
                "last value / first value - 1, on the common dates");
        to.perYear(
                "activeReturnAnnualArithmetic",
                "Active return per year",
                active.mean() * sample.periodsPerYear(),
                "mean(return - benchmark return) * periods per year");
    }

    private static double capture(MetricSample sample, MetricSample benchmark, int side) {
        double own = 0;
        double market = 0;
        for (int i = 0; i < sample.size(); i++) {
            if (benchmark.series().returnAt(i) * side > 0) {
                own += sample.series().returnAt(i);
                market += benchmark.series().returnAt(i);
            }
        }
        return Ratio.of(own, market);
    }
}
