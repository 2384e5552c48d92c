package org.tickwright.indicator;

/// `100 * (x / x[period] - 1)`, 0 where the earlier value is zero, as TA-Lib's `ROC`.
final class RateOfChange {
    private final Stage before;

    RateOfChange(int period) {
        before = Stage.delay(period);
    }

    double next(double value) {
        double earlier = before.next(value);
        return earlier == 0 ? 0 : (value / earlier - 1) * 100;
    }
}
