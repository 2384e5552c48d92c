package org.tickwright.indicator;

/// A simple average of a simple average (TA-Lib's `TRIMA`): over `(n+1)/2` rows twice for odd n, over
/// `n/2 + 1` and then `n/2` rows for even n.
final class TriangularAverage extends RowTransform {
    private final RowTransform first;
    private final RowTransform second;
    private int rows;

    TriangularAverage(int period) {
        int half = period / 2;
        first = MovingAverages.of(0, half + 1);
        second = MovingAverages.of(0, period % 2 == 0 ? half : half + 1);
    }

    @Override
    int lookback() {
        return first.lookback() + second.lookback();
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        first.apply(in, inFrom, out, outFrom, count);
        int skipped = Math.clamp((long) first.lookback() - rows, 0, count);
        second.apply(out, outFrom + skipped, out, outFrom + skipped, count - skipped);
        rows = Math.min(rows + count, first.lookback());
    }
}
