package org.tickwright.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Summary;
import org.tickwright.study.ReturnSeries;
import org.tickwright.study.SharpeFigures;
import org.tickwright.study.TrialCount;
import org.tickwright.study.Tries;

/// What the best row of a sweep is worth after so many tries, in a sentence: the caveat that stands beside it.
public final class SweepInWords {
    private SweepInWords() {}

    /// The sentence about the best combination, whose run this is. `count` is how often the idea was tried in all;
    /// where nobody counted, the tries are those of the sweep alone.
    public static String of(RunResult best, Tries ofSweep, @Nullable TrialCount count) {
        int yearly = best.settings().periodsPerYear();
        Tries tries = count == null ? ofSweep : count.tries();
        String before = count == null
                ? String.format(
                        Locale.ROOT, "This is the best of %,d combinations, which nobody counted.", tries.count())
                : TriesInWords.of(count, yearly, 0);
        return before + " " + ratio(best, tries);
    }

    private static String ratio(RunResult best, Tries tries) {
        Summary summary = best.summary();
        Double sharpe = summary.sharpe();
        if (sharpe == null) {
            return "The best row has no Sharpe ratio, so nothing can be said about its luck.";
        }
        double deflated = deflated(best, tries);
        String ratio = String.format(Locale.ROOT, "The best row has a Sharpe ratio of %.2f", sharpe);
        return Double.isNaN(deflated)
                ? ratio + "; its deflated Sharpe ratio is not known."
                : String.format(
                        Locale.ROOT,
                        "%s; its deflated Sharpe ratio, the chance that the true one is above what luck would show, is"
                                + " %.1f %%.",
                        ratio,
                        100 * deflated);
    }

    /// The deflated Sharpe ratio of a run after so many tries; NaN where it has none.
    public static double deflated(RunResult run, Tries tries) {
        ReturnSeries series =
                ReturnSeries.ofEquity(run.time(), run.equity(), run.settings().capital(), run.zone());
        return SharpeFigures.deflated(series, run.settings().periodsPerYear(), 0, tries).stream()
                .filter(metric -> metric.name().equals("dsr"))
                .map(metric -> metric.value())
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .findFirst()
                .orElse(Double.NaN);
    }
}
