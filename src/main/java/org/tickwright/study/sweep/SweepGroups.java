package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Combinations that are run together.
///
/// A grid is cut into boxes of few values a side, since combinations of a box share most of their columns; drawn
/// combinations share none and are taken as they come.
final class SweepGroups {
    private static final int TOGETHER = 64;

    private final SweepPlan plan;
    private final int[] sides;
    private final int[] boxes;
    private final int count;

    private SweepGroups(SweepPlan plan, int[] sides) {
        this.plan = plan;
        this.sides = sides;
        boxes = new int[sides.length];
        int all = 1;
        for (int i = 0; i < sides.length; i++) {
            boxes[i] = Math.ceilDiv(plan.ranges().get(i).values().size(), sides[i]);
            all = Math.multiplyExact(all, boxes[i]);
        }
        count = plan.search() == SweepPlan.Search.GRID ? all : Math.ceilDiv(plan.size(), TOGETHER);
    }

    static SweepGroups of(Sweep sweep) {
        return new SweepGroups(sweep.plan(), sides(sweep.plan()));
    }

    /// Sides of a box: doubled in turn, the shortest first, while the box stays small.
    private static int[] sides(SweepPlan plan) {
        int[] sides = new int[plan.ranges().size()];
        Arrays.fill(sides, 1);
        int size = 1;
        boolean grown = plan.search() == SweepPlan.Search.GRID;
        while (grown) {
            grown = false;
            for (int i = 0; i < sides.length; i++) {
                if (sides[i] < plan.ranges().get(i).values().size() && 2 * size <= TOGETHER) {
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

    /// The combinations of a group that are not finished, rising.
    int[] points(int group, BitSet finished) {
        IntStream points = plan.search() == SweepPlan.Search.GRID
                ? box(group)
                : IntStream.range(group * TOGETHER, Math.min(plan.size(), (group + 1) * TOGETHER));
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
