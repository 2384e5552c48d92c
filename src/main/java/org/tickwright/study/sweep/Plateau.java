package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The combination whose neighbours are good too: that with the best median of a figure over itself and all
/// combinations that are at most one step away in every parameter.
///
/// A peak that stands alone is often luck; on a plateau a small error in the parameters costs little. At the rim a
/// combination has fewer neighbours; one without its figure counts as the worst. Of two equal medians the better figure
/// decides, then the lower number.
///
/// A guided search tries some combinations of a grid: there the median is over the neighbours that were tried, and
/// only a combination of whose neighbourhood at least half was tried can be the plateau.
public record Plateau(int point, double median) {
    /// With more parameters hardly any neighbourhood is ever half tried.
    private static final int MOST_SEARCHED = 5;

    /// The plateau of a grid whose figures these are, by number, NaN where there is none; null where no combination
    /// has a figure, where nothing is searched, or where the plan is no grid.
    public static @Nullable Plateau of(SweepPlan plan, FigureOrder figure, double[] figures) {
        SweepCells cells = SweepCells.of(plan);
        return cells == null ? null : of(cells, figure, figures);
    }

    /// The plateau of combinations that lie in cells; null where there is none.
    public static @Nullable Plateau of(SweepCells cells, FigureOrder figure, double[] figures) {
        Grid grid = new Grid(cells, figure, figures);
        if (grid.searched() == 0 || !grid.judged()) {
            return null;
        }
        int best = -1;
        double bestMedian = Double.NaN;
        for (int point = 0; point < figures.length; point++) {
            double median = grid.median(point);
            int order = figure.compare(median, bestMedian);
            boolean better =
                    order < 0 || (order == 0 && best >= 0 && figure.compare(figures[point], figures[best]) < 0);
            if (!Double.isNaN(median) && better) {
                best = point;
                bestMedian = median;
            }
        }
        return best < 0 ? null : new Plateau(best, bestMedian);
    }

    /// The combination with the best figure, -1 where none has one.
    public static int peak(FigureOrder figure, double[] figures) {
        int best = -1;
        for (int point = 0; point < figures.length; point++) {
            if (!Double.isNaN(figures[point]) && (best < 0 || figure.compare(figures[point], figures[best]) < 0)) {
                best = point;
            }
        }
        return best;
    }

    /// The combination itself and all that were tried at most one step away in every parameter, in the order of their
    /// cells.
    public static int[] around(SweepCells cells, int point) {
        return new Grid(cells, SweepFigure.SHARPE, new double[0]).points(point);
    }

    /// The median of a figure over a combination and its neighbours, as the plateau is judged by; NaN where too few of
    /// them were tried.
    public static double median(SweepCells cells, FigureOrder figure, double[] figures, int point) {
        return new Grid(cells, figure, figures).median(point);
    }

    /// Cells with the steps between neighbours.
    private static final class Grid {
        private final SweepCells cells;
        private final FigureOrder figure;
        private final double[] figures;
        private final int[] lengths;
        private final double[] near;
        private int count;
        private int untried;

        Grid(SweepCells cells, FigureOrder figure, double[] figures) {
            this.cells = cells;
            this.figure = figure;
            this.figures = figures;
            lengths = IntStream.range(0, cells.parameters()).map(cells::length).toArray();
            int most = 1;
            for (int i = 0; i < lengths.length && judged(); i++) {
                most *= Math.min(3, lengths[i]);
            }
            near = new double[most];
        }

        /// Whether neighbourhoods can be expected to be known.
        boolean judged() {
            return cells.whole() || searched() <= MOST_SEARCHED;
        }

        long searched() {
            return Arrays.stream(lengths).filter(length -> length > 1).count();
        }

        double median(int point) {
            count = 0;
            untried = 0;
            long cell = cells.cell(point);
            if (cell < 0 || !judged()) {
                return Double.NaN;
            }
            gather(cell, 0, cell);
            if (untried > count) {
                return Double.NaN;
            }
            // The better half first; what is undefined comes last.
            double[] sorted = Arrays.stream(near, 0, count)
                    .boxed()
                    .sorted(figure::compare)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            int middle = count / 2;
            return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        int[] points(int point) {
            long cell = cells.cell(point);
            LongStream all = LongStream.of(0);
            for (int i = 0; i < lengths.length; i++) {
                int length = lengths[i];
                long place = cell / cells.stride(i) % length;
                all = all.flatMap(
                        before -> LongStream.rangeClosed(Math.max(0, place - 1), Math.min(length - 1, place + 1))
                                .map(value -> before * length + value));
            }
            return all.mapToInt(cells::point).filter(each -> each >= 0).toArray();
        }

        private void gather(long cell, int dimension, long at) {
            if (dimension == lengths.length) {
                int point = cells.point(at);
                if (point < 0) {
                    untried++;
                } else {
                    near[count++] = figures[point];
                }
                return;
            }
            long place = cell / cells.stride(dimension) % lengths[dimension];
            for (int step = -1; step <= 1; step++) {
                if (place + step >= 0 && place + step < lengths[dimension]) {
                    gather(cell, dimension + 1, at + step * cells.stride(dimension));
                }
            }
        }
    }
}
