package org.tickwright.indicator;

import java.util.Arrays;
import org.tickwright.spi.IndicatorKernel;

/// Lane's slow stochastic: where the close lies in the range of the last bars, smoothed once (`SlowK`)
/// and once more (`SlowD`), each average starting with the first value of what it smooths.
final class Stochastic implements IndicatorKernel {
    private final RowTransform highest;
    private final RowTransform lowest;
    private final RowTransform slowK;
    private final RowTransform slowD;
    private final int rawFrom;
    private final int slowFrom;
    private final int lookback;
    private int rows;

    Stochastic(int fastK, RowTransform slowK, RowTransform slowD) {
        highest = Extreme.highest(fastK);
        lowest = Extreme.lowest(fastK);
        this.slowK = slowK;
        this.slowD = slowD;
        rawFrom = fastK - 1;
        slowFrom = rawFrom + slowK.lookback();
        lookback = slowFrom + slowD.lookback();
    }

    int lookback() {
        return lookback;
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        double[] k = outputs[0];
        double[] d = outputs[1];
        int count = to - from;
        highest.apply(inputs[0], from, k, from, count);
        lowest.apply(inputs[1], from, d, from, count);
        int raw = from + Math.clamp((long) rawFrom - rows, 0, count);
        place(inputs[2], k, d, raw, to);
        slowK.apply(k, raw, k, raw, to - raw);
        int slow = from + Math.clamp((long) slowFrom - rows, 0, count);
        slowD.apply(k, slow, d, slow, to - slow);
        int defined = from + Math.clamp((long) lookback - rows, 0, count);
        Arrays.fill(k, from, defined, Double.NaN);
        Arrays.fill(d, from, defined, Double.NaN);
        rows = Math.min(rows + count, lookback);
    }

    /// Puts the place of the close in the range into `high`, in percent; 0 where the range is nothing.
    private static void place(double[] close, double[] high, double[] low, int from, int to) {
        for (int row = from; row < to; row++) {
            double percent = (high[row] - low[row]) / 100;
            high[row] = percent == 0 ? 0 : (close[row] - low[row]) / percent;
        }
    }
}
