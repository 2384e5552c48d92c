package org.tickwright.indicator;

import java.util.Arrays;

/// A transform that begins some rows late: it never sees the first `skipped` rows.
final class LateStart extends RowTransform {
    private final RowTransform inner;
    private final int skipped;
    private int rows;

    LateStart(RowTransform inner, int skipped) {
        this.inner = inner;
        this.skipped = skipped;
    }

    @Override
    int lookback() {
        return skipped + inner.lookback();
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int before = Math.clamp((long) skipped - rows, 0, count);
        Arrays.fill(out, outFrom, outFrom + before, Double.NaN);
        inner.apply(in, inFrom + before, out, outFrom + before, count - before);
        rows += before;
    }
}
