package org.tickwright.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;
import org.tickwright.study.Tries;
import org.tickwright.study.sweep.FigureOrder;
import org.tickwright.study.sweep.Objective;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepCells;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepRow;
import org.tickwright.workbench.Sweeps;

/// The combinations of a sweep by a figure: the best, the peak and the plateau. Keeps the best rows and one number for
/// each combination, however many there are.
record SweepRanking(
        SweepFigure figure,
        List<SweepRow> best,
        int peak,
        @Nullable Plateau plateau,
        double[] figures,
        IntFunction<Map<String, Double>> parameters,
        Tries tries,
        int faults) {

    static SweepRanking of(Sweeps.Result result, SweepFigure figure, int top, int periodsPerYear)
            throws StoreException {
        int size = result.plan().size();
        double[] figures = new double[size];
        double[] sharpes = new double[size];
        Arrays.fill(figures, Double.NaN);
        Arrays.fill(sharpes, Double.NaN);
        SweepPlan plan = result.plan();
        Objective objective = plan.objective();
        double[][] values = new double[objective == null ? 0 : size][];
        FigureOrder better = objective == null ? figure : objective.order(figure);
        ToDoubleFunction<SweepRow> ranked =
                row -> objective == null ? row.figure(figure) : objective.figure(row, figure);
        Comparator<SweepRow> order = Comparator.<SweepRow, Double>comparing(ranked::applyAsDouble, better::compare)
                .thenComparingInt(SweepRow::point);
        PriorityQueue<SweepRow> best = new PriorityQueue<>(order.reversed());
        int[] faults = new int[1];
        result.rows(row -> {
            figures[row.point()] = ranked.applyAsDouble(row);
            if (objective != null) {
                values[row.point()] = plan.values(row.parameters());
            }
            sharpes[row.point()] = row.figure(SweepFigure.SHARPE);
            faults[0] += row.fault() == null ? 0 : 1;
            best.add(row);
            if (best.size() > Math.max(1, top)) {
                best.remove();
            }
        });
        double perPeriod = Math.sqrt(periodsPerYear);
        Tries tries = Tries.of(
                Arrays.stream(sharpes).map(sharpe -> sharpe / perPeriod).toArray());
        List<SweepRow> sorted = new ArrayList<>(best);
        sorted.sort(order);
        return new SweepRanking(
                figure,
                List.copyOf(sorted.subList(0, Math.min(top, sorted.size()))),
                Plateau.peak(better, figures),
                plateau(plan, better, figures, values),
                figures,
                objective == null ? plan::parameters : point -> plan.parameters(values[point]),
                tries,
                faults[0]);
    }

    private static @Nullable Plateau plateau(SweepPlan plan, FigureOrder better, double[] figures, double[][] values) {
        SweepCells cells = plan.objective() == null
                ? SweepCells.of(plan)
                : SweepCells.tried(plan, IntStream.range(0, values.length), point -> values[point]);
        return cells == null ? null : Plateau.of(cells, better, figures);
    }
}
