package org.tickwright.indicator;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.tickwright.spi.IndicatorKernel;

/// A row beside the row `period` before it.
record LaggedComparison(int period, int begin, DoubleBinaryOperator function) implements IndicatorKernel {
    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] in = inputs[0];
        double[] out = outputs[0];
        int first = (int) Math.min(Math.max((long) begin + period, from), to);
        Arrays.fill(out, from, first, Double.NaN);
        for (int row = first; row < to; row++) {
            out[row] = function.applyAsDouble(in[row], in[row - period]);
        }
    }
}
