package org.tickwright.indicator;

/// Swings of at least a percentage, told at the bar that confirms them: the first that retraces the
/// percentage from the extreme. An extreme is never confirmed by its own bar, whose order of high and low
/// nobody knows.
final class ZigZag implements RowFormula {
    private final double share;
    private int rows;
    private int leg;
    private double high = Double.NEGATIVE_INFINITY;
    private int highRow;
    private double low = Double.POSITIVE_INFINITY;
    private int lowRow;
    private double lastHigh = Double.NaN;
    private double lastLow = Double.NaN;

    ZigZag(double percent) {
        share = percent / 100;
    }

    @Override
    public void row(double[][] in, int row, double[][] out) {
        extend(in[0][row], in[1][row]);
        out[0][row] = Double.NaN;
        out[1][row] = 0;
        out[2][row] = Double.NaN;
        if (leg >= 0 && highRow < rows && in[1][row] <= high - Math.abs(high) * share) {
            tell(out, row, high, 1, highRow);
            lastHigh = high;
            leg = -1;
            low = in[1][row];
            lowRow = rows;
        } else if (leg <= 0 && lowRow < rows && in[0][row] >= low + Math.abs(low) * share) {
            tell(out, row, low, -1, lowRow);
            lastLow = low;
            leg = 1;
            high = in[0][row];
            highRow = rows;
        }
        out[3][row] = lastHigh;
        out[4][row] = lastLow;
        rows++;
    }

    /// Moves the extremes of the running leg; before the first swing both.
    private void extend(double barHigh, double barLow) {
        if (leg >= 0 && barHigh > high) {
            high = barHigh;
            highRow = rows;
        }
        if (leg <= 0 && barLow < low) {
            low = barLow;
            lowRow = rows;
        }
    }

    private void tell(double[][] out, int row, double price, int kind, int at) {
        out[0][row] = price;
        out[1][row] = kind;
        out[2][row] = rows - at;
    }
}
