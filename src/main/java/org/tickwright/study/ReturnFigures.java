package org.tickwright.study;

/// Growth, volatility and what was earned for it.
final class ReturnFigures {
    private ReturnFigures() {}

    static void add(Figures to, MetricSample sample) {
        growth(to, sample);
        volatility(to, sample);
        reward(to, sample);
    }

    private static void growth(Figures to, MetricSample sample) {
        ReturnSeries series = sample.series();
        int n = sample.size();
        to.date("firstPriceDate", "First date", series.date(0), "date of the first value");
        to.date("lastPriceDate", "Last date", series.date(n), "date of the last value");
        to.count("nReturns", "Returns", n, "number of returns N, one fewer than values");
        to.fraction("totalReturn", "Total return", sample.totalReturn(), "last value / first value - 1");
        to.perYear(
                "cagrCalendar",
                "Growth per year (calendar)",
                sample.calendarGrowth(),
                "(1 + total return)^(1 / years) - 1, years = calendar days between first and last date / 365.25");
        to.perYear(
                "cagrPeriods",
                "Growth per year (periods)",
                sample.periodGrowth(),
                "(1 + total return)^(periods per year / N) - 1");
        to.fraction("meanReturn", "Mean return", sample.returns().mean(), "sum of returns / N, per period");
        to.perYear(
                "annualMeanArithmetic",
                "Mean return per year",
                sample.returns().mean() * sample.periodsPerYear(),
                "mean return * periods per year, not compounded");
    }

    private static void volatility(Figures to, MetricSample sample) {
        Sample returns = sample.returns();
        double root = sample.yearlyRoot();
        to.fraction(
                "stdSample", "Standard deviation", returns.deviation(), "sqrt(sum (r - mean)^2 / (N - 1)), per period");
        to.perYear(
                "annualVol",
                "Volatility per year",
                returns.deviation() * root,
                "standard deviation (divisor N - 1) * sqrt(periods per year)");
        to.perYear(
                "annualVolPopulation",
                "Volatility per year (population)",
                returns.populationDeviation() * root,
                "standard deviation (divisor N) * sqrt(periods per year)");
    }

    private static void reward(Figures to, MetricSample sample) {
        Sample excess = sample.excess();
        double root = sample.yearlyRoot();
        double downside = downsideDeviation(sample);
        to.ratio(
                "sharpe",
                "Sharpe ratio",
                sample.sharpePerPeriod() * root,
                "mean(x) / deviation(x, N - 1) * sqrt(periods per year), x = return less the risk-free rate per period "
                        + "(1 + rate)^(1 / periods per year) - 1 (Sharpe 1994)");
        to.ratio(
                "sharpePopulationStd",
                "Sharpe ratio (population)",
                Ratio.of(excess.mean(), excess.populationDeviation()) * root,
                "as the Sharpe ratio, with divisor N in the deviation");
        to.perYear(
                "downsideDeviationAnnual",
                "Downside deviation per year",
                downside * root,
                "sqrt(sum min(x, 0)^2 / N) * sqrt(periods per year), over all N returns");
        to.ratio(
                "sortino",
                "Sortino ratio",
                Ratio.of(excess.mean(), downside) * root,
                "mean(x) / sqrt(sum min(x, 0)^2 / N) * sqrt(periods per year) (Sortino and Price 1994)");
        to.ratio(
                "sharpePerPeriod",
                "Sharpe ratio per period",
                sample.sharpePerPeriod(),
                "mean(x) / deviation(x, N - 1), not annualised");
        to.ratio(
                "sharpeStdError",
                "Standard error of the Sharpe ratio",
                sample.sharpeError(),
                "sqrt((1 - g3 * SR + (g4 - 1) / 4 * SR^2) / (N - 1)), SR per period, g3 skew and g4 raw kurtosis of x "
                        + "(Mertens 2002)");
    }

    private static double downsideDeviation(MetricSample sample) {
        double total = 0;
        for (double value : sample.series().excess(sample.riskFreePerPeriod())) {
            double below = Math.min(value, 0);
            total += below * below;
        }
        double deviation = Math.sqrt(total / sample.size());
        return Sample.isRounding(deviation, 1) ? 0 : deviation;
    }
}
