package org.tickwright.indicator;

/// Connors' composite of price strength, streak strength and the rank of the last rate of change.
final class ConnorsStrength implements RowFormula {
    private final Stage priceStrength;
    private final Stage streakStrength;
    private final SlidingRank rank;
    private double previous = Double.NaN;
    private double streak;

    ConnorsStrength(int price, int run, int rows) {
        priceStrength = Stage.of(new RelativeStrength(price));
        streakStrength = Stage.of(new RelativeStrength(run));
        rank = new SlidingRank(rows);
    }

    @Override
    public void row(double[][] in, int row, double[][] out) {
        double value = in[0][row];
        double rate = previous == 0 ? 0 : (value / previous - 1) * 100;
        if (value > previous) {
            streak = Math.max(streak, 0) + 1;
        } else if (value < previous) {
            streak = Math.min(streak, 0) - 1;
        } else {
            streak = 0;
        }
        previous = value;
        out[0][row] = (priceStrength.next(value) + streakStrength.next(streak) + rank.next(rate)) / 3;
    }
}
