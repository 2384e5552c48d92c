package org.tickwright.study.sweep.bayes;

import java.util.Arrays;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/// What is known of a function of mean 0 after its values were seen at some points (Rasmussen, Williams 2006, algorithm
/// 2.1): a mean and a variance anywhere. Immutable.
///
/// The size of the function's variance is the one that makes what was seen likeliest, so that only its lengths and the
/// noise are to be chosen. Sums in a fixed order and one thread: the same bits on every machine.
final class GaussianProcess {
    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    private final Kernel kernel;
    private final double[][] points;
    private final double[] values;
    /// Rows of the lower factor of the covariances.
    private final double[][] factor;
    /// The factor's inverse times the values.
    private final double[] whitened;
    /// The covariances' inverse times the values.
    private final double[] weights;
    private final double variance;

    private GaussianProcess(Kernel kernel, double[][] points, double[] values, double[][] factor, double variance) {
        this.kernel = kernel;
        this.points = points;
        this.values = values;
        this.factor = factor;
        whitened = forward(factor, values);
        weights = backward(factor, whitened);
        this.variance = Double.isNaN(variance) ? likeliest() : variance;
    }

    /// After values were seen at these points, none of them twice unless there is noise.
    static GaussianProcess of(Kernel kernel, double[][] points, double[] values) {
        return new GaussianProcess(kernel, points, values, factored(kernel, points), Double.NaN);
    }

    /// The same with a variance of the function that is known.
    static GaussianProcess of(Kernel kernel, double[][] points, double[] values, double variance) {
        return new GaussianProcess(kernel, points, values, factored(kernel, points), variance);
    }

    /// Where the values at the same points and one more are these. The variance of the function stays.
    GaussianProcess plus(double[] point, double[] all) {
        int n = points.length;
        double[][] more = Arrays.copyOf(points, n + 1);
        more[n] = point;
        double[] row = Arrays.copyOf(forward(factor, covariances(point)), n + 1);
        row[n] = Math.sqrt(Math.max(1 + kernel.noise() - square(row), 1e-12));
        double[][] rows = Arrays.copyOf(factor, n + 1);
        rows[n] = row;
        return new GaussianProcess(kernel, more, all, rows, variance);
    }

    private static double[][] factored(Kernel kernel, double[][] points) {
        int n = points.length;
        double[][] covariances = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double covariance = kernel.of(points[i], points[j]);
                covariances[i][j] = covariance;
                covariances[j][i] = covariance;
            }
            covariances[i][i] += kernel.noise();
        }
        // Asked for a small matrix ojAlgo gives the plain loop, which starts no thread whatever the size.
        Cholesky<Double> cholesky = Cholesky.R064.make(1, 1);
        if (!cholesky.decompose(RawStore.wrap(covariances)) || !cholesky.isSPD()) {
            throw new IllegalArgumentException("The covariances of " + n + " points are not positive definite");
        }
        MatrixStore<Double> lower = cholesky.getL();
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                rows[i][j] = lower.doubleValue(i, j);
            }
        }
        return rows;
    }

    private static double[] forward(double[][] factor, double[] right) {
        double[] solved = new double[factor.length];
        for (int i = 0; i < solved.length; i++) {
            double[] row = factor[i];
            double rest = right[i];
            for (int j = 0; j < i; j++) {
                rest -= row[j] * solved[j];
            }
            solved[i] = rest / row[i];
        }
        return solved;
    }

    private static double[] backward(double[][] factor, double[] right) {
        double[] solved = right.clone();
        for (int i = solved.length - 1; i >= 0; i--) {
            double[] row = factor[i];
            solved[i] /= row[i];
            for (int j = 0; j < i; j++) {
                solved[j] -= row[j] * solved[i];
            }
        }
        return solved;
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double each : vector) {
            sum += each * each;
        }
        return sum;
    }

    private double[] covariances(double[] point) {
        double[] covariances = new double[points.length];
        for (int i = 0; i < covariances.length; i++) {
            covariances[i] = kernel.of(point, points[i]);
        }
        return covariances;
    }

    private double likeliest() {
        return Math.max(square(whitened) / values.length, 1e-12);
    }

    /// The expected value at a point.
    double mean(double[] point) {
        return weighted(covariances(point));
    }

    private double weighted(double[] covariances) {
        double sum = 0;
        for (int i = 0; i < covariances.length; i++) {
            sum += covariances[i] * weights[i];
        }
        return sum;
    }

    /// How far the function may be from its mean at a point, squared; noise is not in it.
    double variance(double[] point) {
        return variance * Math.max(1 - square(forward(factor, covariances(point))), 0);
    }

    /// Mean and standard deviation at a point.
    Belief at(double[] point) {
        double[] covariances = covariances(point);
        return new Belief(
                weighted(covariances), Math.sqrt(variance * Math.max(1 - square(forward(factor, covariances)), 0)));
    }

    /// The logarithm of the likelihood of what was seen (equation 2.30).
    double logLikelihood() {
        double sum = square(whitened) / variance + values.length * (LOG_TWO_PI + StrictMath.log(variance));
        for (int i = 0; i < factor.length; i++) {
            sum += 2 * StrictMath.log(factor[i][i]);
        }
        return -sum / 2;
    }

    Kernel kernel() {
        return kernel;
    }
}
