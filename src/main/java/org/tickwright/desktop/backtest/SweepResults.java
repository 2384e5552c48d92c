package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.study.Tries;
import org.tickwright.study.sweep.FigureOrder;
import org.tickwright.study.sweep.Objective;
import org.tickwright.study.sweep.SweepCells;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepRow;

/// The figures of a sweep that the screen shows, as columns by the number of the combination: some hundred bytes for
/// each. Rows come in from any thread; the JavaFX thread takes note of them with [#drain()] and reads.
final class SweepResults {
    /// What is shown, in the order of the table.
    static final List<SweepFigure> SHOWN = List.of(
            SweepFigure.SHARPE,
            SweepFigure.TOTAL_RETURN,
            SweepFigure.MAX_DRAWDOWN,
            SweepFigure.TRADES,
            SweepFigure.PROFIT_FACTOR,
            SweepFigure.WIN_RATE,
            SweepFigure.CAGR,
            SweepFigure.ANNUAL_VOL,
            SweepFigure.SQN,
            SweepFigure.EXPOSURE,
            SweepFigure.AVG_BARS_HELD,
            SweepFigure.TOTAL_COMMISSION);

    private final Map<SweepFigure, double[]> columns = new EnumMap<>(SweepFigure.class);
    private final Map<Integer, String> faults = Collections.synchronizedMap(new TreeMap<>());
    private final SweepPlan plan;
    private final List<SweepFigure> shown;
    private final boolean[] there;
    /// What a guided search chose, by combination; empty for any other, whose plan knows.
    private final double[][] chosen;
    /// Where a guided search says how many trades a run must have: false for runs with fewer.
    private final boolean[] counts;
    private List<Integer> arrived = new ArrayList<>();

    /// With all figures.
    SweepResults(SweepPlan plan) {
        this(plan, SummaryFigures.ALL);
    }

    /// With those figures that are computed.
    SweepResults(SweepPlan plan, SummaryFigures computed) {
        this.plan = plan;
        shown = SHOWN.stream().filter(figure -> figure.in(computed)).toList();
        int size = plan.size();
        there = new boolean[size];
        chosen = new double[plan.search().guided() ? size : 0][];
        counts = new boolean[chosen.length];
        for (SweepFigure figure : shown) {
            double[] column = new double[size];
            Arrays.fill(column, Double.NaN);
            columns.put(figure, column);
        }
    }

    /// The figures that there are, in the order of the table.
    List<SweepFigure> shown() {
        return shown;
    }

    /// Takes rows; one that is there already is let go.
    synchronized void add(List<SweepRow> rows) {
        for (SweepRow row : rows) {
            if (there[row.point()]) {
                continue;
            }
            there[row.point()] = true;
            columns.forEach((figure, column) -> column[row.point()] = row.figure(figure));
            Objective objective = plan.objective();
            if (objective != null) {
                chosen[row.point()] = plan.values(row.parameters());
                counts[row.point()] = objective.counts(row);
            }
            if (row.fault() != null) {
                faults.put(row.point(), row.fault());
            }
            arrived.add(row.point());
        }
    }

    /// The combinations that came since the last call.
    synchronized List<Integer> drain() {
        List<Integer> taken = arrived;
        arrived = new ArrayList<>();
        return taken;
    }

    /// A figure of a combination; NaN where there is none, or none yet.
    double of(SweepFigure figure, int point) {
        double[] column = columns.get(figure);
        return column == null ? Double.NaN : column[point];
    }

    /// A copy of a column.
    synchronized double[] column(SweepFigure figure) {
        double[] column = columns.get(figure);
        return column == null ? new double[0] : column.clone();
    }

    /// A copy of a column by which peak and plateau are found: without runs that have too few trades for the search.
    synchronized double[] ranked(SweepFigure figure) {
        double[] column = column(figure);
        for (int point = 0; point < counts.length; point++) {
            column[point] = counts[point] ? column[point] : Double.NaN;
        }
        return column;
    }

    /// The order of a figure: that of the objective for its own.
    FigureOrder order(SweepFigure figure) {
        Objective objective = plan.objective();
        return objective == null ? figure : objective.order(figure);
    }

    /// Where the combinations that are there lie in a grid; null where they have no neighbours.
    synchronized @Nullable SweepCells cells() {
        return plan.search().guided()
                ? SweepCells.tried(
                        plan, IntStream.range(0, there.length).filter(point -> there[point]), point -> chosen[point])
                : SweepCells.of(plan);
    }

    /// What was asked for.
    SweepPlan plan() {
        return plan;
    }

    /// The values of a combination in the order of the ranges; those of a guided search once it was run.
    double[] values(int point) {
        return plan.search().guided() ? chosen[point] : plan.values(point);
    }

    /// The values of a combination by the names of the parameters.
    Map<String, Double> parameters(int point) {
        return plan.parameters(values(point));
    }

    /// True once a combination was run.
    boolean has(int point) {
        return there[point] && (chosen.length == 0 || chosen[point] != null);
    }

    /// Why a combination was not possible; null if it was.
    @Nullable
    String fault(int point) {
        return faults.get(point);
    }

    /// How many combinations were not possible.
    int faults() {
        return faults.size();
    }

    /// Why the first of those was not possible; empty if all were.
    String firstFault() {
        synchronized (faults) {
            return faults.isEmpty() ? "" : faults.values().iterator().next();
        }
    }

    /// The tries of the sweep itself.
    Tries tries(int periodsPerYear) {
        double[] sharpes = column(SweepFigure.SHARPE);
        double perPeriod = Math.sqrt(periodsPerYear);
        List<Double> run = new ArrayList<>();
        for (int point = 0; point < sharpes.length; point++) {
            if (there[point]) {
                run.add(sharpes[point] / perPeriod);
            }
        }
        return Tries.of(run.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
