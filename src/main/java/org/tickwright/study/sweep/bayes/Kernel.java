package org.tickwright.study.sweep.bayes;

/// The Matérn covariance of smoothness 5/2 with a length for every dimension (Rasmussen, Williams 2006, equation 4.17),
/// of variance 1.
///
/// @param lengths how far apart points must be in a dimension to say little of one another
/// @param noise the variance of what is seen around the function, beside its own of 1
record Kernel(double[] lengths, double noise) {
    private static final double ROOT_FIVE = Math.sqrt(5);

    /// The covariance of the function at two points.
    double of(double[] one, double[] other) {
        double square = 0;
        for (int i = 0; i < lengths.length; i++) {
            double difference = (one[i] - other[i]) / lengths[i];
            square += difference * difference;
        }
        double distance = ROOT_FIVE * Math.sqrt(square);
        return (1 + distance + distance * distance / 3) * StrictMath.exp(-distance);
    }
}
