package org.tickwright.study;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How deep and how long the series lay below its peaks, and what it earned for that.
final class DrawdownFigures {
    private DrawdownFigures() {}

    static void add(Figures to, MetricSample sample) {
        Drawdowns drawdowns = Drawdowns.of(sample.series());
        double deepest = sample.size() == 0
                ? Double.NaN
                : drawdowns.deepest().map(Drawdowns.Episode::depth).orElse(0.0);
        to.fraction(
                "maxDrawdown",
                "Maximum drawdown",
                deepest,
                "lowest value / highest value before it - 1; the first value counts as a peak");
        episode(to, drawdowns.deepest());
        to.count(
                "drawdownEpisodes",
                "Drawdowns",
                drawdowns.episodes().size(),
                "stretches below a peak, the one not yet recovered included");
        pain(to, sample, drawdowns);
        reward(to, sample, Math.abs(deepest));
    }

    private static void episode(Figures to, Optional<Drawdowns.Episode> deepest) {
        Drawdowns.@Nullable Episode worst = deepest.orElse(null);
        to.date(
                "maxDdPeakDate",
                "Peak before the maximum drawdown",
                worst == null ? null : worst.peakDate(),
                "last date at the highest value before the trough");
        to.date(
                "maxDdTroughDate",
                "Trough of the maximum drawdown",
                worst == null ? null : worst.troughDate(),
                "date of the lowest value");
        to.date(
                "maxDdRecoveryDate",
                "Recovery from the maximum drawdown",
                worst == null ? null : worst.recoveryDate(),
                "first date at or above the peak again; none while not recovered");
        to.days(
                "maxDdPeakToTroughDays",
                "Peak to trough",
                worst == null ? null : worst.peakToTroughDays(),
                "calendar days from peak to trough");
        to.days(
                "maxDdLengthDays",
                "Length of the maximum drawdown",
                worst == null ? null : worst.lengthDays(),
                "calendar days from peak to recovery, or to the last date");
        to.count(
                "maxDdLengthBars",
                "Length of the maximum drawdown in bars",
                worst == null ? Double.NaN : worst.lengthBars(),
                "bars from peak to recovery, or to the last one");
    }

    private static void pain(Figures to, MetricSample sample, Drawdowns drawdowns) {
        int n = sample.size();
        double sum = 0;
        double squares = 0;
        for (int i = 1; i <= n; i++) {
            sum += drawdowns.depth(i);
            squares += drawdowns.depth(i) * drawdowns.depth(i);
        }
        to.fraction("avgDrawdownAllBars", "Mean drawdown", sum / n, "sum of drawdowns / N, over all bars");
        to.fraction("painIndex", "Pain index", Math.abs(sum) / n, "sum of |drawdown| / N (Becker 2006)");
        to.fraction("ulcerIndex", "Ulcer index", Math.sqrt(squares / n), "sqrt(sum drawdown^2 / N) (Martin 1989)");
        to.fraction(
                "ulcerIndexNMinus1",
                "Ulcer index (N - 1)",
                n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
                "sqrt(sum drawdown^2 / (N - 1))");
    }

    private static void reward(Figures to, MetricSample sample, double depth) {
        to.ratio(
                "calmarCalendar",
                "Calmar ratio",
                Ratio.of(sample.calendarGrowth(), depth),
                "growth per year (calendar) / |maximum drawdown| (Young 1991)");
        to.ratio(
                "calmarPeriods",
                "Calmar ratio (periods)",
                Ratio.of(sample.periodGrowth(), depth),
                "growth per year (periods) / |maximum drawdown|");
        to.ratio(
                "recoveryFactorCompound",
                "Recovery factor",
                Ratio.of(sample.totalReturn(), depth),
                "total return / |maximum drawdown|");
        to.ratio(
                "recoveryFactorSum",
                "Recovery factor (sum)",
                Ratio.of(Math.abs(Sample.sum(sample.series().returns())), depth),
                "|sum of returns| / |maximum drawdown|");
    }
}
