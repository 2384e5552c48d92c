package org.tickwright.indicator;

/// One column into another, row by row, out of its own memory of the past: the part that kernels are put
/// together from.
///
/// Rows come in order and without gaps; how they are cut into calls does not change a bit of the result.
/// Input and output may be the same rows of the same array.
abstract class RowTransform {
    private final double[] single = new double[1];

    /// Computes `count` rows: `out[outFrom…]` from `in[inFrom…]`, NaN while undefined.
    abstract void apply(double[] in, int inFrom, double[] out, int outFrom, int count);

    /// How many leading rows are undefined.
    abstract int lookback();

    /// Computes one row.
    final double step(double value) {
        single[0] = value;
        apply(single, 0, single, 0, 1);
        return single[0];
    }
}
