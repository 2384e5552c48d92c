package org.tickwright.indicator;

/// Finds the bars that stand out: a high above every high of `left` bars before it and of `right` bars after
/// it, or a low below them. It is told `right` bars late, for nobody knows it earlier; equal values do not
/// stand out.
final class PivotFinder {
    private final double sign;
    private final Stage candidate;
    private final Stage before;
    private final Stage beforeCandidate;
    private final Stage after;

    private PivotFinder(int left, int right, double sign) {
        this.sign = sign;
        candidate = Stage.delay(right);
        before = Stage.highest(left);
        beforeCandidate = Stage.delay(right + 1);
        after = Stage.highest(right);
    }

    static PivotFinder highs(int left, int right) {
        return new PivotFinder(left, right, 1);
    }

    static PivotFinder lows(int left, int right) {
        return new PivotFinder(left, right, -1);
    }

    /// Takes the next bar's high or low; the price of the bar that this one confirms, NaN if it confirms none.
    double next(double value) {
        double signed = sign * value;
        double middle = candidate.next(signed);
        double earlier = beforeCandidate.next(before.next(signed));
        double later = after.next(signed);
        return middle > earlier && middle > later ? sign * middle : Double.NaN;
    }
}
