package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.SweepPlan;

/// A slice through a grid: the combinations of two parameters while all others stay at a value.
///
/// @param xs the values to the right
/// @param ys the values upwards; one that is not shown where only one parameter is searched
/// @param origin the combination with the first value of both
/// @param stepX how far the number of a combination goes from one value to the next
/// @param stepY the same upwards
record HeatGrid(List<Double> xs, List<Double> ys, int origin, int stepX, int stepY) {

    /// The slice of a grid with the parameter of that name to the right and the other upwards, empty for none; `fixed`
    /// holds the number of the value that another parameter stays at, the first where it names none.
    static HeatGrid of(SweepPlan plan, String x, String y, Map<String, Integer> fixed) {
        List<ParameterRange> ranges = plan.ranges();
        int stride = 1;
        int origin = 0;
        int stepX = 0;
        int stepY = 0;
        for (int i = ranges.size() - 1; i >= 0; i--) {
            String name = ranges.get(i).name();
            if (name.equals(x)) {
                stepX = stride;
            } else if (name.equals(y)) {
                stepY = stride;
            } else {
                origin += stride * fixed.getOrDefault(name, 0);
            }
            stride *= ranges.get(i).values().size();
        }
        return new HeatGrid(values(ranges, x), y.isEmpty() ? List.of(0.0) : values(ranges, y), origin, stepX, stepY);
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

    /// The combination in a cell.
    int point(int column, int row) {
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
        int rest = point - point(column, 0);
        if (stepY == 0) {
            return rest == 0 ? 0 : -1;
        }
        return rest >= 0 && rest % stepY == 0 && rest / stepY < rows() ? rest / stepY : -1;
    }
}
