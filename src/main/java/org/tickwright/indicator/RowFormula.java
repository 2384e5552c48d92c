package org.tickwright.indicator;

import org.tickwright.spi.IndicatorKernel;

/// A kernel written as what happens at one bar. It holds its past in [Stage]s, so that however rows are cut
/// into calls, the bits are the same.
@FunctionalInterface
interface RowFormula extends IndicatorKernel {

    /// Reads row `row` of the inputs and writes the same row of every output.
    void row(double[][] in, int row, double[][] out);

    @Override
    default void advance(double[][] inputs, int from, int to, double[][] outputs) {
        for (int row = from; row < to; row++) {
            row(inputs, row, outputs);
        }
    }
}
