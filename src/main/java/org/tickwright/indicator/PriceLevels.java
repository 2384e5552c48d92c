package org.tickwright.indicator;

/// Levels at which confirmed pivots gather, and the nearest of them above and below the close.
final class PriceLevels implements RowFormula {
    private final PivotFinder highs;
    private final PivotFinder lows;
    private final double share;
    private final int touches;
    private final double[] pivots;
    private final double[] levels;
    private final int[] counts;
    private int seen;

    PriceLevels(int strength, double percent, int touches, int memory) {
        highs = PivotFinder.highs(strength, strength);
        lows = PivotFinder.lows(strength, strength);
        share = percent / 100;
        this.touches = touches;
        pivots = new double[memory];
        levels = new double[memory];
        counts = new int[memory];
    }

    @Override
    public void row(double[][] in, int row, double[][] out) {
        boolean changed = remember(highs.next(in[0][row]));
        changed |= remember(lows.next(in[1][row]));
        if (changed) {
            gather();
        }
        double close = in[2][row];
        int below = -1;
        int above = -1;
        for (int i = 0; i < Math.min(seen, pivots.length); i++) {
            if (counts[i] < touches) {
                continue;
            }
            if (levels[i] > close) {
                above = above < 0 || levels[i] < levels[above] ? i : above;
            } else {
                below = below < 0 || levels[i] > levels[below] ? i : below;
            }
        }
        tell(out, row, 0, below);
        tell(out, row, 1, above);
    }

    private void tell(double[][] out, int row, int side, int index) {
        out[side][row] = index < 0 ? Double.NaN : levels[index];
        out[side + 2][row] = index < 0 ? 0 : counts[index];
    }

    private boolean remember(double pivot) {
        if (Double.isNaN(pivot)) {
            return false;
        }
        pivots[seen % pivots.length] = pivot;
        seen = seen + 1 == 2 * pivots.length ? pivots.length : seen + 1;
        return true;
    }

    /// For each pivot the mean of those near it and their number.
    private void gather() {
        int known = Math.min(seen, pivots.length);
        for (int i = 0; i < known; i++) {
            double reach = Math.abs(pivots[i]) * share;
            double sum = 0;
            int near = 0;
            for (int j = 0; j < known; j++) {
                if (Math.abs(pivots[j] - pivots[i]) <= reach) {
                    sum += pivots[j];
                    near++;
                }
            }
            levels[i] = sum / near;
            counts[i] = near;
        }
    }
}
