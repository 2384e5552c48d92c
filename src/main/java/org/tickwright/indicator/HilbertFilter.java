package org.tickwright.indicator;

/// Ehlers' discrete Hilbert transform: `0.0962 x + 0.5769 x[-2] - 0.5769 x[-4] - 0.0962 x[-6]`, times a
/// gain that the measured period decides. Zeros stand before the first row.
final class HilbertFilter {
    private static final double OUTER = 0.0962;
    private static final double INNER = 0.5769;

    /// The last seven inputs, in a ring.
    private final double[] inputs = new double[7];
    private int at;

    double next(double input, double gain) {
        inputs[at] = input;
        double result = OUTER * input + INNER * (before(2) - before(4)) - OUTER * before(6);
        at = at + 1 == inputs.length ? 0 : at + 1;
        return result * gain;
    }

    private double before(int rows) {
        int index = at - rows;
        return inputs[index < 0 ? index + inputs.length : index];
    }
}
