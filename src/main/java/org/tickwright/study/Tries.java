package org.tickwright.study;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How often something was tried before its best result was looked at: the count, and how far the Sharpe ratios per
/// period of those tries lay apart (variance with divisor n - 1), null where fewer than two of them have one.
public record Tries(int count, @Nullable Double variance) {
    private static final double EULER = 0.5772156649015329;

    /// Checks ranges.
    public Tries {
        if (count < 1) {
            throw new IllegalArgumentException("The number of trials must be at least 1, was " + count);
        }
        if (variance != null && !(variance >= 0 && Double.isFinite(variance))) {
            throw new IllegalArgumentException(
                    "The variance of the trials' Sharpe ratios must be a number from 0, was " + variance);
        }
    }

    /// Tries whose Sharpe ratios per period these are; NaN where a try has none, which counts all the same.
    public static Tries of(double[] sharpes) {
        Sample defined =
                new Sample(Arrays.stream(sharpes).filter(Double::isFinite).toArray());
        double variance = defined.variance();
        return new Tries(sharpes.length, Double.isFinite(variance) ? variance : null);
    }

    /// The highest Sharpe ratio per period that so many tries without any skill would be expected to show (False
    /// Strategy theorem, Bailey and Lopez de Prado 2014). A single try picks nothing: 0. NaN where the variance is
    /// not known.
    public double luckiestSharpe() {
        if (count == 1) {
            return 0;
        }
        if (variance == null) {
            return Double.NaN;
        }
        double usual = Normal.quantile(1 - 1.0 / count);
        double late = Normal.quantile(1 - 1.0 / (count * Math.E));
        return Math.sqrt(variance) * ((1 - EULER) * usual + EULER * late);
    }
}
