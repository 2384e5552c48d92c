package org.tickwright.study.sweep.bayes;

import org.tickwright.study.Normal;

/// What the function may be at a point: normal, with a mean and a standard deviation.
record Belief(double mean, double deviation) {

    /// How much more than the best so far is to be expected there, what is less counting nothing (Jones, Schonlau,
    /// Welch
    /// 1998, equation 15).
    double improvement(double best) {
        double gain = mean - best;
        if (deviation <= 0) {
            return Math.max(gain, 0);
        }
        double z = gain / deviation;
        return gain * Normal.probability(z) + deviation * Normal.density(z);
    }
}
