package org.tickwright.indicator;

import org.tickwright.spi.IndicatorKernel;

/// Granville's on-balance volume as TA-Lib starts it, with the first bar's volume: volume is added where
/// the close rises and taken away where it falls. The sum carries its own rounding error along
/// (Neumaier), so fractions of coins do not add up to a drift.
final class OnBalanceVolume implements IndicatorKernel {
    private boolean started;
    private double previous;
    private double sum;
    private double error;

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] values = inputs[0];
        double[] volume = inputs[1];
        double[] out = outputs[0];
        int row = from;
        if (!started && row < to) {
            started = true;
            sum = volume[row];
            previous = values[row];
            out[row++] = sum;
        }
        double total = sum;
        double lost = error;
        double last = previous;
        for (; row < to; row++) {
            double value = values[row];
            double added = Math.signum(value - last) * volume[row];
            double next = total + added;
            double taken = next - total;
            lost += (total - (next - taken)) + (added - taken);
            total = next;
            last = value;
            out[row] = total + lost;
        }
        sum = total;
        error = lost;
        previous = last;
    }
}
