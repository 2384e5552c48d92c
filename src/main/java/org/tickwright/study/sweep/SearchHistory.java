package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What a guided search has tried: the values and the score of every combination that was run, some tens of bytes each.
///
/// Filled from the rows of the archive when a search goes on, then row by row. One thread at a time.
public final class SearchHistory {
    private final SweepPlan plan;
    private final Objective objective;
    private final BitSet there = new BitSet();
    private final double[] scores;
    private final double[][] values;

    /// Nothing tried yet.
    public SearchHistory(SweepPlan plan) {
        Objective looked = plan.objective();
        if (looked == null) {
            throw new IllegalArgumentException("A " + plan.search() + " search looks for nothing");
        }
        this.plan = plan;
        objective = looked;
        scores = new double[plan.size()];
        values = new double[plan.size()][];
    }

    /// Takes note of a row.
    public void add(SweepRow row) {
        there.set(row.point());
        scores[row.point()] = objective.score(row);
        values[row.point()] = plan.values(row.parameters());
    }

    /// How many combinations were run.
    int size() {
        return there.cardinality();
    }

    /// True where all these were run.
    boolean has(int from, int count) {
        return there.nextClearBit(from) >= from + count;
    }

    /// What the combinations from a number on came to.
    double[] scores(int from, int count) {
        return Arrays.copyOfRange(scores, from, from + count);
    }

    /// Those of the proposals, numbered from `from`, that were not run yet. Rows that hold another combination than the
    /// search proposes now are an [IllegalArgumentException].
    List<SweepRunner.Try> open(int from, List<double[]> proposals) {
        return java.util.stream.IntStream.range(0, proposals.size())
                .filter(i -> !known(from + i, proposals.get(i)))
                .mapToObj(i -> new SweepRunner.Try(from + i, plan.parameters(proposals.get(i))))
                .toList();
    }

    private boolean known(int point, double[] proposal) {
        if (!there.get(point)) {
            return false;
        }
        if (!Arrays.equals(values[point], proposal)) {
            throw new IllegalArgumentException("The rows of this search were chosen by another version of the program:"
                    + " combination " + (point + 1) + " is not the one that it proposes now. Delete the search and"
                    + " start it again.");
        }
        return true;
    }
}
