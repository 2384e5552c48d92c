package org.tickwright.study;

import java.util.List;

/// How far a Sharpe ratio can be trusted: the chance that the true one is above a threshold, after one try or after
/// many, and how long a record must be to tell.
public final class SharpeFigures {
    private static final double Z_95 = 1.6448536269514722;
    private static final String CHANCE = "Phi((SR - SR*) / standard error of SR), SR per period, ";

    private SharpeFigures() {}

    static void add(Figures to, MetricSample sample) {
        double yearlyOne = 1 / sample.yearlyRoot();
        to.fraction(
                "psrVs0",
                "Probabilistic Sharpe ratio",
                probability(sample, 0),
                CHANCE + "SR* = 0: the chance that the true ratio is above 0 (Bailey and Lopez de Prado 2012)");
        to.fraction(
                "psrVsAnnual1",
                "Probabilistic Sharpe ratio against 1",
                probability(sample, yearlyOne),
                CHANCE + "SR* = 1 / sqrt(periods per year): the chance that the true yearly ratio is above 1");
        to.count(
                "minTrackRecordLength95",
                "Shortest record that convinces",
                shortestRecord(sample),
                "1 + (1 - g3 * SR + (g4 - 1) / 4 * SR^2) * (1.6449 / SR)^2 returns, from which on the ratio is above 0 "
                        + "with 95 %; none where SR is not above 0 (Bailey and Lopez de Prado 2012)");
    }

    /// The figures that a number of tries adds: the tries themselves, what luck alone would show, and the deflated
    /// Sharpe ratio.
    public static List<Metric> deflated(ReturnSeries series, int periodsPerYear, double riskFree, Tries tries) {
        MetricSample sample = MetricSample.of(series, periodsPerYear, riskFree);
        Figures to = new Figures(series.size());
        to.count("dsrTrials", "Tries", tries.count(), "distinct configurations tried so far, this one included");
        to.ratio(
                "dsrTrialVariancePerPeriod",
                "Variance of the tries' Sharpe ratios",
                tries.variance() == null ? Double.NaN : tries.variance(),
                "sum (SR - mean)^2 / (n - 1) over the tries' Sharpe ratios per period");
        to.ratio(
                "dsrExpectedMaxSharpePerPeriod",
                "Sharpe ratio per period by luck",
                tries.luckiestSharpe(),
                "SR0 = sqrt(V) * ((1 - g) * Z(1 - 1 / T) + g * Z(1 - 1 / (T e))), V variance and T number of the"
                        + " tries, Z the normal quantile, g = 0.5772; 0 for one try (Bailey and Lopez de Prado 2014)");
        to.fraction(
                "dsr",
                "Deflated Sharpe ratio",
                probability(sample, tries.luckiestSharpe()),
                CHANCE + "SR* = SR0: the chance that the true ratio is above what luck would show after so many tries "
                        + "(Bailey and Lopez de Prado 2014)");
        return to.toList();
    }

    private static double probability(MetricSample sample, double threshold) {
        return Normal.probability((sample.sharpePerPeriod() - threshold) / sample.sharpeError());
    }

    private static double shortestRecord(MetricSample sample) {
        double ratio = sample.sharpePerPeriod();
        double needed = Z_95 / ratio;
        return ratio > 0 ? 1 + sample.sharpeSpread() * needed * needed : Double.NaN;
    }
}
