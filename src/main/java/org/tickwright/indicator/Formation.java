package org.tickwright.indicator;

/// Two lines drawn through confirmed pivots and what a close beyond them means. Empty until a rule fills it.
final class Formation {
    private double upper;
    private double upperSlope;
    private double lower;
    private double lowerSlope;
    private int origin;
    private int start;
    private int end;
    private boolean up;
    private boolean down;

    /// Begins anew: a formation whose first pivot is at row `first`, of which row `last` is the last to break.
    Formation between(int first, int last) {
        start = first;
        end = last;
        origin = first;
        up = false;
        down = false;
        return this;
    }

    /// The upper line through two pivots of the trail; a close above it is a signal if `signals`, else it ends
    /// the formation.
    Formation upperThrough(PivotTrail trail, int one, int other, boolean signals) {
        upperSlope = slope(trail, one, other);
        upper = trail.price(one) + upperSlope * (origin - trail.rowOf(one));
        up = signals;
        return this;
    }

    /// The lower line likewise.
    Formation lowerThrough(PivotTrail trail, int one, int other, boolean signals) {
        lowerSlope = slope(trail, one, other);
        lower = trail.price(one) + lowerSlope * (origin - trail.rowOf(one));
        down = signals;
        return this;
    }

    /// A lower line through a pivot, parallel to the upper one.
    Formation lowerParallel(PivotTrail trail, int pivot) {
        lowerSlope = upperSlope;
        lower = trail.price(pivot) + lowerSlope * (origin - trail.rowOf(pivot));
        down = false;
        return this;
    }

    private static double slope(PivotTrail trail, int one, int other) {
        int bars = trail.rowOf(one) - trail.rowOf(other);
        return bars == 0 ? 0 : (trail.price(one) - trail.price(other)) / bars;
    }

    /// The last row before the lines meet, if they do.
    Formation endingAtTheApex() {
        double closing = lowerSlope - upperSlope;
        if (closing > 0) {
            end = (int) Math.min(end, origin + Math.floor((upper - lower) / closing));
        }
        return this;
    }

    /// True if the upper line lies above the lower at `row`.
    boolean stands(int row) {
        return upperAt(row) > lowerAt(row);
    }

    boolean isConverging() {
        return lowerSlope > upperSlope;
    }

    /// 1 or -1 where the close of `row` breaks a line that signals, 0 where the formation holds, NaN where it
    /// has ended without one.
    double judge(int row, double close) {
        if (row > end) {
            return Double.NaN;
        }
        if (close > upperAt(row)) {
            return up ? 1 : Double.NaN;
        }
        if (close < lowerAt(row)) {
            return down ? -1 : Double.NaN;
        }
        return 0;
    }

    double upperAt(int row) {
        return upper + upperSlope * (row - origin);
    }

    double lowerAt(int row) {
        return lower + lowerSlope * (row - origin);
    }

    int start() {
        return start;
    }
}
