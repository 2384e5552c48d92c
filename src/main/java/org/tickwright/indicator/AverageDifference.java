package org.tickwright.indicator;

import java.util.function.DoubleBinaryOperator;
import org.tickwright.spi.IndicatorKernel;

/// The distance of a fast and a slow moving average of any kind, its own average, and the difference of
/// the two (TA-Lib's `MACDEXT`).
///
/// The averages begin so that their first values fall on the same row, that of the one that takes longer.
/// The shorter period is always the fast one.
final class AverageDifference implements IndicatorKernel {
    private final RowTransform fast;
    private final RowTransform slow;
    private final RowTransform signal;

    private AverageDifference(RowTransform fast, RowTransform slow, RowTransform signal) {
        this.fast = fast;
        this.slow = slow;
        this.signal = signal;
    }

    /// A period and a kind of average.
    record Choice(int period, int kind) {
        RowTransform start() {
            return MovingAverages.of(kind, period);
        }
    }

    static AverageDifference of(Choice one, Choice other, Choice signal) {
        boolean swapped = other.period < one.period;
        RowTransform fast = (swapped ? other : one).start();
        RowTransform slow = (swapped ? one : other).start();
        int first = Math.max(fast.lookback(), slow.lookback());
        return new AverageDifference(
                new LateStart(fast, first - fast.lookback()),
                new LateStart(slow, first - slow.lookback()),
                new LateStart(signal.start(), first));
    }

    /// The two averages compared, each begun with the series (TA-Lib's `APO` and `PPO`).
    static BuiltIn.RowFunction compared(Choice one, Choice other, DoubleBinaryOperator comparison) {
        boolean swapped = other.period < one.period;
        RowTransform fast = (swapped ? other : one).start();
        RowTransform slow = (swapped ? one : other).start();
        int first = Math.max(fast.lookback(), slow.lookback());
        return new BuiltIn.RowFunction() {
            private int rows;

            @Override
            public double value(double[][] inputs, int row) {
                double fastValue = fast.step(inputs[0][row]);
                double slowValue = slow.step(inputs[0][row]);
                rows = Math.min(rows + 1, first + 1);
                return rows <= first ? Double.NaN : comparison.applyAsDouble(fastValue, slowValue);
            }
        };
    }

    int lookback() {
        return signal.lookback();
    }

    @Override
    public void advance(double[][] inputs, int from, int to, double[][] outputs) {
        for (int row = from; row < to; row++) {
            double value = fast.step(inputs[0][row]) - slow.step(inputs[0][row]);
            double average = signal.step(value);
            outputs[0][row] = Double.isNaN(average) ? Double.NaN : value;
            outputs[1][row] = average;
            outputs[2][row] = value - average;
        }
    }
}
