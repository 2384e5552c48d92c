package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The combinations of a plan as points of a cube, and which of them were proposed.
///
/// A point has a place from 0 (inclusive) to 1 (exclusive) for every parameter that is searched; a parameter with steps
/// has as many equal parts as values, and its places snap to the middle of their part. Neighbouring values have
/// neighbouring places, however far apart they are. One thread.
public final class SearchSpace {
    private static final int DRAWS = 100;

    private final List<ParameterRange> ranges;
    private final List<ParameterRange> searched;
    private final Set<List<Double>> proposed = new HashSet<>();

    /// The space of a plan, nothing proposed yet.
    public SearchSpace(SweepPlan plan) {
        ranges = plan.ranges();
        searched = plan.searched();
    }

    /// How many parameters are searched.
    public int dimensions() {
        return searched.size();
    }

    /// The distance between neighbouring values of a parameter, 0 where any number between two ends is one.
    public double step(int dimension) {
        ParameterRange range = searched.get(dimension);
        return range.continuous() ? 0 : 1.0 / range.values().size();
    }

    /// The point of the combination at these places, which may lie outside the cube.
    public double[] snapped(double[] places) {
        double[] snapped = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            double place = Math.clamp(places[i], 0, Math.nextDown(1.0));
            ParameterRange range = searched.get(i);
            int count = range.values().size();
            snapped[i] = range.continuous() ? place : ((int) (place * count) + 0.5) / count;
        }
        return snapped;
    }

    /// True where nobody proposed this snapped point.
    public boolean untried(double[] point) {
        return !proposed.contains(key(point));
    }

    /// Marks a snapped point as proposed; false where it was before.
    public boolean propose(double[] point) {
        return proposed.add(key(point));
    }

    /// A point of chance that nobody proposed, marked now. There must be one.
    public double[] chance(RandomGenerator random) {
        double[] point = drawn(random);
        for (int draw = 1; draw < DRAWS && !untried(point); draw++) {
            point = drawn(random);
        }
        while (!untried(point)) {
            next(point);
        }
        propose(point);
        return point;
    }

    /// A point of chance, proposed or not.
    public double[] drawn(RandomGenerator random) {
        return snapped(random.doubles(dimensions()).toArray());
    }

    /// The next point as an odometer goes: where nearly all are proposed it finds the rest soon.
    private void next(double[] point) {
        for (int i = point.length - 1; i >= 0; i--) {
            double step = step(i);
            if (step > 0) {
                boolean last = point[i] + step >= 1;
                point[i] = snapped(i, last ? 0 : point[i] + step);
                if (!last) {
                    return;
                }
            }
        }
    }

    private double snapped(int dimension, double place) {
        int count = searched.get(dimension).values().size();
        return ((int) (place * count) + 0.5) / count;
    }

    /// Untried points spread evenly over every parameter (McKay, Beckman, Conover 1979), marked now; where steps make
    /// two of them equal, chance chooses the second.
    public List<double[]> spread(int count, RandomGenerator random) {
        double[][] cube = new double[count][dimensions()];
        for (int i = 0; i < dimensions(); i++) {
            int[] parts = SweepPlan.shuffled(count, random);
            for (int sample = 0; sample < count; sample++) {
                cube[sample][i] = (parts[sample] + random.nextDouble()) / count;
            }
        }
        return Arrays.stream(cube)
                .map(places -> {
                    double[] point = snapped(places);
                    return propose(point) ? point : chance(random);
                })
                .toList();
    }

    /// The values at a point, in the order of the ranges; a parameter with one value has that.
    public double[] values(double[] point) {
        double[] values = new double[ranges.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            ParameterRange range = ranges.get(i);
            boolean fixed = !range.continuous() && range.values().size() == 1;
            values[i] = range.at(fixed ? 0 : point[next++]);
        }
        return values;
    }

    private static List<Double> key(double[] point) {
        return Arrays.stream(point).boxed().toList();
    }
}
