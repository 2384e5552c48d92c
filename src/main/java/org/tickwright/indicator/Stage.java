package org.tickwright.indicator;

/// A [RowTransform] fed with one value at a time, from which kernels are put together like formulas.
///
/// An undefined value passes through and leaves no trace: a stage behind another begins with the first value
/// that the one before defines.
final class Stage {
    private final RowTransform transform;
    private final double[] cell = new double[1];

    private Stage(RowTransform transform) {
        this.transform = transform;
    }

    static Stage of(RowTransform transform) {
        return new Stage(transform);
    }

    /// The plain mean of the last `period` values; over one value it is the value itself.
    static Stage simple(int period) {
        return average("SMA", period);
    }

    /// The exponential average, seeded with the plain mean of its first `period` values.
    static Stage exponential(int period) {
        return average("EMA", period);
    }

    /// The average with weights 1 to `period`.
    static Stage weighted(int period) {
        return average("WMA", period);
    }

    /// Wilder's average, seeded with the plain mean of its first `period` values.
    static Stage wilder(int period) {
        return of(new WilderAverage(period));
    }

    static Stage highest(int period) {
        return of(Extreme.highest(period));
    }

    static Stage lowest(int period) {
        return of(Extreme.lowest(period));
    }

    /// The value `rows` rows ago.
    static Stage delay(int rows) {
        return of(new Delay(rows));
    }

    private static Stage average(String kind, int period) {
        return of(MovingAverages.of(MovingAverages.KINDS.indexOf(kind), period));
    }

    /// The result for the next value, NaN while undefined.
    double next(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        cell[0] = value;
        transform.apply(cell, 0, cell, 0, 1);
        return cell[0];
    }
}
