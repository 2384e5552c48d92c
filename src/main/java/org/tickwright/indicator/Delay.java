package org.tickwright.indicator;

/// The row a number of rows ago; zero rows ago is the row itself.
final class Delay extends RowTransform {
    private final double[] ring;
    private int position;
    private int rows;

    Delay(int rows) {
        ring = new double[rows];
    }

    @Override
    int lookback() {
        return ring.length;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        if (ring.length == 0) {
            System.arraycopy(in, inFrom, out, outFrom, count);
            return;
        }
        for (int row = 0; row < count; row++) {
            double value = in[inFrom + row];
            out[outFrom + row] = rows < ring.length ? Double.NaN : ring[position];
            ring[position] = value;
            position = position + 1 == ring.length ? 0 : position + 1;
            rows = Math.min(rows + 1, ring.length);
        }
    }
}
