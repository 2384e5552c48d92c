package org.tickwright.study;

/// The standard normal distribution, to the last digits of a double also in its tails.
///
/// Between -2 and 2 by Marsaglia's series (2004), whose terms are all positive; beyond by the continued fraction of
/// Mills' ratio. The quantile starts from Acklam's approximation (2010) and is refined by Halley's method.
public final class Normal {
    private static final double TAIL = 2;
    private static final int FRACTION_DEPTH = 120;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private static final double[] CENTRE_ABOVE = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] CENTRE_BELOW = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_ABOVE = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_BELOW = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };

    private Normal() {}

    /// The density at `x`.
    public static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /// The probability of a value at or below `x`; NaN for NaN.
    public static double probability(double x) {
        if (x < -TAIL) {
            return upperTail(-x);
        }
        return x > TAIL ? 1 - upperTail(x) : centre(x);
    }

    /// The value that a share of `probability` lies at or below; infinite at 0 and 1, NaN outside.
    static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            return probability == 0
                    ? Double.NEGATIVE_INFINITY
                    : probability == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double x = approximately(probability);
        for (int i = 0; i < 2; i++) {
            double step = (probability(x) - probability) / density(x);
            x -= step / (1 + x * step / 2);
        }
        return x;
    }

    private static double centre(double x) {
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + density(x) * sum;
    }

    private static double upperTail(double x) {
        double fraction = x;
        for (int i = FRACTION_DEPTH; i >= 1; i--) {
            fraction = x + i / fraction;
        }
        return density(x) / fraction;
    }

    private static double approximately(double probability) {
        double edge = 0.02425;
        if (probability < edge) {
            return tail(probability);
        }
        if (probability > 1 - edge) {
            return -tail(1 - probability);
        }
        double distance = probability - 0.5;
        double square = distance * distance;
        return polynomial(CENTRE_ABOVE, square) * distance / polynomial(CENTRE_BELOW, square);
    }

    private static double tail(double probability) {
        double root = Math.sqrt(-2 * StrictMath.log(probability));
        return polynomial(TAIL_ABOVE, root) / polynomial(TAIL_BELOW, root);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
