package org.tickwright.indicator;

/// Wilder's average directional index as TA-Lib seeds it: the plain mean of the first n strengths of the
/// [DirectionalMovement], then `(previous * (n - 1) + x) / n`.
final class DirectionalIndex implements BuiltIn.RowFunction {
    private final int period;
    private final DirectionalMovement movement;
    private int rows;
    private double index;

    DirectionalIndex(int period) {
        this.period = period;
        movement = new DirectionalMovement(period);
    }

    static int lookback(int period) {
        return 2 * period - 1;
    }

    @Override
    public double value(double[][] inputs, int row) {
        int first = lookback(period);
        movement.next(inputs[0][row], inputs[1][row], inputs[2][row]);
        if (rows > first) {
            index = (index * (period - 1) + movement.strength(index)) / period;
            return index;
        }
        if (rows >= period) {
            index += movement.strength(0);
        }
        if (rows++ < first) {
            return Double.NaN;
        }
        index /= period;
        return index;
    }
}
