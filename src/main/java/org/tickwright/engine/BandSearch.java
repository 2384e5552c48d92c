package org.tickwright.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Readings.Question;
import org.tickwright.execution.IntrabarPolicy;
import org.tickwright.kernel.Progress;

/// Looks for the worst and the best account that the bars allow, by running the same backtest again.
///
/// All readings are counted through where there are no more than a quarter of the runs allowed. Otherwise
/// the run starts from the choice that is worst (best) by the close of its own bar, then betters it: question
/// by question, those first whose options are furthest apart, each other answer is tried and kept if the
/// account ends lower (higher). Some readings by chance show what is usual. The same data and settings give
/// the same band.
final class BandSearch {
    /// Bars that all runs together may step over.
    private static final long BARS_AT_MOST = 40_000_000L;
    private static final int RUNS_AT_MOST = 1024;
    private static final int RUNS_AT_LEAST = 16;

    private final Function<IntrabarPolicy, Band.End> runner;
    private final int most;
    private final Progress progress;
    private int runs;
    private Band.@Nullable End lowest;
    private Band.@Nullable End highest;

    /// `runner` makes one run with a policy over `bars` bars.
    BandSearch(Function<IntrabarPolicy, Band.End> runner, int bars, Progress progress) {
        this.runner = runner;
        this.progress = progress;
        most = Math.clamp(BARS_AT_MOST / Math.max(1, bars), RUNS_AT_LEAST, RUNS_AT_MOST);
    }

    /// The band.
    Band search() {
        if (countedThrough()) {
            return band(true, 0, Double.NaN, Double.NaN);
        }
        better(IntrabarPolicy.PESSIMISTIC, -1, most * 5 / 8);
        better(IntrabarPolicy.OPTIMISTIC, 1, most);
        int randoms = Math.max(8, most / 8);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int seed = 1; seed <= randoms; seed++) {
            double end =
                    run(new Readings(Map.of(), IntrabarPolicy.seeded(seed))).totalReturn();
            low = Math.min(low, end);
            high = Math.max(high, end);
        }
        return band(false, randoms, low, high);
    }

    private boolean countedThrough() {
        Map<Long, Integer> choices = Map.of();
        for (int count = 0; count < most / 4; count++) {
            Readings reading = new Readings(choices, (bar, question, gains) -> 0);
            run(reading);
            Map<Long, Integer> next = reading.next();
            if (next == null) {
                return true;
            }
            choices = next;
        }
        return false;
    }

    /// Betters the choices of a policy until the runs are used up or no single change helps.
    private void better(IntrabarPolicy start, int sign, int until) {
        Readings best = new Readings(Map.of(), start);
        double reached = sign * run(best).finalEquity();
        boolean helped = true;
        while (helped && runs < until) {
            helped = false;
            for (Question question : byWeight(best.questions())) {
                for (int other = 0; other < question.options() && runs < until; other++) {
                    if (other == question.chosen()) {
                        continue;
                    }
                    Readings changed = new Readings(best.with(question.place(), other), start);
                    double end = sign * run(changed).finalEquity();
                    if (end > reached) {
                        reached = end;
                        best = changed;
                        helped = true;
                    }
                }
            }
        }
    }

    private static List<Question> byWeight(List<Question> questions) {
        return questions.stream()
                .sorted(Comparator.comparingDouble(Question::spread).reversed().thenComparingLong(Question::place))
                .toList();
    }

    private Band.End run(Readings reading) {
        if (progress.cancelled()) {
            throw new CancellationException("The backtest was cancelled");
        }
        progress.report(Math.min(1, (double) runs / most), "Reading " + (runs + 1) + " of what the bars leave open");
        runs++;
        Band.End end = runner.apply(reading);
        if (lowest == null || end.finalEquity() < lowest.finalEquity()) {
            lowest = end;
        }
        if (highest == null || end.finalEquity() > highest.finalEquity()) {
            highest = end;
        }
        return end;
    }

    private Band band(boolean complete, int randoms, double low, double high) {
        if (lowest == null || highest == null) {
            throw new IllegalStateException("No reading was run");
        }
        return new Band(lowest, highest, runs, complete, randoms, low, high);
    }
}
