package org.tickwright.study.sweep.genetic;

import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import java.util.random.RandomGenerator;
import org.tickwright.study.sweep.SearchSpace;

/// Moves a place by a random step, small ones being more likely, and never by less than one value of its parameter. The
/// square of a sum of two even draws serves, since it needs no transcendental function.
final class StepMutator extends Mutator<DoubleGene, Double> {
    private static final double WIDTH = 0.4;
    private static final double CHANCE = 0.4;

    private final SearchSpace space;

    StepMutator(SearchSpace space) {
        super(CHANCE);
        this.space = space;
    }

    @Override
    protected DoubleGene mutate(DoubleGene gene, RandomGenerator random) {
        return gene.newInstance(Math.clamp(gene.doubleValue() + step(random, 0), 0, 1));
    }

    /// A copy of a point with one of its places moved, or some.
    double[] moved(double[] point, RandomGenerator random) {
        double[] moved = point.clone();
        int one = random.nextInt(point.length);
        for (int i = 0; i < moved.length; i++) {
            if (i == one || random.nextDouble() < CHANCE) {
                moved[i] += step(random, space.step(i));
            }
        }
        return moved;
    }

    private static double step(RandomGenerator random, double least) {
        double even = random.nextDouble() + random.nextDouble() - 1;
        double step = WIDTH * even * Math.abs(even);
        return step + Math.copySign(least, step);
    }
}
