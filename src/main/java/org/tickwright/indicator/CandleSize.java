package org.tickwright.indicator;

/// What is long, short, near and far for a candle: a multiple of the mean of what was measured over the
/// candles before it, by TA-Lib's default candle settings.
///
/// The mean is summed anew from the oldest candle to the newest, at most ten of them, so it depends on
/// nothing else; TA-Lib carries a running sum, whose last bits may differ where a candle is a tie.
enum CandleSize {
    BODY_LONG(Measure.BODY, 10, 1.0),
    BODY_SHORT(Measure.BODY, 10, 1.0),
    BODY_DOJI(Measure.RANGE, 10, 0.1),
    SHADOW_LONG(Measure.BODY, 0, 1.0),
    SHADOW_VERY_LONG(Measure.BODY, 0, 2.0),
    SHADOW_SHORT(Measure.SHADOWS, 10, 1.0),
    SHADOW_VERY_SHORT(Measure.RANGE, 10, 0.1),
    NEAR(Measure.RANGE, 5, 0.2),
    FAR(Measure.RANGE, 5, 0.6),
    EQUAL(Measure.RANGE, 5, 0.05);

    private final Measure measure;
    private final int period;
    private final double factor;

    CandleSize(Measure measure, int period, double factor) {
        this.measure = measure;
        this.period = period;
        this.factor = factor;
    }

    /// This size for the candle `back` rows before the newest.
    double of(Candles candles, int back) {
        double mean = period == 0 ? measure.of(candles, back) : sumBefore(candles, back) / period;
        return factor * mean / (measure == Measure.SHADOWS ? 2 : 1);
    }

    private double sumBefore(Candles candles, int back) {
        double sum = 0;
        for (int before = back + period; before > back; before--) {
            sum += measure.of(candles, before);
        }
        return sum;
    }

    /// What is measured of a candle.
    private enum Measure {
        BODY,
        RANGE,
        SHADOWS;

        double of(Candles candles, int back) {
            return switch (this) {
                case BODY -> candles.body(back);
                case RANGE -> candles.range(back);
                case SHADOWS -> candles.upperShadow(back) + candles.lowerShadow(back);
            };
        }
    }
}
