package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.SweepCells;
import org.tickwright.study.sweep.SweepPlan;

/// A slice through a grid: the combinations of two parameters while all others stay at a value.
///
/// @param cells which combination lies where
/// @param xs the values to the right
/// @param ys the values upwards; one that is not shown where only one parameter is searched
/// @param origin the cell with the first value of both
/// @param stepX how far the number of a cell goes from one value to the next
/// @param stepY the same upwards
record HeatGrid(SweepCells cells, List<Double> xs, List<Double> ys, long origin, long stepX, long stepY) {

    /// The slice of a grid with the parameter of that name to the right and the other upwards, empty for none; `fixed`
    /// holds the number of the value that another parameter stays at, the first where it names none.
    static HeatGrid of(SweepPlan plan, SweepCells cells, String x, String y, Map<String, Integer> fixed) {
        List<ParameterRange> ranges = plan.ranges();
        long origin = 0;
        long stepX = 0;
        long stepY = 0;
        for (int i = 0; i < ranges.size(); i++) {
            String name = ranges.get(i).name();
            long stride = cells.stride(i);
            if (name.equals(x)) {
                stepX = stride;
            } else if (name.equals(y)) {
                stepY = stride;
            } else {
                origin += stride * fixed.getOrDefault(name, 0);
            }
        }
        List<Double> ys = y.isEmpty() ? List.of(0.0) : values(ranges, y);
        return new HeatGrid(cells, values(ranges, x), ys, origin, stepX, stepY);
    }

    private static List<Double> values(List<ParameterRange> ranges, String name) {
        return ranges.stream()
                .filter(range -> range.name().equals(name))
                .map(ParameterRange::values)
                .findFirst()
                .orElse(List.of());
    }

    int columns() {
        return xs.size();
    }

    int rows() {
        return ys.size();
    }

    /// The combination in a cell, -1 where none was tried.
    int point(int column, int row) {
        return cells.point(cell(column, row));
    }

    private long cell(int column, int row) {
        return origin + column * stepX + row * stepY;
    }

    /// The column of a combination, -1 where it is not in this slice.
    int column(int point) {
        return IntStream.range(0, columns())
                .filter(column -> row(point, column) >= 0)
                .findFirst()
                .orElse(-1);
    }

    /// The row of a combination, -1 where it is not in this slice.
    int row(int point) {
        int column = column(point);
        return column < 0 ? -1 : row(point, column);
    }

    private int row(int point, int column) {
        long cell = cells.cell(point);
        if (cell < 0) {
            return -1;
        }
        long rest = cell - cell(column, 0);
        if (stepY == 0) {
            return rest == 0 ? 0 : -1;
        }
        return rest >= 0 && rest % stepY == 0 && rest / stepY < rows() ? (int) (rest / stepY) : -1;
    }
}
