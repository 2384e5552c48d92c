package org.tickwright.market.exchange;

import org.tickwright.market.simulated.Randomness;

/// Draws from distributions by tables of their quantiles: as fast as a look at memory, the same on every machine.
final class Draws {
    private static final int STEPS = 1024;
    private static final double[] WAITS = new double[STEPS];
    private static final double[] SIZES = new double[STEPS];
    private static final double SIZE_SPREAD = 0.8;

    static {
        for (int i = 0; i < STEPS; i++) {
            double u = (i + 0.5) / STEPS;
            WAITS[i] = -StrictMath.log(1 - u);
            // The logistic stands in for the normal: sizes of orders have heavier tails anyway.
            SIZES[i] = StrictMath.exp(SIZE_SPREAD * 0.5513 * StrictMath.log(u / (1 - u)));
        }
    }

    private final Randomness random;

    Draws(Randomness random) {
        this.random = random;
    }

    double uniform() {
        return random.uniform();
    }

    boolean chance(double share) {
        return random.uniform() < share;
    }

    int below(int n) {
        return (int) (random.uniform() * n);
    }

    /// Exponential with mean 1, exact.
    double wait1() {
        return -StrictMath.log(1 - random.uniform());
    }

    /// Exponential with mean 1 in 1,024 steps.
    double distance() {
        return WAITS[(int) (random.bits() >>> 54)];
    }

    /// Median 1, a few many times as large.
    double size() {
        return SIZES[(int) (random.bits() >>> 54)];
    }
}
