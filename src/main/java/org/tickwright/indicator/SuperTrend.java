package org.tickwright.indicator;

/// Seban's SuperTrend: bands around the middle of the bar that only close in on the price while the close
/// stays inside, and a direction that flips where the close passes the band it trails.
final class SuperTrend implements RowFormula {
    private final double factor;
    private final TrueRange range = new TrueRange();
    private final Stage averageRange;
    private double previousClose;
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private double direction;

    SuperTrend(int period, double factor) {
        this.factor = factor;
        averageRange = Stage.wilder(period);
    }

    @Override
    public void row(double[][] in, int row, double[][] out) {
        double high = in[0][row];
        double low = in[1][row];
        double close = in[2][row];
        double width = factor * averageRange.next(range.next(high, low, close));
        if (Double.isNaN(width)) {
            out[0][row] = Double.NaN;
            out[1][row] = Double.NaN;
        } else {
            follow((high + low) / 2, width, close);
            out[0][row] = direction > 0 ? lower : upper;
            out[1][row] = direction;
        }
        previousClose = close;
    }

    private void follow(double middle, double width, double close) {
        double above = middle + width;
        double below = middle - width;
        if (direction == 0) {
            upper = above;
            lower = below;
            direction = close > middle ? 1 : -1;
            return;
        }
        upper = above < upper || previousClose > upper ? above : upper;
        lower = below > lower || previousClose < lower ? below : lower;
        if (direction < 0 && close > upper) {
            direction = 1;
        } else if (direction > 0 && close < lower) {
            direction = -1;
        }
    }
}
