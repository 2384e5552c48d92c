package org.tickwright.market.audit;

import java.util.Optional;

/// The ratios in which shares are usually split or merged.
final class Splits {
    private static final double NEAR = 0.03;
    /// Powers of ten, and half of the way from each to the next usual ratio, as a logarithm.
    private static final double[][] TENS = {{10, 0.09}, {100, 0.34}, {1_000, 0.34}, {10_000, 0.8}};

    private static final int[][] RATIOS = {
        {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}, {10, 1}, {12, 1}, {15, 1}, {20, 1}, {25, 1}, {30, 1},
        {40, 1}, {50, 1}, {100, 1}, {200, 1}, {500, 1}, {1000, 1}, {3, 2}, {4, 3}, {5, 2}, {5, 3}, {7, 2}
    };

    private Splits() {}

    /// New shares for old ones.
    record Ratio(int shares, int old) {
        String inWords() {
            return shares + " for " + old;
        }
    }

    /// The usual ratio within 3 % of new shares for each old one; below 1 for a merger of shares.
    static Optional<Ratio> near(double shares) {
        Ratio best = null;
        double least = NEAR;
        for (int[] ratio : RATIOS) {
            double value = ratio[0] / (double) ratio[1];
            double apart = Math.abs(Math.max(shares, 1 / shares) / value - 1);
            if (apart < least) {
                least = apart;
                best = shares > 1 ? new Ratio(ratio[0], ratio[1]) : new Ratio(ratio[1], ratio[0]);
            }
        }
        return Optional.ofNullable(best);
    }

    /// By what prices that are so many times the others are multiplied to be like them: a power of ten where one is
    /// near, since no split confuses it with another ratio, else one in a usual ratio of splits.
    static Optional<Double> scale(double times) {
        for (double[] ten : TENS) {
            double apart = Math.abs(StrictMath.log(Math.max(times, 1 / times) / ten[0]));
            if (apart < ten[1]) {
                return Optional.of(times > 1 ? 1 / ten[0] : ten[0]);
            }
        }
        return near(times).map(ratio -> ratio.old() / (double) ratio.shares());
    }
}
