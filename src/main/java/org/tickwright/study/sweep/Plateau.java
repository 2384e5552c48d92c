package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tickwright.study.sweep.SweepPlan.Search;

/// The combination whose neighbours are good too: that with the best median of a figure over itself and all
/// combinations that are at most one step away in every parameter.
///
/// A peak that stands alone is often luck; on a plateau a small error in the parameters costs little. Only a grid has
/// neighbours. At the rim a combination has fewer of them; one without its figure counts as the worst. Of two equal
/// medians the better figure decides, then the lower number.
public record Plateau(int point, double median) {

    /// The plateau of a grid whose figures these are, by number, NaN where there is none; null where no combination
    /// has a figure, where nothing is searched, or where the plan is no grid.
    public static @Nullable Plateau of(SweepPlan plan, SweepFigure figure, double[] figures) {
        if (plan.search() != Search.GRID || plan.searched().isEmpty()) {
            return null;
        }
        Grid grid = new Grid(plan, figure, figures);
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
    public static int peak(SweepFigure figure, double[] figures) {
        int best = -1;
        for (int point = 0; point < figures.length; point++) {
            if (!Double.isNaN(figures[point]) && (best < 0 || figure.compare(figures[point], figures[best]) < 0)) {
                best = point;
            }
        }
        return best;
    }

    /// The combination itself and all of a grid that are at most one step away in every parameter, rising.
    public static int[] around(SweepPlan plan, int point) {
        Grid grid = new Grid(plan, SweepFigure.SHARPE, new double[0]);
        return grid.points(point);
    }

    /// The median of a figure over a combination of a grid and its neighbours, as the plateau is judged by.
    public static double median(SweepPlan plan, SweepFigure figure, double[] figures, int point) {
        return new Grid(plan, figure, figures).median(point);
    }

    /// A grid with the steps between neighbours.
    private static final class Grid {
        private final SweepFigure figure;
        private final double[] figures;
        private final int[] lengths;
        private final int[] strides;
        private final double[] near;
        private int count;

        Grid(SweepPlan plan, SweepFigure figure, double[] figures) {
            this.figure = figure;
            this.figures = figures;
            lengths = plan.ranges().stream()
                    .mapToInt(range -> range.values().size())
                    .toArray();
            strides = new int[lengths.length];
            int stride = 1;
            int most = 1;
            for (int i = lengths.length - 1; i >= 0; i--) {
                strides[i] = stride;
                stride *= lengths[i];
                most *= Math.min(3, lengths[i]);
            }
            near = new double[most];
        }

        double median(int point) {
            count = 0;
            gather(point, 0, point);
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
            IntStream all = IntStream.of(0);
            for (int i = 0; i < lengths.length; i++) {
                int length = lengths[i];
                int place = point / strides[i] % length;
                all = all.flatMap(
                        before -> IntStream.rangeClosed(Math.max(0, place - 1), Math.min(length - 1, place + 1))
                                .map(value -> before * length + value));
            }
            return all.toArray();
        }

        private void gather(int point, int dimension, int at) {
            if (dimension == lengths.length) {
                near[count++] = figures[at];
                return;
            }
            int place = point / strides[dimension] % lengths[dimension];
            for (int step = -1; step <= 1; step++) {
                if (place + step >= 0 && place + step < lengths[dimension]) {
                    gather(point, dimension + 1, at + step * strides[dimension]);
                }
            }
        }
    }
}
