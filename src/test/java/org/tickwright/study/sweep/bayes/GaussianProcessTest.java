package org.tickwright.study.sweep.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussianProcessTest {
    private static final double LENGTH = 0.5;

    private static double matern(double distance) {
        double scaled = Math.sqrt(5) * distance / LENGTH;
        return (1 + scaled + scaled * scaled / 3) * Math.exp(-scaled);
    }

    private static Kernel kernel(double noise) {
        return new Kernel(new double[] {LENGTH}, noise);
    }

    private static double[][] points(double... places) {
        double[][] points = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            points[i] = new double[] {places[i]};
        }
        return points;
    }

    @Test
    void kernelIsMaternOfSmoothnessFiveHalves() {
        assertEquals(1, kernel(0).of(new double[] {0.3}, new double[] {0.3}));
        // At one length: (1 + √5 + 5/3) e^-√5.
        assertEquals(0.5239941088318203, kernel(0).of(new double[] {0}, new double[] {0.5}), 1e-15);
        Kernel two = new Kernel(new double[] {1, 2}, 0);
        assertEquals(
                two.of(new double[] {0, 0}, new double[] {1, 0}), two.of(new double[] {0, 0}, new double[] {0, 2}));
    }

    @Test
    void oneValueFallsOffWithTheDistance() {
        GaussianProcess process = GaussianProcess.of(kernel(0), points(0.2), new double[] {3}, 2);
        assertEquals(3, process.mean(new double[] {0.2}), 1e-12);
        assertEquals(0, process.variance(new double[] {0.2}), 1e-12);
        double k = matern(0.3);
        assertEquals(3 * k, process.mean(new double[] {0.5}), 1e-12);
        assertEquals(2 * (1 - k * k), process.variance(new double[] {0.5}), 1e-12);
        assertEquals(0, process.mean(new double[] {99}), 1e-12);
        assertEquals(2, process.variance(new double[] {99}), 1e-12);
    }

    /// Two points with noise, by the inverse of a matrix of two by two.
    @Test
    void twoValuesGiveWhatTheInverseGives() {
        double noise = 0.1;
        double c = matern(0.4);
        double diagonal = 1 + noise;
        double determinant = diagonal * diagonal - c * c;
        double[] seen = {1, -2};
        double a = matern(0.1);
        double b = matern(0.3);
        double weightA = (diagonal * seen[0] - c * seen[1]) / determinant;
        double weightB = (diagonal * seen[1] - c * seen[0]) / determinant;
        double known = (diagonal * a * a - 2 * c * a * b + diagonal * b * b) / determinant;
        GaussianProcess process = GaussianProcess.of(kernel(noise), points(0, 0.4), seen, 1);
        assertEquals(a * weightA + b * weightB, process.mean(new double[] {0.1}), 1e-12);
        assertEquals(1 - known, process.variance(new double[] {0.1}), 1e-12);
        double fit = (diagonal * 1 - 2 * c * 1 * -2 + diagonal * 4) / determinant;
        double expected = -(fit + Math.log(determinant) + 2 * Math.log(2 * Math.PI)) / 2;
        assertEquals(expected, process.logLikelihood(), 1e-12);
    }

    @Test
    void passesThroughThreeValuesWithoutNoise() {
        double[] seen = {1, 4, 2};
        GaussianProcess process = GaussianProcess.of(kernel(0), points(0, 0.5, 1), seen);
        for (int i = 0; i < 3; i++) {
            assertEquals(seen[i], process.mean(new double[] {i / 2.0}), 1e-12);
            assertEquals(0, process.variance(new double[] {i / 2.0}), 1e-12);
        }
        assertTrue(process.variance(new double[] {0.25}) > 0.01);
        // By the mirror of the values the mean is the mirror of the mean.
        GaussianProcess mirrored = GaussianProcess.of(kernel(0), points(0, 0.5, 1), new double[] {2, 4, 1});
        assertEquals(process.mean(new double[] {0.3}), mirrored.mean(new double[] {0.7}), 1e-12);
    }

    @Test
    void oneMoreValueIsAsIfItHadBeenThere() {
        double[] all = {1, -1, 0.5, 2};
        double[][] places = points(0.1, 0.4, 0.8, 0.6);
        GaussianProcess whole = GaussianProcess.of(kernel(0.01), places, all, 1.5);
        GaussianProcess grown = GaussianProcess.of(kernel(0.01), points(0.1, 0.4, 0.8), new double[] {1, -1, 0.5}, 1.5)
                .plus(places[3], all);
        for (double at = 0; at < 1; at += 0.07) {
            assertEquals(whole.mean(new double[] {at}), grown.mean(new double[] {at}), 1e-12);
            assertEquals(whole.variance(new double[] {at}), grown.variance(new double[] {at}), 1e-12);
        }
    }

    @Test
    void refusesThePointThatIsThereTwiceWithoutNoise() {
        assertThrows(
                IllegalArgumentException.class,
                () -> GaussianProcess.of(kernel(0), points(0.5, 0.5), new double[] {1, 1}));
    }

    @Test
    void expectedImprovementIsThatOfTheNormalDistribution() {
        // At the best so far only the spread counts: σ φ(0).
        assertEquals(2 / Math.sqrt(2 * Math.PI), new Belief(5, 2).improvement(5), 1e-12);
        // One deviation above: Φ(1) + φ(1).
        assertEquals(0.8413447460685429 + 0.24197072451914337, new Belief(1, 1).improvement(0), 1e-12);
        assertEquals(3, new Belief(5, 0).improvement(2));
        assertEquals(0, new Belief(1, 0).improvement(2));
    }
}
