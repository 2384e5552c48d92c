package org.tickwright.indicator;

/// The last confirmed pivots, highs and lows in turn: of two highs in a row the higher stays, of two lows the
/// lower. Index 0 is the latest.
///
/// A mirrored trail sees the market upside down, so that one rule finds a top and its counterpart.
final class PivotTrail {
    /// How many pivots are kept.
    static final int LENGTH = 8;

    private final double sign;
    private final int strength;
    private final PivotFinder highs;
    private final PivotFinder lows;
    private final double[] prices = new double[LENGTH];
    private final int[] rows = new int[LENGTH];
    private final boolean[] tops = new boolean[LENGTH];
    private int size;
    private int row = -1;

    PivotTrail(int strength, boolean mirrored) {
        this.strength = strength;
        sign = mirrored ? -1 : 1;
        highs = PivotFinder.highs(strength, strength);
        lows = PivotFinder.lows(strength, strength);
    }

    /// Takes the next bar, already mirrored if this trail is; true if it confirmed a pivot that changes the
    /// trail.
    boolean next(double high, double low) {
        row++;
        double top = highs.next(high);
        double bottom = lows.next(low);
        boolean topFirst = size > 0 && !tops[0];
        boolean changed = topFirst ? add(top, true) : add(bottom, false);
        return (topFirst ? add(bottom, false) : add(top, true)) || changed;
    }

    private boolean add(double price, boolean top) {
        if (Double.isNaN(price)) {
            return false;
        }
        if (size > 0 && tops[0] == top) {
            if (top ? price <= prices[0] : price >= prices[0]) {
                return false;
            }
        } else {
            System.arraycopy(prices, 0, prices, 1, LENGTH - 1);
            System.arraycopy(rows, 0, rows, 1, LENGTH - 1);
            System.arraycopy(tops, 0, tops, 1, LENGTH - 1);
            size = Math.min(size + 1, LENGTH);
        }
        prices[0] = price;
        rows[0] = row - strength;
        tops[0] = top;
        return true;
    }

    int size() {
        return size;
    }

    /// Whether the latest pivot is a high.
    boolean endsAtTop() {
        return size > 0 && tops[0];
    }

    double price(int index) {
        return prices[index];
    }

    int rowOf(int index) {
        return rows[index];
    }

    /// The row of the current bar.
    int row() {
        return row;
    }

    /// 1, or -1 if the market stands upside down.
    double sign() {
        return sign;
    }

    /// True if two pivots lie within `percent` of each other.
    boolean near(int one, int other, double percent) {
        return Math.abs(prices[one] - prices[other]) <= reach(other, percent);
    }

    /// True if pivot `one` lies more than `percent` above `other`.
    boolean above(int one, int other, double percent) {
        return prices[one] - prices[other] > reach(other, percent);
    }

    private double reach(int index, double percent) {
        return Math.abs(prices[index]) * percent / 100;
    }
}
