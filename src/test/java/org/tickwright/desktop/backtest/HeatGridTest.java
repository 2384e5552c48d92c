package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.SweepCells;
import org.tickwright.study.sweep.SweepPlan;

class HeatGridTest {
    private final SweepPlan plan = SweepPlan.grid(List.of(
            range("a", List.of(1.0, 2.0)),
            range("b", List.of(1.0, 2.0, 3.0)),
            range("c", List.of(1.0, 2.0, 3.0, 4.0))));

    private static ParameterRange range(String name, List<Double> values) {
        return new ParameterRange(name, true, values.getFirst(), values.getLast(), values);
    }

    @Test
    void aCellIsTheCombinationOfItsValues() {
        for (String x : List.of("a", "b", "c")) {
            for (String y : List.of("a", "b", "c")) {
                if (x.equals(y)) {
                    continue;
                }
                String other = List.of("a", "b", "c").stream()
                        .filter(name -> !name.equals(x) && !name.equals(y))
                        .findFirst()
                        .orElseThrow();
                HeatGrid grid = HeatGrid.of(plan, SweepCells.of(plan), x, y, Map.of(other, 1));
                for (int column = 0; column < grid.columns(); column++) {
                    for (int row = 0; row < grid.rows(); row++) {
                        int point = grid.point(column, row);
                        Map<String, Double> values = plan.parameters(point);
                        assertEquals(grid.xs().get(column), values.get(x));
                        assertEquals(grid.ys().get(row), values.get(y));
                        assertEquals(2.0, values.get(other));
                        assertEquals(column, grid.column(point));
                        assertEquals(row, grid.row(point));
                    }
                }
            }
        }
    }

    @Test
    void aCombinationOfAnotherSliceHasNoCell() {
        HeatGrid grid = HeatGrid.of(plan, SweepCells.of(plan), "a", "c", Map.of("b", 0));
        long inside = java.util.stream.IntStream.range(0, plan.size())
                .filter(point -> grid.column(point) >= 0)
                .count();
        assertEquals(8, inside);
    }

    @Test
    void oneParameterMakesOneRow() {
        SweepPlan line = SweepPlan.grid(List.of(range("a", List.of(1.0, 2.0, 3.0))));
        HeatGrid grid = HeatGrid.of(line, SweepCells.of(line), "a", "", Map.of());
        assertEquals(1, grid.rows());
        assertEquals(2, grid.column(2));
        assertEquals(0, grid.row(2));
    }
}
