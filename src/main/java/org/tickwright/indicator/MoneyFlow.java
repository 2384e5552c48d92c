package org.tickwright.indicator;

/// The money flow index: the share of the money traded at rising typical prices in all money traded at
/// changing ones, over a window.
final class MoneyFlow implements BuiltIn.RowFunction {
    private final RowTransform rising;
    private final RowTransform falling;
    private boolean started;
    private double previous;

    MoneyFlow(int period) {
        rising = SimpleAverage.sum(period);
        falling = SimpleAverage.sum(period);
    }

    @Override
    public double value(double[][] inputs, int row) {
        double price = PriceTransforms.typical(inputs[0][row], inputs[1][row], inputs[2][row]);
        double change = price - previous;
        previous = price;
        if (!started) {
            started = true;
            return Double.NaN;
        }
        double money = price * inputs[3][row];
        double up = rising.step(change > 0 ? money : 0);
        double sum = up + falling.step(change < 0 ? money : 0);
        return sum < 1 ? 0 : 100 * (up / sum);
    }
}
