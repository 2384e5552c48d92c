package org.tickwright.desktop.backtest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepPlan.Search;

/// What stands out in a sweep by a figure: the peak, the plateau, and from where to where the figure goes.
///
/// @param peak the best combination, -1 where none has the figure
/// @param peakMedian the median of the peak and its neighbours; NaN where only chance chose what was tried
/// @param low what nearly all values lie above, NaN where there are none
/// @param high what nearly all values lie below
record SweepMarks(
        SweepFigure figure,
        int peak,
        double peakMedian,
        @Nullable Plateau plateau,
        double low,
        double high) {
    private static final double OUTLYING = 0.02;

    /// Nothing known yet.
    static SweepMarks none(SweepFigure figure) {
        return new SweepMarks(figure, -1, Double.NaN, null, Double.NaN, Double.NaN);
    }

    static SweepMarks of(SweepPlan plan, SweepFigure figure, double[] column) {
        int peak = Plateau.peak(figure, column);
        if (peak < 0) {
            return none(figure);
        }
        boolean grid = plan.search() == Search.GRID;
        double[] sorted =
                Arrays.stream(column).filter(Double::isFinite).sorted().toArray();
        int outlying = (int) (OUTLYING * (sorted.length - 1));
        return new SweepMarks(
                figure,
                peak,
                grid ? Plateau.median(plan, figure, column, peak) : Double.NaN,
                Plateau.of(plan, figure, column),
                sorted.length == 0 ? Double.NaN : sorted[outlying],
                sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1 - outlying]);
    }

    /// Where a value lies among the others, 0 for the worst to 1 for the best.
    double goodness(double value) {
        if (!(high > low)) {
            return 1;
        }
        double place = Math.clamp((value - low) / (high - low), 0, 1);
        return figure.higherIsBetter() ? place : 1 - place;
    }
}
