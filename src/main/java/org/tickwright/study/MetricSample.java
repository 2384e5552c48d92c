package org.tickwright.study;

/// What the metrics of a series are computed from: its returns, the same less the risk-free rate, and the
/// rates.
record MetricSample(
        ReturnSeries series,
        Sample returns,
        Sample excess,
        int periodsPerYear,
        double riskFree,
        double riskFreePerPeriod) {

    static MetricSample of(ReturnSeries series, int periodsPerYear, double riskFree) {
        if (periodsPerYear < 1) {
            throw new IllegalArgumentException("Periods per year must be at least 1, were " + periodsPerYear);
        }
        if (!(riskFree > -1)) {
            throw new IllegalArgumentException("Risk-free rate must be above -1, was " + riskFree);
        }
        double perPeriod = StrictMath.pow(1 + riskFree, 1.0 / periodsPerYear) - 1;
        return new MetricSample(
                series,
                new Sample(series.returns()),
                new Sample(series.excess(perPeriod)),
                periodsPerYear,
                riskFree,
                perPeriod);
    }

    int size() {
        return series.size();
    }

    /// Square root of the periods per year.
    double yearlyRoot() {
        return Math.sqrt(periodsPerYear);
    }

    double totalReturn() {
        return size() == 0 ? Double.NaN : series.wealth(size()) / series.wealth(0) - 1;
    }

    /// Growth per year over the calendar days between the first and the last date.
    double calendarGrowth() {
        if (size() == 0 || series.day(0) == ReturnSeries.UNKNOWN_DAY) {
            return Double.NaN;
        }
        double years = (series.day(size()) - series.day(0)) / 365.25;
        return years > 0 ? StrictMath.pow(1 + totalReturn(), 1 / years) - 1 : Double.NaN;
    }

    /// Growth per year by the number of periods.
    double periodGrowth() {
        return StrictMath.pow(1 + totalReturn(), (double) periodsPerYear / size()) - 1;
    }

    /// Mean excess over its sample deviation, per period; NaN where nothing varies.
    double sharpePerPeriod() {
        return Ratio.of(excess.mean(), excess.deviation());
    }

    /// Variance of the Sharpe ratio per period times one less than the sample size (Mertens 2002).
    double sharpeSpread() {
        double ratio = sharpePerPeriod();
        double kurtosis = excess.excessKurtosis() + 3;
        return 1 - excess.skew() * ratio + (kurtosis - 1) / 4 * ratio * ratio;
    }

    /// Standard error of the Sharpe ratio per period.
    double sharpeError() {
        return Math.sqrt(sharpeSpread() / (size() - 1));
    }
}
