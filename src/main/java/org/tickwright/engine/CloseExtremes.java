package org.tickwright.engine;

/// The lowest and the highest close of any stretch of a block of bars, by windows of eight and of 64 bars that are
/// made once for all runs that go through the block side by side. One thread; allocates nothing after its making.
final class CloseExtremes {
    private static final int SHORT = 8;
    private static final int LONG = 64;

    private final double[] closes;
    private final double[] low;
    private final double[] high;
    private final double[] lowest;
    private final double[] highest;
    private int from;
    private int to;
    private double least;
    private double most;

    /// Over closes, for blocks of at most so many rows.
    CloseExtremes(double[] closes, int rows) {
        this.closes = closes;
        low = new double[rows];
        high = new double[rows];
        lowest = new double[rows];
        highest = new double[rows];
    }

    /// Takes up the block of the rows `begin` to `end` (exclusive), unless it has it.
    void block(int begin, int end) {
        if (begin != from || end != to) {
            from = begin;
            to = end;
            int rows = end - begin;
            System.arraycopy(closes, begin, low, 0, rows);
            System.arraycopy(closes, begin, high, 0, rows);
            widen(low, high, 1, SHORT, rows);
            System.arraycopy(low, 0, lowest, 0, rows);
            System.arraycopy(high, 0, highest, 0, rows);
            widen(lowest, highest, SHORT, LONG, rows);
        }
    }

    /// From windows of `width` rows to such of `wanted`, each in the row that it begins with.
    private static void widen(double[] lows, double[] highs, int width, int wanted, int rows) {
        for (int step = width; step < wanted; step *= 2) {
            for (int row = 0; row < rows - step; row++) {
                lows[row] = Math.min(lows[row], lows[row + step]);
            }
            for (int row = 0; row < rows - step; row++) {
                highs[row] = Math.max(highs[row], highs[row + step]);
            }
        }
    }

    /// Looks at the rows `begin` to `end` (exclusive) of the block, at least one.
    void look(int begin, int end) {
        int rows = end - begin;
        if (rows < SHORT) {
            few(begin, end);
        } else if (rows < LONG) {
            windows(low, high, begin - from, end - from, SHORT);
        } else {
            windows(lowest, highest, begin - from, end - from, LONG);
        }
    }

    private void few(int begin, int end) {
        double down = closes[begin];
        double up = down;
        for (int row = begin + 1; row < end; row++) {
            down = Math.min(down, closes[row]);
            up = Math.max(up, closes[row]);
        }
        least = down;
        most = up;
    }

    /// The last window reaches back over rows that were looked at.
    private void windows(double[] lows, double[] highs, int begin, int end, int width) {
        double down = lows[end - width];
        double up = highs[end - width];
        for (int row = begin; row < end - width; row += width) {
            down = Math.min(down, lows[row]);
            up = Math.max(up, highs[row]);
        }
        least = down;
        most = up;
    }

    /// The lowest close of the rows last looked at.
    double least() {
        return least;
    }

    /// The highest.
    double most() {
        return most;
    }
}
