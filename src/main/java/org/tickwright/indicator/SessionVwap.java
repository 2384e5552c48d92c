package org.tickwright.indicator;

import org.tickwright.spi.IndicatorKernel;

/// The volume-weighted mean of the typical price since the session began. It starts anew wherever the
/// session's number changes, and is undefined until the session has traded.
final class SessionVwap implements IndicatorKernel {
    private double session = Double.NaN;
    private double money;
    private double units;

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] high = inputs[0];
        double[] low = inputs[1];
        double[] close = inputs[2];
        double[] volume = inputs[3];
        double[] sessions = inputs[4];
        double[] out = outputs[0];
        for (int row = from; row < to; row++) {
            if (sessions[row] != session) {
                session = sessions[row];
                money = 0;
                units = 0;
            }
            money += (high[row] + low[row] + close[row]) / 3 * volume[row];
            units += volume[row];
            out[row] = units > 0 ? money / units : Double.NaN;
        }
    }
}
