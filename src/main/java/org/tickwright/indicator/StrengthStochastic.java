package org.tickwright.indicator;

import org.tickwright.spi.IndicatorKernel;

/// The stochastic of the relative strength index: where it lies in the range of its own last values
/// (`FastK`), and the average of that (`FastD`).
final class StrengthStochastic implements IndicatorKernel {
    private final RowTransform strength;
    private final RowTransform highest;
    private final RowTransform lowest;
    private final RowTransform average;

    StrengthStochastic(int period, int fastK, RowTransform fastD) {
        strength = new RelativeStrength(period);
        highest = new LateStart(Extreme.highest(fastK), period);
        lowest = new LateStart(Extreme.lowest(fastK), period);
        average = new LateStart(fastD, highest.lookback());
    }

    int lookback() {
        return average.lookback();
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        for (int row = from; row < to; row++) {
            double value = strength.step(inputs[0][row]);
            double top = highest.step(value);
            double bottom = lowest.step(value);
            double percent = (top - bottom) / 100;
            double place = percent == 0 ? 0 : (value - bottom) / percent;
            double smoothed = average.step(place);
            outputs[0][row] = Double.isNaN(smoothed) ? Double.NaN : place;
            outputs[1][row] = smoothed;
        }
    }
}
