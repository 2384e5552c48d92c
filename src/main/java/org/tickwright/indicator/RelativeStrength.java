package org.tickwright.indicator;

/// Wilder's relative strength index as TA-Lib seeds it: the plain mean of the first `period` gains and
/// losses, then `(previous * (period - 1) + change) / period`.
final class RelativeStrength extends RowTransform {
    private final int period;
    private final boolean balance;
    private int rows;
    private double previous;
    private double gain;
    private double loss;

    RelativeStrength(int period) {
        this(period, false);
    }

    private RelativeStrength(int period, boolean balance) {
        this.period = period;
        this.balance = balance;
    }

    /// How much gains outweigh losses instead of their share (TA-Lib's `CMO`).
    static RelativeStrength balance(int period) {
        return new RelativeStrength(period, true);
    }

    @Override
    int lookback() {
        return period;
    }

    @Override
    void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
        int row = 0;
        for (; row < count && rows <= period; row++) {
            out[outFrom + row] = seed(in[inFrom + row]);
        }
        double last = previous;
        double up = gain;
        double down = loss;
        double weight = period - 1;
        for (; row < count; row++) {
            double value = in[inFrom + row];
            double change = value - last;
            double size = Math.abs(change);
            up = (up * weight + Wilder.gain(change, size)) / period;
            down = (down * weight + Wilder.loss(change, size)) / period;
            last = value;
            out[outFrom + row] = Wilder.share(balance ? up - down : up, up + down);
        }
        previous = last;
        gain = up;
        loss = down;
    }

    private double seed(double value) {
        if (rows > 0) {
            double change = value - previous;
            gain += Wilder.gain(change, Math.abs(change));
            loss += Wilder.loss(change, Math.abs(change));
        }
        previous = value;
        if (rows++ < period) {
            return Double.NaN;
        }
        gain /= period;
        loss /= period;
        return Wilder.share(balance ? gain - loss : gain, gain + loss);
    }
}
