package org.tickwright.indicator;

/// Ehlers' measurement of the dominant cycle (Rocket Science for Traders, 2001) as TA-Lib has it.
///
/// The price is smoothed over four bars and put through a discrete Hilbert transform whose gain follows
/// the measured period; the period comes from how far the phase turns from bar to bar.
final class DominantCycle {
    private final int smoothing;
    private final HilbertFilter detrender = new HilbertFilter();
    private final HilbertFilter quarter = new HilbertFilter();
    private final HilbertFilter turnedInPhase = new HilbertFilter();
    private final HilbertFilter turnedQuadrature = new HilbertFilter();
    /// The last four rows, newest first.
    private final double[] recent = new double[4];
    /// The detrended price of the last four rows, newest first.
    private final double[] detrended = new double[4];

    private int rows;
    private double smoothed;
    private double quadrature;
    private double period;
    private double smoothPeriod;
    private double smoothI;
    private double smoothQ;
    private double real;
    private double imaginary;

    /// Measures from the row after the first `smoothing` ones on.
    DominantCycle(int smoothing) {
        this.smoothing = smoothing;
    }

    /// Takes a row; true once there is something measured.
    boolean next(double value) {
        shift(recent, value);
        if (rows++ < smoothing) {
            return false;
        }
        double gain = 0.075 * period + 0.54;
        smoothed = (4 * recent[0] + 3 * recent[1] + 2 * recent[2] + recent[3]) * 0.1;
        shift(detrended, detrender.next(smoothed, gain));
        quadrature = quarter.next(detrended[0], gain);
        double jI = turnedInPhase.next(inPhase(), gain);
        double jQ = turnedQuadrature.next(quadrature, gain);
        measure(0.2 * (inPhase() - jQ) + 0.8 * smoothI, 0.2 * (quadrature + jI) + 0.8 * smoothQ);
        smoothPeriod = 0.33 * period + 0.67 * smoothPeriod;
        return true;
    }

    /// How many rows there were.
    int rows() {
        return rows;
    }

    /// The price smoothed over four bars.
    double smoothed() {
        return smoothed;
    }

    double inPhase() {
        return detrended[3];
    }

    double quadrature() {
        return quadrature;
    }

    /// The period of the dominant cycle in bars, smoothed.
    double smoothPeriod() {
        return smoothPeriod;
    }

    /// The smoothed period in whole bars.
    int bars() {
        return (int) (smoothPeriod + 0.5);
    }

    private static void shift(double[] values, double newest) {
        values[3] = values[2];
        values[2] = values[1];
        values[1] = values[0];
        values[0] = newest;
    }

    private void measure(double newI, double newQ) {
        real = 0.2 * (newI * smoothI + newQ * smoothQ) + 0.8 * real;
        imaginary = 0.2 * (newI * smoothQ - newQ * smoothI) + 0.8 * imaginary;
        smoothI = newI;
        smoothQ = newQ;
        double before = period;
        if (imaginary != 0 && real != 0) {
            period = 360 / Math.toDegrees(StrictMath.atan(imaginary / real));
        }
        period = Math.max(Math.min(period, 1.5 * before), 0.67 * before);
        period = Math.clamp(period, 6.0, 50.0);
        period = 0.2 * period + 0.8 * before;
    }
}
