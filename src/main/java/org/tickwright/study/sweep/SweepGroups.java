package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Combinations that are run together.
///
/// A grid is cut into boxes of few values a side, since combinations of a box share most of their columns; drawn
/// combinations share none and are taken as they come. The longer the series, the fewer are together, so that the
/// columns
/// of a group stay below a bound.
final class SweepGroups {
    /// How many are together at least where there is room, and at most.
    private static final int FEW = 64;
    private static final int MOST = 256;
    /// Groups for each worker, so that none waits long for the last.
    private static final int GROUPS = 3;
    /// Bytes of columns that a group may hold, as far as can be told from the strategy.
    private static final long ROOM = 128L << 20;
    private static final String INDICATOR = "indicator.";

    private final SweepPlan plan;
    private final int[] sides;
    private final int[] boxes;
    private final int together;
    private final int count;

    private SweepGroups(SweepPlan plan, int[] sides, int together) {
        this.plan = plan;
        this.sides = sides;
        this.together = together;
        boxes = new int[sides.length];
        int all = 1;
        for (int i = 0; i < sides.length; i++) {
            boxes[i] = Math.ceilDiv(plan.ranges().get(i).values().size(), sides[i]);
            all = Math.multiplyExact(all, boxes[i]);
        }
        count = plan.search() == SweepPlan.Search.GRID ? all : Math.ceilDiv(plan.size(), together);
    }

    /// Groups for so many workers: the more combinations there are, the more of them share their columns.
    static SweepGroups of(Sweep sweep, int workers) {
        long indicators = sweep.program().document().nodes().stream()
                .filter(node -> node.type().startsWith(INDICATOR))
                .count();
        int searched = Math.max(1, sweep.plan().searched().size());
        long perValue = Math.max(1, Math.ceilDiv(indicators, searched));
        long column =
                (long) Double.BYTES * Math.max(1, sweep.data().base().bars().size());
        int most = Math.clamp(sweep.plan().size() / (GROUPS * (long) workers), FEW, MOST);
        return of(sweep.plan(), Math.max(1, ROOM / (column * perValue)), most);
    }

    /// Groups that have no more than so many different values of parameters, of all parameters together.
    static SweepGroups of(SweepPlan plan, long values) {
        return of(plan, values, FEW);
    }

    /// The same with so many combinations at most.
    private static SweepGroups of(SweepPlan plan, long values, int most) {
        int searched = Math.max(1, plan.searched().size());
        return new SweepGroups(plan, sides(plan, values, most), Math.clamp(values / searched, 1, most));
    }

    /// Sides of a box: doubled in turn while the box stays small.
    private static int[] sides(SweepPlan plan, long values, int most) {
        int[] sides = new int[plan.ranges().size()];
        Arrays.fill(sides, 1);
        int size = 1;
        int sum = plan.searched().size();
        boolean grown = plan.search() == SweepPlan.Search.GRID;
        while (grown) {
            grown = false;
            for (int i = 0; i < sides.length; i++) {
                boolean more = sides[i] < plan.ranges().get(i).values().size();
                if (more && 2 * size <= most && sum + sides[i] <= values) {
                    sum += sides[i];
                    sides[i] *= 2;
                    size *= 2;
                    grown = true;
                }
            }
        }
        return sides;
    }

    /// How many groups there are.
    int count() {
        return count;
    }

    /// How many combinations that share no columns are run side by side.
    int together() {
        return together;
    }

    /// The combinations of a group that are not finished, rising.
    int[] points(int group, BitSet finished) {
        IntStream points = plan.search() == SweepPlan.Search.GRID
                ? box(group)
                : IntStream.range(group * together, Math.min(plan.size(), (group + 1) * together));
        return points.filter(point -> !finished.get(point)).toArray();
    }

    private IntStream box(int group) {
        IntStream points = IntStream.of(0);
        int rest = group;
        int[] place = new int[sides.length];
        for (int i = sides.length - 1; i >= 0; i--) {
            place[i] = rest % boxes[i];
            rest /= boxes[i];
        }
        for (int i = 0; i < sides.length; i++) {
            int values = plan.ranges().get(i).values().size();
            int from = place[i] * sides[i];
            int to = Math.min(values, from + sides[i]);
            points = points.flatMap(point -> IntStream.range(from, to).map(value -> point * values + value));
        }
        return points;
    }
}
