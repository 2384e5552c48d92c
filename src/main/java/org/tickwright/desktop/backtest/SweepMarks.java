package org.tickwright.desktop.backtest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.study.sweep.FigureOrder;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepCells;
import org.tickwright.study.sweep.SweepFigure;

/// What stands out in a sweep by a figure: the peak, the plateau, and from where to where the figure goes.
///
/// @param peak the best combination, -1 where none has the figure
/// @param peakMedian the median of the peak and its neighbours; NaN where it has none, or too few were tried
/// @param cells where combinations lie in a grid; null where they have no neighbours
/// @param higher whether more of the figure is better
/// @param low what nearly all values lie above, NaN where there are none
/// @param high what nearly all values lie below
record SweepMarks(
        SweepFigure figure,
        int peak,
        double peakMedian,
        @Nullable Plateau plateau,
        @Nullable SweepCells cells,
        boolean higher,
        double low,
        double high) {
    private static final double OUTLYING = 0.02;

    /// Nothing known yet.
    static SweepMarks none(SweepFigure figure) {
        return new SweepMarks(figure, -1, Double.NaN, null, null, figure.higherIsBetter(), Double.NaN, Double.NaN);
    }

    static SweepMarks of(SweepResults results, SweepFigure figure) {
        double[] column = results.ranked(figure);
        FigureOrder order = results.order(figure);
        int peak = Plateau.peak(order, column);
        SweepCells cells = results.cells();
        boolean higher = order.compare(1, 0) < 0;
        if (peak < 0) {
            return new SweepMarks(figure, -1, Double.NaN, null, cells, higher, Double.NaN, Double.NaN);
        }
        double[] sorted =
                Arrays.stream(column).filter(Double::isFinite).sorted().toArray();
        int outlying = (int) (OUTLYING * (sorted.length - 1));
        return new SweepMarks(
                figure,
                peak,
                cells == null ? Double.NaN : Plateau.median(cells, order, column, peak),
                cells == null ? null : Plateau.of(cells, order, column),
                cells,
                higher,
                sorted.length == 0 ? Double.NaN : sorted[outlying],
                sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1 - outlying]);
    }

    /// Where a value lies among the others, 0 for the worst to 1 for the best.
    double goodness(double value) {
        if (!(high > low)) {
            return 1;
        }
        double place = Math.clamp((value - low) / (high - low), 0, 1);
        return higher ? place : 1 - place;
    }
}
