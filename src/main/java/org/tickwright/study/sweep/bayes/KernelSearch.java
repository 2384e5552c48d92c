package org.tickwright.study.sweep.bayes;

import java.util.SplittableRandom;

/// Finds the lengths and the noise under which what was seen is likeliest, by a seeded search: draws over the whole
/// range, then steps around the best that grow smaller. It looks at no more than some hundred points, so that its cost
/// does not grow with what was tried.
final class KernelSearch {
    private static final int DRAWS = 24;
    private static final int STEPS = 48;
    private static final double SHORTEST = StrictMath.log(0.03);
    private static final double LONGEST = StrictMath.log(4);
    private static final double QUIETEST = StrictMath.log(1e-6);
    private static final double LOUDEST = StrictMath.log(0.5);

    private final double[][] points;
    private final double[] values;
    private final SplittableRandom random;
    private double[] best;
    private double likelihood = Double.NEGATIVE_INFINITY;

    private KernelSearch(double[][] points, double[] values, SplittableRandom random) {
        this.points = points;
        this.values = values;
        this.random = random;
        best = new double[points[0].length + 1];
    }

    /// The likeliest kernel of those that it tries; `before` is where the last search ended.
    static Kernel likeliest(double[][] points, double[] values, Kernel before, SplittableRandom random) {
        KernelSearch search = new KernelSearch(points, values, random);
        search.consider(logarithms(before));
        for (int i = 0; i < DRAWS; i++) {
            search.consider(search.drawn());
        }
        for (int i = 0; i < STEPS; i++) {
            search.consider(search.near(1.5 * (STEPS - i) / STEPS));
        }
        return kernel(search.best);
    }

    private double[] drawn() {
        double[] drawn = new double[best.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = low(i) + random.nextDouble() * (high(i) - low(i));
        }
        return drawn;
    }

    private double[] near(double width) {
        double[] near = best.clone();
        for (int i = 0; i < near.length; i++) {
            double step = width * (random.nextDouble() + random.nextDouble() - 1);
            near[i] = Math.clamp(near[i] + step, low(i), high(i));
        }
        return near;
    }

    private double low(int i) {
        return i < best.length - 1 ? SHORTEST : QUIETEST;
    }

    private double high(int i) {
        return i < best.length - 1 ? LONGEST : LOUDEST;
    }

    private void consider(double[] logarithms) {
        double found = GaussianProcess.of(kernel(logarithms), points, values).logLikelihood();
        if (found > likelihood) {
            likelihood = found;
            best = logarithms;
        }
    }

    private static Kernel kernel(double[] logarithms) {
        double[] lengths = new double[logarithms.length - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = StrictMath.exp(logarithms[i]);
        }
        return new Kernel(lengths, StrictMath.exp(logarithms[lengths.length]));
    }

    private static double[] logarithms(Kernel kernel) {
        double[] logarithms = new double[kernel.lengths().length + 1];
        for (int i = 0; i < logarithms.length - 1; i++) {
            logarithms[i] = StrictMath.log(kernel.lengths()[i]);
        }
        logarithms[logarithms.length - 1] = StrictMath.log(kernel.noise());
        return logarithms;
    }
}
