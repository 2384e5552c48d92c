package org.tickwright.study.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where combinations lie in the grid that the values of their parameters make: cells are numbered from 0, the last
/// parameter running fastest. A grid has a combination in every cell, under the same number; a guided search has some,
/// numbered as they were tried.
public final class SweepCells {
    private static final double MOST = 1e18;

    private final List<ParameterRange> ranges;
    private final long[] strides;
    private final @Nullable Map<Long, Integer> tried;
    private final Map<Integer, Long> places = new HashMap<>();

    private SweepCells(List<ParameterRange> ranges, @Nullable Map<Long, Integer> tried) {
        this.ranges = ranges;
        this.tried = tried;
        strides = new long[ranges.size()];
        long stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= ranges.get(i).values().size();
        }
    }

    /// The cells of a grid; null for any other plan.
    public static @Nullable SweepCells of(SweepPlan plan) {
        return plan.search() == SweepPlan.Search.GRID ? new SweepCells(plan.ranges(), null) : null;
    }

    /// The cells of these combinations of a guided search; null where a parameter has no steps.
    public static @Nullable SweepCells tried(SweepPlan plan, IntStream points, IntFunction<double[]> values) {
        double cells = 1;
        for (ParameterRange range : plan.ranges()) {
            cells *= range.continuous()
                    ? Double.POSITIVE_INFINITY
                    : range.values().size();
        }
        if (!plan.search().guided() || cells > MOST) {
            return null;
        }
        SweepCells made = new SweepCells(plan.ranges(), new HashMap<>());
        points.forEach(point -> made.add(point, values.apply(point)));
        return made;
    }

    private void add(int point, double[] values) {
        long cell = 0;
        for (int i = 0; i < values.length; i++) {
            cell += strides[i] * Math.max(0, ranges.get(i).values().indexOf(values[i]));
        }
        if (tried != null) {
            tried.put(cell, point);
        }
        places.put(point, cell);
    }

    /// Whether every cell has a combination.
    public boolean whole() {
        return tried == null;
    }

    /// The combination of a cell, -1 where none was tried.
    public int point(long cell) {
        return tried == null ? (int) cell : tried.getOrDefault(cell, -1);
    }

    /// The cell of a combination, -1 where it was not tried.
    public long cell(int point) {
        return tried == null ? point : places.getOrDefault(point, -1L);
    }

    /// How far the number of a cell goes from one value of a parameter to the next.
    public long stride(int parameter) {
        return strides[parameter];
    }

    /// How many values a parameter has.
    int length(int parameter) {
        return ranges.get(parameter).values().size();
    }

    int parameters() {
        return strides.length;
    }
}
