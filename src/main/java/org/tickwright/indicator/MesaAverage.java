package org.tickwright.indicator;

/// Ehlers' MESA adaptive moving average as TA-Lib has it (`MAMA`): an exponential average whose weight
/// follows how fast the phase of the [DominantCycle] turns (MESA and Trading Market Cycles, 2001), and the
/// average that follows it with half the weight (`FAMA`).
final class MesaAverage extends RowTransform {
    static final int LOOKBACK = 32;
    private static final int SMOOTHING = 12;

    private final double fastLimit;
    private final double slowLimit;
    private final DominantCycle cycle = new DominantCycle(SMOOTHING);

    private int rows;
    private double phase;
    private double average;
    private double following;

    MesaAverage(double fastLimit, double slowLimit) {
        this.fastLimit = fastLimit;
        this.slowLimit = slowLimit;
    }

    @Override
    int lookback() {
        return LOOKBACK;
    }

    /// The following average at the last row.
    double following() {
        return rows < LOOKBACK ? Double.NaN : following;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        for (int row = 0; row < count; row++) {
            double value = in[inFrom + row];
            if (cycle.next(value)) {
                double inPhase = cycle.inPhase();
                weigh(value, inPhase == 0 ? 0 : Math.toDegrees(StrictMath.atan(cycle.quadrature() / inPhase)));
            }
            out[outFrom + row] = rows < LOOKBACK ? Double.NaN : average;
            rows = Math.min(rows + 1, LOOKBACK);
        }
    }

    private void weigh(double value, double newPhase) {
        double turn = phase - newPhase;
        phase = newPhase;
        double weight = turn > 1 ? Math.max(fastLimit / turn, slowLimit) : fastLimit;
        average = weight * value + (1 - weight) * average;
        following = 0.5 * weight * average + (1 - 0.5 * weight) * following;
    }
}
