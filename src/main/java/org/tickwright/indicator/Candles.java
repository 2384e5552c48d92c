package org.tickwright.indicator;

/// The candle of one row and those before it, as the rules of patterns see them.
///
/// Every question names a candle by how many rows it lies back: 0 is the newest. What counts as long,
/// short, near or far is asked of [CandleSize].
final class Candles {
    private double[] open = {};
    private double[] high = {};
    private double[] low = {};
    private double[] close = {};
    private int row;

    /// Takes the columns open, high, low, close.
    void read(double[][] columns) {
        open = columns[0];
        high = columns[1];
        low = columns[2];
        close = columns[3];
    }

    /// Makes this row the newest candle.
    void moveTo(int newest) {
        row = newest;
    }

    double open(int back) {
        return open[row - back];
    }

    double high(int back) {
        return high[row - back];
    }

    double low(int back) {
        return low[row - back];
    }

    double close(int back) {
        return close[row - back];
    }

    /// True if the candle did not fall.
    boolean white(int back) {
        return close(back) >= open(back);
    }

    boolean black(int back) {
        return !white(back);
    }

    /// 1 for a white candle, -1 for a black one.
    int color(int back) {
        return white(back) ? 1 : -1;
    }

    /// True if the candles of these two rows have the same color.
    boolean alike(int back, int other) {
        return white(back) == white(other);
    }

    double body(int back) {
        return Math.abs(close(back) - open(back));
    }

    double range(int back) {
        return high(back) - low(back);
    }

    /// The upper end of the body.
    double top(int back) {
        return Math.max(open(back), close(back));
    }

    /// The lower end of the body.
    double bottom(int back) {
        return Math.min(open(back), close(back));
    }

    double upperShadow(int back) {
        return high(back) - top(back);
    }

    double lowerShadow(int back) {
        return bottom(back) - low(back);
    }

    /// True if the body of `back` lies wholly above the body of `other`.
    boolean gapsUp(int back, int other) {
        return bottom(back) > top(other);
    }

    /// True if the body of `back` lies wholly below the body of `other`.
    boolean gapsDown(int back, int other) {
        return top(back) < bottom(other);
    }

    /// True if the candle of `back`, shadows included, lies wholly above that of `other`.
    boolean leapsUp(int back, int other) {
        return low(back) > high(other);
    }

    /// True if the candle of `back`, shadows included, lies wholly below that of `other`.
    boolean leapsDown(int back, int other) {
        return high(back) < low(other);
    }

    boolean longBody(int back) {
        return body(back) > CandleSize.BODY_LONG.of(this, back);
    }

    boolean shortBody(int back) {
        return body(back) < CandleSize.BODY_SHORT.of(this, back);
    }

    /// True if open and close are as good as the same.
    boolean doji(int back) {
        return body(back) <= CandleSize.BODY_DOJI.of(this, back);
    }

    boolean noUpperShadow(int back) {
        return upperShadow(back) < CandleSize.SHADOW_VERY_SHORT.of(this, back);
    }

    boolean noLowerShadow(int back) {
        return lowerShadow(back) < CandleSize.SHADOW_VERY_SHORT.of(this, back);
    }

    boolean noShadows(int back) {
        return noUpperShadow(back) && noLowerShadow(back);
    }

    boolean longUpperShadow(int back) {
        return upperShadow(back) > CandleSize.SHADOW_LONG.of(this, back);
    }

    boolean longLowerShadow(int back) {
        return lowerShadow(back) > CandleSize.SHADOW_LONG.of(this, back);
    }

    /// True if two prices are the same by the measure of the candle at `back`.
    boolean equal(double price, double other, int back) {
        double equal = CandleSize.EQUAL.of(this, back);
        return price <= other + equal && price >= other - equal;
    }

    double near(int back) {
        return CandleSize.NEAR.of(this, back);
    }

    double far(int back) {
        return CandleSize.FAR.of(this, back);
    }
}
