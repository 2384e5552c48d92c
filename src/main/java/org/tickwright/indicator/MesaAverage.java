package org.tickwright.indicator;

/// Ehlers' MESA adaptive moving average as TA-Lib has it (`MAMA`): an exponential average whose weight
/// follows how fast the phase of the dominant cycle turns (MESA and Trading Market Cycles, 2001).
///
/// The price is smoothed over four bars, put through a discrete Hilbert transform whose gain follows the
/// measured period, and the phase comes from the in-phase and quadrature parts.
final class MesaAverage extends RowTransform {
    private static final int SMOOTHING = 12;
    private static final int LOOKBACK = 32;

    private final double fastLimit;
    private final double slowLimit;
    private final HilbertFilter detrender = new HilbertFilter();
    private final HilbertFilter quadrature = new HilbertFilter();
    private final HilbertFilter turnedInPhase = new HilbertFilter();
    private final HilbertFilter turnedQuadrature = new HilbertFilter();
    /// The last four rows, newest first.
    private final double[] recent = new double[4];
    /// The detrended price of the last four rows, newest first.
    private final double[] detrended = new double[4];

    private int rows;
    private double period;
    private double smoothI;
    private double smoothQ;
    private double real;
    private double imaginary;
    private double phase;
    private double average;

    MesaAverage(double fastLimit, double slowLimit) {
        this.fastLimit = fastLimit;
        this.slowLimit = slowLimit;
    }

    @Override
    int lookback() {
        return LOOKBACK;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        for (int row = 0; row < count; row++) {
            double value = in[inFrom + row];
            shift(recent, value);
            if (rows >= SMOOTHING) {
                follow(value);
            }
            out[outFrom + row] = rows < LOOKBACK ? Double.NaN : average;
            rows = Math.min(rows + 1, LOOKBACK);
        }
    }

    private static void shift(double[] values, double newest) {
        values[3] = values[2];
        values[2] = values[1];
        values[1] = values[0];
        values[0] = newest;
    }

    private void follow(double value) {
        double gain = 0.075 * period + 0.54;
        double smoothed = (4 * recent[0] + 3 * recent[1] + 2 * recent[2] + recent[3]) * 0.1;
        shift(detrended, detrender.next(smoothed, gain));
        double inPhase = detrended[3];
        double quarter = quadrature.next(detrended[0], gain);
        double jI = turnedInPhase.next(inPhase, gain);
        double jQ = turnedQuadrature.next(quarter, gain);
        weigh(value, inPhase == 0 ? 0 : Math.toDegrees(StrictMath.atan(quarter / inPhase)));
        measurePeriod(0.2 * (inPhase - jQ) + 0.8 * smoothI, 0.2 * (quarter + jI) + 0.8 * smoothQ);
    }

    private void weigh(double value, double newPhase) {
        double turn = phase - newPhase;
        phase = newPhase;
        double weight = turn > 1 ? Math.max(fastLimit / turn, slowLimit) : fastLimit;
        average = weight * value + (1 - weight) * average;
    }

    private void measurePeriod(double newI, double newQ) {
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
