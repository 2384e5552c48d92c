package org.tickwright.study;

import java.util.Arrays;

/// The shape of the returns: losses that must be expected, skew, tails, steadiness.
final class TailFigures {
    /// Quantiles of the standard normal distribution at 5 and 1 percent.
    private static final double Z_05 = -1.6448536269514722;

    private static final double Z_01 = -2.3263478740408408;

    private TailFigures() {}

    static void add(Figures to, MetricSample sample) {
        valueAtRisk(to, sample);
        shape(to, sample);
        extremes(to, sample);
        steadiness(to, sample);
    }

    private static void valueAtRisk(Figures to, MetricSample sample) {
        Sample returns = sample.returns();
        double mean = returns.mean();
        double deviation = returns.deviation();
        to.fraction(
                "var95Historical",
                "Value at risk 95 %",
                -returns.quantile(0.05),
                "-(5 % quantile of returns, linear between order statistics), one period, a loss is positive");
        to.fraction(
                "cvar95Historical",
                "Expected shortfall 95 %",
                expectedShortfall(sample),
                "-mean of the returns at or below the 5 % quantile");
        to.fraction(
                "var95Gaussian",
                "Value at risk 95 % (normal)",
                -(mean + Z_05 * deviation),
                "-(mean - 1.6449 * deviation)");
        to.fraction(
                "cvar95Gaussian",
                "Expected shortfall 95 % (normal)",
                -(mean - deviation * density(Z_05) / 0.05),
                "-(mean - deviation * phi(1.6449) / 0.05), phi the normal density");
        to.fraction(
                "var95CornishFisher",
                "Value at risk 95 % (Cornish-Fisher)",
                -(mean + cornishFisher(returns) * deviation),
                "-(mean + z' * deviation), z' = z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36, "
                        + "z = -1.6449, S skew, K excess kurtosis (population)");
        to.fraction("var99Historical", "Value at risk 99 %", -returns.quantile(0.01), "-(1 % quantile of returns)");
        to.fraction(
                "var99Gaussian",
                "Value at risk 99 % (normal)",
                -(mean + Z_01 * deviation),
                "-(mean - 2.3263 * deviation)");
    }

    private static double expectedShortfall(MetricSample sample) {
        double limit = sample.returns().quantile(0.05);
        double sum = 0;
        int count = 0;
        for (double value : sample.series().returns()) {
            if (value <= limit) {
                sum += value;
                count++;
            }
        }
        return -sum / count;
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double cornishFisher(Sample returns) {
        double z = Z_05;
        double skew = returns.skew();
        double kurtosis = returns.excessKurtosis();
        return z
                + (z * z - 1) * skew / 6
                + (z * z * z - 3 * z) * kurtosis / 24
                - (2 * z * z * z - 5 * z) * skew * skew / 36;
    }

    private static void shape(Figures to, MetricSample sample) {
        double n = sample.size();
        double skew = sample.returns().skew();
        double kurtosis = sample.returns().excessKurtosis();
        to.ratio("skewPopulation", "Skew (population)", skew, "m3 / m2^1.5, moments with divisor N");
        to.ratio(
                "skewSampleAdjusted",
                "Skew",
                n < 3 ? Double.NaN : Math.sqrt(n * (n - 1)) / (n - 2) * skew,
                "sqrt(N (N - 1)) / (N - 2) * population skew");
        to.ratio(
                "excessKurtosisPopulation",
                "Excess kurtosis (population)",
                kurtosis,
                "m4 / m2^2 - 3, moments with divisor N");
        to.ratio(
                "excessKurtosisSampleAdjusted",
                "Excess kurtosis",
                n < 4 ? Double.NaN : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * kurtosis + 6),
                "(N - 1) / ((N - 2) (N - 3)) * ((N + 1) * population excess kurtosis + 6)");
        to.ratio(
                "jarqueBera",
                "Jarque-Bera statistic",
                n / 6 * (skew * skew + kurtosis * kurtosis / 4),
                "N / 6 * (S^2 + K^2 / 4), S skew and K excess kurtosis (population); above 5.99 not normal at 5 %");
    }

    private static void extremes(Figures to, MetricSample sample) {
        Sample returns = sample.returns();
        double[] values = sample.series().returns();
        to.ratio(
                "tailRatio",
                "Tail ratio",
                Math.abs(Ratio.of(returns.quantile(0.95), returns.quantile(0.05))),
                "|95 % quantile / 5 % quantile|");
        int best = 0;
        int worst = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
            worst = values[i] < values[worst] ? i : worst;
        }
        boolean any = values.length > 0;
        to.fraction("bestDay", "Best period", any ? values[best] : Double.NaN, "highest return");
        to.date("bestDayDate", "Date of the best period", any ? sample.series().date(best + 1) : null, "its last date");
        to.fraction("worstDay", "Worst period", any ? values[worst] : Double.NaN, "lowest return");
        to.date(
                "worstDayDate",
                "Date of the worst period",
                any ? sample.series().date(worst + 1) : null,
                "its last date");
    }

    private static void steadiness(Figures to, MetricSample sample) {
        to.ratio(
                "autocorrLag1",
                "Autocorrelation",
                autocorrelation(sample.series().returns()),
                "correlation of each return with the one before");
        to.ratio(
                "stabilityR2",
                "Stability",
                stability(sample.series()),
                "R^2 of a straight line through the logarithm of wealth after each return");
    }

    private static double autocorrelation(double[] values) {
        if (values.length < 3) {
            return Double.NaN;
        }
        Sample before = new Sample(Arrays.copyOfRange(values, 0, values.length - 1));
        Sample after = new Sample(Arrays.copyOfRange(values, 1, values.length));
        return after.correlation(before);
    }

    private static double stability(ReturnSeries series) {
        int n = series.size();
        double[] steps = new double[n];
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            steps[i] = i;
            logs[i] = StrictMath.log(series.wealth(i + 1) / series.wealth(0));
        }
        double correlation = new Sample(logs).correlation(new Sample(steps));
        return correlation * correlation;
    }
}
